//! The week sums alone, without any figures: for an earlier school year, whose weeks are drawn but not judged.

use std::collections::BTreeSet;

use domain::Day;

use super::PupilYear;
use super::ranges::in_ranges;
use super::sums::{Sums, week_sums};
use crate::columns::{LessonFile, Merge, Subjects};
use crate::failure::Result;

/// The week sums of every pupil in the files but those in `protected`, of the days from `first` to `last`. They equal
/// those of a full scan on `last` of a school year that begins on `first`.
pub fn sums_of(
    files: &[LessonFile],
    protected: &BTreeSet<i32>,
    (first, last): (Day, Day),
    threads: usize,
) -> Result<Sums> {
    let subjects = Subjects::default();
    let parts = in_ranges(files, None, threads, |(low, high)| {
        let mut sums = Vec::new();
        let mut days = PupilYear::default();
        let mut merge = Merge::new(files, &subjects, low, high)?;
        while let Some(rows) = merge.advance()? {
            if protected.contains(&rows.pupil) {
                continue;
            }
            days.fill(rows, first, last, &subjects);
            if !days.days.is_empty() {
                sums.push((days.pupil, week_sums(&days.days)?));
            }
        }
        Ok(sums)
    })?;
    Ok(parts.into_iter().flatten().collect())
}
