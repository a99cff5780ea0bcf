//! P15: pupils whose timetable has stopped. They get «inget schema sedan …» instead of signals.

use std::collections::BTreeSet;

use domain::{Day, Week};

use super::sums::WeekSum;

/// More than this many of the school's school days without a lesson make a pupil stale.
const DAYS: u32 = 10;

/// The dates on which each school had any pupil: a mask of weekdays for each week.
#[derive(Clone, Debug, Default)]
pub struct SchoolDays {
    schools: Vec<School>,
}

#[derive(Clone, Debug)]
struct School {
    code: i32,
    first: Week,
    weeks: Vec<u8>,
}

impl SchoolDays {
    /// Counts a pupil's days as known on a day.
    pub fn count(&mut self, pupil: &[WeekSum], day: Day, scan_day: Day) {
        for sum in pupil.iter().filter(|sum| sum.known_on(day, scan_day)) {
            self.add(sum.school, sum.week, sum.days);
        }
    }

    /// Counts what another thread has counted.
    pub fn merge(&mut self, other: &SchoolDays) {
        for school in &other.schools {
            for (week, &days) in (school.first.0..).map(Week).zip(&school.weeks).filter(|(_, days)| **days != 0) {
                self.add(school.code, week, days);
            }
        }
    }

    /// Takes what another has counted in the place of what was known of some schools; of all when none are named.
    pub fn replace(&mut self, schools: Option<&BTreeSet<i32>>, by: SchoolDays) {
        self.schools.retain(|school| schools.is_some_and(|schools| !schools.contains(&school.code)));
        self.schools.extend(by.schools);
    }

    fn add(&mut self, code: i32, week: Week, days: u8) {
        // the same school comes many times in a row: keep the latest one first
        match self.schools.iter().position(|school| school.code == code) {
            Some(0) => {}
            Some(at) => self.schools.swap(0, at),
            None => self.schools.insert(0, School { code, first: week, weeks: Vec::new() }),
        }
        let Some(school) = self.schools.first_mut() else { return };
        if let Ok(before @ 1..) = usize::try_from(school.first.0 - week.0) {
            school.weeks.splice(0..0, std::iter::repeat_n(0, before));
            school.first = week;
        }
        let place = usize::try_from(week.0 - school.first.0).unwrap_or(0);
        if place >= school.weeks.len() {
            school.weeks.resize(place + 1, 0);
        }
        if let Some(mask) = school.weeks.get_mut(place) {
            *mask |= days;
        }
    }

    /// The schools, and for each the first of its last `n` school weeks.
    pub fn last_weeks(&self, n: usize) -> impl Iterator<Item = (i32, Week)> {
        self.schools.iter().filter_map(move |school| {
            let weeks =
                (school.first.0..).zip(&school.weeks).filter(|(_, days)| **days != 0).map(|(week, _)| Week(week));
            let weeks: Vec<Week> = weeks.collect();
            Some((school.code, *weeks.get(weeks.len().saturating_sub(n))?))
        })
    }

    /// Number of a school's school days after `latest`.
    fn after(&self, code: i32, latest: Day) -> u32 {
        let Some(school) = self.schools.iter().find(|school| school.code == code) else { return 0 };
        let passed = usize::try_from(latest.week().0 - school.first.0).unwrap_or(0);
        let since = (school.first.0..).map(Week).zip(&school.weeks).skip(passed);
        let since = since.skip_while(|(week, _)| *week < latest.week());
        since
            .map(|(week, &days)| {
                let passed = if week == latest.week() { u32::from(latest.weekday()) } else { 0 };
                days.checked_shr(passed).unwrap_or(0).count_ones()
            })
            .sum()
    }

    /// The pupil's latest school day, when it lies too far back.
    pub fn stale_since(&self, pupil: &[WeekSum], day: Day, scan_day: Day) -> Option<Day> {
        let latest = pupil.iter().rev().filter(|sum| sum.known_on(day, scan_day)).max_by_key(|sum| sum.last_day())?;
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
        let mut school_days = SchoolDays::default();
        all.values().for_each(|pupil| school_days.count(pupil, after, after));
        let found = school_days.stale_since(pupil, after, after);
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
