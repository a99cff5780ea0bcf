//! A change of the history in three steps: prepared (new files are on disk and no manifest names them), committed (the
//! manifest is replaced, all at once), settled (what must not be kept is removed).
//!
//! A history whose manifest is a file does all three. Where a room keeps the manifest, the room commits: it replaces
//! [`Prepared::before`] by [`Prepared::after`] in a transaction of its own, refused when the version is another by
//! then, and calls [`History::settle`]. Dropped in between, a change leaves files that nobody names.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use super::History;
use super::book::Book;
use super::import::Done;
use super::lease::Leases;
use super::manifest::{Manifest, Slot};
use crate::failure::{Failure, Result};

/// What a change does to the manifest, whichever it is by then.
type Step = Arc<dyn Fn(&History, &mut Manifest) -> Result<Done> + Send + Sync>;

/// A change whose files are on disk. Holds the leases of its schools until it is dropped.
pub struct Prepared {
    /// The manifest that it was prepared upon.
    pub before: Manifest,
    /// The manifest that makes it so; equal to `before` when nothing changes.
    pub after: Manifest,
    /// What it does.
    pub done: Done,
    leased: BTreeSet<Slot>,
    step: Step,
    leases: Arc<Leases>,
}

impl Prepared {
    /// Whether there is anything to commit.
    pub fn changes(&self) -> bool {
        self.before != self.after
    }
}

impl fmt::Debug for Prepared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Prepared").field("done", &self.done).finish_non_exhaustive()
    }
}

impl History {
    /// A change of schools whose leases are held and whose new files are on disk.
    pub(super) fn prepared(
        &self,
        leases: Arc<Leases>,
        leased: BTreeSet<Slot>,
        step: impl Fn(&History, &mut Manifest) -> Result<Done> + Send + Sync + 'static,
    ) -> Result<Prepared> {
        self.upon_now(leases, leased, Arc::new(step))
    }

    /// The same change upon the manifest as it stands now: for when an import of other schools was committed meanwhile.
    ///
    /// # Errors
    /// Refused when the schools of this change are not as they were.
    pub fn again(&self, prepared: &Prepared) -> Result<Prepared> {
        self.upon_now(prepared.leases.clone(), prepared.leased.clone(), prepared.step.clone())
    }

    fn upon_now(&self, leases: Arc<Leases>, leased: BTreeSet<Slot>, step: Step) -> Result<Prepared> {
        let before = self.manifest()?;
        let mut after = before.clone();
        after.version += 1;
        let mut done = step(self, &mut after)?;
        self.forget_gone(&mut after, &leased);
        if (&after.files, &after.imports, &after.loose) == (&before.files, &before.imports, &before.loose) {
            after.version = before.version;
            done.version = before.version;
        }
        Ok(Prepared { before, after, done, leased, step, leases })
    }

    /// Replaces the manifest in the history's folder; waits for its turn, and prepares the change again upon what
    /// stands there by then.
    ///
    /// # Errors
    /// A manifest that is kept outside is replaced outside.
    pub fn commit(&self, prepared: &Prepared) -> Result<Done> {
        if let Book::Given(_) = self.book {
            let source = "this history's manifest is kept by a room".into();
            return Err(Failure::Fault { context: "replacing the manifest".to_owned(), source });
        }
        let _turn = self.manifest_lease()?;
        let now = self.again(prepared)?;
        if now.changes() {
            now.after.save(self.root())?;
        }
        Ok(now.done)
    }

    /// Removes the files that the manifest, as it now stands, says must go at once, among the schools of a change that
    /// has been committed. Gives their number. A crash before this is made good by the next plan or sweep.
    pub fn settle(&self, prepared: &Prepared) -> Result<usize> {
        let removed = self.remove_at_once(&prepared.leased)?;
        if removed > 0
            && let Book::File = self.book
        {
            let forgotten = |_: &History, manifest: &mut Manifest| Ok(Done { version: manifest.version, changed: 0 });
            self.commit(&self.prepared(prepared.leases.clone(), prepared.leased.clone(), forgotten)?)?;
        }
        Ok(removed)
    }

    /// All three steps, of a history that keeps its own manifest.
    pub(super) fn make(&self, prepared: &Prepared) -> Result<Done> {
        let done = self.commit(prepared)?;
        self.settle(prepared)?;
        Ok(done)
    }
}
