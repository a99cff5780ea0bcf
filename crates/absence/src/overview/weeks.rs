//! A pupil's weeks as a line: what was missed of each, for drawing.

use domain::{Day, Week};

use crate::scan::WeekSum;

/// One ISO week of a pupil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineWeek {
    /// The week.
    pub week: Week,
    /// Scheduled minutes; 0 in a week without school.
    pub scheduled: i64,
    /// Reported minutes.
    pub reported: i64,
    /// Absence minutes.
    pub absent: i64,
}

/// Every week from `from` to `to`, also those without school.
pub fn line(sums: &[WeekSum], from: Day, to: Day) -> Vec<LineWeek> {
    let week = |week: i32| {
        let week = Week(week);
        let rows = || sums.iter().filter(|sum| sum.week == week);
        let total = |minutes: fn(&WeekSum) -> i32| rows().map(|row| i64::from(minutes(row))).sum();
        LineWeek {
            week,
            scheduled: total(|row| row.scheduled),
            reported: total(|row| row.reported),
            absent: total(|row| row.absent),
        }
    };
    (from.week().0..=to.week().0).map(week).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{day, week};

    #[test]
    fn every_week_is_there_and_the_rows_of_one_week_are_added_up() {
        let at = |date| day(date).week();
        let rows = [
            week(at("2025-09-01"), 1_000, 100),
            WeekSum { weekend: true, ..week(at("2025-09-01"), 60, 60) },
            week(at("2025-09-15"), 500, 0),
        ];
        let line = line(&rows, day("2025-09-03"), day("2025-09-15"));
        let minutes: Vec<_> = line.iter().map(|week| (week.week.number(), week.scheduled, week.absent)).collect();
        assert_eq!(minutes, [(36, 1_060, 160), (37, 0, 0), (38, 500, 0)]);
    }
}
