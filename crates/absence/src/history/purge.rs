//! Purge and protection: every file that holds the pupil is rewritten without them, and the old files go at once.

use std::collections::BTreeSet;
use std::path::Path;

use domain::Day;

use super::import::Done;
use super::manifest::{Entry, Manifest, Slot};
use super::members::members;
use super::{History, Prepared, disk};
use crate::columns::Subjects;
use crate::failure::{Failure, Result, refuse};

impl History {
    /// Removes pupils from the history for good. Nothing of them is left in any file when this returns.
    pub fn purge(&self, pupils: &BTreeSet<i32>, today: Day) -> Result<Done> {
        self.make(&self.prepare_purge(pupils, today)?)
    }

    /// Writes the files without the pupils. When the change has been committed and settled, nothing of them is left.
    pub fn prepare_purge(&self, pupils: &BTreeSet<i32>, today: Day) -> Result<Prepared> {
        let subjects = Subjects::default();
        let plan = self.plan(Vec::new(), pupils, &subjects)?;
        self.prepare(&plan, &subjects, today, 1)
    }

    /// The schools and school years of which any file, counting or left over, holds one of the pupils.
    pub(super) fn holding(&self, manifest: &Manifest, pupils: &BTreeSet<i32>) -> Result<BTreeSet<Slot>> {
        let mut found = BTreeSet::new();
        if pupils.is_empty() {
            return Ok(found);
        }
        for slot in self.slots(manifest)? {
            for path in disk::entries(&self.folder(slot))? {
                let ending = path.extension().and_then(|ending| ending.to_str());
                let held = match ending {
                    Some("parquet") => self.holds(slot, &path, manifest, pupils)?,
                    Some(disk::UNFINISHED) => true, // nobody knows what an interrupted import wrote
                    _ => false,
                };
                if held {
                    found.insert(slot);
                }
            }
        }
        Ok(found)
    }

    /// Whether a file holds one of the pupils. A left-over file that cannot be read may hold anyone; one that counts
    /// and cannot be read is refused as damaged.
    fn holds(&self, slot: Slot, path: &Path, manifest: &Manifest, pupils: &BTreeSet<i32>) -> Result<bool> {
        let counts = manifest.entry(slot).is_some_and(|entry| self.path(slot, &entry.content) == path);
        match holds(path, pupils) {
            Err(Failure::Refused(_)) if counts => Err(refuse("history-file-changed", path)),
            Err(Failure::Refused(_)) => Ok(true),
            found => found,
        }
    }

    /// Rewrites the counting files of `among` without the pupils.
    pub(super) fn without(
        &self,
        pupils: &BTreeSet<i32>,
        among: &BTreeSet<Slot>,
        subjects: &Subjects,
    ) -> Result<Vec<(Slot, Option<Entry>)>> {
        let manifest = self.manifest()?;
        let mut rewritten = Vec::new();
        for entry in among.iter().filter_map(|slot| manifest.entry(*slot)) {
            let mut table = self.get(Some(entry), subjects)?;
            table.rows.retain(|row| !pupils.contains(&row.pupil));
            rewritten.push((entry.slot, self.put_clean(entry.slot, table, subjects)?));
        }
        Ok(rewritten)
    }
}

/// Whether a file holds a row of any of the pupils.
fn holds(path: &Path, pupils: &BTreeSet<i32>) -> Result<bool> {
    Ok(members(path)?.iter().any(|pupil| pupils.contains(pupil)))
}
