//! One row a pupil, day and signal, with the same columns for every signal.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray, Date32Array, Int32Array, Int64Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use domain::{Day, Signal};
use pack::Thresholds;
use parquet::arrow::ArrowWriter;

use crate::columns::Subjects;
use crate::columns::write::properties;
use crate::failure::{Failure, Result, unwritten};
use crate::scan::Window;
use crate::signals::{OwnFigures, PeerFigures};

/// Rows gathered before they are written.
const GATHERED: usize = 65_536;

/// A row.
#[derive(Clone, Debug)]
pub(super) struct Long {
    pub(super) pupil: i32,
    pub(super) day: Day,
    pub(super) signal: Signal,
    pub(super) answer: Option<bool>,
    pub(super) since: Option<Day>,
    pub(super) window: Window,
    /// The signal's own count or level; see `docs/history.md`.
    pub(super) value: Option<i64>,
    /// What it is counted among or compared with.
    pub(super) of: Option<i64>,
    /// The subjects or weekdays that stand out, or S11's verdict.
    pub(super) detail: String,
}

fn empty(window: Window, value: Option<i64>, of: Option<i64>) -> Long {
    let detail = String::new();
    Long { pupil: 0, day: Day(0), signal: Signal::S01, answer: None, since: None, window, value, of, detail }
}

/// The columns of a signal of the pupil's own days.
pub(super) fn own(signal: Signal, own: &OwnFigures, thresholds: &Thresholds, subjects: &Subjects) -> Long {
    match signal {
        Signal::S01 => empty(own.s01.window, own.s01.band(&thresholds.s01), None),
        Signal::S02 => empty(own.s02.window, Some(own.s02.window.absent()), Some(own.s02.window.reported)),
        Signal::S03 => empty(own.s03.window, Some(own.s03.absent_days), Some(own.s03.window.known)),
        Signal::S04 => empty(own.s04.window, Some(own.s04.absent_weeks), Some(own.s04.window.weeks)),
        Signal::S05 => empty(own.s05.window, own.s05.run, Some(own.s05.unknown)),
        Signal::S06 => empty(own.s06.window, Some(own.s06.invalid_days), Some(own.s06.window.days)),
        Signal::S07 => Long {
            detail: own.s07.which(&thresholds.s07, subjects).join(","),
            ..empty(own.s07.window, Some(missed(&own.s07.contrast)), Some(own.s07.contrast.total()))
        },
        Signal::S08 => Long {
            detail: own.s08.which(&thresholds.s08).iter().map(u16::to_string).collect::<Vec<_>>().join(","),
            ..empty(own.s08.window, Some(missed(&own.s08.contrast)), Some(own.s08.contrast.total()))
        },
        Signal::S09 => empty(own.s09.window, Some(own.s09.late), Some(own.s09.reported)),
        Signal::S11 => Long {
            detail: own.s11.verdict(&thresholds.s11).map_or("", |verdict| verdict.code()).to_owned(),
            ..empty(own.s11.window, Some(own.s11.window.absent()), own.s11.planned)
        },
        Signal::S12a | Signal::S10 | Signal::S12b => {
            empty(own.s12a.window, Some(own.s12a.window.reported), Some(own.s12a.window.scheduled))
        }
    }
}

fn missed(contrast: &crate::signals::contrast::Contrast) -> i64 {
    contrast.parts.iter().map(|part| part.missed).sum()
}

/// The columns of S10 and S12b.
pub(super) fn peers(signal: Signal, figures: &PeerFigures) -> Long {
    let compared = figures.s12b.compared;
    match signal {
        Signal::S10 => empty(Window::default(), figures.s10.cusum, figures.s10.base),
        _ => empty(Window::default(), compared.map(|c| c.own), compared.map(|c| c.median.minutes)),
    }
}

/// A file of such rows.
pub(super) struct LongFile {
    path: PathBuf,
    writer: ArrowWriter<File>,
    rows: Vec<Long>,
}

impl LongFile {
    /// Starts a file.
    pub(super) fn create(path: &Path) -> Result<LongFile> {
        let file = File::create(path).map_err(crate::failure::io(path))?;
        let writer = ArrowWriter::try_new(file, schema(), Some(properties())).map_err(unwritten(path))?;
        Ok(LongFile { path: path.to_owned(), writer, rows: Vec::new() })
    }

    /// Adds a row.
    pub(super) fn add(&mut self, row: Long) -> Result<()> {
        self.rows.push(row);
        if self.rows.len() >= GATHERED { self.write() } else { Ok(()) }
    }

    /// Writes what is left and closes the file.
    pub(super) fn finish(mut self) -> Result<()> {
        self.write()?;
        self.writer.close().map(drop).map_err(unwritten(&self.path))
    }

    fn write(&mut self) -> Result<()> {
        let batch = batch(&self.rows).map_err(|source| Failure::Fault {
            context: "building figure columns".to_owned(),
            source: Box::new(source),
        })?;
        self.rows.clear();
        self.writer.write(&batch).map_err(unwritten(&self.path))
    }
}

fn schema() -> SchemaRef {
    let date = |name: &str, nullable| Field::new(name, DataType::Date32, nullable);
    let number = |name: &str, nullable| Field::new(name, DataType::Int64, nullable);
    Arc::new(Schema::new(vec![
        Field::new("pupil", DataType::Int32, false),
        date("day", false),
        Field::new("signal", DataType::Utf8, false),
        Field::new("answer", DataType::Boolean, true),
        date("since", true),
        date("from", true),
        date("to", true),
        number("days", false),
        number("known_days", false),
        number("s", false),
        number("d", false),
        number("v", false),
        number("u", false),
        number("value", true),
        number("of", true),
        Field::new("detail", DataType::Utf8, false),
    ]))
}

fn batch(rows: &[Long]) -> std::result::Result<RecordBatch, arrow_schema::ArrowError> {
    let date = |day: fn(&Long) -> Option<Day>| {
        Arc::new(rows.iter().map(|row| day(row).map(|day| day.0)).collect::<Date32Array>()) as ArrayRef
    };
    let number = |value: fn(&Long) -> i64| Arc::new(Int64Array::from_iter_values(rows.iter().map(value))) as ArrayRef;
    let maybe = |value: fn(&Long) -> Option<i64>| Arc::new(rows.iter().map(value).collect::<Int64Array>()) as ArrayRef;
    RecordBatch::try_new(
        schema(),
        vec![
            Arc::new(Int32Array::from_iter_values(rows.iter().map(|row| row.pupil))),
            date(|row| Some(row.day)),
            Arc::new(StringArray::from_iter_values(rows.iter().map(|row| row.signal.code()))),
            Arc::new(rows.iter().map(|row| row.answer).collect::<BooleanArray>()),
            date(|row| row.since),
            date(|row| row.window.span.map(|span| span.0)),
            date(|row| row.window.span.map(|span| span.1)),
            number(|row| row.window.days),
            number(|row| row.window.known),
            number(|row| row.window.scheduled),
            number(|row| row.window.reported),
            number(|row| row.window.valid),
            number(|row| row.window.invalid),
            maybe(|row| row.value),
            maybe(|row| row.of),
            Arc::new(StringArray::from_iter_values(rows.iter().map(|row| row.detail.as_str()))),
        ],
    )
}
