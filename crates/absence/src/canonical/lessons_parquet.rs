//! The `lessons` file as Parquet: a bare file. Cancelled lessons come without scheduled minutes (P1).

use std::path::Path;

use super::lessons::Taker;
use crate::columns::decode::Decoded;
use crate::columns::table::Row;
use crate::columns::{LessonFile, Subjects, UNREPORTED};
use crate::failure::{Result, broken_batch};

/// Reads every row and hands it over with its number; the first row is 1.
pub(super) fn read(path: &Path, subjects: &Subjects, taker: &mut Taker<'_>) -> Result<()> {
    let file = LessonFile::open(path)?;
    let mut number = 0;
    for batch in file.read_all()? {
        let batch = batch.map_err(broken_batch(path))?;
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
            taker.take(number, Ok((row, false)));
        }
    }
    Ok(())
}
