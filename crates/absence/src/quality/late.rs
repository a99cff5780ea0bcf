//! Late corrections: lessons whose report was changed long after they were held.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Day, Week};

use super::{NO_GROUP, lesson, parts};
use crate::columns::cursor::Cursor;
use crate::columns::{LessonFile, Rows, Subjects};
use crate::failure::Result;

/// A change within this many days is the everyday: guardians and teachers put things right.
pub const EVERYDAY: i32 = 7;

/// A week whose lessons were changed late by one import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Late {
    /// The week of the lessons.
    pub week: Week,
    /// Lessons that were changed for at least one pupil.
    pub lessons: u32,
    /// Days from the lesson to the import, at the median of those lessons (the lower one of an even number).
    pub days: u32,
}

/// A row as it is compared: date, start, subject; then valid and invalid minutes.
type Row = ((i32, i32, u16), (i32, i32));

/// The lessons of more than [`EVERYDAY`] days before `today` that stand in both files with another report. What stands
/// in one of them only is a change of the timetable or of the roster, and no correction.
///
/// # Errors
/// A file that cannot be read.
pub fn late(
    before: &LessonFile,
    after: &LessonFile,
    subjects: &Subjects,
    today: Day,
    group: &(dyn Fn(i32) -> Option<u16> + Sync),
) -> Result<Vec<Late>> {
    let last = today.plus(-EVERYDAY);
    let mut changed: BTreeSet<u64> = BTreeSet::new();
    let mut old = Cursor::new(before, subjects, i32::MIN, i32::MAX)?;
    let mut new = Cursor::new(after, subjects, i32::MIN, i32::MAX)?;
    let (mut left, mut right) = (old.advance()?, new.advance()?);
    while let (Some(a), Some(b)) = (left, right) {
        if a < b {
            left = old.advance()?;
            continue;
        }
        if a > b {
            right = new.advance()?;
            continue;
        }
        if let (Some(was), Some(is)) = (old.rows(), new.rows())
            && !same(was, is)
        {
            let group = group(a).unwrap_or(NO_GROUP);
            changed.extend(differing(was, is, last).filter_map(|(d, s, subject)| lesson(group, subject, d, s)));
        }
        (left, right) = (old.advance()?, new.advance()?);
    }
    Ok(by_week(changed, today))
}

/// Whether nothing differs: most pupils of most imports.
fn same(a: Rows<'_>, b: Rows<'_>) -> bool {
    (a.date, a.start, a.subject, a.valid, a.invalid) == (b.date, b.start, b.subject, b.valid, b.invalid)
}

/// The lessons, before `last`, with another report in the one than in the other.
fn differing<'a>(a: Rows<'a>, b: Rows<'a>, last: Day) -> impl Iterator<Item = (i32, i32, u16)> + 'a {
    let reports: BTreeMap<_, _> = rows(a).filter(|((date, ..), _)| *date < last.0).collect();
    rows(b).filter(move |(key, report)| reports.get(key).is_some_and(|was| was != report)).map(|(key, _)| key)
}

fn rows(of: Rows<'_>) -> impl Iterator<Item = Row> {
    let keys = of.date.iter().copied().zip(of.start.iter().copied()).zip(of.subject.iter().copied());
    let reports = of.valid.iter().copied().zip(of.invalid.iter().copied());
    keys.zip(reports).map(|(((date, start), subject), report)| ((date, start, subject), report))
}

fn by_week(changed: BTreeSet<u64>, today: Day) -> Vec<Late> {
    let mut weeks: BTreeMap<Week, Vec<u32>> = BTreeMap::new();
    for lesson in changed {
        let (_, _, date) = parts(lesson);
        weeks.entry(Day(date).week()).or_default().push(u32::try_from(today.0 - date).unwrap_or(0));
    }
    let week = |(week, mut days): (Week, Vec<u32>)| {
        days.sort_unstable();
        let lessons = u32::try_from(days.len()).unwrap_or(u32::MAX);
        Late { week, lessons, days: days.get((days.len().saturating_sub(1)) / 2).copied().unwrap_or(0) }
    };
    weeks.into_iter().map(week).collect()
}
