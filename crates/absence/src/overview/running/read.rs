//! Which pupils a change of the history may have changed, and reading just them.

use std::collections::{BTreeMap, BTreeSet};

use domain::SchoolYear;

use super::own::{Found, Reader, gather};
use crate::columns::LessonFile;
use crate::failure::Result;
use crate::history::members::members;
use crate::history::{History, Manifest, Slot};
use crate::scan::together::of_places;

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
    pub(super) fn read<'k>(&self, known: impl Fn(i32) -> &'k [i32], by: Reader<'_>) -> Result<Found> {
        let schools_of = |(pupil, schools): (&i32, &BTreeSet<i32>)| {
            let elsewhere = known(*pupil).iter().filter(|school| !self.schools.contains(school));
            (*pupil, elsewhere.chain(schools).copied().collect())
        };
        let pupils: BTreeMap<i32, BTreeSet<i32>> = self.pupils.iter().map(schools_of).collect();
        let (mut files, mut places) = (Vec::new(), BTreeMap::new());
        for school in pupils.values().flatten().copied().collect::<BTreeSet<i32>>() {
            let first = files.len();
            files.extend(self.history.files_of(self.after, self.year, &BTreeSet::from([school]))?);
            places.insert(school, first..files.len());
        }
        let of_schools = |(pupil, schools): (i32, BTreeSet<i32>)| {
            (pupil, schools.iter().filter_map(|school| places.get(school).cloned()).flatten().collect())
        };
        let files: Vec<&LessonFile> = files.iter().collect();
        gather(&of_places(&files, pupils.into_iter().map(of_schools)), by)
    }
}
