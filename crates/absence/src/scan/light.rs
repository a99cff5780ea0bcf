//! Week sums alone, without any figures: for an earlier school year, whose weeks are drawn but not judged.

use std::collections::BTreeSet;

use domain::Day;

use super::PupilYear;
use super::own::schools_of;
use super::ranges::in_ranges;
use super::sums::{WeekSum, week_sums};
use super::together::all_of;
use crate::columns::{LessonFile, Merge, Subjects};
use crate::failure::Result;

/// A pupil with a school day in the span.
#[derive(Debug)]
pub struct Light {
    /// Pupil number.
    pub pupil: i32,
    /// The week sums. They equal those of a full scan on the last day of the span, of a school year that begins on its
    /// first.
    pub sums: Box<[WeekSum]>,
    /// Every school that the pupil's rows are from, in rising order: whose files to read for the pupil.
    pub schools: Box<[i32]>,
}

/// Scans the days from `first` to `last` of every pupil in the files but those in `protected`, and lets `take` keep of
/// each what is wanted: some pupils in each of what it gives, in no order.
///
/// # Errors
/// A file that cannot be read.
pub fn light<T: Default + Send>(
    files: &[LessonFile],
    protected: &BTreeSet<i32>,
    (first, last): (Day, Day),
    threads: usize,
    take: impl Fn(&mut T, Light) + Sync,
) -> Result<Vec<T>> {
    let subjects = Subjects::default();
    in_ranges(&all_of(files)?, threads, |together, (low, high)| {
        let mut taken = T::default();
        let mut year = PupilYear::default();
        let mut merge = Merge::new(together.files.iter().copied(), &subjects, low, high)?;
        while let Some(rows) = merge.advance()? {
            let pupil = rows.pupil;
            if protected.contains(&pupil) || !together.holds(pupil) {
                continue;
            }
            let schools = schools_of(rows.school);
            year.fill(rows, first, last, &subjects);
            if !year.days.is_empty() {
                take(&mut taken, Light { pupil, sums: week_sums(&year.days)?, schools });
            }
        }
        Ok(taken)
    })
}
