//! The pupils' week sums as Parquet.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray, Date32Array, Int32Array, RecordBatch};
use parquet::arrow::ArrowWriter;

use crate::columns::write::properties;
use crate::failure::{Failure, Result, io, unwritten};
use crate::scan::{Sums, WeekSum};

/// Writes one row a pupil, week and school, with the week's Monday.
pub(super) fn write(path: &Path, sums: &Sums) -> Result<()> {
    let rows: Vec<(i32, &WeekSum)> =
        sums.iter().flat_map(|(pupil, sums)| sums.iter().map(|sum| (*pupil, sum))).collect();
    let number = |value: fn(&WeekSum) -> i32| {
        Arc::new(Int32Array::from_iter_values(rows.iter().map(|(_, sum)| value(sum)))) as ArrayRef
    };
    let monday = rows.iter().map(|(_, sum)| sum.week.monday().0);
    let weekend: Vec<bool> = rows.iter().map(|(_, sum)| sum.weekend).collect();
    let batch = RecordBatch::try_from_iter([
        ("pupil", Arc::new(Int32Array::from_iter_values(rows.iter().map(|(pupil, _)| *pupil))) as ArrayRef),
        ("monday", Arc::new(Date32Array::from_iter_values(monday)) as ArrayRef),
        ("weekend", Arc::new(BooleanArray::from(weekend)) as ArrayRef),
        ("school", number(|sum| sum.school)),
        ("grade", number(|sum| sum.grade)),
        ("days", number(|sum| i32::from(sum.days))),
        ("s", number(|sum| sum.scheduled)),
        ("d", number(|sum| sum.reported)),
        ("a", number(|sum| sum.absent)),
        ("u", number(|sum| sum.invalid)),
    ]);
    let batch =
        batch.map_err(|source| Failure::Fault { context: "building sums".to_owned(), source: Box::new(source) })?;
    let file = File::create(path).map_err(io(path))?;
    let mut writer = ArrowWriter::try_new(file, batch.schema(), Some(properties())).map_err(unwritten(path))?;
    writer.write(&batch).map_err(unwritten(path))?;
    writer.close().map(drop).map_err(unwritten(path))
}
