//! Which thresholds there are and what each may be. A value outside could never fire, always fires, or means nothing.

use toml::{Table, Value};

use crate::{
    error::{PackError, Problem},
    table::join,
    thresholds::Thresholds,
};

/// Percent.
const PERCENT: (i64, i64) = (0, 100);

/// Signal, key, lowest and highest value. The windows of the method (section 1.3) set the highest counts.
const RULES: [(&str, &str, (i64, i64)); 26] = [
    ("s01", BANDS, PERCENT),
    ("s01", "watch_percent", PERCENT),
    ("s01", "notify_percent", PERCENT),
    ("s02", "percent", PERCENT),
    // 15 school weeks of at most 7 days
    ("s03", "days", (1, 105)),
    // of the last 10 school weeks
    ("s04", "weeks", (1, 10)),
    // at most 190 days in a school year, skollagen 7 kap. 17 §
    ("s05", "days", (1, 190)),
    ("s05", "level2_days", (1, 190)),
    ("s06", "percent", PERCENT),
    // of the last 40 school days
    ("s06", "days", (1, 40)),
    ("s07", "lessons", (1, 500)),
    ("s07", "missed", (1, 500)),
    ("s07", "others", (1, 500)),
    ("s07", "percent", PERCENT),
    ("s07", "excess_percent", PERCENT),
    // a weekday comes 15 times in 15 school weeks, the others 90
    ("s08", "days", (1, 15)),
    ("s08", "missed", (1, 15)),
    ("s08", "others", (1, 90)),
    ("s08", "percent", PERCENT),
    ("s08", "excess_percent", PERCENT),
    // of the last 20 school days
    ("s09", "days", (1, 20)),
    // 8 weeks of at most 200 000 (cap 250 000 less tolerance 50 000)
    ("s10", "ppm_weeks", (1, 1_600_000)),
    ("s11", "over_percent", PERCENT),
    ("s12", "coverage_percent", PERCENT),
    ("s12", "schedule_percent", PERCENT),
    ("s12", "peers", (1, 1_000)),
];

/// The one threshold that is a list.
const BANDS: &str = "bands_percent";

/// What is wrong with a table of thresholds: keys that do not exist, values of the wrong kind or out of range, and,
/// when the table is to be `complete`, keys that are missing.
pub(crate) fn check_table(file: &str, place: &str, table: &Table, complete: bool) -> Vec<PackError> {
    let mut problems = Vec::new();
    for (signal, values) in table {
        let here = join(place, signal);
        match values {
            _ if !RULES.iter().any(|rule| rule.0 == signal) => problems.push(Problem::UnknownThreshold.at(file, here)),
            Value::Table(values) => {
                problems.extend(values.iter().filter_map(|(key, value)| {
                    check_value(signal, key, value).map(|problem| problem.at(file, join(&here, key)))
                }));
            }
            _ => problems.push(Problem::FileBroken.at(file, here)),
        }
    }
    if complete {
        let missing = RULES.iter().filter(|rule| table.get(rule.0).and_then(|values| values.get(rule.1)).is_none());
        problems.extend(missing.map(|rule| Problem::ValueMissing.at(file, join(&join(place, rule.0), rule.1))));
    }
    problems
}

fn check_value(signal: &str, key: &str, value: &Value) -> Option<Problem> {
    let Some((_, _, (low, high))) = RULES.iter().find(|rule| (rule.0, rule.1) == (signal, key)) else {
        return Some(Problem::UnknownThreshold);
    };
    let numbers: Option<Vec<i64>> = match value {
        Value::Array(list) if key == BANDS => list.iter().map(Value::as_integer).collect(),
        other if key != BANDS => other.as_integer().map(|number| vec![number]),
        _ => None,
    };
    match numbers {
        None => Some(Problem::FileBroken),
        Some(numbers) if numbers.iter().all(|number| (low..=high).contains(&number)) => None,
        Some(_) => Some(Problem::ValueOutOfRange),
    }
}

/// What is wrong between thresholds that are each in range.
pub(crate) fn check_relations(file: &str, place: &str, thresholds: &Thresholds) -> Vec<PackError> {
    let level = &thresholds.s01;
    let ascending = level.bands_percent.is_sorted_by(|a, b| a < b) && !level.bands_percent.is_empty();
    let band = |percent: &i64| level.bands_percent.contains(percent);
    let rules = [
        (ascending, "s01.bands_percent"),
        (band(&level.watch_percent), "s01.watch_percent"),
        (band(&level.notify_percent) && level.watch_percent <= level.notify_percent, "s01.notify_percent"),
        (thresholds.s05.days <= thresholds.s05.level2_days, "s05.level2_days"),
        (thresholds.s07.missed <= thresholds.s07.lessons, "s07.missed"),
        (thresholds.s08.missed <= thresholds.s08.lessons, "s08.missed"),
    ];
    let broken = rules.into_iter().filter(|(kept, _)| !kept);
    broken.map(|(_, key)| Problem::ValueOutOfRange.at(file, join(place, key))).collect()
}
