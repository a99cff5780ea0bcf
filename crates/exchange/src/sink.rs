//! What a reading hands over, one piece at a time, so that no file has to fit in memory.

use domain::Day;
use domain::bad_row::BadRows;
use domain::guardian::Guardian;
use domain::lesson::Batch;
use domain::pupil::Pupil;
use text::Message;

use crate::format::Format;

/// Takes what is read. What has been handed over counts only when [`crate::read`] has returned without a failure.
pub trait Sink {
    /// A file begins: what follows is of it.
    fn begins(&mut self, _file: &str) {}

    /// Lesson rows, and the number of the row that each came from: 0 for a lesson that is known from its group only. Subjects keep their index for the whole reading.
    fn lessons(&mut self, rows: &[u64], batch: &Batch);

    /// A pupil's enrolment at a school.
    fn pupil(&mut self, row: u64, pupil: Pupil);

    /// A pupil with protected identity, from a mark that holds even when the rest of its row is bad.
    fn protected(&mut self, pupil: i32);

    /// A pupil who has a roster row that could not be read: it is not known where the pupil is enrolled.
    fn unread(&mut self, pupil: i32);

    /// A guardian of a pupil.
    fn guardian(&mut self, guardian: Guardian);

    /// A school.
    fn school(&mut self, school: School);

    /// Minutes added up by the source.
    fn sum(&mut self, sum: Sum);

    /// Who teaches a class a subject. Whoever does not keep it leaves this as it is.
    fn teacher(&mut self, teacher: Teacher) {
        drop(teacher);
    }

    /// Told now and then: rows of this file so far, and bytes of it (0 when not known). False: stop.
    fn progress(&mut self, rows: u64, bytes: u64) -> bool;
}

/// A school unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct School {
    /// School unit code.
    pub code: i32,
    /// Name as the source writes it.
    pub name: String,
}

/// Who teaches a class a subject, as the source has it on the day of reading.
#[derive(Clone, PartialEq, Eq)]
pub struct Teacher {
    /// School unit code.
    pub school: i32,
    /// Class.
    pub class: String,
    /// Subject, as it stands in the lessons.
    pub subject: String,
    /// Name.
    pub name: String,
}

impl std::fmt::Debug for Teacher {
    /// Class and subject only: a name must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Teacher").field("class", &self.class).field("subject", &self.subject).finish_non_exhaustive()
    }
}

/// One pupil's minutes in one subject over a time, as the source has added them up. Not lesson rows: they cannot go
/// into the history, and tell only whether the history agrees with the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// Pupil number.
    pub pupil: i32,
    /// School unit code, where it is known.
    pub school: Option<i32>,
    /// Subject; empty when the sum is of all subjects.
    pub subject: String,
    /// First day.
    pub from: Day,
    /// Last day, included.
    pub to: Day,
    /// Minutes offered; without them no percentage is exact.
    pub offered: Option<i32>,
    /// Minutes of valid absence.
    pub valid: Option<i32>,
    /// Minutes of invalid absence.
    pub invalid: Option<i32>,
    /// Minutes that were reported.
    pub reported: Option<i32>,
}

/// What became of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The file's name.
    pub name: String,
    /// What it is.
    pub format: Format,
    /// Rows, events or entities in it.
    pub rows: u64,
    /// Those that were handed over.
    pub taken: u64,
    /// Those that could not be read.
    pub bad: BadRows,
    /// What a person should know before going on: assumptions, words that were not understood, what seems to be left
    /// out.
    pub notices: Vec<Message>,
}
