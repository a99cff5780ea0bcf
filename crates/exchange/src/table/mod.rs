//! Rows of text, whether from CSV or from a workbook, one at a time.

mod cells;
mod csv;
mod dialect;
pub mod header;
mod xlsx;

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::ControlFlow;

use ::csv::ByteRecord;
use domain::bad_row::Problem;

use crate::encoding::{self, Encoding};
use crate::failure::Result;
use crate::format::Format;
use crate::source::Source;

/// How the file is written, where it is known; found by content where not.
#[derive(Clone, Debug, Default)]
pub struct Shape {
    /// What stands between fields.
    pub delimiter: Option<char>,
    /// The encoding.
    pub encoding: Option<Encoding>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
}

/// One row.
pub(crate) struct Row<'a> {
    /// Its number as a spreadsheet counts it.
    pub(crate) number: u64,
    /// Its place among the rows that hold anything, the first being 1.
    pub(crate) ordinal: u64,
    /// Bytes of the file read so far.
    pub(crate) bytes: u64,
    cells: Cells<'a>,
}

enum Cells<'a> {
    Csv(&'a ByteRecord, &'a RefCell<Encoding>),
    Texts(&'a [String]),
}

impl<'a> Row<'a> {
    /// The text of a column, empty when the row is shorter.
    pub(crate) fn get(&self, place: usize) -> std::result::Result<Cow<'a, str>, Problem> {
        match self.cells {
            Cells::Texts(texts) => Ok(Cow::Borrowed(texts.get(place).map_or("", String::as_str))),
            Cells::Csv(record, encoding) => {
                let bytes = unquoted(record.get(place).unwrap_or_default());
                encoding::text(bytes, &mut encoding.borrow_mut()).ok_or(Problem::WrongEncoding)
            }
        }
    }

    /// Number of fields, without empty ones at the end.
    pub(crate) fn filled(&self) -> usize {
        match self.cells {
            Cells::Texts(texts) => texts.iter().rposition(|text| !text.trim().is_empty()).map_or(0, |at| at + 1),
            Cells::Csv(record, _) => {
                let mut last = record.len();
                while last > 0 && record.get(last - 1).is_some_and(|it| it.trim_ascii().is_empty()) {
                    last -= 1;
                }
                last
            }
        }
    }

    /// Number of fields, empty or not; a workbook has no number of its own.
    pub(crate) fn fields(&self) -> Option<usize> {
        match self.cells {
            Cells::Texts(_) => None,
            Cells::Csv(record, _) => Some(record.len()),
        }
    }

    /// Every field as text; what is no text in the encoding is empty.
    pub(crate) fn texts(&self) -> Vec<String> {
        (0..self.filled()).map(|place| self.get(place).unwrap_or_default().into_owned()).collect()
    }
}

/// `="0612241234"`: how programs keep a spreadsheet from taking a number's zeros.
fn unquoted(bytes: &[u8]) -> &[u8] {
    match bytes {
        [b'=', b'"', inner @ .., b'"'] => inner,
        _ => bytes,
    }
}

/// Takes every row of a file, until told to stop.
pub(crate) fn rows(
    source: &mut Source<'_>,
    format: Format,
    shape: &Shape,
    take: &mut dyn FnMut(Row<'_>) -> Result<ControlFlow<()>>,
) -> Result<()> {
    if format == Format::Xlsx { xlsx::rows(source, shape, take) } else { csv::rows(source, shape, take) }
}
