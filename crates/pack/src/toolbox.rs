//! The toolbox: the categories of a plan's items and their standard activities. Reads `toolbox.toml`.

use domain::{Day, Side, plan};
use serde::Deserialize;
use toml::Table;

use crate::{
    dated::{self, Dates},
    error::{PackError, Problem},
    table,
    words::Words,
};

/// A category. Every item of a plan belongs to exactly one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// Its code, which plans keep.
    pub code: String,
    /// The name that people see.
    pub name: Words,
    /// The sides that may be responsible.
    pub owner: Vec<Side>,
    /// Its standard activities, in order.
    pub activities: Vec<Activity>,
    /// The days on which a plan may choose it.
    pub dates: Dates,
}

/// A standard activity.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Its code, which plans keep.
    pub code: String,
    /// The name that people see.
    pub name: Words,
}

const KEYS: [&str; 4] = ["code", "name", "owner", "activities"];

#[derive(Deserialize)]
struct Written {
    code: String,
    name: Words,
    owner: Vec<Side>,
    activities: Vec<Activity>,
}

/// The categories as the rules of a plan need them, on a day.
pub(crate) fn on(all: &[Category], day: Day) -> plan::Toolbox {
    let held = all.iter().filter(|it| it.dates.hold_on(day));
    let category = |it: &Category| plan::Category {
        code: it.code.clone(),
        activities: it.activities.iter().map(|activity| activity.code.clone()).collect(),
        sides: it.owner.clone(),
    };
    plan::Toolbox { categories: held.map(category).collect() }
}

/// The categories of the file, and everything that is wrong with it.
pub(crate) fn read(file: &str, text: &str) -> (Vec<Category>, Vec<PackError>) {
    let document = match table::parse(file, text) {
        Ok(document) => document,
        Err(problem) => return (Vec::new(), vec![problem]),
    };
    let mut problems = Vec::new();
    let entries = table::entries(file, "category", &document, &mut problems);
    let all: Vec<_> =
        entries.into_iter().filter_map(|(place, entry)| category(file, &place, entry, &mut problems)).collect();
    problems.extend(dated::overlaps(file, all.iter().map(|it| (it.code.as_str(), it.dates))));
    (all, problems)
}

fn category(file: &str, place: &str, mut entry: Table, problems: &mut Vec<PackError>) -> Option<Category> {
    let dates = dated::take(file, place, &mut entry, problems);
    let wrong_keys = table::keys(file, place, &entry, &KEYS, &[]);
    if !wrong_keys.is_empty() {
        problems.extend(wrong_keys);
        return None;
    }
    let Written { code, name, owner, activities } =
        table::typed(file, place, entry).map_err(|problem| problems.push(problem)).ok()?;
    let place = format!("category {code}");
    problems.extend(table::words(file, &table::join(&place, "name"), &name));
    let empty = [("code", code.trim().is_empty()), ("owner", owner.is_empty()), ("activities", activities.is_empty())];
    for (key, _) in empty.into_iter().filter(|(_, empty)| *empty) {
        problems.push(Problem::ValueMissing.at(file, table::join(&place, key)));
    }
    for (number, activity) in activities.iter().enumerate() {
        let place = format!("{place}.activities {}", activity.code);
        if activity.code.trim().is_empty() {
            problems.push(Problem::ValueMissing.at(file, table::join(&place, "code")));
        }
        if activities.iter().take(number).any(|before| before.code == activity.code) {
            problems.push(Problem::VersionsOverlap.at(file, &place));
        }
        problems.extend(table::words(file, &table::join(&place, "name"), &activity.name));
    }
    Some(Category { code, name, owner, activities, dates: dates? })
}
