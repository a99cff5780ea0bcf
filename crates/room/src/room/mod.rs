//! A room: the pools, the keys and the journal of one authority.

mod create;
mod identity;
mod open;

use std::sync::Arc;

use access::Side;
use jiff::Timestamp;
use uuid::Uuid;

pub use create::New;
pub use open::migrate_database;

use crate::change::Change;
use crate::failure::Result;
use crate::journal::Writer;
use crate::reading::Reading;
use crate::seal::{Keyring, Mac, PublicKey, Signature};
use crate::store::{Store, catalog};

/// What kind of authority, or branch of one, a room belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RoomKind {
    /// A huvudman of schools.
    School,
    /// A huvudman of independent schools (enskild huvudman): under a duty of confidentiality of its own until 2027
    /// (skollagen 29 kap. 14 §), then under OSL (2 kap. 3 a §).
    Independent,
    /// A social board.
    Social,
    /// A region's development unit: surveys and aggregates only.
    Region,
}

impl RoomKind {
    /// Every kind.
    pub const ALL: [RoomKind; 4] = [RoomKind::School, RoomKind::Independent, RoomKind::Social, RoomKind::Region];

    /// The code on the command line and in the database.
    pub fn code(self) -> &'static str {
        match self {
            RoomKind::School => "school",
            RoomKind::Independent => "independent",
            RoomKind::Social => "social",
            RoomKind::Region => "region",
        }
    }

    /// Which side of an episode such a room is; none of a region's.
    pub fn side(self) -> Option<Side> {
        match self {
            RoomKind::School | RoomKind::Independent => Some(Side::School),
            RoomKind::Social => Some(Side::Social),
            RoomKind::Region => None,
        }
    }

    /// The kind with that code, if any.
    pub fn from_code(code: &str) -> Option<RoomKind> {
        RoomKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// An open room. Cloning gives another handle to the same pools and the same journal.
#[derive(Clone, Debug)]
pub struct Room {
    id: Uuid,
    store: Store,
    keys: Arc<Keyring>,
    writer: Writer,
    slug: Arc<str>,
    name: Arc<str>,
    kind: RoomKind,
    demo: bool,
}

impl Room {
    /// The short name in the configuration and in addresses.
    pub fn slug(&self) -> &str {
        &self.slug
    }

    /// The name of the authority.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What other rooms know it by.
    pub fn id(&self) -> Uuid {
        self.id
    }

    /// What others verify its signatures with.
    ///
    /// # Errors
    /// None in a room that was opened.
    pub fn public_key(&self) -> Result<PublicKey> {
        self.keys.signer()?.public()
    }

    /// Signs bytes that are of one sort: a signature of one sort is none of another.
    ///
    /// # Errors
    /// None in a room that was opened.
    pub fn sign(&self, sort: &str, bytes: &[u8]) -> Result<Signature> {
        self.keys.signer()?.sign(sort, bytes)
    }

    /// What kind of room it is.
    pub fn kind(&self) -> RoomKind {
        self.kind
    }

    /// Whether it was made by the demo.
    pub fn is_demo(&self) -> bool {
        self.demo
    }

    /// Begins a request that reads.
    pub fn reading(&self, now: Timestamp) -> Reading<'_> {
        Reading::new(self, now)
    }

    /// Begins a change: everything in it happens together, or nothing.
    ///
    /// # Errors
    /// The database cannot be reached, or another writer did not finish in time.
    pub async fn change(&self, now: Timestamp) -> Result<Change<'_>> {
        Change::begin(self, now).await
    }

    /// What the database really holds, for the test that both databases are alike.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn columns(&self) -> Result<Vec<catalog::Column>> {
        catalog::columns(&self.store).await
    }

    /// Closes every connection, when those at work are done.
    pub async fn close(self) {
        self.store.close().await;
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    pub(crate) fn keys(&self) -> &Keyring {
        &self.keys
    }

    pub(crate) fn journal_mac(&self) -> &Mac {
        &self.keys.journal
    }

    pub(crate) fn writer(&self) -> &Writer {
        &self.writer
    }
}
