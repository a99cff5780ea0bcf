//! Between the readers and the sink: gathers lessons into batches, counts, and lists what is wrong.

use std::collections::HashMap;

use domain::bad_row::{BadRows, File, Problem};
use domain::guardian::Guardian;
use domain::lesson::{Batch, Lesson};
use domain::pupil::Pupil;
use text::{Arg, Message};

use crate::failure::{Failure, Result, refuse};
use crate::limits::BATCH;
use crate::profile::Field;
use crate::sink::{School, Sink, Sum, Teacher};

/// How often progress is told, in rows.
const TELL_EVERY: u64 = 20_000;

/// The subjects of a reading: an index stays the same over its files.
#[derive(Default)]
pub(crate) struct Subjects {
    numbers: HashMap<String, u16>,
}

/// What one file gives.
pub(crate) struct Out<'a> {
    sink: &'a mut dyn Sink,
    subjects: &'a mut Subjects,
    batch: Batch,
    numbers: Vec<u64>,
    pub(crate) rows: u64,
    pub(crate) taken: u64,
    pub(crate) bad: BadRows,
    sums: u64,
    unknown_words: u64,
    absent: u64,
    present: u64,
    unreported: u64,
    file: &'a str,
}

impl<'a> Out<'a> {
    pub(crate) fn new(
        sink: &'a mut dyn Sink,
        subjects: &'a mut Subjects,
        known: Vec<String>,
        file: &'a str,
    ) -> Out<'a> {
        let batch = Batch { subjects: known, ..Batch::default() };
        Out {
            sink,
            subjects,
            batch,
            numbers: Vec::new(),
            rows: 0,
            taken: 0,
            bad: BadRows::default(),
            sums: 0,
            unknown_words: 0,
            absent: 0,
            present: 0,
            unreported: 0,
            file,
        }
    }

    /// One more row has been read.
    pub(crate) fn row(&mut self, bytes: u64) -> Result<()> {
        self.rows += 1;
        if self.rows.is_multiple_of(TELL_EVERY) && !self.sink.progress(self.rows, bytes) {
            return Err(Failure::Stopped);
        }
        Ok(())
    }

    /// A lesson and its subject.
    pub(crate) fn lesson(&mut self, row: u64, subject: &str, mut lesson: Lesson) -> Result<()> {
        lesson.subject = match self.subjects.numbers.get(subject) {
            Some(number) => *number,
            None => {
                let number = u16::try_from(self.batch.subjects.len()).ok().filter(|number| *number < u16::MAX);
                let number = number.ok_or_else(|| refuse("exchange-too-many-subjects", self.file))?;
                self.batch.subjects.push(subject.to_owned());
                self.subjects.numbers.insert(subject.to_owned(), number);
                number
            }
        };
        match (lesson.valid, lesson.invalid) {
            (Some(0), Some(0)) => self.present += 1,
            (Some(_), Some(_)) => self.absent += 1,
            _ if lesson.cancelled => {}
            _ => self.unreported += 1,
        }
        self.taken += 1;
        self.batch.push(lesson);
        self.numbers.push(row);
        if self.numbers.len() >= BATCH {
            self.flush();
        }
        Ok(())
    }

    pub(crate) fn pupil(&mut self, row: u64, pupil: Pupil) {
        self.taken += 1;
        self.sink.pupil(row, pupil);
    }

    pub(crate) fn guardian(&mut self, guardian: Guardian) {
        self.taken += 1;
        self.sink.guardian(guardian);
    }

    pub(crate) fn school(&mut self, school: School) {
        self.taken += 1;
        self.sink.school(school);
    }

    pub(crate) fn sum(&mut self, sum: Sum) {
        self.sums += 1;
        self.taken += 1;
        self.sink.sum(sum);
    }

    pub(crate) fn teacher(&mut self, teacher: Teacher) {
        self.sink.teacher(teacher);
    }

    /// Something that was kept for later files, or only marks.
    pub(crate) fn kept(&mut self) {
        self.taken += 1;
    }

    pub(crate) fn protected(&mut self, pupil: i32) {
        self.sink.protected(pupil);
    }

    pub(crate) fn unread(&mut self, pupil: i32) {
        self.sink.unread(pupil);
    }

    /// A row of the roster that may carry a protection mark for nobody knows whom.
    pub(crate) fn maybe_protected(&mut self) {
        self.bad.unprotected += 1;
    }

    /// A protection mark that cannot be read: it counts as set.
    pub(crate) fn unclear_mark(&mut self) {
        self.bad.unclear += 1;
    }

    /// A word for presence or absence that is not known: the lesson counts as unreported.
    pub(crate) fn unknown_word(&mut self) {
        self.unknown_words += 1;
    }

    /// Lists a row. Of a protected pupil's row only the number is told.
    pub(crate) fn bad(&mut self, file: File, row: u64, slip: (Field, Problem), protected: bool) {
        let (column, problem) = if protected { ("", Problem::Protected) } else { (slip.0.code(), slip.1) };
        self.bad.add(file, row, column, problem);
    }

    fn flush(&mut self) {
        if self.numbers.is_empty() {
            return;
        }
        self.sink.lessons(&self.numbers, &self.batch);
        self.batch.clear();
        self.numbers.clear();
    }

    /// Hands over the rest; gives what was counted, what should be told, and the subjects so far.
    pub(crate) fn finish(mut self) -> Finished {
        self.flush();
        let mut notices = Vec::new();
        let count = |number: u64| Arg::Count(i64::try_from(number).unwrap_or(i64::MAX));
        if self.unknown_words > 0 {
            notices.push(Message::new("exchange-unknown-words").with("count", count(self.unknown_words)));
        }
        if self.absent >= 20 && self.present == 0 {
            notices.push(Message::new("exchange-only-absence").with("count", count(self.absent)));
        }
        let lessons = self.absent + self.present + self.unreported;
        if self.unreported >= 20 && self.unreported * 2 > lessons {
            let message = Message::new("exchange-mostly-unreported").with("count", count(self.unreported));
            notices.push(message.with("lessons", count(lessons)));
        }
        if self.sums > 0 && lessons == 0 {
            notices.push(Message::new("exchange-only-sums"));
        }
        Finished { rows: self.rows, taken: self.taken, bad: self.bad, notices, subjects: self.batch.subjects }
    }
}

/// What one file has given.
pub(crate) struct Finished {
    pub(crate) rows: u64,
    pub(crate) taken: u64,
    pub(crate) bad: BadRows,
    pub(crate) notices: Vec<Message>,
    pub(crate) subjects: Vec<String>,
}
