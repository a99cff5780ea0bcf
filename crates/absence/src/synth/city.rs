//! Which city to make, and what is true of a pupil in it: the arguments and the answers of `synth`.

use std::ops::RangeInclusive;

use domain::{Day, SchoolYear, pupil::Span};

/// A synthetic city in one school year. Everything about it follows from these four values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct City {
    /// Number of pupils enrolled in the year, F–9; about 400 a school, at least two schools.
    pub pupils: i32,
    /// Seed of every random draw. The same seed gives the same pupils in another year.
    pub seed: u64,
    /// School year, one of those in [`cast::clock::CALENDARS`]; any other has no lessons.
    pub year: SchoolYear,
    /// Rows after this day are plan only: neither absence nor cancellation is known. `None`: the whole year is known.
    pub as_of: Option<Day>,
}

impl City {
    /// The smallest and the largest pupil number in the year. In 2025/26 it is 1 to `pupils`, all enrolled. In other
    /// years those who left grade 9, or have not started F, leave gaps, and other pupils have higher numbers: a number
    /// belongs to one person in all years. Use it to split the work: [`super::lessons`] skips the gaps.
    pub fn numbers(&self) -> RangeInclusive<i32> {
        match self.year.0 - 2025 {
            0 => 1..=self.pupils,
            1.. => 1..=self.pupils.saturating_mul(2),
            _ => 1..=self.pupils.saturating_mul(3),
        }
    }
}

/// A school of the city.
#[derive(Clone, Debug, PartialEq)]
pub struct School {
    /// School unit code: those of [`cast::schools::SCHOOLS`] first, then made-up ones.
    pub code: i32,
    /// Name.
    pub name: String,
    /// District, from 0; the first four are those of [`cast::schools::DISTRICTS`].
    pub district: usize,
    /// What the share of pupils with a problem is multiplied with, mean 1 over the schools (method, section 5.2).
    pub problem_factor: f64,
    /// Share of lessons that nobody reports.
    pub unreported: f64,
}

/// The kind of problem trajectory (method, section 5.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trajectory {
    /// Slow rise along a logistic curve.
    Drift,
    /// From almost nothing to a high level on one day.
    Abrupt,
    /// The same level all year.
    Plateau,
    /// Two to five episodes of one to three weeks.
    Episodic,
    /// Away nearly always from some day on.
    Withdrawn,
    /// One weekday only.
    Selective,
}

/// A change of school within the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// School unit code of the old school.
    pub from: i32,
    /// School unit code of the new school.
    pub to: i32,
    /// Last day enrolled at the old school.
    pub last: Day,
    /// First day enrolled at the new school: up to ten days without a school, or the holidays and up to ten days.
    pub first: Day,
    /// Whether it happened between the terms.
    pub at_term_change: bool,
}

/// A reduced timetable: half the lessons of a day, at least two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reduced {
    /// First and last day.
    pub span: Span,
    /// Whether there is a decision, which then stands in the roster.
    pub decided: bool,
}

/// Support by a team: the pupil is referred once, on high absence in the last 20 and 60 school days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Support {
    /// Day of referral.
    pub referred: Day,
    /// First day with an effect, ten school days later.
    pub start: Day,
    /// Relative change of the absence at start: 0.3 takes away 30 % of it, -0.1 adds 10 %, 0 does nothing. Of a gain,
    /// 30 % fades in six months.
    pub effect: f64,
}

/// What is true of a pupil in the year, for tests to compare with what the signals and the statistics find.
#[derive(Clone, Debug, PartialEq)]
pub struct Truth {
    /// Pupil number.
    pub pupil: i32,
    /// School unit code at the start of the year.
    pub school: i32,
    /// Level, 0 (förskoleklass) to 9.
    pub grade: u8,
    /// Kind of problem, if any.
    pub problem: Option<Trajectory>,
    /// Change of school in the year.
    pub moved: Option<Move>,
    /// Reduced timetable in the year.
    pub reduced: Option<Reduced>,
    /// Support with an effect in this year; it may have started in an earlier one. Never from a day after `as_of`.
    pub support: Option<Support>,
    /// Protected identity.
    pub protected: bool,
}
