//! CSV as it is written: any separator and encoding, quotes, rows of odd lengths, lines that never end.

use std::cell::RefCell;
use std::io::ErrorKind;
use std::ops::ControlFlow;

use csv::{ByteRecord, ReaderBuilder};

use super::{Cells, Row, Shape, dialect};
use crate::encoding::{self, Encoding};
use crate::failure::{Failure, Result, io, refuse, refuse_at};
use crate::format::decode;
use crate::limits::{LONGEST_ROW, MOST_COLUMNS};
use crate::source::Source;

/// A field with more line ends than this has swallowed rows: a quote was not closed.
const MOST_LINES: usize = 20;

pub(super) fn rows(
    source: &mut Source<'_>,
    shape: &Shape,
    take: &mut dyn FnMut(Row<'_>) -> Result<ControlFlow<()>>,
) -> Result<()> {
    let sample = source.sample()?;
    let detected = shape.encoding.unwrap_or_else(|| encoding::detect(&sample));
    let text = decode(&sample, detected);
    let text = text.trim_start_matches('\u{feff}');
    let delimiter = shape.delimiter.unwrap_or_else(|| dialect::delimiter(text));
    let delimiter = u8::try_from(delimiter).map_err(|_| refuse("exchange-delimiter", &source.name))?;
    let name = source.name.clone();
    // UTF-16 becomes UTF-8 on the way in; the others are told apart value by value
    let (stream, values) = match detected {
        wide @ (Encoding::Utf16Le | Encoding::Utf16Be) => (wide, Encoding::Utf8),
        other => (Encoding::Utf8, other),
    };
    let input = source.text(stream, LONGEST_ROW)?;
    let meter = input.meter();
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(input);
    let mut record = ByteRecord::new();
    let returns = text.contains("\r\n");
    let (mut last, mut ordinal) = (0, 0);
    let values = RefCell::new(values);
    loop {
        // the reader's own buffer has taken from the allowance of the rows that it holds: a row is what is left over
        meter.next_piece();
        match reader.read_byte_record(&mut record) {
            Ok(false) => return Ok(()),
            Ok(true) => {}
            Err(error) => return Err(failed(error, &name)),
        }
        // empty lines are passed over, and a field may hold line ends: the row is where the record ends. After `\r\n`
        // the reader has not counted the line yet, and it never counts `\r` alone
        let begun = record.position().map_or(0, csv::Position::line);
        let counted = reader.position().line().saturating_sub(u64::from(!returns));
        let number = counted.max(begun).max(last + 1);
        last = number;
        if record.len() > MOST_COLUMNS {
            return Err(refuse("exchange-too-many-columns", &name));
        }
        if swallowed(&record) {
            return Err(refuse_at("exchange-broken-quotes", &name, "row", begun));
        }
        let row = Row { number, ordinal: ordinal + 1, bytes: meter.read(), cells: Cells::Csv(&record, &values) };
        let is_separator_line = number == 1 && record.get(0).is_some_and(|it| it.starts_with(b"sep="));
        if row.filled() == 0 || is_separator_line {
            continue;
        }
        ordinal += 1;
        if take(row)?.is_break() {
            return Ok(());
        }
    }
}

/// Whether some field holds so many line ends that it must be rows.
fn swallowed(record: &ByteRecord) -> bool {
    let ends = memchr::memchr_iter(b'\n', record.as_slice()).take(MOST_LINES + 1).count();
    ends > MOST_LINES
}

fn failed(error: csv::Error, name: &str) -> Failure {
    match error.into_kind() {
        csv::ErrorKind::Io(error) if error.kind() == ErrorKind::FileTooLarge => refuse("exchange-row-too-long", name),
        csv::ErrorKind::Io(error) => io(name)(error),
        _ => refuse("exchange-wrong-encoding", name),
    }
}
