//! A pupil's year as it is known on one day: the windows of P10 and nothing later.

use domain::{Day, Term};

use super::Window;
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
    /// The windows that more than one signal looks at.
    pub windows: Windows,
}

/// School days in the shorter shared window.
pub const DAYS_20: usize = 20;
/// School days in the longer shared window.
pub const DAYS_40: usize = 40;
/// School weeks in the shared window.
pub const WEEKS_15: usize = 15;

/// Windows measured once for several signals.
#[derive(Clone, Copy, Debug, Default)]
pub struct Windows {
    /// The term so far: S01 and S11.
    pub term: Window,
    /// The last 15 school weeks: S03 and S08.
    pub weeks15: Window,
    /// The last 40 school days: S06 and S07.
    pub days40: Window,
    /// The last 20 school days: S09 and S12a.
    pub days20: Window,
}

impl<'a> View<'a> {
    /// The view on `as_of` of a pupil's school days and lessons.
    pub fn on(as_of: Day, days: &'a [SchoolDay], lessons: &'a [LessonMark], terms: &[Term]) -> View<'a> {
        let (days, planned) = days.split_at(days.partition_point(|day| day.date <= as_of));
        let term = Term::current(terms, as_of);
        let mut view = View { as_of, days, planned, lessons, term, windows: Windows::default() };
        view.windows = Windows {
            term: Window::of(view.term_days()),
            weeks15: Window::of(view.last_weeks(WEEKS_15)),
            days40: Window::of(view.last_days(DAYS_40)),
            days20: Window::of(view.last_days(DAYS_20)),
        };
        view
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
            if week != Some(day.week) {
                if weeks == n {
                    break;
                }
                weeks += 1;
                week = Some(day.week);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{Days, day};

    /// First and last date of a window.
    fn ends(days: &[SchoolDay]) -> Option<(String, String)> {
        Some((days.first()?.date.to_string(), days.last()?.date.to_string()))
    }

    #[track_caller]
    fn check(days: &Days, window: impl Fn(&View<'_>) -> Vec<SchoolDay>, expected: Option<(&str, &str)>) {
        let expected = expected.map(|(first, last)| (first.to_owned(), last.to_owned()));
        assert_eq!(days.see(|view| ends(&window(view))), expected);
    }

    #[test]
    fn the_last_days_are_the_pupils_own_school_days() {
        // two weeks from 18 August, then a week without school, then a week
        let days = Days::autumn().present(10).on("2025-09-08").present(5);
        check(&days, |view| view.last_days(5).to_vec(), Some(("2025-09-08", "2025-09-12")));
        check(&days, |view| view.last_days(6).to_vec(), Some(("2025-08-29", "2025-09-12")));
        check(&days, |view| view.last_days(15).to_vec(), Some(("2025-08-18", "2025-09-12")));
        check(&days, |view| view.last_days(99).to_vec(), Some(("2025-08-18", "2025-09-12")));
        check(&days, |view| view.last_days(0).to_vec(), None);
    }

    #[test]
    fn the_last_weeks_are_those_with_school() {
        let days = Days::autumn().present(10).on("2025-09-08").present(1); // the last week is one Monday
        check(&days, |view| view.last_weeks(1).to_vec(), Some(("2025-09-08", "2025-09-08")));
        check(&days, |view| view.last_weeks(2).to_vec(), Some(("2025-08-25", "2025-09-08")));
        check(&days, |view| view.last_weeks(3).to_vec(), Some(("2025-08-18", "2025-09-08")));
        check(&days, |view| view.last_weeks(9).to_vec(), Some(("2025-08-18", "2025-09-08")));
        check(&days, |view| view.last_weeks(0).to_vec(), None);
    }

    #[test]
    fn sunday_ends_the_week_that_monday_began() {
        let days = Days::autumn().present(5).on("2025-08-24").present(2); // Sunday, then Monday
        check(&days, |view| view.last_weeks(1).to_vec(), Some(("2025-08-25", "2025-08-25")));
        check(&days, |view| view.last_weeks(2).to_vec(), Some(("2025-08-18", "2025-08-25")));
    }

    #[test]
    fn what_comes_after_the_day_is_plan_only() {
        let days = Days::autumn().present(10).asked_on("2025-08-20");
        check(&days, |view| view.days.to_vec(), Some(("2025-08-18", "2025-08-20")));
        check(&days, |view| view.last_days(99).to_vec(), Some(("2025-08-18", "2025-08-20")));
        check(&days, |view| view.last_weeks(9).to_vec(), Some(("2025-08-18", "2025-08-20")));
        check(&days, |view| view.term_days().to_vec(), Some(("2025-08-18", "2025-08-20")));
        check(&days, |view| view.term_plan().to_vec(), Some(("2025-08-21", "2025-08-29")));
    }

    #[test]
    fn the_term_has_its_first_and_last_day_and_no_others() {
        let year = || Days::from("2025-08-15").present(120); // Friday before the term, far into January
        let days = year().asked_on("2026-01-07");
        check(&days, |view| view.term_days().to_vec(), Some(("2025-08-18", "2025-12-19")));
        check(&days, |view| view.term_plan().to_vec(), None);
        check(&year().asked_on("2026-01-08"), |view| view.term_days().to_vec(), Some(("2026-01-08", "2026-01-08")));
        check(&year().asked_on("2025-08-15"), |view| view.term_days().to_vec(), None); // no term has begun
    }

    #[test]
    fn a_day_knows_its_own_lessons() {
        let days = Days::autumn().present(2).skipping(1, "ma");
        let missed = days.see(|view| {
            view.days
                .iter()
                .map(|day| view.lessons_of(day).iter().map(|mark| mark.missed).collect())
                .collect::<Vec<Vec<_>>>()
        });
        assert_eq!(missed, [[false; 5], [false; 5], [true, false, false, false, false]]);
        assert_eq!(days.see(|view| view.as_of), day("2025-08-20"));
    }
}
