//! A pupil's school day: the sums of P6 and what P7 and P8 say of them (method, section 1.2).

use domain::{Day, Week};

/// One pupil's school day: a date with at least one lesson. Minutes are whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchoolDay {
    /// The date.
    pub date: Day,
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

    /// The ISO week of the day (P9).
    pub fn week(&self) -> Week {
        self.date.week()
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
