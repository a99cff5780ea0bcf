//! Reads a preset, and lays its thresholds over those of a version.

use serde::Deserialize;
use toml::{Table, Value};

use crate::{
    error::{PackError, Problem},
    preset::{Preset, Step},
    table,
    threshold_file::{self, Version},
    threshold_rules::check_table,
    thresholds::Thresholds,
    words::Words,
};

const NEEDED: [&str; 5] = ["id", "name", "source", "ladder", "not_covered"];
const THRESHOLDS: &str = "thresholds";

#[derive(Deserialize)]
struct Written {
    id: String,
    name: Words,
    source: Words,
    ladder: Vec<Step>,
    not_covered: Vec<Words>,
    #[serde(default)]
    thresholds: Table,
}

/// The preset of a file, if it is in order by itself, and everything that is wrong with it.
pub(crate) fn read(file: &str, text: &str) -> (Option<Preset>, Vec<PackError>) {
    let document = match table::parse(file, text) {
        Ok(document) => document,
        Err(problem) => return (None, vec![problem]),
    };
    let mut problems = table::keys(file, "", &document, &NEEDED, &[THRESHOLDS]);
    if !problems.is_empty() {
        return (None, problems);
    }
    let written: Written = match table::typed(file, "", document) {
        Ok(written) => written,
        Err(problem) => return (None, vec![problem]),
    };
    if written.id.is_empty() {
        problems.push(Problem::ValueMissing.at(file, "id"));
    }
    problems.extend(table::words(file, "name", &written.name));
    problems.extend(table::words(file, "source", &written.source));
    for (step, number) in written.ladder.iter().zip(1..) {
        problems.extend(table::words(file, &format!("ladder {number}.trigger"), &step.trigger));
        problems.extend(table::words(file, &format!("ladder {number}.action"), &step.action));
    }
    for (words, number) in written.not_covered.iter().zip(1..) {
        problems.extend(table::words(file, &format!("not_covered {number}"), words));
    }
    problems.extend(check_table(file, THRESHOLDS, &written.thresholds, false));
    if !problems.is_empty() {
        return (None, problems);
    }
    let Written { id, name, source, ladder, not_covered, thresholds } = written;
    let preset = Preset { file: file.to_owned(), id, name, source, ladder, not_covered, thresholds };
    (Some(preset), problems)
}

/// The thresholds of a version with those of a preset in their place.
pub(crate) fn apply(preset: &Preset, version: &Version) -> Result<Thresholds, Vec<PackError>> {
    let mut merged = version.written.clone();
    for (signal, changes) in &preset.thresholds {
        if let (Some(Value::Table(values)), Value::Table(changes)) = (merged.get_mut(signal), changes) {
            values.extend(changes.clone());
        }
    }
    threshold_file::thresholds(&preset.file, THRESHOLDS, &merged)
}
