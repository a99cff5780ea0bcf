//! The pass over the rows: every pupil once, on as many threads as asked for.

use std::borrow::Cow;
use std::collections::BTreeSet;

use domain::{Day, Term};

use super::ranges::in_ranges;
use super::sums::{WeekSum, week_sums};
use super::together::Together;
use super::view::DAYS_40;
use super::{PupilYear, Question, SchoolDay, View, Window};
use crate::columns::{LessonFile, Merge, Subjects};
use crate::failure::Result;
use crate::signals::OwnFigures;

/// One pupil, as the pass hands it over.
#[derive(Clone, Debug)]
pub struct PupilScan {
    /// Pupil number.
    pub pupil: i32,
    /// Highest grade level in the school year so far.
    pub grade: i32,
    /// School of the latest school day.
    pub school: i32,
    /// Every school that the year's rows are from, planned ones too, in rising order: where the rows lie.
    pub schools: Box<[i32]>,
    /// First day at another school than the day before, the latest such day.
    pub moved: Option<Day>,
    /// Figures for each day asked for; `None` before the pupil's first school day.
    pub figures: Vec<Option<Box<OwnFigures>>>,
    /// Where the pupil was on each day asked for, and what came after it; `None` before the first school day.
    pub places: Vec<Option<Placed>>,
}

/// A pupil's school on a day, and the school days after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// School of the latest school day.
    pub school: i32,
    /// The 40 school days of the pupil's own after it; `None` until they have all been.
    pub after: Option<Window>,
}

/// Takes pupils in rising order of pupil number.
pub trait Sink: Send {
    /// Takes a pupil and its week sums.
    fn pupil(&mut self, scan: PupilScan, sums: Box<[WeekSum]>) -> Result<()>;

    /// Takes a pupil without a school day by the scan day, and the schools that the planned rows are from.
    fn planned(&mut self, _pupil: i32, _schools: &[i32]) {}
}

/// Scans the pupils of `files` (all of them, or only those named) and hands each to a sink. Work is cut into parts of
/// rising pupil number; `sink` makes one sink for each part, and they come back in order. A pupil without a school day by
/// the scan day is passed over.
pub fn scan<S: Sink>(
    files: &[LessonFile],
    only: Option<&BTreeSet<i32>>,
    question: &Question,
    subjects: &Subjects,
    threads: usize,
    sink: impl Fn() -> Result<S> + Sync,
) -> Result<Vec<S>> {
    let all = Together { files: files.iter().collect(), only: only.map(Cow::Borrowed) };
    scan_together(&[all], question, subjects, threads, sink)
}

/// The same of pupils in the order in which they are read together.
pub(crate) fn scan_together<S: Sink>(
    all: &[Together<'_>],
    question: &Question,
    subjects: &Subjects,
    threads: usize,
    sink: impl Fn() -> Result<S> + Sync,
) -> Result<Vec<S>> {
    in_ranges(all, threads, |together, range| {
        let mut to = sink()?;
        part(together, question, subjects, range, &mut to)?;
        Ok(to)
    })
}

fn part(
    together: &Together<'_>,
    question: &Question,
    subjects: &Subjects,
    (first, last): (i32, i32),
    sink: &mut impl Sink,
) -> Result<()> {
    let mut year = PupilYear::default();
    let mut merge = Merge::new(together.files.iter().copied(), subjects, first, last)?;
    while let Some(rows) = merge.advance()? {
        if !together.holds(rows.pupil) {
            continue;
        }
        let schools = schools_of(rows.school);
        year.fill(rows, question.year_start, question.last_row(), subjects);
        let past = year.days.partition_point(|day| day.date <= question.as_of());
        let past = year.days.get(..past).unwrap_or(&[]);
        let Some(latest) = past.last() else {
            sink.planned(year.pupil, &schools);
            continue;
        };
        let weeks = week_sums(past)?;
        let found = PupilScan {
            pupil: year.pupil,
            grade: past.iter().map(|day| day.highest_grade).max().unwrap_or(latest.grade),
            school: latest.school,
            schools,
            moved: past.windows(2).rev().find_map(|pair| match pair {
                [before, after] if before.school != after.school => Some(after.date),
                _ => None,
            }),
            figures: question.days().iter().map(|&day| figures(&year, day, &question.terms)).collect(),
            places: question.days().iter().map(|&day| placed(past, day)).collect(),
        };
        sink.pupil(found, weeks)?;
    }
    Ok(())
}

/// The different schools of a pupil's rows, in rising order.
pub(super) fn schools_of(rows: &[i32]) -> Box<[i32]> {
    let mut schools: Vec<i32> = rows.chunk_by(|a, b| a == b).filter_map(|run| run.first().copied()).collect();
    schools.sort_unstable();
    schools.dedup();
    schools.into()
}

fn placed(past: &[SchoolDay], day: Day) -> Option<Placed> {
    let (until, after) = past.split_at(past.partition_point(|it| it.date <= day));
    Some(Placed { school: until.last()?.school, after: after.get(..DAYS_40).map(Window::of) })
}

fn figures(year: &PupilYear, day: Day, terms: &[Term]) -> Option<Box<OwnFigures>> {
    let view = View::on(day, &year.days, &year.lessons, terms);
    (!view.days.is_empty()).then(|| Box::new(OwnFigures::measure(&view)))
}
