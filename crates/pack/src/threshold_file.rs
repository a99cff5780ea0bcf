//! Reads `thresholds.toml`: versions of the thresholds, each with the first day that it holds.

use std::collections::BTreeSet;

use domain::Day;
use toml::Table;

use crate::{
    dated::day,
    error::{PackError, Problem},
    table,
    threshold_rules::{check_relations, check_table},
    thresholds::Thresholds,
};

/// One version of the thresholds.
#[derive(Clone, Debug)]
pub(crate) struct Version {
    /// The first day that it holds; it holds until the next version does.
    pub(crate) valid_from: Day,
    /// The thresholds as written, for presets to change.
    pub(crate) written: Table,
    /// The thresholds.
    pub(crate) thresholds: Thresholds,
}

/// The versions of the file in order of date, and everything that is wrong with it.
pub(crate) fn read(file: &str, text: &str) -> (Vec<Version>, Vec<PackError>) {
    let document = match table::parse(file, text) {
        Ok(document) => document,
        Err(problem) => return (Vec::new(), vec![problem]),
    };
    let mut problems = Vec::new();
    let mut versions = Vec::new();
    let mut days = BTreeSet::new();
    for (place, mut entry) in table::entries(file, "version", &document, &mut problems) {
        let from_place = table::join(&place, "valid_from");
        let valid_from = match entry.remove("valid_from") {
            None => Err(Problem::ValueMissing.at(file, from_place)),
            Some(written) => day(&written).ok_or_else(|| Problem::ValueOutOfRange.at(file, from_place)),
        };
        if let Ok(day) = valid_from
            && !days.insert(day)
        {
            problems.push(Problem::VersionsOverlap.at(file, day.to_string()));
        }
        let thresholds = thresholds(file, &place, &entry);
        match (valid_from, thresholds) {
            (Ok(valid_from), Ok(thresholds)) => versions.push(Version { valid_from, written: entry, thresholds }),
            (from, thresholds) => problems.extend(from.err().into_iter().chain(thresholds.err().unwrap_or_default())),
        }
    }
    versions.sort_by_key(|version| version.valid_from);
    (versions, problems)
}

/// A complete table of thresholds, read and checked.
pub(crate) fn thresholds(file: &str, place: &str, written: &Table) -> Result<Thresholds, Vec<PackError>> {
    let problems = check_table(file, place, written, true);
    if !problems.is_empty() {
        return Err(problems);
    }
    let thresholds = table::typed(file, place, written.clone()).map_err(|problem| vec![problem])?;
    let problems = check_relations(file, place, &thresholds);
    if problems.is_empty() { Ok(thresholds) } else { Err(problems) }
}
