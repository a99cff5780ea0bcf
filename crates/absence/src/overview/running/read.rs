//! Which pupils a change of the history may have changed, and reading just them.

use std::collections::{BTreeMap, BTreeSet};

use domain::SchoolYear;

use super::own::{Found, Reader, gather};
use crate::columns::LessonFile;
use crate::failure::Result;
use crate::history::members::members;
use crate::history::{History, Manifest, Slot};
use crate::scan::threads::in_parts;

/// The pupils of the files that differ between two manifests, and where their rows lie by now.
#[derive(Debug)]
pub struct Changed<'a> {
    history: &'a History,
    after: &'a Manifest,
    year: SchoolYear,
    /// Of each pupil the schools among those whose file changed.
    pupils: BTreeMap<i32, BTreeSet<i32>>,
    schools: BTreeSet<i32>,
}

/// What changed in a school year between two manifests. `None` when a file from before is gone, as after a purge: then
/// only a full scan can tell.
///
/// # Errors
/// A file that cannot be read.
pub fn changed<'a>(
    history: &'a History,
    year: SchoolYear,
    before: &Manifest,
    after: &'a Manifest,
) -> Result<Option<Changed<'a>>> {
    let (was, is) = (contents(before, year), contents(after, year));
    let mut changed = Changed { history, after, year, pupils: BTreeMap::new(), schools: BTreeSet::new() };
    for (slot, content) in was.symmetric_difference(&is) {
        let path = history.path(*slot, content);
        if !path.is_file() {
            return Ok(None);
        }
        changed.schools.insert(slot.school);
        let counts = is.contains(&(*slot, content));
        for pupil in members(&path)?.iter() {
            let schools = changed.pupils.entry(*pupil).or_default();
            if counts {
                schools.insert(slot.school);
            }
        }
    }
    Ok(Some(changed))
}

/// The files of a school year, by slot and content.
pub(super) fn contents(manifest: &Manifest, year: SchoolYear) -> BTreeSet<(Slot, &str)> {
    let files = manifest.files.iter().filter(|file| file.slot.school_year == year.0);
    files.map(|file| (file.slot, file.content.as_str())).collect()
}

impl Changed<'_> {
    /// The pupils.
    pub fn pupils(&self) -> impl Iterator<Item = i32> {
        self.pupils.keys().copied()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.pupils.len()
    }

    /// Whether nobody's rows have changed.
    pub fn is_empty(&self) -> bool {
        self.pupils.is_empty()
    }

    /// Reads the rows of each pupil, from the changed files and from those of the other schools that `known` tells of.
    /// Who has been at one school only is read with everybody there, others one by one.
    pub(super) fn read<'k>(&self, known: impl Fn(i32) -> &'k [i32], by: Reader<'_>) -> Result<Found> {
        let mut alone: BTreeMap<i32, BTreeSet<i32>> = BTreeMap::new();
        let mut movers: Vec<(i32, BTreeSet<i32>)> = Vec::new();
        for (pupil, schools) in &self.pupils {
            let elsewhere = known(*pupil).iter().filter(|school| !self.schools.contains(school));
            let schools: BTreeSet<i32> = elsewhere.chain(schools).copied().collect();
            match (schools.first(), schools.len()) {
                (Some(school), 1) => _ = alone.entry(*school).or_default().insert(*pupil),
                (Some(_), _) => movers.push((*pupil, schools)),
                (None, _) => {}
            }
        }
        let open = |schools: &BTreeSet<i32>| self.history.files_of(self.after, self.year, schools);
        let mut found = Found::default();
        for (school, pupils) in &alone {
            let files = open(&BTreeSet::from([*school]))?;
            found.add(gather(&files, Some(pupils), by)?);
        }
        let of_mover = |(pupil, schools): &(i32, BTreeSet<i32>)| {
            let files: Vec<LessonFile> = open(schools)?;
            gather(&files, Some(&BTreeSet::from([*pupil])), Reader { threads: 1, ..by })
        };
        let parts = in_parts(&movers, by.threads, |part| part.iter().map(of_mover).collect::<Result<Vec<Found>>>());
        for part in parts {
            part?.into_iter().for_each(|more| found.add(more));
        }
        Ok(found)
    }
}
