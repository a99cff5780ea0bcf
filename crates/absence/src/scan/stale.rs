//! P15: pupils whose timetable has stopped. They get «inget schema sedan …» instead of signals.

use std::collections::BTreeMap;

use domain::{Day, Week};

use super::sums::{Sums, WeekSum};

/// More than this many of the school's school days without a lesson make a pupil stale.
const DAYS: u32 = 10;

/// The dates on which each school had any pupil: a mask of weekdays for each week.
#[derive(Clone, Debug, Default)]
pub struct SchoolDays(BTreeMap<(i32, Week), u8>);

impl SchoolDays {
    /// The school days as known on a day.
    pub fn on(sums: &Sums, day: Day, scan_day: Day) -> SchoolDays {
        let mut days = SchoolDays::default();
        for sum in sums.values().flat_map(|pupil| pupil.iter()).filter(|sum| sum.known_on(day, scan_day)) {
            *days.0.entry((sum.school, sum.week)).or_default() |= sum.days;
        }
        days
    }

    /// Number of a school's school days after `latest`.
    fn after(&self, school: i32, latest: Day) -> u32 {
        let weeks = self.0.range((school, latest.week())..=(school, Week(i32::MAX)));
        weeks
            .map(|(&(_, week), &days)| {
                let passed = if week == latest.week() { u32::from(latest.weekday()) } else { 0 };
                (days.checked_shr(passed).unwrap_or(0)).count_ones()
            })
            .sum()
    }

    /// The pupil's latest school day, when it lies too far back.
    pub fn stale_since(&self, pupil: &[WeekSum], day: Day, scan_day: Day) -> Option<Day> {
        let latest = pupil.iter().filter(|sum| sum.known_on(day, scan_day)).max_by_key(|sum| sum.last_day())?;
        (self.after(latest.school, latest.last_day()) > DAYS).then(|| latest.last_day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{SCHOOL, day, sums, week};

    /// Björkskolan with school on the days of the masks, from v. 36; bit 0 is Monday.
    fn at_school(days: &[u8]) -> Vec<WeekSum> {
        let first = day("2025-09-01").week().0;
        (first..).zip(days).map(|(number, &days)| WeekSum { days, ..week(Week(number), 1_000, 0) }).collect()
    }

    #[track_caller]
    fn check(pupil: &[WeekSum], others: Vec<WeekSum>, since: Option<&str>) {
        let (all, after) = (sums([pupil.to_vec(), others]), day("2025-12-31"));
        let found = SchoolDays::on(&all, after, after).stale_since(pupil, after, after);
        assert_eq!(found, since.map(day));
    }

    const WHOLE: u8 = 0b1_1111;

    #[test]
    fn more_than_ten_school_days_without_a_lesson_are_stale() {
        // the pupil's last day is Friday 5 September
        let pupil = at_school(&[WHOLE]);
        check(&pupil, at_school(&[WHOLE, WHOLE, WHOLE]), None); // 10 school days since
        check(&pupil, at_school(&[WHOLE, WHOLE, WHOLE, 0b1]), Some("2025-09-05")); // 11
    }

    #[test]
    fn the_rest_of_the_last_week_counts() {
        // last day Wednesday 3 September: Thursday and Friday, a week, and three or four days
        let pupil = at_school(&[0b111]);
        check(&pupil, at_school(&[WHOLE, WHOLE, 0b111]), None);
        check(&pupil, at_school(&[WHOLE, WHOLE, 0b1111]), Some("2025-09-03"));
    }

    #[test]
    fn days_without_school_do_not_count_and_other_schools_neither() {
        let pupil = at_school(&[WHOLE]);
        check(&pupil, at_school(&[WHOLE, 0, 0, 0, 0, WHOLE, WHOLE]), None);
        let elsewhere =
            at_school(&[WHOLE; 10]).into_iter().map(|week| WeekSum { school: SCHOOL + 1, ..week }).collect();
        check(&pupil, elsewhere, None);
    }
}
