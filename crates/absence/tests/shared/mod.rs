//! Small histories for the tests of this crate.

#![expect(dead_code, reason = "every test file uses its own part")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use absence::columns::table::Row;
use absence::columns::{Subjects, Table};
use absence::history::change::{Change, Cover};
use absence::history::import::Done;
use absence::history::{History, Spool};
use domain::Day;

pub const A: i32 = 90_000_101;
pub const B: i32 = 90_000_102;

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A lesson of 60 minutes in the subject with number 0.
pub fn lesson(pupil: i32, school: i32, date: &str, start: i32, absent: i32) -> Row {
    let date = day(date).0;
    Row { pupil, school, grade: 7, date, start, subject: 0, scheduled: 60, valid: absent, invalid: 0 }
}

/// Rows cut into changes.
pub fn changes(table: &Table, cover: &Cover) -> Vec<Change> {
    let spool = Spool::in_memory(*cover);
    spool.add(&table.rows).unwrap();
    spool.changes()
}

/// The code of a refusal.
pub fn refused<T: std::fmt::Debug>(result: absence::Result<T>) -> &'static str {
    match result.unwrap_err() {
        absence::Failure::Refused(message) => message.code,
        fault => panic!("a fault, not a refusal: {fault:?}"),
    }
}

pub struct Place {
    pub folder: tempfile::TempDir,
    pub history: History,
    pub subjects: Subjects,
}

impl Place {
    pub fn new() -> Place {
        let folder = tempfile::tempdir().unwrap();
        let history = History::open(&folder.path().join("history")).unwrap();
        let subjects = Subjects::default();
        subjects.number("MA").unwrap();
        Place { folder, history, subjects }
    }

    /// Imports rows, with windows as the rows have them.
    pub fn import(&self, rows: &[Row]) -> Done {
        self.import_over(rows, &Cover::default(), &[])
    }

    pub fn import_over(&self, rows: &[Row], cover: &Cover, protected: &[i32]) -> Done {
        let protected: BTreeSet<i32> = protected.iter().copied().collect();
        let table = Table { rows: rows.to_vec() };
        let plan = self.history.plan(changes(&table, cover), &protected, &self.subjects).unwrap();
        self.history.import(&plan, &self.subjects, day("2026-11-20")).unwrap()
    }

    /// Every row of the history, sorted.
    pub fn rows(&self) -> Vec<Row> {
        let manifest = self.history.manifest().unwrap();
        let of_file = |entry| self.history.get(Some(entry), &self.subjects).unwrap().rows;
        let mut table = Table { rows: manifest.files.iter().flat_map(of_file).collect() };
        table.sort(&self.subjects);
        table.rows
    }

    /// Every lesson file, counting or left over.
    pub fn parquet_files(&self) -> Vec<PathBuf> {
        parquet_files(self.history.root())
    }
}

/// Every lesson file in a folder and below.
pub fn parquet_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(parquet_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "parquet") {
            found.push(path);
        }
    }
    found
}
