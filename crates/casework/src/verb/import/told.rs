//! What is told of an import, and kept with it: files, bad rows, reasons to look, the comparison with what was there.

use absence::history::compared::{Compared, Measure};
use absence::history::held::Held;
use domain::Day;
use domain::bad_row::{BadRow, BadRows, Problem};
use exchange::Report;
use serde::{Deserialize, Serialize};
use text::Message;

use crate::said::Said;
use crate::{Failure, Result};

/// Bad rows of a file that are kept for the list.
const SHOWN: usize = 200;

/// Everything that is told of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Told {
    /// The files, in the order of reading.
    pub files: Vec<ToldFile>,
    /// Why a person should look first.
    pub reasons: Vec<Reason>,
    /// What a reading that failed said.
    pub errors: Vec<Said>,
    /// School by school.
    pub schools: Vec<ToldSchool>,
    /// Lesson rows.
    pub rows: u64,
    /// Pupils in the roster.
    pub pupils: u64,
    /// Pupils on the school list afterwards.
    pub listed: u64,
    /// Schools and school years whose file changed.
    pub changed: u64,
    /// Whether somebody has looked at the reasons and said yes.
    pub confirmed: bool,
}

/// What became of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ToldFile {
    /// Its name.
    pub name: String,
    /// The code of its format.
    pub format: String,
    /// Rows in it.
    pub rows: u64,
    /// Rows that were understood.
    pub taken: u64,
    /// Lessons that were called off (P1).
    pub cancelled: u64,
    /// Lessons outside the pupil's enrolment (P2).
    pub elsewhere: u64,
    /// Rows that could not be read.
    pub bad: u64,
    /// The first of them.
    pub first_bad: Vec<ToldRow>,
    /// What a person should know.
    pub notices: Vec<Said>,
}

/// A row that could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ToldRow {
    /// Its number, as a spreadsheet counts.
    pub row: u64,
    /// The column; empty for a pupil with protected identity.
    pub column: String,
    /// The code of what is wrong.
    pub problem: String,
}

/// A reason to look.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reason {
    /// The sentence.
    pub said: Said,
    /// Whether no confirmation helps.
    pub is_final: bool,
}

/// A school's window before and after.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ToldSchool {
    /// School unit code.
    pub school: i32,
    /// First day, as days since 1970-01-01.
    pub from: i32,
    /// Last day.
    pub to: i32,
    /// What lay there.
    pub before: Numbers,
    /// What is to lie there.
    pub after: Numbers,
    /// The latest twenty days before the window.
    pub usual: Numbers,
}

/// Some rows in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Numbers {
    /// Rows.
    pub rows: usize,
    /// Those that are reported.
    pub reported: usize,
    /// Pupils.
    pub pupils: usize,
    /// Days with rows.
    pub days: usize,
}

impl Told {
    /// As it is kept.
    pub(crate) fn to_json(&self) -> Result<Vec<u8>> {
        serde_json::to_vec(self).map_err(odd)
    }

    /// As it was kept.
    pub(crate) fn from_json(json: &[u8]) -> Result<Told> {
        serde_json::from_slice(json).map_err(odd)
    }

    /// Tells that an import failed.
    pub(crate) fn failed(failure: &Failure) -> Told {
        let errors = match failure {
            Failure::Refused(all) => all.iter().map(|one| Said::of(&one.message)).collect(),
            _ => vec![Said::of(&Message::new("import-broke"))],
        };
        Told { errors, ..Told::default() }
    }

    /// The bad rows of all files.
    pub fn bad(&self) -> u64 {
        self.files.iter().map(|file| file.bad).sum()
    }
}

impl ToldFile {
    /// What `exchange` says of a file, and what was found wrong with its rows afterwards.
    pub(super) fn of(report: Report, bad: &BadRows) -> ToldFile {
        let mut file = ToldFile {
            name: report.name,
            format: report.format.code().to_owned(),
            rows: report.rows,
            taken: report.taken,
            notices: report.notices.iter().map(Said::of).collect(),
            ..ToldFile::default()
        };
        file.add(&report.bad);
        file.add(bad);
        file
    }

    /// Adds bad rows.
    pub(super) fn add(&mut self, bad: &BadRows) {
        self.bad += bad.count;
        self.first_bad.extend(bad.first.iter().map(ToldRow::of));
        self.first_bad.sort_by_key(|row| row.row);
        self.first_bad.truncate(SHOWN);
    }
}

impl ToldRow {
    fn of(bad: &BadRow) -> ToldRow {
        ToldRow { row: bad.row, column: bad.column.to_owned(), problem: bad.problem.code().to_owned() }
    }

    /// What is wrong, if this version of the program knows it.
    pub fn problem(&self) -> Option<Problem> {
        Problem::ALL.into_iter().find(|it| it.code() == self.problem)
    }

    /// The code of the column's sentence, if it is a field of a profile.
    pub fn field(&self) -> Option<&'static str> {
        exchange::profile::Field::ALL.iter().find(|it| it.code() == self.column).map(|it| it.sentence())
    }
}

impl Reason {
    pub(super) fn of(held: &Held, said: &Message) -> Reason {
        Reason { said: Said::of(said), is_final: held.is_final() }
    }
}

impl ToldSchool {
    pub(super) fn of(it: &Compared) -> ToldSchool {
        let numbers = |it: &Measure| Numbers { rows: it.rows, reported: it.reported, pupils: it.pupils, days: it.days };
        ToldSchool {
            school: it.school,
            from: it.window.from.0,
            to: it.window.to.0,
            before: numbers(&it.before),
            after: numbers(&it.after),
            usual: numbers(&it.usual),
        }
    }

    /// First and last day.
    pub fn window(&self) -> (Day, Day) {
        (Day(self.from), Day(self.to))
    }
}

fn odd(error: serde_json::Error) -> Failure {
    Failure::Fault { context: "what was told of an import", source: Box::new(error) }
}
