//! Which pupils are read together, and from which files.
//!
//! A file that is being read takes a megabyte for each thread. A city has hundreds of files, one a school, and most
//! pupils are in one of them only: so the files are read one after the other, and only whoever is in several is read from
//! those side by side.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::columns::LessonFile;
use crate::failure::Result;

/// Some pupils, and files that hold all their rows.
#[derive(Clone, Debug)]
pub(crate) struct Together<'a> {
    /// The files.
    pub(crate) files: Vec<&'a LessonFile>,
    /// The pupils; all in the files, when none are named.
    pub(crate) only: Option<Cow<'a, BTreeSet<i32>>>,
}

/// Everybody in some files.
///
/// # Errors
/// A file that cannot be read.
pub(crate) fn all_of(files: &[LessonFile]) -> Result<Vec<Together<'_>>> {
    let mut pupils: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
    for (place, file) in files.iter().enumerate() {
        file.pupils()?.into_iter().for_each(|pupil| pupils.entry(pupil).or_default().push(place));
    }
    Ok(of_places(&files.iter().collect::<Vec<_>>(), pupils))
}

/// Pupils by the places of their files among some: those of one file together, the others each alone.
pub(crate) fn of_places<'a>(
    files: &[&'a LessonFile],
    pupils: impl IntoIterator<Item = (i32, Vec<usize>)>,
) -> Vec<Together<'a>> {
    let mut together: BTreeMap<(Vec<usize>, Option<i32>), BTreeSet<i32>> = BTreeMap::new();
    for (pupil, places) in pupils {
        let alone = (places.len() > 1).then_some(pupil);
        together.entry((places, alone)).or_default().insert(pupil);
    }
    let of = |((places, _), only): ((Vec<usize>, Option<i32>), BTreeSet<i32>)| Together {
        files: places.iter().filter_map(|place| files.get(*place).copied()).collect(),
        only: Some(Cow::Owned(only)),
    };
    together.into_iter().map(of).collect()
}

impl<'a> Together<'a> {
    /// Whether a pupil in the files is one of those.
    pub(crate) fn holds(&self, pupil: i32) -> bool {
        self.only.as_ref().is_none_or(|only| only.contains(&pupil))
    }

    /// Those who are among some others too; nothing when nobody is.
    pub(crate) fn among(&self, others: &BTreeSet<i32>) -> Option<Together<'a>> {
        let only: BTreeSet<i32> = match &self.only {
            Some(only) => only.intersection(others).copied().collect(),
            None => others.clone(),
        };
        (!only.is_empty()).then(|| Together { files: self.files.clone(), only: Some(Cow::Owned(only)) })
    }
}
