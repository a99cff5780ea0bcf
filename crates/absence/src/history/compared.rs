//! A window before and after: what a person compares when an import is held, and what speaks against it.

use std::collections::BTreeSet;

use domain::Day;

use super::change::Window;
use super::held::Held;
use crate::columns::UNREPORTED;
use crate::columns::table::Row;

/// A window whose row count differs by more than this from the present one is held.
const CHANGE_PERCENT: usize = 25;
/// Windows with fewer rows than this may change freely: a first week is small.
const SMALL: usize = 500;
/// A reported share of lessons that lies more than this from the usual one, in percentage points, is held.
const REPORTING_POINTS: usize = 25;
/// A new window with less than this share of the usual pupils, or of the usual lessons a day, is held.
const FEWER_PERCENT: usize = 75;
/// The latest school days before the window tell what is usual.
const USUAL_DAYS: usize = 20;
/// Lessons a day are compared over at least this many days: one day may be an outing.
const ENOUGH_DAYS: usize = 3;

/// What some rows are, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// Rows.
    pub rows: usize,
    /// Those that are reported.
    pub reported: usize,
    /// Pupils.
    pub pupils: usize,
    /// Days with rows.
    pub days: usize,
}

/// One school's window before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// School unit code.
    pub school: i32,
    /// The window that is replaced.
    pub window: Window,
    /// What lies there now.
    pub before: Measure,
    /// What is to lie there.
    pub after: Measure,
    /// The latest twenty days before the window.
    pub usual: Measure,
    /// Pupils with rows there now and none in what is to come.
    pub gone: usize,
}

impl Measure {
    fn of<'a>(rows: impl Iterator<Item = &'a Row> + Clone) -> Measure {
        Measure {
            rows: rows.clone().count(),
            reported: rows.clone().filter(|row| row.valid != UNREPORTED && row.invalid != UNREPORTED).count(),
            pupils: rows.clone().map(|row| row.pupil).collect::<BTreeSet<i32>>().len(),
            days: rows.map(|row| row.date).collect::<BTreeSet<i32>>().len(),
        }
    }

    /// Share of the rows that are reported, in percent.
    pub fn reported_percent(&self) -> Option<usize> {
        (100 * self.reported).checked_div(self.rows)
    }
}

impl Compared {
    /// Compares what a school's file holds now with the rows that are to come.
    pub fn of(school: i32, window: Window, present: &[Row], coming: &[Row]) -> Compared {
        let within = present.iter().filter(|row| window.contains(Day(row.date)));
        let earlier: BTreeSet<i32> =
            present.iter().map(|row| row.date).filter(|date| Day(*date) < window.from).collect();
        let first = earlier.iter().rev().take(USUAL_DAYS).next_back().copied().unwrap_or(i32::MAX);
        let usual = present.iter().filter(|row| first <= row.date && Day(row.date) < window.from);
        let pupils: BTreeSet<i32> = coming.iter().map(|row| row.pupil).collect();
        let gone: BTreeSet<i32> = within.clone().map(|row| row.pupil).filter(|it| !pupils.contains(it)).collect();
        Compared {
            school,
            window,
            before: Measure::of(within),
            after: Measure::of(coming.iter()),
            usual: Measure::of(usual),
            gone: gone.len(),
        }
    }

    /// Why a person should look first.
    pub fn reasons(&self) -> Vec<Held> {
        let (school, before, after, usual) = (self.school, &self.before, &self.after, &self.usual);
        let mut held = Vec::new();
        if self.gone > 0 {
            held.push(Held::PupilsGone { school, pupils: self.gone });
        }
        if before.rows >= SMALL && 100 * before.rows.abs_diff(after.rows) > CHANGE_PERCENT * before.rows {
            held.push(Held::RowsDiffer { school, before: before.rows, after: after.rows });
        }
        let is_new = before.rows == 0 && usual.rows >= SMALL && after.rows > 0;
        if is_new && 100 * after.pupils < FEWER_PERCENT * usual.pupils {
            held.push(Held::FewerPupils { school, pupils: after.pupils, usual: usual.pupils });
        }
        if is_new && after.days >= ENOUGH_DAYS {
            let (now, then) = (after.rows / after.days.max(1), usual.rows / usual.days.max(1));
            if 100 * now < FEWER_PERCENT * then {
                held.push(Held::FewerRows { school, rows: now, usual: then });
            }
        }
        let base = if before.rows >= SMALL { before } else { usual };
        if base.rows >= SMALL
            && after.days >= ENOUGH_DAYS
            && let (Some(then), Some(now)) = (base.reported_percent(), after.reported_percent())
            && now.abs_diff(then) > REPORTING_POINTS
        {
            held.push(Held::ReportingDiffers { school, percent: now, usual: then });
        }
        held
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::day;

    /// Lessons of pupils on the weekdays of weeks from Monday 2025-09-01 on; every `unreported`th is not reported.
    fn weeks(pupils: i32, weeks: std::ops::Range<i32>, unreported: usize) -> Vec<Row> {
        let monday = day("2025-09-01").0;
        let days = weeks.flat_map(|week| (0..5).map(move |at| monday + 7 * week + at));
        let row = |pupil, date| Row {
            pupil,
            school: 90_000_101,
            grade: 7,
            date,
            start: 480,
            subject: 0,
            scheduled: 60,
            valid: 0,
            invalid: 0,
        };
        let rows = days.flat_map(|date| (1..=pupils).map(move |pupil| row(pupil, date)));
        let mark = |(at, row): (usize, Row)| {
            let is_reported = unreported == 0 || !at.is_multiple_of(unreported);
            Row { valid: if is_reported { 0 } else { UNREPORTED }, ..row }
        };
        rows.enumerate().map(mark).collect()
    }

    /// What speaks against one more week, after four weeks of a hundred pupils who are all reported.
    fn held(coming: &[Row]) -> Vec<Held> {
        let window = Window { from: day("2025-09-29"), to: day("2025-10-03") };
        Compared::of(90_000_101, window, &weeks(100, 0..4, 0), coming).reasons()
    }

    #[test]
    fn a_week_like_the_others_goes_in() {
        assert_eq!(held(&weeks(100, 4..5, 0)), []);
        assert_eq!(held(&weeks(76, 4..5, 4)), [], "a quarter fewer pupils and a quarter unreported are within bounds");
    }

    #[test]
    fn a_sudden_drop_of_pupils_and_lessons_is_held() {
        let school = 90_000_101;
        let fewer =
            [Held::FewerPupils { school, pupils: 74, usual: 100 }, Held::FewerRows { school, rows: 74, usual: 100 }];
        assert_eq!(held(&weeks(74, 4..5, 0)), fewer);
    }

    #[test]
    fn a_reporting_rate_far_from_usual_is_held() {
        let told = [Held::ReportingDiffers { school: 90_000_101, percent: 66, usual: 100 }];
        assert_eq!(held(&weeks(100, 4..5, 3)), told);
    }

    #[test]
    fn a_first_delivery_has_nothing_to_be_compared_with() {
        let window = Window { from: day("2025-09-29"), to: day("2025-10-03") };
        assert_eq!(Compared::of(1, window, &[], &weeks(3, 4..5, 2)).reasons(), []);
    }
}
