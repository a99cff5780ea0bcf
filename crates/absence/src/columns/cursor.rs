//! Walks one file, pupil by pupil. A pupil's rows come whole, also when they lie in two batches.

use parquet::arrow::arrow_reader::ParquetRecordBatchReader;

use super::decode::Decoded;
use super::{LessonFile, OwnedRows, Rows, Subjects};
use crate::failure::{Failure, Result, broken_batch, refuse};

/// Where the rows of the pupil at hand lie.
#[derive(Clone, Copy, Debug)]
enum Place {
    Batch(usize, usize),
    Gathered,
}

/// A walk over the pupils `first..=last` of one file, which must hold each pupil's rows together, in rising order of
/// pupil number. Anything else is refused with `file-unsorted`, never mis-scanned.
#[derive(Debug)]
pub struct Cursor<'a> {
    file: &'a LessonFile,
    subjects: &'a Subjects,
    reader: ParquetRecordBatchReader,
    first: i32,
    last: i32,
    batch: Option<Decoded>,
    at: usize,
    gathered: OwnedRows,
    place: Option<Place>,
    passed: Option<i32>,
    any_order: bool,
}

impl<'a> Cursor<'a> {
    /// Starts a walk.
    pub fn new(file: &'a LessonFile, subjects: &'a Subjects, first: i32, last: i32) -> Result<Cursor<'a>> {
        let reader = file.read(first, last)?;
        Ok(Cursor {
            file,
            subjects,
            reader,
            first,
            last,
            batch: None,
            at: 0,
            gathered: OwnedRows::default(),
            place: None,
            passed: None,
            any_order: false,
        })
    }

    /// Starts a walk over a whole file whose pupils may lie in any order: a pupil may come more than once.
    pub fn in_any_order(file: &'a LessonFile, subjects: &'a Subjects) -> Result<Cursor<'a>> {
        Ok(Cursor { any_order: true, ..Cursor::new(file, subjects, i32::MIN, i32::MAX)? })
    }

    /// Moves to the next pupil and gives its number; `None` at the end.
    pub fn advance(&mut self) -> Result<Option<i32>> {
        self.gathered.clear();
        self.place = None;
        loop {
            let Some((pupil, from, to, open)) = self.run()? else {
                return Ok(self.finish_gathered());
            };
            if !self.gathered.is_empty() && self.gathered.pupil() != pupil {
                return Ok(self.finish_gathered()); // the new run stays for the next call
            }
            if !self.any_order && self.gathered.is_empty() && self.passed.is_some_and(|passed| passed >= pupil) {
                return Err(refuse("file-unsorted", self.file.path()));
            }
            self.at = to;
            if pupil < self.first || pupil > self.last {
                self.passed = (!open).then_some(pupil).or(self.passed);
                continue;
            }
            if !open && self.gathered.is_empty() {
                self.place = Some(Place::Batch(from, to));
                self.passed = Some(pupil);
                return Ok(Some(pupil));
            }
            if let Some(batch) = &self.batch {
                self.gathered.extend(batch.rows(from, to));
            }
            if !open {
                return Ok(self.finish_gathered());
            }
        }
    }

    /// The rows of the pupil that [`Cursor::advance`] stopped at.
    pub fn rows(&self) -> Option<Rows<'_>> {
        match (self.place?, &self.batch) {
            (Place::Gathered, _) => Some(self.gathered.rows()),
            (Place::Batch(from, to), Some(batch)) => Some(batch.rows(from, to)),
            (Place::Batch(..), None) => None,
        }
    }

    fn finish_gathered(&mut self) -> Option<i32> {
        if self.gathered.is_empty() {
            return None;
        }
        self.place = Some(Place::Gathered);
        self.passed = Some(self.gathered.pupil());
        self.passed
    }

    /// The run of rows of one pupil that starts at the present place: pupil, from, to, and whether it reaches the end
    /// of the batch, so that the next batch may go on with it.
    fn run(&mut self) -> Result<Option<(i32, usize, usize, bool)>> {
        loop {
            if let Some(rest) = self.batch.as_ref().and_then(|batch| batch.pupils().get(self.at..))
                && let Some(&pupil) = rest.first()
            {
                let length = rest.iter().position(|&other| other != pupil);
                let to = self.at + length.unwrap_or(rest.len());
                return Ok(Some((pupil, self.at, to, length.is_none())));
            }
            let Some(batch) = self.reader.next() else { return Ok(None) };
            let batch = batch.map_err(broken_batch(self.file.path()))?;
            self.batch = Some(Decoded::of(&batch, self.file, self.subjects)?);
            self.at = 0;
        }
    }
}

/// Whether a failure says that a file's pupils are not in order.
pub fn is_unsorted(failure: &Failure) -> bool {
    matches!(failure, Failure::Refused(message) if message.code == "file-unsorted")
}
