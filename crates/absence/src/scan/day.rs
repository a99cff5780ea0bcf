//! A pupil's school day: the sums of P6 and what P7 and P8 say of them (method, section 1.2).

use domain::{Day, Week};

/// One pupil's school day: a date with at least one lesson. Minutes are whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchoolDay {
    /// The date.
    pub date: Day,
    /// The ISO week of the date (P9).
    pub week: Week,
    /// School of the day's last lesson.
    pub school: i32,
    /// Grade level of the day's last lesson.
    pub grade: i32,
    /// Highest grade level of the day's lessons.
    pub highest_grade: i32,
    /// Scheduled minutes, S.
    pub scheduled: i64,
    /// Scheduled minutes of the reported lessons, D.
    pub reported: i64,
    /// Valid absence minutes, V.
    pub valid: i64,
    /// Invalid absence minutes, U.
    pub invalid: i64,
    /// Whether the first lesson is reported.
    pub first_reported: bool,
    /// Minutes late to the first lesson: absence of 5 minutes or more, but not the whole lesson; otherwise 0.
    pub late: i32,
    /// How many of them are valid absence.
    pub late_valid: i32,
    /// Where the day's lessons begin and end among the pupil's lessons.
    pub lessons: (u32, u32),
}

impl SchoolDay {
    /// Valid and invalid absence minutes, A.
    pub fn absent(&self) -> i64 {
        self.valid + self.invalid
    }

    /// P7: at least half of the day's minutes are reported.
    pub fn known(&self) -> bool {
        self.reported > 0 && 2 * self.reported >= self.scheduled
    }

    /// P8: absent at least a quarter of a known day.
    pub fn is_absent_day(&self) -> bool {
        self.known() && self.absent() > 0 && 4 * self.absent() >= self.reported
    }

    /// P8: absent at least 80 % of a known day.
    pub fn is_full_absent_day(&self) -> bool {
        self.known() && 10 * self.absent() >= 8 * self.reported
    }
}

/// What S07 needs to know of a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LessonMark {
    /// Subject number.
    pub subject: u16,
    /// Whether it is reported.
    pub reported: bool,
    /// Whether at least half of it was missed: `2·a ≥ s`.
    pub missed: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A day with these sums of minutes.
    fn day(scheduled: i64, reported: i64, valid: i64, invalid: i64) -> SchoolDay {
        SchoolDay {
            date: Day(20_000),
            week: Day(20_000).week(),
            school: 90_000_101,
            grade: 7,
            highest_grade: 7,
            scheduled,
            reported,
            valid,
            invalid,
            first_reported: reported > 0,
            late: 0,
            late_valid: 0,
            lessons: (0, 0),
        }
    }

    #[track_caller]
    fn check(day: SchoolDay, known: bool, absent: bool, full: bool) {
        assert_eq!((day.known(), day.is_absent_day(), day.is_full_absent_day()), (known, absent, full));
    }

    #[test]
    fn a_day_is_known_from_half_reported() {
        check(day(300, 150, 0, 0), true, false, false);
        check(day(300, 149, 0, 0), false, false, false);
        check(day(301, 150, 150, 0), false, false, false); // 300 < 301: not known, so neither absent
    }

    #[test]
    fn a_day_that_nobody_reported_is_neither_known_nor_absent() {
        check(day(300, 0, 0, 0), false, false, false); // though 4·0 ≥ 0
    }

    #[test]
    fn a_present_day_is_never_absent() {
        check(day(300, 300, 0, 0), true, false, false);
    }

    #[test]
    fn a_quarter_of_the_reported_time_is_an_absent_day() {
        check(day(300, 300, 75, 0), true, true, false);
        check(day(300, 300, 74, 0), true, false, false);
        check(day(300, 300, 40, 35), true, true, false); // valid and invalid together
        check(day(300, 200, 50, 0), true, true, false); // of what is reported, not of what is scheduled
    }

    #[test]
    fn four_fifths_of_the_reported_time_is_a_whole_day() {
        check(day(300, 300, 240, 0), true, true, true);
        check(day(300, 300, 239, 0), true, true, false);
        check(day(300, 150, 0, 120), true, true, true);
    }
}
