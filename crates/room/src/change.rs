//! A change: one transaction with its journal entry. Nothing of it is there until it is committed.

use std::collections::{BTreeMap, BTreeSet};

use access::{Act, Permit, Used, Write, WriteAct};
use jiff::Timestamp;
use serde_json::Value;
use uuid::Uuid;

use crate::failure::{Result, broken};
use crate::journal::{self, Draft, Kind};
use crate::room::Room;
use crate::store::Tx;

/// One change. Dropped without [`Change::commit`] it leaves nothing behind. Do not await a [`crate::Reading`] of the
/// same room meanwhile: on SQLite its journal entry would wait for this change.
#[must_use = "a change that is not committed has not happened"]
pub struct Change<'r> {
    room: &'r Room,
    now: Timestamp,
    pub(crate) tx: Tx,
    used: Vec<Used>,
    /// What a permit was used for, where its subject does not tell: by its place in `used`.
    about: BTreeMap<usize, Value>,
    people: BTreeSet<Uuid>,
    /// Entries beside that of the permits: what the change does to letters.
    also: Vec<Draft>,
}

impl<'r> Change<'r> {
    pub(crate) async fn begin(room: &'r Room, now: Timestamp) -> Result<Change<'r>> {
        Ok(Change {
            room,
            now,
            tx: room.store().begin().await?,
            used: Vec::new(),
            about: BTreeMap::new(),
            people: BTreeSet::new(),
            also: Vec::new(),
        })
    }

    pub(crate) fn room(&self) -> &'r Room {
        self.room
    }

    /// When the change is made.
    pub(crate) fn now(&self) -> Timestamp {
        self.now
    }

    /// Uses up a permit for one certain act.
    pub(crate) fn take(&mut self, permit: Permit<Write>, act: &str) -> Result<Used> {
        if permit.act() != act {
            return Err(broken("a permit for another act"));
        }
        let used = permit.into_used();
        if self.used.first().is_some_and(|first| first.actor != used.actor) {
            return Err(broken("one change with permits of two actors"));
        }
        self.used.push(used.clone());
        Ok(used)
    }

    /// The same, for something in the room that the permit does not name. The journal tells it.
    pub(crate) fn take_about(&mut self, permit: Permit<Write>, act: &str, about: Value) -> Result<Used> {
        let used = self.take(permit, act)?;
        self.about.insert(self.used.len() - 1, about);
        Ok(used)
    }

    /// Adds entries of the door to that of the permits.
    pub(crate) fn also(&mut self, entries: Vec<Draft>) {
        self.also.extend(entries);
    }

    /// Notes in the journal that somebody maintains the room: made it, migrated it, restored it. Changes nothing else.
    ///
    /// # Errors
    /// A permit for something else.
    pub fn maintained(&mut self, permit: Permit<Write>) -> Result<()> {
        self.take(permit, WriteAct::Maintain.code()).map(drop)
    }

    /// The same, with what was done: made a backup, restored the room from one.
    ///
    /// # Errors
    /// A permit for something else.
    pub fn maintained_by(&mut self, permit: Permit<Write>, done: Value) -> Result<()> {
        self.take_about(permit, WriteAct::Maintain.code(), done).map(drop)
    }

    /// Notes in the journal that whoever makes the change may decide on an inquiry (skollagen 7 kap. 19 a §), see to
    /// consents, or let an episode go on. What is decided is a statement, with a permit of its own.
    ///
    /// # Errors
    /// A permit for something else.
    pub fn noted(&mut self, permit: Permit<Write>) -> Result<()> {
        let noted = [WriteAct::DecideInquiry, WriteAct::ManageConsent, WriteAct::Prolong];
        let act = noted.into_iter().find(|act| act.code() == permit.act());
        let act = act.ok_or_else(|| broken("a permit that leads to something of its own"))?;
        self.take(permit, act.code()).map(drop)
    }

    /// Writes the journal and makes the change last: when this returns, both are on disk.
    ///
    /// # Errors
    /// The database: then nothing has changed.
    pub async fn commit(self) -> Result<()> {
        let Change { room, now, mut tx, used, about, people, also } = self;
        let draft = Draft::new(now, Kind::Write, &used, &about, people);
        let entries: Vec<Draft> = draft.into_iter().chain(also).collect();
        journal::append(&mut tx, room.keys(), &entries).await?;
        tx.commit().await
    }
}
