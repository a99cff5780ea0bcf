//! Lesson rows of many pupils in memory: read whole, sorted, thinned. For imports and small unsorted files.

use domain::lesson::Batch;

use super::cursor::Cursor;
use super::{LessonFile, Rows, Subjects, UNREPORTED};
use crate::failure::Result;
use crate::rules::{Absence, clip};

/// One row of a [`Table`]: about 40 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Pupil number.
    pub pupil: i32,
    /// School unit code.
    pub school: i32,
    /// Grade level.
    pub grade: i32,
    /// Days since 1970-01-01.
    pub date: i32,
    /// Minutes after midnight.
    pub start: i32,
    /// Subject number.
    pub subject: u16,
    /// Scheduled minutes.
    pub scheduled: i32,
    /// Valid minutes or [`UNREPORTED`].
    pub valid: i32,
    /// Invalid minutes or [`UNREPORTED`].
    pub invalid: i32,
}

/// Lesson rows in memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The rows.
    pub rows: Vec<Row>,
}

impl Table {
    /// Reads a whole file, in whatever order it is.
    pub fn read(file: &LessonFile, subjects: &Subjects) -> Result<Table> {
        let mut table = Table::default();
        let mut cursor = Cursor::in_any_order(file, subjects)?;
        while cursor.advance()?.is_some() {
            if let Some(rows) = cursor.rows() {
                table.extend(rows);
            }
        }
        Ok(table)
    }

    /// The rows of a batch that the school has not cancelled.
    pub fn of_batch(batch: &Batch, subjects: &Subjects) -> Result<Table> {
        let numbers: Vec<u16> = batch.subjects.iter().map(|code| subjects.number(code)).collect::<Result<_>>()?;
        let row = |lesson: domain::lesson::Lesson| Row {
            pupil: lesson.pupil,
            school: lesson.school,
            grade: i32::from(lesson.grade),
            date: lesson.date.0,
            start: lesson.start,
            subject: numbers.get(usize::from(lesson.subject)).copied().unwrap_or(0),
            scheduled: lesson.scheduled,
            valid: lesson.valid.unwrap_or(UNREPORTED),
            invalid: lesson.invalid.unwrap_or(UNREPORTED),
        };
        Ok(Table { rows: batch.rows().filter(|lesson| !lesson.cancelled).map(row).collect() })
    }

    /// Adds the rows of a pupil.
    pub fn extend(&mut self, rows: Rows<'_>) {
        let columns = (rows.school.iter().zip(rows.grade).zip(rows.date).zip(rows.start))
            .zip(rows.subject.iter().zip(rows.scheduled).zip(rows.valid).zip(rows.invalid));
        let row = |((((&school, &grade), &date), &start), (((&subject, &scheduled), &valid), &invalid))| Row {
            pupil: rows.pupil,
            school,
            grade,
            date,
            start,
            subject,
            scheduled,
            valid,
            invalid,
        };
        self.rows.extend(columns.map(row));
    }

    /// Sorts by pupil, date, start and subject code, and within that so that the row that P3 keeps comes first.
    pub fn sort(&mut self, subjects: &Subjects) {
        let order = subjects.order();
        let rank = |subject: u16| order.get(usize::from(subject)).copied().unwrap_or(subject);
        let place = |row: &Row| (row.pupil, row.date, row.start, rank(row.subject));
        if self.rows.is_sorted_by(|a, b| place(a) < place(b)) {
            return; // most files come sorted, and without duplicates there is nothing more to order by
        }
        self.rows.sort_unstable_by_key(|row| {
            let absence = clip(row.scheduled, row.valid, row.invalid);
            let key = (row.pupil, row.date, row.start, rank(row.subject));
            (
                key,
                absence.is_none(),
                absence.map(Absence::total),
                -i64::from(row.scheduled),
                absence.map(|a| a.invalid),
                row.school,
                row.grade,
            )
        });
    }

    /// P1, P5 and P3 on a sorted table: rows without scheduled minutes go, absence is clipped, duplicates go.
    pub fn clean(&mut self) {
        self.rows.retain(|row| row.scheduled > 0);
        for row in &mut self.rows {
            match clip(row.scheduled, row.valid, row.invalid) {
                Some(absence) => (row.valid, row.invalid) = (absence.valid, absence.invalid),
                None => (row.valid, row.invalid) = (UNREPORTED, UNREPORTED),
            }
        }
        self.rows.dedup_by_key(|row| (row.pupil, row.date, row.start, row.subject));
    }
}
