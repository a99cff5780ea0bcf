//! The pass over the rows: every pupil once, on as many threads as asked for.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

use domain::{Day, Term};

use super::sums::{Sums, WeekSum, week_sums};
use super::{PupilYear, Question, View};
use crate::columns::{LessonFile, Merge, Subjects};
use crate::failure::Result;
use crate::signals::OwnFigures;

/// Parts a thread works through, so that no thread waits long for the last one.
const PARTS_A_THREAD: usize = 4;

/// One pupil, as the pass hands it over.
#[derive(Clone, Debug)]
pub struct PupilScan {
    /// Pupil number.
    pub pupil: i32,
    /// Highest grade level in the school year so far.
    pub grade: i32,
    /// School of the latest school day.
    pub school: i32,
    /// First day at another school than the day before, the latest such day.
    pub moved: Option<Day>,
    /// Figures for each day asked for; `None` before the pupil's first school day.
    pub figures: Vec<Option<Box<OwnFigures>>>,
}

/// Takes pupils in rising order of pupil number.
pub trait Sink: Send {
    /// Takes a pupil and its week sums.
    fn pupil(&mut self, scan: PupilScan, sums: &[WeekSum]) -> Result<()>;
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
    let parts = parts(files, only, threads.max(1) * PARTS_A_THREAD);
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some(&(first, last)) = parts.get(next.fetch_add(1, Ordering::Relaxed)) {
            let mut to = sink()?;
            let sums = part(files, only, question, subjects, (first, last), &mut to)?;
            done.push((first, to, sums));
        }
        Ok(done)
    };
    let mut done = Vec::new();
    if threads <= 1 {
        done = work()?;
    } else {
        let finished: Vec<std::thread::Result<Result<Vec<_>>>> = std::thread::scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            workers.into_iter().map(std::thread::ScopedJoinHandle::join).collect()
        });
        for worker in finished {
            done.extend(worker.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
        }
    }
    done.sort_by_key(|(first, ..)| *first);
    let (sinks, sums): (Vec<S>, Vec<_>) = done.into_iter().map(|(_, sink, sums)| (sink, sums)).unzip();
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
        year.fill(rows, question.year_start, question.last_row(), subjects);
        let past = year.days.partition_point(|day| day.date <= question.as_of());
        let past = year.days.get(..past).unwrap_or(&[]);
        let Some(latest) = past.last() else { continue };
        let weeks = week_sums(past)?;
        let found = PupilScan {
            pupil: year.pupil,
            grade: past.iter().map(|day| day.highest_grade).max().unwrap_or(latest.grade),
            school: latest.school,
            moved: past.windows(2).rev().find_map(|pair| match pair {
                [before, after] if before.school != after.school => Some(after.date),
                _ => None,
            }),
            figures: question.days().iter().map(|&day| figures(&year, day, &question.terms)).collect(),
        };
        sink.pupil(found, &weeks)?;
        sums.push((year.pupil, weeks));
    }
    Ok(sums)
}

fn figures(year: &PupilYear, day: Day, terms: &[Term]) -> Option<Box<OwnFigures>> {
    let view = View::on(day, &year.days, &year.lessons, terms);
    (!view.days.is_empty()).then(|| Box::new(OwnFigures::measure(&view)))
}

/// Ranges of pupil numbers with about equally many rows, cut where a row group of the largest file begins.
fn parts(files: &[LessonFile], only: Option<&BTreeSet<i32>>, wanted: usize) -> Vec<(i32, i32)> {
    let (low, high) = match only {
        None => (i32::MIN, i32::MAX),
        Some(only) => match (only.first(), only.last()) {
            (Some(&first), Some(&last)) => (first, last),
            _ => return Vec::new(),
        },
    };
    let mut starts: Vec<(i32, u64)> =
        files.iter().flat_map(LessonFile::groups).filter_map(|group| Some((group.pupils?.0, group.rows))).collect();
    starts.sort_unstable();
    let total: u64 = starts.iter().map(|(_, rows)| rows).sum();
    let share = (total / u64::try_from(wanted).unwrap_or(1)).max(1);
    let (mut parts, mut from, mut gathered) = (Vec::new(), low, 0);
    for (start, rows) in starts {
        if gathered >= share && start > from && start <= high {
            parts.push((from, start - 1));
            from = start;
            gathered = 0;
        }
        gathered += rows;
    }
    parts.push((from, high));
    parts
}
