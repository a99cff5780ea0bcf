//! Causes of absence that somebody may name. Reads `causes.toml`. They are never searched, sorted or filtered by.

use serde::Deserialize;
use toml::Table;

use crate::{
    dated::{self, Dates},
    error::{PackError, Problem},
    table,
    words::Words,
};

/// Where a cause lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CauseLevel {
    /// In the school.
    School,
    /// With the pupil.
    Individual,
    /// At home; often about others than the pupil.
    Home,
    /// Among peers and in leisure.
    Peers,
    /// What the absence does for the pupil.
    Function,
    /// Something that protects.
    Protective,
}

impl CauseLevel {
    /// Every level, in the order of the form.
    pub const ALL: [CauseLevel; 6] = [
        CauseLevel::School,
        CauseLevel::Individual,
        CauseLevel::Home,
        CauseLevel::Peers,
        CauseLevel::Function,
        CauseLevel::Protective,
    ];

    /// Whether what is said there may be about health, private life or somebody else, and so belongs in a zone with
    /// stronger secrecy than the school's support.
    pub fn is_sensitive(self) -> bool {
        !matches!(self, CauseLevel::School | CauseLevel::Protective)
    }
}

/// A cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cause {
    /// Its code, which statements keep.
    pub code: String,
    /// Where it lies.
    pub level: CauseLevel,
    /// The name that people see.
    pub name: Words,
    /// Whether the form reminds of the duty to notify (SoL 19 kap. 1 §).
    pub concern: bool,
    /// The days on which it may be chosen.
    pub dates: Dates,
}

const KEYS: [&str; 3] = ["code", "level", "name"];

#[derive(Deserialize)]
struct Written {
    code: String,
    level: CauseLevel,
    name: Words,
    #[serde(default)]
    concern: bool,
}

/// The causes of the file, and everything that is wrong with it.
pub(crate) fn read(file: &str, text: &str) -> (Vec<Cause>, Vec<PackError>) {
    let document = match table::parse(file, text) {
        Ok(document) => document,
        Err(problem) => return (Vec::new(), vec![problem]),
    };
    let mut problems = Vec::new();
    let entries = table::entries(file, "cause", &document, &mut problems);
    let all: Vec<_> =
        entries.into_iter().filter_map(|(place, entry)| cause(file, &place, entry, &mut problems)).collect();
    problems.extend(dated::overlaps(file, all.iter().map(|it| (it.code.as_str(), it.dates))));
    (all, problems)
}

fn cause(file: &str, place: &str, mut entry: Table, problems: &mut Vec<PackError>) -> Option<Cause> {
    let dates = dated::take(file, place, &mut entry, problems);
    let wrong_keys = table::keys(file, place, &entry, &KEYS, &["concern"]);
    if !wrong_keys.is_empty() {
        problems.extend(wrong_keys);
        return None;
    }
    let Written { code, level, name, concern } =
        table::typed(file, place, entry).map_err(|problem| problems.push(problem)).ok()?;
    let place = format!("cause {code}");
    problems.extend(table::words(file, &table::join(&place, "name"), &name));
    if code.trim().is_empty() {
        problems.push(Problem::ValueMissing.at(file, table::join(&place, "code")));
    }
    Some(Cause { code, level, name, concern, dates: dates? })
}
