//! SS 12000 live: what a service has, pulled page by page into a [`Spool`], as the lists that files hold.
//!
//! The standard leaves much open and its implementers differ, so a pull asks for what the standard has and makes do with
//! what there is: an endpoint that a service lacks is noted, a filter that it does not know is left out, an expired page
//! token begins the list anew. A list is either read to its end or not at all: what came of half a list is thrown away,
//! and [`pull`] says what is missing. No address, secret, name or value reaches a message.

mod again;
mod ask;
mod deleted;
mod endpoint;
mod list;
mod page;
mod pull;
mod sign_in;
mod trouble;

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;

pub use ask::may_be_asked;
pub use endpoint::{Endpoint, Group};
pub use pull::pull;
pub use trouble::Trouble;

/// A service: where it is and how one signs in.
#[derive(Clone, PartialEq, Eq)]
pub struct Service {
    /// The address that the names of the endpoints follow: `https://example.se/ss12000/v2.0`.
    pub base: String,
    /// Another one for a group of endpoints, where a supplier has split them.
    pub prefixes: BTreeMap<Group, String>,
    /// How one signs in.
    pub sign_in: SignIn,
    /// How long to wait for what.
    pub patience: Patience,
}

/// How a pull proves who it is.
#[derive(Clone, PartialEq, Eq)]
pub enum SignIn {
    /// A token that somebody has been given once and for all.
    Token(String),
    /// OAuth 2 client credentials.
    Client {
        /// Where tokens are handed out.
        address: String,
        /// The client.
        id: String,
        /// Its secret.
        secret: String,
        /// The scope to ask for, where one is needed.
        scope: Option<String>,
    },
}

impl std::fmt::Debug for Service {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Service")
    }
}

impl std::fmt::Debug for SignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SignIn")
    }
}

/// How long to wait, and how often to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// For a connection and for each piece of an answer.
    pub silence: Duration,
    /// For an answer as a whole.
    pub answer: Duration,
    /// The first wait before the same is asked again; it doubles.
    pub first: Duration,
    /// What a second is that a service asks one to wait: a second, but for tests.
    pub second: Duration,
    /// The longest wait that is sat out. Who asks for more is asked again another time.
    pub longest: Duration,
    /// How often the same is asked.
    pub tries: u32,
    /// Entities to a page, as asked for.
    pub page: u32,
    /// The most bytes of a page; a larger one is asked for again in smaller ones.
    pub bytes: usize,
}

impl Default for Patience {
    fn default() -> Patience {
        Patience {
            silence: Duration::from_secs(60),
            answer: Duration::from_secs(300),
            first: Duration::from_secs(1),
            second: Duration::from_secs(1),
            longest: Duration::from_secs(300),
            tries: 6,
            page: 1_000,
            bytes: 64 * 1024 * 1024,
        }
    }
}

/// What to pull.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The first day of the lessons, as a rule some weeks back: corrections come late.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// The first day that corrections are looked for on, as a rule that of the school year.
    pub earliest: Date,
    /// Corrections since then of lessons before `from` are looked for, by the clock of the service; `None` the first time.
    pub changed_since: Option<Timestamp>,
    /// Now.
    pub now: Timestamp,
    /// Whether only to try whether one gets in: the first page of each list is asked for, and nothing is kept.
    pub only_try: bool,
}

/// Where entities are put on their way: as a rule files of one list each.
pub trait Spool: Send + Sync {
    /// Takes an entity of a list, as it came.
    ///
    /// # Errors
    /// The disk.
    fn put(&mut self, endpoint: Endpoint, entity: &str) -> std::io::Result<()>;

    /// Forgets what has come of a list: it begins anew, or is not to be used.
    ///
    /// # Errors
    /// The disk.
    fn forget(&mut self, endpoint: Endpoint) -> std::io::Result<()>;

    /// How many entities of a list have come.
    fn progress(&mut self, endpoint: Endpoint, entities: u64);
}

/// What came of a pull that is complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pulled {
    /// The lists, and how many entities each had.
    pub lists: BTreeMap<Endpoint, u64>,
    /// Endpoints that the service does not have, or not for us.
    pub lacking: Vec<Endpoint>,
    /// The first day of the lessons that came: earlier than asked for where a correction was found.
    pub from: Date,
    /// What to ask for changes since, the next time: when this pull began, by the clock of the service, less an overlap.
    pub changed_since: Timestamp,
}
