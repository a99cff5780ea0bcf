//! Programmes: the ways of working that a pupil can be referred to. Reads `programmes.toml`.

use std::ops::RangeInclusive;

use domain::{Day, SchoolForm};
use serde::Deserialize;
use toml::{Table, Value};

use crate::{
    dated::{self, Dates},
    error::{PackError, Problem},
    table,
    words::Words,
};

/// A programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    /// Its code, which referrals keep.
    pub code: String,
    /// The name that people see.
    pub name: Words,
    /// The days on which a pupil may be referred to it.
    pub dates: Dates,
    /// Whether the social services take part.
    pub two_sided: bool,
    /// Whether consent to the support is needed (SoL 21 kap. 2 §).
    pub consent: bool,
    /// Its deadlines and lengths.
    pub times: ProgrammeTimes,
    /// Whom it is for, in order of date.
    pub target: Vec<Target>,
}

/// Deadlines and lengths of a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct ProgrammeTimes {
    /// Working days from referral to answer.
    pub answer_days: u16,
    /// Working days from acceptance to the start meeting.
    pub start_days: u16,
    /// Working days from the start meeting to a plan.
    pub plan_days: u16,
    /// Weeks until a plan is looked at again, at most.
    pub review_weeks: u8,
    /// Calendar months that the support may last.
    pub most_months: u8,
    /// Calendar months that one prolongation adds.
    pub prolong_months: u8,
    /// How often it may be prolonged; 0 for never.
    pub prolong_times: u8,
    /// Calendar days until a pause is looked at again, at most.
    pub pause_days: u16,
}

/// Whom a programme is for, from a day until the next target begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The first day.
    pub from: Day,
    /// School forms.
    pub forms: Vec<SchoolForm>,
    /// Levels of the grades.
    pub levels: RangeInclusive<u8>,
}

impl Programme {
    /// Whether it is for pupils of a form and level on a day. The level is that of the school year of the day.
    pub fn is_for(&self, form: SchoolForm, level: u8, day: Day) -> bool {
        let target = self.target.iter().rev().find(|target| target.from <= day);
        target.is_some_and(|target| target.forms.contains(&form) && target.levels.contains(&level))
    }
}

/// What each number may be: days, weeks and months of which none is longer than anybody can have meant.
const TIMES: [(&str, i64, i64); 8] = [
    ("answer_days", 1, 60),
    ("start_days", 1, 60),
    ("plan_days", 1, 60),
    ("review_weeks", 1, 26),
    ("most_months", 1, 24),
    ("prolong_months", 0, 12),
    ("prolong_times", 0, 12),
    ("pause_days", 1, 30), // looked at again within 30 days at the latest
];
const KEYS: [&str; 13] = [
    "code",
    "name",
    "two_sided",
    "consent",
    "answer_days",
    "start_days",
    "plan_days",
    "review_weeks",
    "most_months",
    "prolong_months",
    "prolong_times",
    "pause_days",
    "target",
];
/// Levels of grades, up to the last of specialskola.
const LEVELS: RangeInclusive<u8> = 0..=10;

#[derive(Deserialize)]
struct Written {
    code: String,
    name: Words,
    two_sided: bool,
    consent: bool,
    #[serde(flatten)]
    times: ProgrammeTimes,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenTarget {
    forms: Vec<String>,
    from: u8,
    to: u8,
}

/// The programmes of the file, and everything that is wrong with it.
pub(crate) fn read(file: &str, text: &str) -> (Vec<Programme>, Vec<PackError>) {
    let document = match table::parse(file, text) {
        Ok(document) => document,
        Err(problem) => return (Vec::new(), vec![problem]),
    };
    let mut problems = Vec::new();
    let entries = table::entries(file, "programme", &document, &mut problems);
    let all: Vec<_> =
        entries.into_iter().filter_map(|(place, entry)| programme(file, &place, entry, &mut problems)).collect();
    problems.extend(dated::overlaps(file, all.iter().map(|it| (it.code.as_str(), it.dates))));
    (all, problems)
}

fn programme(file: &str, place: &str, mut entry: Table, problems: &mut Vec<PackError>) -> Option<Programme> {
    let dates = dated::take(file, place, &mut entry, problems);
    let mut wrong = table::keys(file, place, &entry, &KEYS, &[]);
    for (key, least, most) in TIMES {
        if entry.get(key).and_then(Value::as_integer).is_some_and(|it| it < least || most < it) {
            wrong.push(Problem::ValueUnusable.at(file, table::join(place, key)));
        }
    }
    let target = targets(file, &table::join(place, "target"), entry.remove("target"), &mut wrong);
    if !wrong.is_empty() {
        problems.extend(wrong);
        return None;
    }
    let Written { code, name, two_sided, consent, times } =
        table::typed(file, place, entry).map_err(|problem| problems.push(problem)).ok()?;
    let place = format!("programme {code}");
    problems.extend(table::words(file, &table::join(&place, "name"), &name));
    if code.trim().is_empty() {
        problems.push(Problem::ValueMissing.at(file, table::join(&place, "code")));
    }
    // What the social services do is never done without consent.
    if two_sided && !consent {
        problems.push(Problem::ValueUnusable.at(file, table::join(&place, "consent")));
    }
    Some(Programme { code, name, dates: dates?, two_sided, consent, times, target })
}

fn targets(file: &str, place: &str, written: Option<Value>, problems: &mut Vec<PackError>) -> Vec<Target> {
    let Some(written) = written else { return Vec::new() };
    let Value::Array(entries) = written else {
        problems.push(Problem::FileBroken.at(file, place));
        return Vec::new();
    };
    if entries.is_empty() {
        problems.push(Problem::ValueMissing.at(file, place));
    }
    let mut all: Vec<Target> = Vec::new();
    for (entry, number) in entries.into_iter().zip(1..) {
        let place = format!("{place} {number}");
        let Value::Table(entry) = entry else {
            problems.push(Problem::FileBroken.at(file, place));
            continue;
        };
        if let Some(target) = target(file, &place, entry, problems) {
            if all.iter().any(|before| before.from == target.from) {
                problems.push(Problem::VersionsOverlap.at(file, &place));
            }
            all.push(target);
        }
    }
    all.sort_by_key(|target| target.from);
    all
}

fn target(file: &str, place: &str, mut entry: Table, problems: &mut Vec<PackError>) -> Option<Target> {
    let from = entry.remove("valid_from");
    let day = from.as_ref().and_then(dated::day);
    if day.is_none() {
        let problem = if from.is_none() { Problem::ValueMissing } else { Problem::ValueUnusable };
        problems.push(problem.at(file, table::join(place, "valid_from")));
    }
    let wrong_keys = table::keys(file, place, &entry, &["forms", "from", "to"], &[]);
    if !wrong_keys.is_empty() {
        problems.extend(wrong_keys);
        return None;
    }
    let written: WrittenTarget = table::typed(file, place, entry).map_err(|problem| problems.push(problem)).ok()?;
    let forms: Option<Vec<_>> = written.forms.iter().map(|form| SchoolForm::from_code(form)).collect();
    let forms = forms.filter(|forms| !forms.is_empty());
    if forms.is_none() {
        problems.push(Problem::ValueUnusable.at(file, table::join(place, "forms")));
    }
    let levels = written.from..=written.to;
    if levels.is_empty() || !LEVELS.contains(levels.end()) {
        problems.push(Problem::ValueUnusable.at(file, table::join(place, "to")));
    }
    Some(Target { from: day?, forms: forms?, levels })
}
