//! Files whose pupils lie in no order: sorted in memory when they are small enough, refused with the reason otherwise.

use std::path::Path;

use text::Arg;

use crate::columns::cursor::is_unsorted;
use crate::columns::write::write_lessons;
use crate::columns::{LessonFile, Subjects, Table};
use crate::failure::{Failure, Result, refuse};

/// Rows that are sorted in memory at the most, about 40 bytes each.
pub const MOST_ROWS: u64 = 8_000_000;

/// Opens a bare file and does `work` on it. When the work finds that the file's pupils are not in order, a sorted copy
/// is made in `scratch` and the work is done on that; a file too large for it is refused with
/// `file-unsorted-too-large`.
pub fn with_sorted<T>(path: &Path, scratch: &Path, work: impl Fn(LessonFile) -> Result<T>) -> Result<T> {
    let file = LessonFile::open(path)?;
    let rows = file.rows();
    match work(file) {
        Err(failure) if is_unsorted(&failure) && rows <= MOST_ROWS => work(sorted_copy(path, scratch)?),
        Err(failure) if is_unsorted(&failure) => Err(too_large(path)),
        done => done,
    }
}

fn sorted_copy(path: &Path, scratch: &Path) -> Result<LessonFile> {
    let subjects = Subjects::default();
    let mut table = Table::read(&LessonFile::open(path)?, &subjects)?;
    table.sort(&subjects);
    let sorted = scratch.join("sorted.parquet");
    write_lessons(&sorted, &table.rows, &subjects)?;
    LessonFile::open(&sorted)
}

fn too_large(path: &Path) -> Failure {
    let most = Arg::Count(i64::try_from(MOST_ROWS).unwrap_or(i64::MAX));
    match refuse("file-unsorted-too-large", path) {
        Failure::Refused(message) => Failure::Refused(message.with("rows", most)),
        fault => fault,
    }
}
