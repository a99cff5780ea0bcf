//! Writes lesson rows as open Parquet: plain types, zstd, row groups that hold some hundred pupils each.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use arrow_array::types::Int32Type;
use arrow_array::{ArrayRef, Date32Array, DictionaryArray, Int32Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;

use super::table::Row;
use super::{Subjects, UNREPORTED};
use crate::failure::{Failure, Result, io, unwritten};

/// Rows in a row group: enough to compress well, few enough that a pupil is found without reading much else.
pub const ROW_GROUP_ROWS: usize = 131_072;

/// The columns of a lesson file; `cancelled` only in the canonical file, never in the history.
pub fn schema(with_cancelled: bool) -> SchemaRef {
    let number = |name: &str, nullable| Field::new(name, DataType::Int32, nullable);
    let subject = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
    let mut fields = vec![
        number("pupil", false),
        number("school", false),
        number("grade", false),
        Field::new("date", DataType::Date32, false),
        number("start", false),
        Field::new("subject", subject, false),
        number("s", false),
        number("v", true),
        number("u", true),
    ];
    if with_cancelled {
        fields.push(Field::new("cancelled", DataType::Boolean, false));
    }
    Arc::new(Schema::new(fields))
}

/// How lesson files are written. The same rows always give the same bytes.
pub fn properties() -> WriterProperties {
    WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(1).unwrap_or_default()))
        .set_max_row_group_row_count(Some(ROW_GROUP_ROWS))
        .set_created_by("Skollinjen".to_owned())
        .build()
}

/// Subject numbers as a dictionary of their names, in the order of meeting: the same rows always give the same column.
pub(crate) fn subject_column<N: AsRef<str>>(rows: impl Iterator<Item = u16>, names: &[N]) -> Result<ArrayRef> {
    let mut keys_of: Vec<Option<i32>> = Vec::new();
    let mut met: Vec<&str> = Vec::new();
    let mut keys: Vec<i32> = Vec::with_capacity(rows.size_hint().0);
    for number in rows {
        let place = usize::from(number);
        if place >= keys_of.len() {
            keys_of.resize(place + 1, None);
        }
        let Some(key) = keys_of.get_mut(place) else { continue };
        keys.push(*key.get_or_insert_with(|| {
            met.push(names.get(place).map_or("", AsRef::as_ref));
            i32::try_from(met.len() - 1).unwrap_or(i32::MAX)
        }));
    }
    let values = Arc::new(StringArray::from(met)) as ArrayRef;
    match DictionaryArray::<Int32Type>::try_new(Int32Array::from(keys), values) {
        Ok(column) => Ok(Arc::new(column)),
        Err(source) => {
            Err(Failure::Fault { context: "building the column of subjects".to_owned(), source: Box::new(source) })
        }
    }
}

/// Rows as a record batch of [`schema`] without `cancelled`.
pub fn record_batch(rows: &[Row], subjects: &Subjects) -> Result<RecordBatch> {
    let number = |value: fn(&Row) -> i32| Arc::new(Int32Array::from_iter_values(rows.iter().map(value))) as ArrayRef;
    let minutes = |value: fn(&Row) -> i32| {
        let some = |minutes: i32| (minutes != UNREPORTED).then_some(minutes);
        Arc::new(rows.iter().map(|row| some(value(row))).collect::<Int32Array>()) as ArrayRef
    };
    let subject = subject_column(rows.iter().map(|row| row.subject), &subjects.names())?;
    let columns = vec![
        number(|row| row.pupil),
        number(|row| row.school),
        number(|row| row.grade),
        Arc::new(Date32Array::from_iter_values(rows.iter().map(|row| row.date))),
        number(|row| row.start),
        subject,
        number(|row| row.scheduled),
        minutes(|row| row.valid),
        minutes(|row| row.invalid),
    ];
    RecordBatch::try_new(schema(false), columns)
        .map_err(|source| Failure::Fault { context: "building lesson columns".to_owned(), source: Box::new(source) })
}

/// Writes rows as the bytes of a file: for what may not be stored.
pub fn lesson_bytes(rows: &[Row], subjects: &Subjects) -> Result<Vec<u8>> {
    let name = Path::new("lessons in memory");
    let mut writer = ArrowWriter::try_new(Vec::new(), schema(false), Some(properties())).map_err(unwritten(name))?;
    for part in rows.chunks(ROW_GROUP_ROWS) {
        writer.write(&record_batch(part, subjects)?).map_err(unwritten(name))?;
    }
    writer.into_inner().map_err(unwritten(name))
}

/// Writes rows to a new file and waits until they are on disk.
pub fn write_lessons(path: &Path, rows: &[Row], subjects: &Subjects) -> Result<()> {
    let file = File::create_new(path).map_err(io(path))?;
    let mut writer = ArrowWriter::try_new(file, schema(false), Some(properties())).map_err(unwritten(path))?;
    for part in rows.chunks(ROW_GROUP_ROWS) {
        writer.write(&record_batch(part, subjects)?).map_err(unwritten(path))?;
    }
    let file = writer.into_inner().map_err(unwritten(path))?;
    file.sync_all().map_err(io(path))
}
