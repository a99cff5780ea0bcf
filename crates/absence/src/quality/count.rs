//! How much of what a school planned it has reported: by group, subject and week.

use std::collections::BTreeMap;

use domain::{Day, Week};

use super::{NO_GROUP, lesson, parts};
use crate::columns::cursor::Cursor;
use crate::columns::{LessonFile, Subjects, UNREPORTED};
use crate::failure::Result;

/// A group's week in a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The group.
    pub group: u16,
    /// The subject, as a number of the [`Subjects`] that it was counted with.
    pub subject: u16,
    /// The week.
    pub week: Week,
    /// Lessons: what happens at one time in one subject for one group is one.
    pub lessons: u32,
    /// Lessons among them of which nothing is reported, for any pupil.
    pub silent: u32,
    /// Rows: a lesson has one for each pupil.
    pub rows: u32,
    /// Rows among them that are reported.
    pub reported: u32,
}

/// What a school's file of a school year says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// By group, subject and week; only those with lessons.
    pub cells: Vec<Cell>,
    /// The latest day with a lesson, by pupil number; a pupil without rows is not there.
    pub latest: BTreeMap<i32, Day>,
}

impl Counted {
    /// The weeks in which the school has a lesson, oldest first.
    pub fn weeks(&self) -> Vec<Week> {
        let mut weeks: Vec<Week> = self.cells.iter().map(|cell| cell.week).collect();
        weeks.sort_unstable();
        weeks.dedup();
        weeks
    }
}

/// Counts the lessons of a file up to a day; what is planned after it is not yet to be reported.
///
/// # Errors
/// A file that cannot be read.
pub fn count(
    file: &LessonFile,
    subjects: &Subjects,
    until: Day,
    group: &(dyn Fn(i32) -> Option<u16> + Sync),
) -> Result<Counted> {
    let mut counted = Counted::default();
    // the lowest bit says whether the row is reported, so that a lesson's rows lie together
    let mut rows: Vec<u64> = Vec::with_capacity(usize::try_from(file.rows()).unwrap_or(0));
    let mut cursor = Cursor::new(file, subjects, i32::MIN, i32::MAX)?;
    while let Some(pupil) = cursor.advance()? {
        let Some(found) = cursor.rows() else { continue };
        let group = group(pupil).unwrap_or(NO_GROUP);
        let columns = found.date.iter().zip(found.start).zip(found.subject).zip(found.scheduled);
        for (((((&date, &start), &subject), &scheduled), &valid), &invalid) in
            columns.zip(found.valid).zip(found.invalid)
        {
            if date > until.0 || scheduled <= 0 {
                continue; // to come, or P1
            }
            let Some(lesson) = lesson(group, subject, date, start) else { continue };
            rows.push(lesson << 1 | u64::from(valid != UNREPORTED && invalid != UNREPORTED));
            let latest = counted.latest.entry(pupil).or_insert(Day(date));
            *latest = Day(date).max(*latest);
        }
    }
    rows.sort_unstable();
    for of_lesson in rows.chunk_by(|a, b| a >> 1 == b >> 1) {
        let Some(first) = of_lesson.first() else { continue };
        let (group, subject, date) = parts(first >> 1);
        let week = Day(date).week();
        let (all, reported) = (many(of_lesson.len()), many(of_lesson.iter().filter(|row| **row & 1 == 1).count()));
        let silent = u32::from(reported == 0);
        match counted.cells.last_mut() {
            Some(cell) if (cell.group, cell.subject, cell.week) == (group, subject, week) => {
                cell.lessons += 1;
                cell.silent += silent;
                cell.rows += all;
                cell.reported += reported;
            }
            _ => counted.cells.push(Cell { group, subject, week, lessons: 1, silent, rows: all, reported }),
        }
    }
    Ok(counted)
}

fn many(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
