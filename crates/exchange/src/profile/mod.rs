//! A profile: which column of a system's export is what. Made once, saved, used by browser and command line alike.
//!
//! It is plain data for TOML or JSON. It never holds a value of a pupil.

pub mod field;
pub mod guess;
mod headers;
pub mod missing;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use field::{Field, Kind};
pub use guess::guess;
pub use missing::missing;

use crate::encoding::Encoding;
use crate::value::Status;
use crate::value::number::Unit;

/// How one system's export is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The name that people choose it by.
    #[serde(default)]
    pub name: String,
    /// What a row is about.
    pub kind: Kind,
    /// The row of the header, the first being 1; 0 when there is none; found by its words when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header_row: Option<u32>,
    /// The sheet of a workbook; the first with rows when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// What stands between the fields of a CSV file; found by content when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    /// The encoding of a CSV file; found by content when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<Encoding>,
    /// The school unit code when every row is of one school.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub school: Option<i32>,
    /// The school form when no column tells it: a code of SS 12000.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub school_form: Option<String>,
    /// The year in which the school year of the grades begins; that of the day of reading when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub school_year: Option<i16>,
    /// Whether the file may lack pupils who are in the school: it is then held for a person.
    #[serde(default)]
    pub partial: bool,
    /// The share of bad rows, in percent, from which a file is held for a person; five when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_bad_percent: Option<u8>,
    /// Somebody has said that the system leaves pupils with protected identity out: then no column tells of them.
    #[serde(default)]
    pub protected_left_out: bool,
    /// The start of a lesson is told in minutes after midnight, as the canonical file does.
    #[serde(default)]
    pub start_in_minutes: bool,
    /// Somebody has said that an empty field of absence means none, and not that nobody has reported.
    #[serde(default)]
    pub blank_is_zero: bool,
    /// What each column is.
    pub columns: BTreeMap<Field, Column>,
    /// School unit codes by the names that the system writes.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub schools: BTreeMap<String, i32>,
    /// What the system's own words for presence and absence mean.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub statuses: BTreeMap<String, Status>,
}

/// A column: by its header, or by its place where there is no header.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// The header, in any case.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub header: String,
    /// The place, the first being 1. Goes before the header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<usize>,
    /// What a duration is counted in.
    #[serde(default)]
    pub unit: Unit,
}

impl Profile {
    /// A profile that knows only what a row is about.
    pub fn of(kind: Kind) -> Profile {
        Profile {
            name: String::new(),
            kind,
            header_row: None,
            sheet: None,
            delimiter: None,
            encoding: None,
            school: None,
            school_form: None,
            school_year: None,
            partial: false,
            most_bad_percent: None,
            protected_left_out: false,
            start_in_minutes: false,
            blank_is_zero: false,
            columns: BTreeMap::new(),
            schools: BTreeMap::new(),
            statuses: BTreeMap::new(),
        }
    }

    /// Whether a table has every column that the profile names.
    pub fn fits(&self, header: &[String]) -> bool {
        let names: Vec<String> = header.iter().map(|name| plain(name)).collect();
        let has = |column: &Column| match column.place {
            Some(place) => place <= names.len(),
            None => names.contains(&plain(&column.header)),
        };
        !self.columns.is_empty() && self.columns.values().all(has)
    }

    /// Whether a column is what is asked for.
    pub fn has(&self, field: Field) -> bool {
        self.columns.contains_key(&field)
    }
}

/// A header for comparing: lower case, letters and digits only.
pub(crate) fn plain(header: &str) -> String {
    header.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
