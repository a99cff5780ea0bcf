//! The days on which an entry of a file holds: from `valid_from` to `valid_to`, when there is one.

use domain::Day;
use toml::{Table, Value};

use crate::{
    error::{PackError, Problem},
    table::join,
};

/// The days on which something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// The first day.
    pub from: Day,
    /// The last day, when it has one.
    pub to: Option<Day>,
}

impl Dates {
    /// Whether it holds on a day.
    pub fn hold_on(self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    fn overlap(self, other: Dates) -> bool {
        let before = |a: Dates, b: Dates| a.to.is_some_and(|to| to < b.from);
        !before(self, other) && !before(other, self)
    }
}

/// Takes `valid_from` and `valid_to` out of an entry; nothing when they are wrong, which is then told.
pub(crate) fn take(file: &str, place: &str, entry: &mut Table, problems: &mut Vec<PackError>) -> Option<Dates> {
    let mut read = |key: &str| {
        let written = entry.remove(key)?;
        let day = day(&written);
        if day.is_none() {
            problems.push(Problem::ValueUnusable.at(file, join(place, key)));
        }
        Some(day)
    };
    let (from, to) = (read("valid_from"), read("valid_to"));
    let Some(from) = from else {
        problems.push(Problem::ValueMissing.at(file, join(place, "valid_from")));
        return None;
    };
    let (from, to) = (from?, to.map_or(Some(None), |to| to.map(Some))?);
    if to.is_some_and(|to| to < from) {
        problems.push(Problem::ValueUnusable.at(file, join(place, "valid_to")));
        return None;
    }
    Some(Dates { from, to })
}

/// Entries with the same code that hold on the same day.
pub(crate) fn overlaps<'a>(file: &str, all: impl Iterator<Item = (&'a str, Dates)>) -> Vec<PackError> {
    let all: Vec<_> = all.collect();
    let twice = all.iter().enumerate().filter(|(place, (code, dates))| {
        all.iter().take(*place).any(|(other, before)| other == code && before.overlap(*dates))
    });
    twice.map(|(_, (code, _))| Problem::VersionsOverlap.at(file, *code)).collect()
}

/// A TOML date without time of day.
pub(crate) fn day(written: &Value) -> Option<Day> {
    let date = written.as_datetime()?;
    if date.time.is_some() {
        return None;
    }
    date.to_string().parse().ok()
}
