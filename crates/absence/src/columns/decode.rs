//! One record batch as plain columns: whole numbers as `i32`, unreported marked, subjects numbered.

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int32Type};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::DataType;

use super::file::{CANCELLED, LessonFile, column};
use super::{Rows, Subjects, UNREPORTED};
use crate::failure::{Result, refuse};

/// A column of whole numbers: as the batch holds it, or rewritten.
#[derive(Debug)]
enum Numbers {
    Shared(ArrayRef),
    Rewritten(Vec<i32>),
}

impl Numbers {
    fn as_slice(&self) -> &[i32] {
        match self {
            Numbers::Rewritten(values) => values,
            Numbers::Shared(array) => match array.data_type() {
                DataType::Date32 => array.as_primitive::<Date32Type>().values(),
                _ => array.as_primitive::<Int32Type>().values(),
            },
        }
    }
}

/// The decoded columns of a batch.
#[derive(Debug)]
pub struct Decoded {
    pupil: Numbers,
    school: Numbers,
    grade: Numbers,
    date: Numbers,
    start: Numbers,
    subject: Vec<u16>,
    scheduled: Numbers,
    valid: Numbers,
    invalid: Numbers,
}

impl Decoded {
    /// Decodes a batch that `file` gave.
    pub fn of(batch: &RecordBatch, file: &LessonFile, subjects: &Subjects) -> Result<Decoded> {
        let whole = |name: &'static str| numbers(batch, file, name, false);
        Ok(Decoded {
            pupil: whole("pupil")?,
            school: whole("school")?,
            grade: whole("grade")?,
            date: whole("date")?,
            start: whole("start")?,
            subject: numbered(batch, file, subjects)?,
            scheduled: scheduled(batch, file)?,
            valid: numbers(batch, file, "v", true)?,
            invalid: numbers(batch, file, "u", true)?,
        })
    }

    /// The pupil number of every row.
    pub fn pupils(&self) -> &[i32] {
        self.pupil.as_slice()
    }

    /// The rows `from..to`, which must all be of one pupil.
    pub fn rows(&self, from: usize, to: usize) -> Rows<'_> {
        fn part<T>(column: &[T], from: usize, to: usize) -> &[T] {
            column.get(from..to).unwrap_or(&[])
        }
        Rows {
            pupil: self.pupils().get(from).copied().unwrap_or(0),
            school: part(self.school.as_slice(), from, to),
            grade: part(self.grade.as_slice(), from, to),
            date: part(self.date.as_slice(), from, to),
            start: part(self.start.as_slice(), from, to),
            subject: part(&self.subject, from, to),
            scheduled: part(self.scheduled.as_slice(), from, to),
            valid: part(self.valid.as_slice(), from, to),
            invalid: part(self.invalid.as_slice(), from, to),
        }
    }
}

fn array<'a>(batch: &'a RecordBatch, file: &LessonFile, name: &'static str) -> Result<&'a ArrayRef> {
    batch.column_by_name(name).ok_or_else(|| column(file.path(), "column-missing", name))
}

/// A column of whole numbers as `i32`. Where `nullable`, missing values become [`UNREPORTED`]; elsewhere they, and
/// numbers that do not fit, are refused.
fn numbers(batch: &RecordBatch, file: &LessonFile, name: &'static str, nullable: bool) -> Result<Numbers> {
    let array = array(batch, file, name)?;
    if !nullable && array.null_count() > 0 {
        return Err(column(file.path(), "column-has-gaps", name));
    }
    let too_large = || column(file.path(), "column-out-of-range", name);
    let wide = match array.data_type() {
        DataType::Int32 | DataType::Date32 => array.clone(),
        _ => {
            let cast = arrow_cast::cast(array, &DataType::Int32).map_err(|_| too_large())?;
            if cast.null_count() != array.null_count() {
                return Err(too_large());
            }
            cast
        }
    };
    if wide.null_count() == 0 && (!nullable || !holds_mark(&wide)) {
        return Ok(Numbers::Shared(wide));
    }
    Ok(Numbers::Rewritten(marked(&wide)))
}

/// Whether a column holds the very number that marks unreported lessons.
fn holds_mark(array: &ArrayRef) -> bool {
    array.as_primitive::<Int32Type>().values().contains(&UNREPORTED)
}

/// The values with [`UNREPORTED`] for the missing ones. A value that happens to be the mark becomes its neighbour:
/// both are negative, and P5 makes them 0.
fn marked(array: &ArrayRef) -> Vec<i32> {
    let values = array.as_primitive::<Int32Type>().values();
    let mut marked: Vec<i32> = values.iter().map(|&value| value.max(UNREPORTED + 1)).collect();
    let Some(nulls) = array.nulls() else { return marked };
    // 64 rows at a time: most lessons are reported
    for (rows, present) in marked.chunks_mut(64).zip(nulls.inner().bit_chunks().iter_padded()) {
        let mut missing = !present;
        while missing != 0 {
            let at = missing.trailing_zeros();
            if let Some(row) = usize::try_from(at).ok().and_then(|at| rows.get_mut(at)) {
                *row = UNREPORTED;
            }
            missing &= missing - 1;
        }
    }
    marked
}

/// The scheduled minutes; 0 where the lesson is cancelled, so that P1 drops it.
fn scheduled(batch: &RecordBatch, file: &LessonFile) -> Result<Numbers> {
    let minutes = numbers(batch, file, "s", false)?;
    let Some(found) = batch.column_by_name(CANCELLED) else { return Ok(minutes) };
    let cancelled = found.as_boolean_opt().ok_or_else(|| column(file.path(), "column-wrong-type", CANCELLED))?;
    let mut minutes = minutes.as_slice().to_vec();
    for row in cancelled.values().set_indices().filter(|&row| cancelled.is_valid(row)) {
        if let Some(minutes) = minutes.get_mut(row) {
            *minutes = 0;
        }
    }
    Ok(Numbers::Rewritten(minutes))
}

fn numbered(batch: &RecordBatch, file: &LessonFile, subjects: &Subjects) -> Result<Vec<u16>> {
    let array = array(batch, file, "subject")?;
    let found = array.as_any_dictionary_opt().ok_or_else(|| column(file.path(), "column-wrong-type", "subject"))?;
    let names = arrow_cast::cast(found.values(), &DataType::Utf8)
        .map_err(|_| column(file.path(), "column-wrong-type", "subject"))?;
    let numbers = names.as_string::<i32>().iter().map(|name| subjects.number(name.unwrap_or_default()));
    let numbers: Vec<u16> = numbers.collect::<Result<_>>()?;
    let missing = subjects.number("")?;
    let keys = found.keys().as_primitive_opt::<Int32Type>();
    let keys = keys.ok_or_else(|| refuse("file-broken-parquet", file.path()))?;
    let number = |key: i32| usize::try_from(key).ok().and_then(|at| numbers.get(at)).copied().unwrap_or(missing);
    if keys.null_count() == 0 {
        return Ok(keys.values().iter().map(|&key| number(key)).collect());
    }
    Ok(keys.iter().map(|key| key.map_or(missing, number)).collect())
}
