//! Rows of a pupil that had to be gathered: over a batch boundary, or from the files of two schools.

use super::Rows;

/// Columns that own their values; see [`Rows`].
#[derive(Clone, Debug, Default)]
pub struct OwnedRows {
    pupil: i32,
    school: Vec<i32>,
    grade: Vec<i32>,
    date: Vec<i32>,
    start: Vec<i32>,
    subject: Vec<u16>,
    scheduled: Vec<i32>,
    valid: Vec<i32>,
    invalid: Vec<i32>,
}

impl OwnedRows {
    /// Removes all rows, keeping the room for new ones.
    pub fn clear(&mut self) {
        self.school.clear();
        self.grade.clear();
        self.date.clear();
        self.start.clear();
        self.subject.clear();
        self.scheduled.clear();
        self.valid.clear();
        self.invalid.clear();
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.date.is_empty()
    }

    /// Pupil number of the rows.
    pub fn pupil(&self) -> i32 {
        self.pupil
    }

    /// Adds rows; all must be of one pupil.
    pub fn extend(&mut self, rows: Rows<'_>) {
        self.pupil = rows.pupil;
        self.school.extend_from_slice(rows.school);
        self.grade.extend_from_slice(rows.grade);
        self.date.extend_from_slice(rows.date);
        self.start.extend_from_slice(rows.start);
        self.subject.extend_from_slice(rows.subject);
        self.scheduled.extend_from_slice(rows.scheduled);
        self.valid.extend_from_slice(rows.valid);
        self.invalid.extend_from_slice(rows.invalid);
    }

    /// The rows in order of date, and of the file within a date.
    pub fn by_date(rows: Rows<'_>) -> OwnedRows {
        let mut order: Vec<(i32, usize)> = rows.date.iter().copied().zip(0..).collect();
        order.sort_unstable();
        let take = |column: &[i32]| order.iter().filter_map(|&(_, at)| column.get(at).copied()).collect();
        OwnedRows {
            pupil: rows.pupil,
            school: take(rows.school),
            grade: take(rows.grade),
            date: take(rows.date),
            start: take(rows.start),
            subject: order.iter().filter_map(|&(_, at)| rows.subject.get(at).copied()).collect(),
            scheduled: take(rows.scheduled),
            valid: take(rows.valid),
            invalid: take(rows.invalid),
        }
    }

    /// The rows as columns.
    pub fn rows(&self) -> Rows<'_> {
        Rows {
            pupil: self.pupil,
            school: &self.school,
            grade: &self.grade,
            date: &self.date,
            start: &self.start,
            subject: &self.subject,
            scheduled: &self.scheduled,
            valid: &self.valid,
            invalid: &self.invalid,
        }
    }
}
