//! Walks several files at once, so that a pupil who changed school is seen once, with the rows of both schools.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::cursor::Cursor;
use super::{LessonFile, OwnedRows, Rows, Subjects};
use crate::failure::Result;

/// A walk over the pupils of several files, in rising order of pupil number.
#[derive(Debug)]
pub struct Merge<'a> {
    cursors: Vec<Cursor<'a>>,
    heads: BinaryHeap<Reverse<(i32, usize)>>,
    taken: Vec<usize>,
    joined: OwnedRows,
}

impl<'a> Merge<'a> {
    /// Starts a walk over the pupils `first..=last`.
    pub fn new(
        files: impl IntoIterator<Item = &'a LessonFile>,
        subjects: &'a Subjects,
        first: i32,
        last: i32,
    ) -> Result<Merge<'a>> {
        let cursors: Vec<Cursor<'a>> =
            files.into_iter().map(|file| Cursor::new(file, subjects, first, last)).collect::<Result<_>>()?;
        let taken = (0..cursors.len()).collect();
        Ok(Merge { cursors, heads: BinaryHeap::new(), taken, joined: OwnedRows::default() })
    }

    /// All rows of the next pupil; `None` at the end. Rows of one file are in the file's order; rows of several files
    /// follow each other and are not yet in order of date.
    pub fn advance(&mut self) -> Result<Option<Rows<'_>>> {
        for at in std::mem::take(&mut self.taken) {
            if let Some(cursor) = self.cursors.get_mut(at)
                && let Some(pupil) = cursor.advance()?
            {
                self.heads.push(Reverse((pupil, at)));
            }
        }
        let Some(Reverse((pupil, at))) = self.heads.pop() else { return Ok(None) };
        self.taken.push(at);
        while let Some(&Reverse((other, next))) = self.heads.peek()
            && other == pupil
        {
            self.heads.pop();
            self.taken.push(next);
        }
        if self.taken.len() == 1 {
            return Ok(self.cursors.get(at).and_then(Cursor::rows));
        }
        self.joined.clear();
        for rows in self.taken.iter().filter_map(|&at| self.cursors.get(at)).filter_map(Cursor::rows) {
            self.joined.extend(rows);
        }
        Ok(Some(self.joined.rows()))
    }
}
