//! The `lessons` file as Parquet: the nine columns of a bare file, and `cancelled` if it is there.

use std::path::Path;

use arrow_array::cast::AsArray;
use arrow_array::{Array, BooleanArray, RecordBatch};

use super::lessons::Taker;
use crate::columns::decode::Decoded;
use crate::columns::file::column;
use crate::columns::table::Row;
use crate::columns::{LessonFile, Subjects, UNREPORTED};
use crate::failure::{Result, broken_batch};

/// Reads every row and hands it over with its number; the first row is 1.
pub(super) fn read(path: &Path, subjects: &Subjects, taker: &mut Taker<'_>) -> Result<()> {
    let file = LessonFile::open(path)?;
    let mut number = 0;
    for batch in file.read_with_cancelled()? {
        let batch = batch.map_err(broken_batch(path))?;
        let cancelled = cancelled(&batch, path)?;
        let decoded = Decoded::of(&batch, &file, subjects)?;
        let rows = decoded.rows(0, batch.num_rows());
        for (at, &pupil) in decoded.pupils().iter().enumerate() {
            number += 1;
            let value = |column: &[i32]| column.get(at).copied().unwrap_or(UNREPORTED);
            let row = Row {
                pupil,
                school: value(rows.school),
                grade: value(rows.grade),
                date: value(rows.date),
                start: value(rows.start),
                subject: rows.subject.get(at).copied().unwrap_or(0),
                scheduled: value(rows.scheduled),
                valid: value(rows.valid),
                invalid: value(rows.invalid),
            };
            let cancelled = cancelled.as_ref().is_some_and(|flags| flags.is_valid(at) && flags.value(at));
            taker.take(number, Ok((row, cancelled)));
        }
    }
    Ok(())
}

fn cancelled(batch: &RecordBatch, path: &Path) -> Result<Option<BooleanArray>> {
    let Some(found) = batch.column_by_name("cancelled") else { return Ok(None) };
    let flags = found.as_boolean_opt().ok_or_else(|| column(path, "column-wrong-type", "cancelled"))?;
    Ok(Some(flags.clone()))
}
