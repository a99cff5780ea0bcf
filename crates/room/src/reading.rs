//! A request that reads: it gathers what was permitted, and journals it before the answer may be sent.

use std::collections::{BTreeMap, BTreeSet};

use access::{Kind, Permit, Used};
use jiff::Timestamp;
use uuid::Uuid;

use crate::failure::{Result, broken};
use crate::journal::{Draft, Kind as EntryKind};
use crate::room::Room;

/// One request that reads. Call [`Reading::show`] with what is to be shown: it returns it when the journal is on disk.
/// A request that is dropped instead is journalled all the same.
#[must_use = "what was read must be journalled before it is shown"]
#[derive(Debug)]
pub struct Reading<'r> {
    room: &'r Room,
    now: Timestamp,
    used: Vec<Used>,
    people: BTreeSet<Uuid>,
}

impl<'r> Reading<'r> {
    pub(crate) fn new(room: &'r Room, now: Timestamp) -> Reading<'r> {
        Reading { room, now, used: Vec::new(), people: BTreeSet::new() }
    }

    pub(crate) fn room(&self) -> &'r Room {
        self.room
    }

    /// Uses up a permit for one certain act.
    pub(crate) fn take<K: Kind>(&mut self, permit: Permit<K>, act: &str) -> Result<Used> {
        if permit.act() != act {
            return Err(broken("a permit for another act"));
        }
        self.take_any(permit)
    }

    /// Uses up a permit, whatever act it is for.
    pub(crate) fn take_any<K: Kind>(&mut self, permit: Permit<K>) -> Result<Used> {
        let used = permit.into_used();
        if self.used.first().is_some_and(|first| first.actor != used.actor) {
            return Err(broken("one request with permits of two actors"));
        }
        self.used.push(used.clone());
        Ok(used)
    }

    /// Notes whom a list showed.
    pub(crate) fn shown(&mut self, people: impl IntoIterator<Item = Uuid>) {
        self.people.extend(people);
    }

    fn draft(&mut self) -> Option<Draft> {
        let (used, people) = (std::mem::take(&mut self.used), std::mem::take(&mut self.people));
        Draft::new(self.now, EntryKind::Read, &used, &BTreeMap::new(), people)
    }

    /// Journals the request, and gives back what is to be shown when the entry is on disk.
    ///
    /// # Errors
    /// The journal cannot be written: then nothing may be shown.
    pub async fn show<T>(mut self, what: T) -> Result<T> {
        if let Some(draft) = self.draft() {
            self.room.writer().write(draft).await?;
        }
        Ok(what)
    }
}

impl Drop for Reading<'_> {
    fn drop(&mut self) {
        if let Some(draft) = self.draft() {
            self.room.writer().leave(draft);
        }
    }
}
