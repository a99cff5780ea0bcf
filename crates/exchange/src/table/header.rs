//! Finds the header of a table among its first rows, above which there may be titles.

use std::ops::ControlFlow;

use super::{Shape, rows};
use crate::failure::Result;
use crate::format::Format;
use crate::profile::guess::{is_known, personal_number};
use crate::source::Source;
use crate::value::date;

/// Rows that are looked at: titles, header and some to guess from.
const LOOK_AT: usize = 60;
/// A header stands among the first rows.
const LAST_HEADER: usize = 30;

/// The first rows of a table.
#[derive(Default)]
pub(crate) struct Beginning {
    /// The number of the row that is the header, and its place in `rows`.
    pub(crate) header: Option<(u64, usize)>,
    /// The rows with their numbers, also the header.
    pub(crate) rows: Vec<(u64, Vec<String>)>,
}

impl Beginning {
    /// The place of the header among the rows that hold anything; 0 when there is none.
    pub(crate) fn ordinal(&self) -> u64 {
        self.header.and_then(|(_, at)| u64::try_from(at + 1).ok()).unwrap_or(0)
    }

    /// The fields of the header.
    pub(crate) fn names(&self) -> Option<&[String]> {
        self.header.and_then(|(_, at)| self.rows.get(at)).map(|(_, texts)| texts.as_slice())
    }

    /// The rows after the header.
    pub(crate) fn below(&self) -> impl Iterator<Item = &(u64, Vec<String>)> {
        self.rows.iter().skip(self.header.map_or(0, |(_, at)| at + 1))
    }
}

/// Reads the first rows, and finds the header: the row given (0: none), or the one whose words are best known.
pub(crate) fn beginning(
    source: &mut Source<'_>,
    format: Format,
    shape: &Shape,
    row: Option<u32>,
    wanted: &[String],
) -> Result<Beginning> {
    let mut found = Beginning::default();
    rows(source, format, shape, &mut |row| {
        found.rows.push((row.number, row.texts()));
        Ok(if found.rows.len() < LOOK_AT { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    })?;
    found.header = match row {
        Some(0) => None,
        Some(row) => found.rows.iter().enumerate().find(|(_, it)| it.0 == u64::from(row)).map(|(at, it)| (it.0, at)),
        None => best(&found.rows, wanted),
    };
    Ok(found)
}

/// The row with the most known words; of equals the first. A row that holds a number or a date of a person is none.
fn best(rows: &[(u64, Vec<String>)], wanted: &[String]) -> Option<(u64, usize)> {
    let mut best: Option<(usize, (u64, usize))> = None;
    for (at, (number, texts)) in rows.iter().enumerate().take(LAST_HEADER) {
        if texts.iter().any(|text| is_data(text)) {
            continue;
        }
        let known = |text: &&String| {
            let plain = crate::profile::plain(text);
            wanted.contains(&plain) || (wanted.is_empty() && is_known(text))
        };
        let score = texts.iter().filter(known).count();
        // a title alone is no header, unless the table has one column
        let enough = score >= 2 || (score == 1 && texts.len() == 1);
        if enough && best.is_none_or(|(most, _)| score > most) {
            best = Some((score, (*number, at)));
        }
    }
    // a row without known words may be the first pupil: what is shown openly as a header is never guessed at
    best.map(|(_, header)| header)
}

/// Whether a text is a value and no name of a column.
fn is_data(text: &str) -> bool {
    let long = jiff::civil::date(2099, 12, 31);
    text.len() >= 8 && (personal_number(text, long).is_some() || date::day(text).is_ok()) || text.contains('@')
}
