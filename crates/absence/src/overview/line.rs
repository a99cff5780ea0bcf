//! A pupil's school line on reading: the weeks of one pupil straight from the files, for drawing over years.

use domain::{Day, Term, Week};

use crate::columns::{LessonFile, Merge, Subjects};
use crate::failure::Result;
use crate::scan::{PupilYear, SchoolDay};

/// One ISO week of a pupil. Minutes are whole, overlaps resolved (P3, P4). Absence is told in three parts that do not
/// overlap: late arrivals as S09 counts them, and what else is valid and invalid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineWeek {
    /// The week.
    pub week: Week,
    /// Scheduled minutes; 0 in a week without school.
    pub scheduled: i64,
    /// Reported minutes.
    pub reported: i64,
    /// Valid absence minutes, without lateness.
    pub valid: i64,
    /// Invalid absence minutes, without lateness.
    pub invalid: i64,
    /// Minutes late to the first lesson of a day: absence of 5 minutes or more that is not the whole lesson.
    pub late: i64,
    /// Days late.
    pub late_days: i64,
    /// School of the week's last school day; `None` in a week without school.
    pub school: Option<i32>,
    /// Grade level on that day.
    pub level: Option<i32>,
}

impl LineWeek {
    /// All absence minutes of the week.
    pub fn absent(&self) -> i64 {
        self.valid + self.invalid + self.late
    }

    fn add(&mut self, day: &SchoolDay) {
        let late = i64::from(day.late);
        let late_valid = i64::from(day.late_valid);
        self.scheduled += day.scheduled;
        self.reported += day.reported;
        self.valid += day.valid - late_valid;
        self.invalid += day.invalid - (late - late_valid);
        self.late += late;
        self.late_days += i64::from(late > 0);
        (self.school, self.level) = (Some(day.school), Some(day.grade));
    }
}

/// A change of school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The first school day at the new school.
    pub day: Day,
    /// School unit code before.
    pub from: i32,
    /// School unit code after.
    pub to: i32,
}

/// A pupil's weeks, oldest first, and the changes of school among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Every ISO week, also those without school.
    pub weeks: Vec<LineWeek>,
    /// Changes of school, oldest first; also between two school years.
    pub moves: Vec<Moved>,
}

impl Line {
    /// The weeks of the line without a lesson although a weekday of theirs lies in a term: holidays, and weeks without
    /// a school.
    pub fn holidays(&self, terms: &[Term]) -> Vec<Week> {
        let in_term = |week: Week| terms.iter().any(|term| term.start <= week.friday() && week.monday() <= term.end);
        self.weeks.iter().filter(|it| it.scheduled == 0 && in_term(it.week)).map(|it| it.week).collect()
    }
}

/// The line of a pupil, from the Monday of the week of `from` to the day `to`: later days of its week do not count.
/// `files` are those of all the school years that the line covers. A pupil without rows has weeks without school.
///
/// # Errors
/// A file that cannot be read.
pub fn read(files: &[LessonFile], pupil: i32, from: Day, to: Day) -> Result<Line> {
    let subjects = Subjects::default();
    let mut days = PupilYear::default();
    let mut merge = Merge::new(files, &subjects, pupil, pupil)?;
    while let Some(rows) = merge.advance()? {
        days.fill(rows, from.week().monday(), to, &subjects);
    }
    Ok(line(&days.days, from.week(), to.week()))
}

fn line(days: &[SchoolDay], first: Week, last: Week) -> Line {
    let empty = |week: i32| LineWeek { week: Week(week), ..LineWeek::default() };
    let mut weeks: Vec<LineWeek> = (first.0..=last.0).map(empty).collect();
    for day in days {
        let place = usize::try_from(day.week.0 - first.0).unwrap_or(usize::MAX);
        if let Some(week) = weeks.get_mut(place) {
            week.add(day);
        }
    }
    let moves = days.windows(2).filter_map(|pair| match pair {
        [before, after] if before.school != after.school => {
            Some(Moved { day: after.date, from: before.school, to: after.school })
        }
        _ => None,
    });
    Line { weeks, moves: moves.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{Days, SCHOOL, day, lesson};

    #[test]
    fn lateness_stands_apart_from_what_else_is_missed() {
        let days = Days::autumn()
            .days(1, &[lesson("ma", 60).invalid(12), lesson("sv", 60).valid(60)]) // late 12
            .days(1, &[lesson("ma", 60).valid(4).invalid(3), lesson("sv", 60)]) // late 7
            .days(1, &[lesson("ma", 60).valid(60), lesson("sv", 60)]) // the whole lesson is not late
            .days(1, &[lesson("ma", 60).valid(4), lesson("sv", 60).unreported()]); // nor are four minutes
        let found = days.see(|view| line(view.days, day("2025-08-18").week(), day("2025-08-24").week()));
        let expected = LineWeek {
            week: day("2025-08-18").week(),
            scheduled: 480,
            reported: 420,
            valid: 60 + 60 + 4,
            invalid: 0,
            late: 12 + 7,
            late_days: 2,
            school: Some(SCHOOL),
            level: Some(7),
        };
        assert_eq!(found, Line { weeks: vec![expected], moves: Vec::new() });
        assert_eq!(expected.absent(), 143);
    }

    #[test]
    fn a_change_of_school_shows_with_its_first_day_and_in_the_week() {
        let mut days = Days::autumn().present(10).see(|view| view.days.to_vec());
        for day in days.iter_mut().skip(8) {
            (day.school, day.grade) = (SCHOOL + 1, 8);
        }
        let found = line(&days, day("2025-08-18").week(), day("2025-08-29").week());
        assert_eq!(found.moves, [Moved { day: day("2025-08-28"), from: SCHOOL, to: SCHOOL + 1 }]);
        let weeks: Vec<_> = found.weeks.iter().map(|week| (week.school, week.level)).collect();
        assert_eq!(weeks, [(Some(SCHOOL), Some(7)), (Some(SCHOOL + 1), Some(8))]);
    }

    #[test]
    fn holidays_are_the_weeks_of_a_term_without_lessons() {
        let term = |start: &str, end: &str| Term { start: day(start), end: day(end) };
        let terms = [term("2025-08-18", "2025-09-05"), term("2025-09-18", "2025-10-03")];
        // v. 34 and 36 have lessons, v. 35 none; v. 37 lies between the terms, v. 38 begins with a Thursday of term
        let days = Days::autumn().present(1).on("2025-09-01").present(1);
        let found = days.see(|view| line(view.days, day("2025-08-18").week(), day("2025-09-21").week()));
        let numbers: Vec<u8> = found.holidays(&terms).iter().map(|week| week.number()).collect();
        assert_eq!(numbers, [35, 38]);
    }
}
