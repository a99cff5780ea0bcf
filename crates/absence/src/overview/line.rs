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
