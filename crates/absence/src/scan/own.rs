//! The pass over the rows: every pupil once, on as many threads as asked for.

use std::collections::BTreeSet;

use domain::{Day, Term};

use super::ranges::in_ranges;
use super::sums::{Sums, WeekSum, week_sums};
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
    fn pupil(&mut self, scan: PupilScan, sums: &[WeekSum]) -> Result<()>;

    /// Takes a pupil without a school day by the scan day, and the schools that the planned rows are from.
    fn planned(&mut self, _pupil: i32, _schools: &[i32]) {}
}

/// Scans the pupils of `files` (all of them, or only those named) and hands each to a sink. Work is cut into parts of
/// rising pupil number; `sink` makes one sink for each part, and they come back in order together with the week sums.
/// A pupil without a school day by the scan day is passed over.
pub fn scan<S: Sink>(
    files: &[LessonFile],
    only: Option<&BTreeSet<i32>>,
    question: &Question,
    subjects: &Subjects,
    threads: usize,
    sink: impl Fn() -> Result<S> + Sync,
) -> Result<(Vec<S>, Sums)> {
    let done = in_ranges(files, only, threads, |range| {
        let mut to = sink()?;
        let sums = part(files, only, question, subjects, range, &mut to)?;
        Ok((to, sums))
    })?;
    let (sinks, sums): (Vec<S>, Vec<_>) = done.into_iter().unzip();
    Ok((sinks, sums.into_iter().flatten().collect()))
}

fn part(
    files: &[LessonFile],
    only: Option<&BTreeSet<i32>>,
    question: &Question,
    subjects: &Subjects,
    (first, last): (i32, i32),
    sink: &mut impl Sink,
) -> Result<Vec<(i32, Box<[WeekSum]>)>> {
    let mut sums = Vec::new();
    let mut year = PupilYear::default();
    let mut merge = Merge::new(files, subjects, first, last)?;
    while let Some(rows) = merge.advance()? {
        if only.is_some_and(|only| !only.contains(&rows.pupil)) {
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
        sink.pupil(found, &weeks)?;
        sums.push((year.pupil, weeks));
    }
    Ok(sums)
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
