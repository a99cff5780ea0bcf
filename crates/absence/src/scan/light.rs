//! Week sums alone, without any figures: for an earlier school year, whose weeks are drawn but not judged.

use std::collections::{BTreeMap, BTreeSet};

use domain::Day;

use super::PupilYear;
use super::own::schools_of;
use super::ranges::in_ranges;
use super::sums::{Sums, week_sums};
use crate::columns::{LessonFile, Merge, Subjects};
use crate::failure::Result;

/// What a light scan gives.
#[derive(Debug, Default)]
pub struct Light {
    /// The week sums of every pupil with a school day in the span. They equal those of a full scan on its last day, of
    /// a school year that begins on its first.
    pub sums: Sums,
    /// Every school that a pupil's rows are from, in rising order: whose files to read for the pupil.
    pub schools: BTreeMap<i32, Box<[i32]>>,
}

/// Scans the days from `first` to `last` of every pupil in the files but those in `protected`.
///
/// # Errors
/// A file that cannot be read.
pub fn light(
    files: &[LessonFile],
    protected: &BTreeSet<i32>,
    (first, last): (Day, Day),
    threads: usize,
) -> Result<Light> {
    let subjects = Subjects::default();
    let parts = in_ranges(files, None, threads, |(low, high)| {
        let mut found = Vec::new();
        let mut year = PupilYear::default();
        let mut merge = Merge::new(files, &subjects, low, high)?;
        while let Some(rows) = merge.advance()? {
            if protected.contains(&rows.pupil) {
                continue;
            }
            let schools = schools_of(rows.school);
            year.fill(rows, first, last, &subjects);
            if !year.days.is_empty() {
                found.push((year.pupil, week_sums(&year.days)?, schools));
            }
        }
        Ok(found)
    })?;
    let mut light = Light::default();
    for (pupil, sums, schools) in parts.into_iter().flatten() {
        light.sums.insert(pupil, sums);
        light.schools.insert(pupil, schools);
    }
    Ok(light)
}
