//! Why an import is held for a person: it may have come out half, and then it would erase what is right.

use std::collections::BTreeSet;

use domain::Day;
use text::{Arg, Message};

use super::change::Change;
use crate::columns::table::Row;

/// A window whose row count differs by more than this from the present one is held.
const CHANGE_PERCENT: usize = 25;
/// Windows with fewer rows than this may change freely: a first week is small.
const SMALL: usize = 500;
/// More bad rows than this share are held.
const BAD_PERCENT: u64 = 5;

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
    /// Rows of the roster that may protect a pupil could not be read.
    Unprotected {
        /// How many rows.
        rows: u64,
    },
    /// Much of the file could not be read.
    BadRows {
        /// Rows that could not be read.
        bad: u64,
        /// Rows in the file.
        rows: u64,
    },
}

impl Held {
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
            Held::Unprotected { rows } => Message::new("held-unprotected").with("rows", many(rows)),
            Held::BadRows { bad, rows } => {
                Message::new("held-bad-rows").with("bad", many(bad)).with("rows", many(rows))
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
pub fn bad_rows(bad: u64, rows: u64) -> Option<Held> {
    (100 * bad > BAD_PERCENT * rows).then_some(Held::BadRows { bad, rows })
}
