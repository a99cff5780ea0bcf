//! Why an import is held for a person: it may have come out half, and then it would erase what is right.

use domain::bad_row::File;
use text::{Arg, Message};

use crate::canonical::{BadRows, Roster};

/// More bad rows than this share are held, unless a profile says otherwise.
pub const BAD_PERCENT: u64 = 5;
/// A school that more than this share of its pupils would leave is held,
const LEAVING_PERCENT: usize = 10;
/// when they are more than this many: a small class may move.
const LEAVING: usize = 10;
/// A protection mark that cannot be read protects its pupil. In more than this share of the roster, and in more than one
/// row, it is the column that is badly written: it would take everybody out of the history.
const UNCLEAR_PERCENT: u64 = 1;

/// A reason to hold an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// The file is said to be partial.
    Partial,
    /// Pupils who have rows in the window have none in the file.
    PupilsGone {
        /// School unit code.
        school: i32,
        /// How many pupils.
        pupils: usize,
    },
    /// The number of rows in the window changes much.
    RowsDiffer {
        /// School unit code.
        school: i32,
        /// Rows in the window now.
        before: usize,
        /// Rows in the file.
        after: usize,
    },
    /// A new window has far fewer pupils than the weeks before it.
    FewerPupils {
        /// School unit code.
        school: i32,
        /// Pupils in the file.
        pupils: usize,
        /// Pupils in the latest twenty days before.
        usual: usize,
    },
    /// A new window has far fewer lessons a day than the weeks before it.
    FewerRows {
        /// School unit code.
        school: i32,
        /// Lesson rows a day in the file.
        rows: usize,
        /// Lesson rows a day in the latest twenty days before.
        usual: usize,
    },
    /// The share of the lessons that is reported lies far from the usual one.
    ReportingDiffers {
        /// School unit code.
        school: i32,
        /// Percent reported in the file.
        percent: usize,
        /// Percent reported in the window now, or in the latest twenty days before it.
        usual: usize,
    },
    /// Pupils who are enrolled at the school are no longer so in the roster.
    Leaving {
        /// School unit code.
        school: i32,
        /// How many pupils.
        pupils: usize,
        /// Pupils enrolled now.
        before: usize,
    },
    /// Rows of the roster that may protect a pupil could not be read.
    Unprotected {
        /// How many rows.
        rows: u64,
    },
    /// The protection mark could not be read in so many rows of the roster that the column must be badly written.
    Unclear {
        /// How many rows.
        rows: u64,
    },
    /// Much of a file could not be read.
    BadRows {
        /// Which file.
        file: File,
        /// Rows that could not be read.
        bad: u64,
        /// Rows in the file.
        rows: u64,
    },
}

impl Held {
    /// Whether no confirmation helps: none lifts a protection, or erases those whom a badly written mark protects.
    pub fn is_final(&self) -> bool {
        matches!(self, Held::Unprotected { .. } | Held::Unclear { .. })
    }

    /// The reason as a message, with the school by its code.
    pub fn message(&self) -> Message {
        self.message_with(|_| None)
    }

    /// The reason as a message. `called`: what people call a school, by its code.
    pub fn message_with<'n>(&self, called: impl Fn(i32) -> Option<&'n str>) -> Message {
        let count = |n: usize| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
        let many = |n: u64| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
        let about = |code: &'static str, school: i32| {
            let name = called(school).map(str::to_owned);
            let named = Arg::Count(i64::from(name.is_some()));
            Message::new(code)
                .with("named", named)
                .with("school", Arg::Text(name.unwrap_or_else(|| school.to_string())))
        };
        match *self {
            Held::Partial => Message::new("held-partial"),
            Held::PupilsGone { school: code, pupils } => about("held-pupils-gone", code).with("pupils", count(pupils)),
            Held::RowsDiffer { school: code, before, after } => {
                about("held-rows-differ", code).with("before", count(before)).with("after", count(after))
            }
            Held::FewerPupils { school: code, pupils, usual } => {
                about("held-fewer-pupils", code).with("pupils", count(pupils)).with("usual", count(usual))
            }
            Held::FewerRows { school: code, rows, usual } => {
                about("held-fewer-rows", code).with("rows", count(rows)).with("usual", count(usual))
            }
            Held::ReportingDiffers { school: code, percent, usual } => {
                about("held-reporting-differs", code).with("percent", count(percent)).with("usual", count(usual))
            }
            Held::Leaving { school: code, pupils, before } => {
                about("held-leaving", code).with("pupils", count(pupils)).with("before", count(before))
            }
            Held::Unprotected { rows } => Message::new("held-unprotected").with("rows", many(rows)),
            Held::Unclear { rows } => Message::new("held-protection-unclear").with("rows", many(rows)),
            Held::BadRows { file, bad, rows } => {
                let code = match file {
                    File::Pupils => "held-bad-pupils",
                    File::Lessons => "held-bad-rows",
                };
                Message::new(code).with("bad", many(bad)).with("rows", many(rows))
            }
        }
    }
}

/// The reason to hold a file of which more than a share, in percent, could not be read.
pub fn bad_rows(file: File, bad: u64, rows: u64, percent: u64) -> Option<Held> {
    (100 * bad > percent * rows).then_some(Held::BadRows { file, bad, rows })
}

/// The reason to hold a roster that so many of a school's pupils are missing from.
pub fn leaving(school: i32, pupils: usize, before: usize) -> Option<Held> {
    let many = pupils > LEAVING && 100 * pupils > LEAVING_PERCENT * before;
    many.then_some(Held::Leaving { school, pupils, before })
}

/// The reasons to hold a roster for what could not be read of it.
pub fn bad_roster(roster: &Roster, bad: &BadRows, percent: u64) -> Vec<Held> {
    let rows = bad.count + roster.rows().map(|_| 1).sum::<u64>();
    let unprotected = (bad.unprotected > 0).then_some(Held::Unprotected { rows: bad.unprotected });
    let is_column = bad.unclear > 1 && 100 * bad.unclear > UNCLEAR_PERCENT * rows;
    let unclear = is_column.then_some(Held::Unclear { rows: bad.unclear });
    [unclear, unprotected, bad_rows(File::Pupils, bad.count, rows, percent)].into_iter().flatten().collect()
}
