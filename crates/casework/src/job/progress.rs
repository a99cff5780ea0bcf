//! How far the jobs that run now have come: in memory, for pages to show. What lasts is in the database.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use uuid::Uuid;

use crate::source::folder::Seen;

/// A job at work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The code of its kind.
    pub kind: String,
    /// About what.
    pub args: Vec<Uuid>,
    /// When this attempt began.
    pub since: Timestamp,
    /// What it does just now; `None` when it has not said.
    pub at: Option<At>,
}

/// A stage of a job, with its numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// The sentence that says what is done, without arguments.
    pub code: &'static str,
    /// How many so far.
    pub done: u64,
    /// Of how many, when that is known.
    pub of: Option<u64>,
}

/// The jobs that run in this process, by id.
#[derive(Default)]
pub(crate) struct Board {
    jobs: Mutex<BTreeMap<Uuid, Progress>>,
    /// What watched folders held when they were looked into last, by source.
    seen: Mutex<BTreeMap<Uuid, Seen>>,
}

impl Board {
    /// What a watched folder held the last time.
    pub(crate) fn seen(&self, source: Uuid) -> Seen {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).remove(&source).unwrap_or_default()
    }

    /// Notes what a watched folder holds now.
    pub(crate) fn saw(&self, source: Uuid, seen: Seen) {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).insert(source, seen);
    }

    pub(crate) fn begin(&self, id: Uuid, kind: &str, args: &[Uuid], since: Timestamp) {
        let progress = Progress { kind: kind.to_owned(), args: args.to_vec(), since, at: None };
        self.with(|all| all.insert(id, progress));
    }

    pub(crate) fn tell(&self, id: Uuid, at: At) {
        self.with(|all| {
            if let Some(job) = all.get_mut(&id) {
                job.at = Some(at);
            }
        });
    }

    pub(crate) fn end(&self, id: Uuid) {
        self.with(|all| all.remove(&id));
    }

    pub(crate) fn about(&self, about: Uuid) -> Option<Progress> {
        self.with(|all| all.values().find(|job| job.args.contains(&about)).cloned())
    }

    pub(crate) fn of_kind(&self, kind: &str) -> Option<Progress> {
        self.with(|all| all.values().find(|job| job.kind == kind).cloned())
    }

    pub(crate) fn of(&self, id: Uuid) -> Option<Progress> {
        self.with(|all| all.get(&id).cloned())
    }

    fn with<T>(&self, what: impl FnOnce(&mut BTreeMap<Uuid, Progress>) -> T) -> T {
        what(&mut self.jobs.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
