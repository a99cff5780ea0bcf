//! Reading TOML so that a file with several faults is told about all of them.

use serde::de::DeserializeOwned;
use toml::{Table, Value};

use crate::{
    error::{PackError, Problem},
    words::Words,
};

/// A file as a table, or where and why it is not TOML.
pub(crate) fn parse(file: &str, text: &str) -> Result<Table, PackError> {
    text.parse::<Table>().map_err(|fault| {
        let before = fault.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|&letter| letter != '\n').count() + 1;
        Problem::FileBroken.at(file, format!("{line}:{column}, {}", fault.message()))
    })
}

/// Keys that a table should not have, and keys that it lacks.
pub(crate) fn keys(file: &str, place: &str, table: &Table, needed: &[&str], more: &[&str]) -> Vec<PackError> {
    let unknown = table.keys().filter(|key| !needed.contains(&key.as_str()) && !more.contains(&key.as_str()));
    let missing = needed.iter().filter(|key| !table.contains_key(**key));
    unknown
        .map(|key| Problem::UnknownKey.at(file, join(place, key)))
        .chain(missing.map(|key| Problem::ValueMissing.at(file, join(place, key))))
        .collect()
}

/// A table as a typed value, or what the reader says about the first value of the wrong kind.
pub(crate) fn typed<T: DeserializeOwned>(file: &str, place: &str, table: Table) -> Result<T, PackError> {
    table.try_into().map_err(|fault: toml::de::Error| {
        let says = fault.to_string().trim().replace('\n', ", ");
        let place = if place.is_empty() { says } else { format!("{place}: {says}") };
        Problem::FileBroken.at(file, place)
    })
}

/// The tables of an array of tables such as `[[list]]`, each with its place (`list 1`); the array must not be empty.
pub(crate) fn entries(file: &str, key: &str, document: &Table, problems: &mut Vec<PackError>) -> Vec<(String, Table)> {
    problems.extend(keys(file, "", document, &[key], &[]));
    let array = document.get(key).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    if document.contains_key(key) && array.is_empty() {
        problems.push(Problem::ValueMissing.at(file, key));
    }
    let mut tables = Vec::new();
    for (entry, number) in array.iter().zip(1..) {
        let place = format!("{key} {number}");
        match entry {
            Value::Table(table) => tables.push((place, table.clone())),
            _ => problems.push(Problem::FileBroken.at(file, place)),
        }
    }
    tables
}

/// Words that are empty in a language.
pub(crate) fn words(file: &str, place: &str, words: &Words) -> Vec<PackError> {
    let empty = [("sv", &words.sv), ("en", &words.en)].into_iter().filter(|(_, text)| text.trim().is_empty());
    empty.map(|(language, _)| Problem::ValueMissing.at(file, join(place, language))).collect()
}

/// A place within a place.
pub(crate) fn join(place: &str, key: &str) -> String {
    if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") }
}
