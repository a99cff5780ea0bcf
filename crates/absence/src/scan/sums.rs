//! A pupil's weeks as sums: all that S10, S12b, P15 and the peers' level are finished from, never rows again.

use std::collections::BTreeMap;

use domain::{Day, Week};
use text::Message;

use super::day::SchoolDay;
use crate::failure::{Failure, Result};

/// A pupil's days of one ISO week at one school. Saturday and Sunday stand in a row of their own, so that the sums
/// as of a Friday can be had too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekSum {
    /// The week.
    pub week: Week,
    /// Whether the row holds Saturday and Sunday.
    pub weekend: bool,
    /// School unit code.
    pub school: i32,
    /// Grade level on the last of the days.
    pub grade: i32,
    /// Which days have lessons: bit 0 is Monday.
    pub days: u8,
    /// Scheduled minutes, S.
    pub scheduled: i32,
    /// Reported minutes, D.
    pub reported: i32,
    /// Absence minutes, A.
    pub absent: i32,
    /// Invalid absence minutes among them, U.
    pub invalid: i32,
}

impl WeekSum {
    /// The last day in the row.
    pub fn last_day(&self) -> Day {
        let highest = 7 - i32::try_from(self.days.leading_zeros()).unwrap_or(7);
        self.week.monday().plus(highest)
    }

    /// Whether the row was known on a day: on the day of the scan everything is, on an earlier Friday the weekend
    /// after it is not.
    pub fn known_on(&self, day: Day, scan_day: Day) -> bool {
        day == scan_day || self.week < day.week() || (self.week == day.week() && !self.weekend)
    }
}

/// The week sums of every pupil, by pupil number.
pub type Sums = BTreeMap<i32, Box<[WeekSum]>>;

/// The week sums of one pupil's school days, in order of week.
pub fn week_sums(days: &[SchoolDay]) -> Result<Box<[WeekSum]>> {
    let mut sums: Vec<WeekSum> = Vec::with_capacity(days.len() / 4 + 1);
    for day in days {
        let (week, weekend) = (day.week, day.date.weekday() > 5);
        let of_day = |sum: &WeekSum| sum.week == week && sum.weekend == weekend && sum.school == day.school;
        // a week holds a handful of rows at most: look among the last few
        let at = (sums.len().saturating_sub(8)..sums.len()).rev().find(|&at| sums.get(at).is_some_and(of_day));
        let at = at.unwrap_or_else(|| {
            let school = day.school;
            sums.push(WeekSum {
                week,
                weekend,
                school,
                grade: 0,
                days: 0,
                scheduled: 0,
                reported: 0,
                absent: 0,
                invalid: 0,
            });
            sums.len() - 1
        });
        let Some(sum) = sums.get_mut(at) else { continue };
        sum.grade = day.grade;
        sum.days |= 1 << (day.date.weekday() - 1);
        add(&mut sum.scheduled, day.scheduled)?;
        add(&mut sum.reported, day.reported)?;
        add(&mut sum.absent, day.absent())?;
        add(&mut sum.invalid, day.invalid)?;
    }
    Ok(sums.into())
}

fn add(sum: &mut i32, minutes: i64) -> Result<()> {
    let total = i64::from(*sum) + minutes;
    *sum = i32::try_from(total).map_err(|_| Failure::Refused(Message::new("minutes-out-of-range")))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{Days, SCHOOL, day, week};

    #[test]
    fn a_week_is_one_row_and_its_weekend_another() {
        let days = Days::autumn().present(4).invalid(1, 60).on("2025-08-23").full(1).unreported(2);
        let (monday, later) = (day("2025-08-18"), day("2025-08-25"));
        let sums = days.see(|view| week_sums(view.days).unwrap());
        let expected = [
            WeekSum { scheduled: 1500, reported: 1500, absent: 60, invalid: 60, ..week(monday.week(), 0, 0) },
            WeekSum {
                weekend: true,
                days: 0b10_0000,
                scheduled: 300,
                reported: 300,
                absent: 300,
                ..week(monday.week(), 0, 0)
            },
            WeekSum { days: 0b11, scheduled: 600, reported: 0, ..week(later.week(), 0, 0) },
        ];
        assert_eq!(*sums, expected);
        let last: Vec<String> = sums.iter().map(|sum| sum.last_day().to_string()).collect();
        assert_eq!(last, ["2025-08-22", "2025-08-23", "2025-08-26"]);
    }

    #[test]
    fn two_schools_in_a_week_are_two_rows() {
        let mut days = Days::autumn().present(3).see(|view| view.days.to_vec());
        days[1].school = SCHOOL + 1;
        let sums = week_sums(&days).unwrap();
        let masks: Vec<(i32, u8)> = sums.iter().map(|sum| (sum.school, sum.days)).collect();
        assert_eq!(masks, [(SCHOOL, 0b101), (SCHOOL + 1, 0b010)]);
    }

    #[test]
    fn on_an_earlier_friday_the_weekend_and_what_follows_is_not_known() {
        let (friday, scan_day) = (day("2025-08-22"), day("2025-08-27"));
        let row = |weekend, date| WeekSum { weekend, ..week(day(date).week(), 0, 0) };
        let known = |row: WeekSum, on| row.known_on(on, scan_day);
        assert!(known(row(false, "2025-08-18"), friday));
        assert!(!known(row(true, "2025-08-18"), friday));
        assert!(known(row(true, "2025-08-11"), friday));
        assert!(!known(row(false, "2025-08-25"), friday));
        assert!(known(row(true, "2025-08-25"), scan_day));
    }
}
