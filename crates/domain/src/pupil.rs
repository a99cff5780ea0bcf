//! The roster: who is enrolled where. Names and personal numbers live here and in the room, never in the history.

use crate::{day::Day, grade::Grade};

/// A span of days, both ends included; `to` is open when `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub from: Day,
    /// Last day, if it is known.
    pub to: Option<Day>,
}

impl Span {
    /// Whether a day lies in the span.
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// One row of the `pupils` file: a pupil's enrolment at a school. A pupil who changed school has several.
#[derive(Clone, PartialEq, Eq)]
pub struct Pupil {
    /// Pupil number, stable in the source: never a personal number.
    pub pupil: i32,
    /// Personal number as delivered; empty when there is none.
    pub personal_number: String,
    /// Name as delivered.
    pub name: String,
    /// School unit code.
    pub school: i32,
    /// Class.
    pub class: String,
    /// Grade, with form and school year.
    pub grade: Grade,
    /// Enrolment at the school.
    pub enrolled: Span,
    /// Protected identity (skyddade personuppgifter): the pupil never enters the history.
    pub protected: bool,
    /// Decision on a reduced timetable (anpassad studiegång or the like), if there is one.
    pub reduced_timetable: Option<Span>,
}

impl std::fmt::Debug for Pupil {
    /// Only the pupil number: a name must not reach a log by way of `{:?}`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pupil").field("pupil", &self.pupil).finish_non_exhaustive()
    }
}
