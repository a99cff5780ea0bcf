//! Lesson rows as columns, one pupil at a time: the only shape in which the scan sees them.

mod chunks;
pub mod cursor;
pub mod decode;
pub mod file;
pub mod merge;
pub mod owned;
pub mod subjects;
pub mod table;
pub mod write;

pub use file::LessonFile;
pub use merge::Merge;
pub use owned::OwnedRows;
pub use subjects::Subjects;
pub use table::Table;

/// Stands in `valid` and `invalid` where a lesson is unreported. A file that holds the number itself is read as its neighbour.
pub const UNREPORTED: i32 = i32::MIN;

/// All rows of one pupil, as columns of equal length, in the order of the file.
#[derive(Clone, Copy, Debug)]
pub struct Rows<'a> {
    /// Pupil number.
    pub pupil: i32,
    /// School unit codes.
    pub school: &'a [i32],
    /// Grade levels.
    pub grade: &'a [i32],
    /// Days since 1970-01-01.
    pub date: &'a [i32],
    /// Minutes after midnight.
    pub start: &'a [i32],
    /// Subjects, as numbers of [`Subjects`].
    pub subject: &'a [u16],
    /// Scheduled minutes.
    pub scheduled: &'a [i32],
    /// Valid absence minutes, or [`UNREPORTED`].
    pub valid: &'a [i32],
    /// Invalid absence minutes, or [`UNREPORTED`].
    pub invalid: &'a [i32],
}

impl<'a> Rows<'a> {
    /// Number of rows.
    pub fn len(&self) -> usize {
        self.date.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.date.is_empty()
    }
}
