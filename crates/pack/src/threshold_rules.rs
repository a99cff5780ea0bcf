//! Which thresholds there are and what each may be. A value outside could never fire, always fires, or means nothing.

use toml::{Table, Value};

use crate::{
    error::{PackError, Problem},
    field::Field,
    table::join,
    thresholds::Thresholds,
};

/// Percent.
const PERCENT: (i64, i64) = (0, 100);

/// Every threshold with its lowest and highest value. The windows of the method (section 1.3) set the highest counts.
pub(crate) const FIELDS: [Field; 26] = [
    field("s01-bands-percent", "s01", BANDS, PERCENT),
    field("s01-watch-percent", "s01", "watch_percent", PERCENT),
    field("s01-notify-percent", "s01", "notify_percent", PERCENT),
    field("s02-percent", "s02", "percent", PERCENT),
    // 15 school weeks of at most 7 days
    field("s03-days", "s03", "days", (1, 105)),
    // of the last 10 school weeks
    field("s04-weeks", "s04", "weeks", (1, 10)),
    // at most 190 days in a school year, skollagen 7 kap. 17 §
    field("s05-days", "s05", "days", (1, 190)),
    field("s05-level2-days", "s05", "level2_days", (1, 190)),
    field("s06-percent", "s06", "percent", PERCENT),
    // of the last 40 school days
    field("s06-days", "s06", "days", (1, 40)),
    field("s07-lessons", "s07", "lessons", (1, 500)),
    field("s07-missed", "s07", "missed", (1, 500)),
    field("s07-others", "s07", "others", (1, 500)),
    field("s07-percent", "s07", "percent", PERCENT),
    field("s07-excess-percent", "s07", "excess_percent", PERCENT),
    // a weekday comes 15 times in 15 school weeks, the others 90
    field("s08-days", "s08", "days", (1, 15)),
    field("s08-missed", "s08", "missed", (1, 15)),
    field("s08-others", "s08", "others", (1, 90)),
    field("s08-percent", "s08", "percent", PERCENT),
    field("s08-excess-percent", "s08", "excess_percent", PERCENT),
    // of the last 20 school days
    field("s09-days", "s09", "days", (1, 20)),
    // 8 weeks of at most 200 000 (cap 250 000 less tolerance 50 000)
    field("s10-ppm-weeks", "s10", PPM, (1, 1_600_000)),
    field("s11-over-percent", "s11", "over_percent", PERCENT),
    field("s12-coverage-percent", "s12", "coverage_percent", PERCENT),
    field("s12-schedule-percent", "s12", "schedule_percent", PERCENT),
    field("s12-peers", "s12", "peers", (1, 1_000)),
];

/// The one threshold that is a list.
pub(crate) const BANDS: &str = "bands_percent";
/// The one threshold that is counted in parts per million.
pub(crate) const PPM: &str = "ppm_weeks";

const fn field(name: &'static str, signal: &'static str, key: &'static str, range: (i64, i64)) -> Field {
    Field { name, signal, key, range }
}

/// What is wrong with a table of thresholds: keys that do not exist, values of the wrong kind or out of range, and,
/// when the table is to be `complete`, keys that are missing.
pub(crate) fn check_table(file: &str, place: &str, table: &Table, complete: bool) -> Vec<PackError> {
    let mut problems = Vec::new();
    for (signal, values) in table {
        let here = join(place, signal);
        match values {
            _ if !FIELDS.iter().any(|field| field.signal == signal) => {
                problems.push(Problem::UnknownThreshold.at(file, here))
            }
            Value::Table(values) => {
                problems.extend(values.iter().filter_map(|(key, value)| {
                    check_value(signal, key, value).map(|problem| problem.at(file, join(&here, key)))
                }));
            }
            _ => problems.push(Problem::FileBroken.at(file, here)),
        }
    }
    if complete {
        let missing = FIELDS.iter().filter(|it| table.get(it.signal).and_then(|values| values.get(it.key)).is_none());
        problems.extend(missing.map(|it| Problem::ValueMissing.at(file, join(&join(place, it.signal), it.key))));
    }
    problems
}

fn check_value(signal: &str, key: &str, value: &Value) -> Option<Problem> {
    let Some(field) = FIELDS.iter().find(|field| (field.signal, field.key) == (signal, key)) else {
        return Some(Problem::UnknownThreshold);
    };
    let (low, high) = field.range;
    let numbers: Option<Vec<i64>> = match value {
        Value::Array(list) if key == BANDS => list.iter().map(Value::as_integer).collect(),
        other if key != BANDS => other.as_integer().map(|number| vec![number]),
        _ => None,
    };
    match numbers {
        None => Some(Problem::FileBroken),
        Some(numbers) if numbers.iter().all(|number| (low..=high).contains(number)) => None,
        Some(_) => Some(Problem::ValueOutOfRange),
    }
}

/// What is wrong between thresholds that are each in range.
pub(crate) fn check_relations(file: &str, place: &str, thresholds: &Thresholds) -> Vec<PackError> {
    let broken = broken_relations(thresholds).into_iter();
    broken.map(|(signal, key)| Problem::ValueOutOfRange.at(file, join(place, &format!("{signal}.{key}")))).collect()
}

/// The thresholds, by signal and key, that do not fit another one.
pub(crate) fn broken_relations(thresholds: &Thresholds) -> Vec<(&'static str, &'static str)> {
    let level = &thresholds.s01;
    let ascending = level.bands_percent.is_sorted_by(|a, b| a < b) && !level.bands_percent.is_empty();
    let band = |percent: &i64| level.bands_percent.contains(percent);
    let rules = [
        (ascending, ("s01", BANDS)),
        (band(&level.watch_percent), ("s01", "watch_percent")),
        (band(&level.notify_percent) && level.watch_percent <= level.notify_percent, ("s01", "notify_percent")),
        (thresholds.s05.days <= thresholds.s05.level2_days, ("s05", "level2_days")),
        (thresholds.s07.missed <= thresholds.s07.lessons, ("s07", "missed")),
        (thresholds.s08.missed <= thresholds.s08.lessons, ("s08", "missed")),
    ];
    rules.into_iter().filter(|(kept, _)| !kept).map(|(_, place)| place).collect()
}
