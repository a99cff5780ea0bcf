//! The rows that could not be read: counted all, the first of them kept for the list.

use domain::bad_row::{BadRow, File, Problem};

/// Bad rows kept for the list; the rest are only counted.
const KEPT: usize = 1_000;

/// The bad rows of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BadRows {
    /// The first of them, in order of row.
    pub first: Vec<BadRow>,
    /// All of them.
    pub count: u64,
    /// Rows of the roster that may carry a protection mark for a pupil who cannot be told.
    pub unprotected: u64,
    /// Rows of the roster whose protection mark cannot be read: it counts as set.
    pub unclear: u64,
}

impl BadRows {
    /// Adds a bad row.
    pub fn add(&mut self, file: File, row: u64, column: &'static str, problem: Problem) {
        self.count += 1;
        if self.first.len() < KEPT {
            self.first.push(BadRow { file, row, column, problem });
        }
    }

    /// Adds the bad rows of what follows in the file.
    pub fn append(&mut self, after: BadRows) {
        self.count += after.count;
        self.unprotected += after.unprotected;
        self.unclear += after.unclear;
        let free = KEPT.saturating_sub(self.first.len());
        self.first.extend(after.first.into_iter().take(free));
    }
}
