//! The attendance history: open Parquet files, one a school and school year, and a manifest that says which count.
//!
//! `school_year=2026/school=90000101/<content hash>.parquet`, sorted by (pupil, date, start, subject), readable by
//! DuckDB, Spark, Polars or Power BI without us; pupil numbers only, no names or personal numbers. Files are never
//! changed: an import writes a new one and waits until it is on disk before the manifest is replaced, so a crash
//! leaves the state before or the state after. `docs/history.md` describes it for outside readers.
//!
//! The manifest is a file in the folder, or it is kept by a room in its database: see [`prepared`].

mod book;
pub mod change;
pub mod compared;
pub mod disk;
pub mod held;
pub mod import;
pub mod lease;
pub mod manifest;
pub mod members;
pub mod prepared;
pub mod purge;
pub mod spool;
pub mod sweep;
pub mod undo;
pub mod verify;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::SchoolYear;

pub use manifest::{Manifest, Slot};
pub use prepared::Prepared;
pub use spool::Spool;

use book::Book;

use crate::columns::LessonFile;
use crate::failure::{Result, io, refuse};

/// The folder of rows on their way in.
const INCOMING: &str = "incoming";

/// A history in a folder.
#[derive(Clone, Debug)]
pub struct History {
    root: PathBuf,
    book: Book,
}

impl History {
    /// The history in a folder, which is made if it is not there. Its manifest is a file in it.
    pub fn open(root: &Path) -> Result<History> {
        std::fs::create_dir_all(root).map_err(io(root))?;
        let history = History { root: root.to_owned(), book: Book::File };
        if root.join(manifest::NAME).try_exists().map_err(io(root))? {
            return Ok(history);
        }
        if history.holds_lessons()? {
            return Err(refuse("manifest-missing", root)); // starting over would let every file be swept
        }
        // the manifest comes before the first lesson file, so that a cut-off first import is told from a lost manifest
        history.begin()?;
        Ok(history)
    }

    /// The history in a folder that already has one.
    pub fn existing(root: &Path) -> Result<History> {
        let there = root.join(manifest::NAME).try_exists().map_err(io(root))?;
        if there {
            Ok(History { root: root.to_owned(), book: Book::File })
        } else {
            Err(refuse("history-not-found", root))
        }
    }

    /// The history in a folder, made if it is not there, whose manifest somebody else keeps: `read` gives it as it
    /// stands. Changes are prepared here and committed there.
    pub fn given(root: &Path, read: impl Fn() -> Result<Manifest> + Send + Sync + 'static) -> Result<History> {
        std::fs::create_dir_all(root).map_err(io(root))?;
        Ok(History { root: root.to_owned(), book: Book::Given(Arc::new(read)) })
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The manifest as it stands now.
    pub fn manifest(&self) -> Result<Manifest> {
        match &self.book {
            Book::File => Manifest::load(&self.root),
            Book::Given(read) => read(),
        }
    }

    /// The files of a school year, opened.
    pub fn files(&self, manifest: &Manifest, year: SchoolYear) -> Result<Vec<LessonFile>> {
        let of_year = manifest.files.iter().filter(|file| file.slot.school_year == year.0);
        of_year.map(|file| LessonFile::open(&self.path(file.slot, &file.content))).collect()
    }

    /// The files of some schools in a school year, opened.
    pub fn files_of(&self, manifest: &Manifest, year: SchoolYear, schools: &BTreeSet<i32>) -> Result<Vec<LessonFile>> {
        let wanted = |slot: Slot| slot.school_year == year.0 && schools.contains(&slot.school);
        let files = manifest.files.iter().filter(|file| wanted(file.slot));
        files.map(|file| LessonFile::open(&self.path(file.slot, &file.content))).collect()
    }

    /// A folder for the rows of an import on their way in, by a name of its own.
    pub fn incoming(&self, name: &str) -> PathBuf {
        self.root.join(INCOMING).join(name)
    }

    /// Where a file of a school and school year lies.
    pub fn path(&self, slot: Slot, content: &str) -> PathBuf {
        self.folder(slot).join(format!("{content}.parquet"))
    }

    /// The folder of a school and school year.
    pub fn folder(&self, slot: Slot) -> PathBuf {
        self.root.join(format!("school_year={}", slot.school_year)).join(format!("school={}", slot.school))
    }
}
