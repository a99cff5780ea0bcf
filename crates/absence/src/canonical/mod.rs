//! The two canonical files, `pupils` and `lessons`, as CSV or Parquet: the shape in which absence comes in.
//!
//! `docs/canonical-files.md` describes every column. A row that cannot be read is never guessed at: it is left out and
//! listed with file, row, column and what to do, without its value.

mod csv_file;
pub mod fields;
pub mod lessons;
mod lessons_parquet;
pub mod pupils;
mod pupils_parquet;
pub mod roster;
pub mod write;

pub use domain::bad_row::BadRows;
pub use lessons::{Against, Intake, Lessons, read_lessons};
pub use lessons_parquet::read as read_lesson_file;
pub use pupils::{read_pupil_bytes, read_pupils};
pub use roster::Roster;

use std::path::Path;

use crate::failure::{Result, refuse};

/// The two forms of a canonical file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Csv,
    Parquet,
}

/// The form of a file, by its ending.
fn form(path: &Path) -> Result<Form> {
    let ending = path.extension().map(|ending| ending.to_ascii_lowercase());
    match ending.as_deref().and_then(|ending| ending.to_str()) {
        Some("csv" | "txt") => Ok(Form::Csv),
        Some("parquet") => Ok(Form::Parquet),
        _ => Err(refuse("file-unknown-ending", path)),
    }
}
