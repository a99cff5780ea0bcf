//! Import: the two canonical files into the room, and a new generation of results.

use std::path::PathBuf;

use absence::canonical::BadRows;
use domain::Day;
use text::Message;

use crate::{Cx, Result};

/// What is to be imported.
#[derive(Clone, Debug)]
pub struct Import {
    /// The `pupils` file.
    pub pupils: PathBuf,
    /// The `lessons` file.
    pub lessons: PathBuf,
    /// The day that the figures are to be of: today, or the last day with lessons before.
    pub as_of: Day,
    /// Whether a person has looked at what speaks against it.
    pub confirm: bool,
    /// Threads for the scan.
    pub threads: usize,
}

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading lessons: rows so far, and about how many there are when it is known.
    Reading(u64, Option<u64>),
    /// Taking in the roster: pupils so far, and all.
    Roster(u64, u64),
    /// Writing the history.
    Writing,
    /// Computing signals.
    Scanning,
    /// Storing results: pupils so far, and all.
    Storing(u64, u64),
}

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// Rows read.
    pub rows: u64,
    /// Pupils in the roster.
    pub pupils: u64,
    /// Pupils on the school list.
    pub listed: u64,
    /// Schools and school years whose file changed.
    pub changed: u64,
    /// Bad rows of the roster and of the lessons.
    pub bad: [BadRows; 2],
}

/// Imports: everything becomes visible in one step, or nothing.
///
/// # Errors
/// Refused: a file cannot be read; something speaks against it and it is not confirmed (every reason as a message).
/// Denied. The room; the disk.
pub async fn run(cx: &Cx, import: Import, progress: &(dyn Fn(Stage) + Send + Sync)) -> Result<Imported> {
    Err(crate::failure::unbuilt())
}

/// What speaks against an import that was refused, if that was why: for the command line.
pub fn held(failure: &crate::Failure) -> Vec<&Message> {
    match failure {
        crate::Failure::Refused(all) => all.iter().map(|one| &one.message).collect(),
        _ => Vec::new(),
    }
}
