//! Reads `lists.toml`.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::Table;

use crate::{
    condition::{Condition, signal},
    error::{PackError, Problem},
    list::{Alternative, SortKey, WorkList},
    table,
    words::Words,
};

/// Levels of grades: 0 is förskoleklass, 10 the last of specialskola.
const LEVELS: std::ops::RangeInclusive<i8> = 0..=10;
const KEYS: [&str; 6] = ["id", "name", "levels", "when", "mentor_first", "order"];

/// A list as it is written. In `when`, each inner array is one way to be on the list: all of its strings must hold,
/// and a string holds when any of its conditions, parted by "or", does.
#[derive(Deserialize)]
struct Written {
    id: String,
    name: Words,
    levels: WrittenLevels,
    when: Vec<Vec<String>>,
    mentor_first: Vec<String>,
    order: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenLevels {
    from: i8,
    to: i8,
}

/// The lists of the file, and everything that is wrong with it.
pub(crate) fn read(file: &str, text: &str) -> (Vec<WorkList>, Vec<PackError>) {
    let document = match table::parse(file, text) {
        Ok(document) => document,
        Err(problem) => return (Vec::new(), vec![problem]),
    };
    let mut problems = Vec::new();
    let mut lists = Vec::new();
    let mut ids = BTreeSet::new();
    for (place, entry) in table::entries(file, "list", &document, &mut problems) {
        if let Some(list) = read_list(file, &place, entry, &mut problems) {
            if !ids.insert(list.id.clone()) {
                problems.push(Problem::VersionsOverlap.at(file, &list.id));
            }
            lists.push(list);
        }
    }
    (lists, problems)
}

fn read_list(file: &str, place: &str, entry: Table, problems: &mut Vec<PackError>) -> Option<WorkList> {
    let wrong_keys = table::keys(file, place, &entry, &KEYS, &[]);
    if !wrong_keys.is_empty() {
        problems.extend(wrong_keys);
        return None;
    }
    let written: Written = table::typed(file, place, entry).map_err(|problem| problems.push(problem)).ok()?;
    let place = format!("list {}", written.id);
    problems.extend(table::words(file, &table::join(&place, "name"), &written.name));
    if written.id.is_empty() {
        problems.push(Problem::ValueMissing.at(file, table::join(&place, "id")));
    }
    // A way without conditions would put every pupil on the list.
    if written.when.is_empty() || written.when.iter().any(Vec::is_empty) {
        problems.push(Problem::ValueMissing.at(file, table::join(&place, "when")));
    }
    let levels = written.levels.from..=written.levels.to;
    if levels.is_empty() || !LEVELS.contains(levels.start()) || !LEVELS.contains(levels.end()) {
        problems.push(Problem::ValueOutOfRange.at(file, table::join(&place, "levels")));
    }
    let mut read = Reader { file, place: &place, problems };
    let when = written.when.iter().map(|way| Alternative {
        all_of: way.iter().map(|group| read.each("when", group.split(" or "), Condition::parse)).collect(),
    });
    let when = when.collect();
    let mentor_first = read.each("mentor_first", written.mentor_first.iter().map(String::as_str), Condition::parse);
    let order = read.each("order", written.order.iter().map(String::as_str), sort_key);
    Some(WorkList { id: written.id, name: written.name, levels, when, mentor_first, order })
}

/// Where in the file we are, and what was wrong so far.
struct Reader<'a> {
    file: &'a str,
    place: &'a str,
    problems: &'a mut Vec<PackError>,
}

impl Reader<'_> {
    /// The texts that can be read; the others are problems.
    fn each<'t, T>(
        &mut self,
        key: &str,
        texts: impl Iterator<Item = &'t str>,
        read: impl Fn(&str) -> Result<T, Problem>,
    ) -> Vec<T> {
        let mut values = Vec::new();
        for text in texts {
            match read(text) {
                Ok(value) => values.push(value),
                Err(problem) => self.problems.push(problem.at(self.file, format!("{}.{key}: {text}", self.place))),
            }
        }
        values
    }
}

fn sort_key(text: &str) -> Result<SortKey, Problem> {
    match text {
        "S05 level 2" => Ok(SortKey::Level2),
        "S01 band" => Ok(SortKey::Band),
        "number of signals" => Ok(SortKey::Count),
        "longest since first" => Ok(SortKey::Since),
        code => signal(code).map(SortKey::Signal),
    }
}
