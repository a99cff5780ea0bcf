//! The manifest as plain data.

use domain::Day;

/// A school and a school year: what one file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// The calendar year that the school year starts in.
    pub school_year: i16,
    /// School unit code.
    pub school: i32,
}

/// A file that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// School and school year.
    pub slot: Slot,
    /// SHA-256 of the file, in hexadecimal: its name.
    pub content: String,
    /// Number of rows.
    pub rows: u64,
    /// First date.
    pub from: Day,
    /// Last date.
    pub to: Day,
}

/// An import: it replaced exactly the window (school, from, to).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The version of the manifest that it made.
    pub version: u64,
    /// The day it was made.
    pub day: Day,
    /// School and school year.
    pub slot: Slot,
    /// First day of the window.
    pub from: Day,
    /// Last day of the window.
    pub to: Day,
    /// Rows in the window.
    pub rows: u64,
    /// The file before; `None` when there was none.
    pub before: Option<String>,
    /// Whether it has been undone, or can no longer be.
    pub settled: bool,
}

/// A file that no longer counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loose {
    /// School and school year.
    pub slot: Slot,
    /// Its name without ending.
    pub content: String,
    /// Since when.
    pub since: Day,
    /// Whether it must go at once: it may hold a pupil who was purged or is protected.
    pub at_once: bool,
}

/// The manifest, each list in the order of the slots and then as it came to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// Raised by one with every change.
    pub version: u64,
    /// The files that count.
    pub files: Vec<File>,
    /// The imports, oldest first.
    pub imports: Vec<Import>,
    /// The files that no longer count.
    pub loose: Vec<Loose>,
}
