//! What the answers about imports are made of. A name here is a name in the API: it stays as it is in this version.

use casework::view::imports::Import as Imported;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::answer::day;

/// The latest imports.
#[derive(Serialize, ToSchema)]
pub(crate) struct Imports {
    /// The newest first, 50 at most.
    imports: Vec<Import>,
}

/// An import, in numbers. File names and rows are not told.
#[derive(Serialize, ToSchema)]
pub(crate) struct Import {
    /// Its id.
    #[schema(format = "uuid")]
    id: String,
    /// `waiting`, `queued`, `done`, `held`, `failed`, `discarded` or `undone`.
    #[schema(example = "done")]
    state: String,
    /// `upload`, `command`, `folder` or `ss12000`.
    source: String,
    /// When it was made.
    #[schema(format = "date-time")]
    made_at: String,
    /// When it was over; null until then.
    #[schema(required, format = "date-time")]
    ended_at: Option<String>,
    /// The day that its figures are of.
    #[schema(required, format = "date")]
    as_of: Option<String>,
    /// Files.
    files: usize,
    /// Lesson rows.
    rows: u64,
    /// Rows that could not be read.
    bad_rows: u64,
    /// Pupils in the roster.
    pupils: u64,
    /// Why a person should look first, in English.
    reasons: Vec<String>,
}

impl Imports {
    pub(super) fn of(all: &[Imported]) -> Imports {
        Imports { imports: all.iter().map(Import::of).collect() }
    }
}

impl Import {
    pub(super) fn of(it: &Imported) -> Import {
        Import {
            id: it.id.to_string(),
            state: it.state.code().to_owned(),
            source: it.source.clone(),
            made_at: at(it.made_at),
            ended_at: it.ended_at.map(at),
            as_of: it.as_of.map(day),
            files: it.told.files.len(),
            rows: it.told.rows,
            bad_rows: it.told.bad(),
            pupils: it.told.pupils,
            reasons: it.told.reasons.iter().map(|reason| reason.said.en.clone()).collect(),
        }
    }
}

fn at(instant: Timestamp) -> String {
    instant.to_string()
}
