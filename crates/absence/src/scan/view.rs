//! A pupil's year as it is known on one day: the windows of P10 and nothing later.

use domain::{Day, Term};

use super::day::{LessonMark, SchoolDay};

/// What a signal may look at: the pupil's school days up to and with the day, newest last.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The day that is asked about.
    pub as_of: Day,
    /// School days up to and with `as_of`.
    pub days: &'a [SchoolDay],
    /// School days after `as_of`: planned only (R0).
    pub planned: &'a [SchoolDay],
    /// All lessons of the year; a day knows which are its own.
    pub lessons: &'a [LessonMark],
    /// The term that counts on `as_of`.
    pub term: Option<Term>,
}

impl<'a> View<'a> {
    /// The view on `as_of` of a pupil's school days and lessons.
    pub fn on(as_of: Day, days: &'a [SchoolDay], lessons: &'a [LessonMark], terms: &[Term]) -> View<'a> {
        let (days, planned) = days.split_at(days.partition_point(|day| day.date <= as_of));
        View { as_of, days, planned, lessons, term: Term::current(terms, as_of) }
    }

    /// The last `n` school days (P10).
    pub fn last_days(&self, n: usize) -> &'a [SchoolDay] {
        self.days.get(self.days.len().saturating_sub(n)..).unwrap_or(&[])
    }

    /// The school days of the last `n` school weeks (P9, P10).
    pub fn last_weeks(&self, n: usize) -> &'a [SchoolDay] {
        let mut weeks = 0;
        let mut week = None;
        let mut from = self.days.len();
        for day in self.days.iter().rev() {
            if week != Some(day.week()) {
                if weeks == n {
                    break;
                }
                weeks += 1;
                week = Some(day.week());
            }
            from -= 1;
        }
        self.days.get(from..).unwrap_or(&[])
    }

    /// The school days of the term so far.
    pub fn term_days(&self) -> &'a [SchoolDay] {
        let Some(term) = self.term else { return &[] };
        let from = self.days.partition_point(|day| day.date < term.start);
        let to = self.days.partition_point(|day| day.date <= term.end);
        self.days.get(from..to).unwrap_or(&[])
    }

    /// The planned school days of the term that are still to come.
    pub fn term_plan(&self) -> &'a [SchoolDay] {
        let Some(term) = self.term else { return &[] };
        let from = self.planned.partition_point(|day| day.date < term.start);
        let to = self.planned.partition_point(|day| day.date <= term.end);
        self.planned.get(from..to).unwrap_or(&[])
    }

    /// The lessons of a day.
    pub fn lessons_of(&self, day: &SchoolDay) -> &'a [LessonMark] {
        let at = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
        self.lessons.get(at(day.lessons.0)..at(day.lessons.1)).unwrap_or(&[])
    }
}
