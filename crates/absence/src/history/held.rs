//! Why an import is held for a person: it may have come out half, and then it would erase what is right.

use std::collections::BTreeSet;

use domain::Day;
use domain::bad_row::File;
use text::{Arg, Message};

use super::change::Change;
use crate::canonical::{BadRows, Roster};
use crate::columns::table::Row;

/// A window whose row count differs by more than this from the present one is held.
const CHANGE_PERCENT: usize = 25;
/// Windows with fewer rows than this may change freely: a first week is small.
const SMALL: usize = 500;
/// More bad rows than this share are held.
const BAD_PERCENT: u64 = 5;
/// A school that more than this share of its pupils would leave is held,
const LEAVING_PERCENT: usize = 10;
/// when they are more than this many: a small class may move.
const LEAVING: usize = 10;
/// A protection mark that cannot be read protects its pupil. In more than this share of the roster, and in more than one
/// row, it is the column that is badly written: it would take everybody out of the history.
const UNCLEAR_PERCENT: u64 = 1;

/// A reason to hold an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// The file is said to be partial.
    Partial,
    /// Pupils who have rows in the window have none in the file.
    PupilsGone {
        /// School unit code.
        school: i32,
        /// How many pupils.
        pupils: usize,
    },
    /// The number of rows in the window changes much.
    RowsDiffer {
        /// School unit code.
        school: i32,
        /// Rows in the window now.
        before: usize,
        /// Rows in the file.
        after: usize,
    },
    /// Pupils who are enrolled at the school are no longer so in the roster.
    Leaving {
        /// School unit code.
        school: i32,
        /// How many pupils.
        pupils: usize,
        /// Pupils enrolled now.
        before: usize,
    },
    /// Rows of the roster that may protect a pupil could not be read.
    Unprotected {
        /// How many rows.
        rows: u64,
    },
    /// The protection mark could not be read in so many rows of the roster that the column must be badly written.
    Unclear {
        /// How many rows.
        rows: u64,
    },
    /// Much of a file could not be read.
    BadRows {
        /// Which file.
        file: File,
        /// Rows that could not be read.
        bad: u64,
        /// Rows in the file.
        rows: u64,
    },
}

impl Held {
    /// Whether no confirmation helps: none lifts a protection, or erases those whom a badly written mark protects.
    pub fn is_final(&self) -> bool {
        matches!(self, Held::Unprotected { .. } | Held::Unclear { .. })
    }

    /// The reason as a message.
    pub fn message(&self) -> Message {
        let count = |n: usize| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
        let many = |n: u64| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
        let school = |school: i32| Arg::Text(school.to_string());
        match *self {
            Held::Partial => Message::new("held-partial"),
            Held::PupilsGone { school: code, pupils } => {
                Message::new("held-pupils-gone").with("school", school(code)).with("pupils", count(pupils))
            }
            Held::RowsDiffer { school: code, before, after } => Message::new("held-rows-differ")
                .with("school", school(code))
                .with("before", count(before))
                .with("after", count(after)),
            Held::Leaving { school: code, pupils, before } => Message::new("held-leaving")
                .with("school", school(code))
                .with("pupils", count(pupils))
                .with("before", count(before)),
            Held::Unprotected { rows } => Message::new("held-unprotected").with("rows", many(rows)),
            Held::Unclear { rows } => Message::new("held-protection-unclear").with("rows", many(rows)),
            Held::BadRows { file, bad, rows } => {
                let code = match file {
                    File::Pupils => "held-bad-pupils",
                    File::Lessons => "held-bad-rows",
                };
                Message::new(code).with("bad", many(bad)).with("rows", many(rows))
            }
        }
    }
}

/// The reasons to hold a change of one school, given the rows that its window holds now (without protected pupils).
pub fn reasons(change: &Change, present: &[Row]) -> Vec<Held> {
    let school = change.slot.school;
    let in_window: Vec<&Row> = present.iter().filter(|row| change.window.contains(Day(row.date))).collect();
    let coming: BTreeSet<i32> = change.rows.iter().map(|row| row.pupil).collect();
    let gone: BTreeSet<i32> = in_window.iter().map(|row| row.pupil).filter(|pupil| !coming.contains(pupil)).collect();
    let (before, after) = (in_window.len(), change.rows.len());
    let mut held = Vec::new();
    if !gone.is_empty() {
        held.push(Held::PupilsGone { school, pupils: gone.len() });
    }
    if before >= SMALL && 100 * before.abs_diff(after) > CHANGE_PERCENT * before {
        held.push(Held::RowsDiffer { school, before, after });
    }
    held
}

/// The reason to hold a file of which much could not be read.
pub fn bad_rows(file: File, bad: u64, rows: u64) -> Option<Held> {
    (100 * bad > BAD_PERCENT * rows).then_some(Held::BadRows { file, bad, rows })
}

/// The reason to hold a roster that so many of a school's pupils are missing from.
pub fn leaving(school: i32, pupils: usize, before: usize) -> Option<Held> {
    let many = pupils > LEAVING && 100 * pupils > LEAVING_PERCENT * before;
    many.then_some(Held::Leaving { school, pupils, before })
}

/// The reasons to hold a roster for what could not be read of it.
pub fn bad_roster(roster: &Roster, bad: &BadRows) -> Vec<Held> {
    let rows = bad.count + roster.rows().map(|_| 1).sum::<u64>();
    let unprotected = (bad.unprotected > 0).then_some(Held::Unprotected { rows: bad.unprotected });
    let is_column = bad.unclear > 1 && 100 * bad.unclear > UNCLEAR_PERCENT * rows;
    let unclear = is_column.then_some(Held::Unclear { rows: bad.unclear });
    [unclear, unprotected, bad_rows(File::Pupils, bad.count, rows)].into_iter().flatten().collect()
}
