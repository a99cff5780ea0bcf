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
