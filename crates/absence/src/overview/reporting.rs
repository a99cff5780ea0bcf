//! How much of the lessons a school reports, week by week.

use std::collections::{BTreeMap, BTreeSet};

use domain::Week;

use crate::scan::{Sums, WeekSum};

/// A school's week: minutes of all its pupils together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReportingWeek {
    /// School unit code.
    pub school: i32,
    /// The week.
    pub week: Week,
    /// Scheduled minutes.
    pub scheduled: i64,
    /// Reported minutes among them.
    pub reported: i64,
}

/// Every school's weeks with lessons, by school and week.
pub fn reporting(sums: &Sums) -> Vec<ReportingWeek> {
    reporting_of(sums.values().map(|pupil| &**pupil), None)
}

/// The same of some schools, or of all: `pupils` are the sums of everybody who may have been there.
pub fn reporting_of<'a>(
    pupils: impl Iterator<Item = &'a [WeekSum]>,
    schools: Option<&BTreeSet<i32>>,
) -> Vec<ReportingWeek> {
    let wanted = |sum: &&WeekSum| schools.is_none_or(|schools| schools.contains(&sum.school));
    let mut weeks: BTreeMap<(i32, Week), (i64, i64)> = BTreeMap::new();
    for sum in pupils.flatten().filter(wanted) {
        let (scheduled, reported) = weeks.entry((sum.school, sum.week)).or_default();
        *scheduled += i64::from(sum.scheduled);
        *reported += i64::from(sum.reported);
    }
    let week = |((school, week), (scheduled, reported))| ReportingWeek { school, week, scheduled, reported };
    weeks.into_iter().map(week).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{SCHOOL, day, sums, weeks};

    #[test]
    fn the_minutes_of_all_pupils_of_a_school_and_week_are_added_up() {
        let half = |week: WeekSum| WeekSum { reported: 500, ..week };
        let there = |week: WeekSum| WeekSum { school: SCHOOL + 1, ..week };
        let all = sums([
            weeks(&[0, 0]),
            weeks(&[0]).into_iter().map(half).collect(),
            weeks(&[0]).into_iter().map(there).collect(),
        ]);
        let first = day("2025-09-01").week();
        let week = |school, week, scheduled, reported| ReportingWeek { school, week, scheduled, reported };
        let expected = [
            week(SCHOOL, first, 2_000, 1_500),
            week(SCHOOL, Week(first.0 + 1), 1_000, 1_000),
            week(SCHOOL + 1, first, 1_000, 1_000),
        ];
        assert_eq!(reporting(&all), expected);
    }
}
