//! After an import: only the pupils of its windows are read again, then S10, S12b and P15 are finished for everybody.

use std::collections::BTreeSet;

use domain::SchoolYear;
use pack::Thresholds;

use super::Overview;
use crate::columns::cursor::Cursor;
use crate::columns::{LessonFile, Subjects};
use crate::failure::Result;
use crate::history::{History, Manifest};
use crate::scan::Question;

impl Overview {
    /// Brings the overview up to date after changes of the history, when `changed` names every pupil whose rows may
    /// have changed. The result equals a full scan.
    pub fn update(
        &mut self,
        files: &[LessonFile],
        changed: &BTreeSet<i32>,
        question: &Question,
        thresholds: &Thresholds,
        threads: usize,
    ) -> Result<()> {
        for pupil in changed {
            self.pupils.remove(pupil);
            self.sums.remove(pupil);
        }
        self.read_rows(files, Some(changed), question, thresholds, threads)?;
        self.finish(question, thresholds, threads);
        Ok(())
    }
}

/// The pupils of a school year with rows in any file that differs between two manifests, before or after. `None` when
/// a file from before is gone, as after a purge: then only a full scan can tell.
pub fn changed_pupils(
    history: &History,
    year: SchoolYear,
    before: &Manifest,
    after: &Manifest,
) -> Result<Option<BTreeSet<i32>>> {
    let of_year = |manifest: &Manifest| -> BTreeSet<_> {
        let files = manifest.files.iter().filter(|file| file.slot.school_year == year.0);
        files.map(|file| (file.slot, file.content.clone())).collect()
    };
    let (before, after) = (of_year(before), of_year(after));
    let mut pupils = BTreeSet::new();
    for (slot, content) in before.symmetric_difference(&after) {
        let path = history.path(*slot, content);
        if !path.is_file() {
            return Ok(None);
        }
        let file = LessonFile::open(&path)?;
        let subjects = Subjects::default();
        let mut cursor = Cursor::new(&file, &subjects, i32::MIN, i32::MAX)?;
        while let Some(pupil) = cursor.advance()? {
            pupils.insert(pupil);
        }
    }
    Ok(Some(pupils))
}
