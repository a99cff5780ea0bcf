//! Lesson rows: one pupil, one lesson. The input of everything that is said about absence (method, section 1.2).

use crate::day::Day;

/// One pupil's lesson. Minutes are whole; `valid` and `invalid` are absence minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Pupil number, stable in the source: never a personal number.
    pub pupil: i32,
    /// School unit code (skolenhetskod).
    pub school: i32,
    /// Level of the pupil's grade, 0 (förskoleklass) to 10.
    pub grade: i8,
    /// Swedish local date.
    pub date: Day,
    /// Start, minutes after midnight, Swedish local time.
    pub start: i32,
    /// Subject, as an index into the subjects of the batch.
    pub subject: u16,
    /// Scheduled minutes.
    pub scheduled: i32,
    /// Valid absence minutes; `None` when unreported.
    pub valid: Option<i32>,
    /// Invalid absence minutes; `None` when unreported. A lesson is unreported when either is `None`.
    pub invalid: Option<i32>,
    /// Cancelled by the school.
    pub cancelled: bool,
}

/// Lesson rows as columns, the form in which readers hand them over. All columns have the same length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// See [`Lesson::pupil`].
    pub pupil: Vec<i32>,
    /// See [`Lesson::school`].
    pub school: Vec<i32>,
    /// See [`Lesson::grade`].
    pub grade: Vec<i8>,
    /// See [`Lesson::date`], as days since 1970-01-01.
    pub date: Vec<i32>,
    /// See [`Lesson::start`].
    pub start: Vec<i32>,
    /// Indices into `subjects`.
    pub subject: Vec<u16>,
    /// See [`Lesson::scheduled`].
    pub scheduled: Vec<i32>,
    /// See [`Lesson::valid`].
    pub valid: Vec<Option<i32>>,
    /// See [`Lesson::invalid`].
    pub invalid: Vec<Option<i32>>,
    /// See [`Lesson::cancelled`].
    pub cancelled: Vec<bool>,
    /// The subject codes that `subject` points into.
    pub subjects: Vec<String>,
}

impl Batch {
    /// Number of rows.
    pub fn len(&self) -> usize {
        self.pupil.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.pupil.is_empty()
    }

    /// Takes the rows out; the subjects stay, and so does the room for as many rows.
    pub fn clear(&mut self) {
        self.pupil.clear();
        self.school.clear();
        self.grade.clear();
        self.date.clear();
        self.start.clear();
        self.subject.clear();
        self.scheduled.clear();
        self.valid.clear();
        self.invalid.clear();
        self.cancelled.clear();
    }

    /// Adds a row; its `subject` must already point into `subjects`.
    pub fn push(&mut self, lesson: Lesson) {
        self.pupil.push(lesson.pupil);
        self.school.push(lesson.school);
        self.grade.push(lesson.grade);
        self.date.push(lesson.date.0);
        self.start.push(lesson.start);
        self.subject.push(lesson.subject);
        self.scheduled.push(lesson.scheduled);
        self.valid.push(lesson.valid);
        self.invalid.push(lesson.invalid);
        self.cancelled.push(lesson.cancelled);
    }

    /// The row at `index`, if there is one.
    pub fn get(&self, index: usize) -> Option<Lesson> {
        Some(Lesson {
            pupil: *self.pupil.get(index)?,
            school: *self.school.get(index)?,
            grade: *self.grade.get(index)?,
            date: Day(*self.date.get(index)?),
            start: *self.start.get(index)?,
            subject: *self.subject.get(index)?,
            scheduled: *self.scheduled.get(index)?,
            valid: *self.valid.get(index)?,
            invalid: *self.invalid.get(index)?,
            cancelled: *self.cancelled.get(index)?,
        })
    }

    /// The rows, one after the other.
    pub fn rows(&self) -> impl Iterator<Item = Lesson> {
        (0..self.len()).filter_map(|index| self.get(index))
    }

    /// The index of a subject code, added if it is new.
    pub fn subject_index(&mut self, code: &str) -> u16 {
        let at = self.subjects.iter().position(|known| known == code).unwrap_or_else(|| {
            self.subjects.push(code.to_owned());
            self.subjects.len() - 1
        });
        u16::try_from(at).unwrap_or(u16::MAX)
    }
}
