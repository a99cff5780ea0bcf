//! All thresholds as questions in plain words, signal by signal.

use std::collections::BTreeMap;

use domain::Signal;
use maud::{Markup, html};

use crate::{
    session::Visit,
    ui::{self, Field, Kind, Problems},
    words,
};

/// Every field with its question, in the order of the method.
const QUESTIONS: [(&str, &str); 26] = [
    ("s01-bands-percent", "web-threshold-s01-bands-percent"),
    ("s01-watch-percent", "web-threshold-s01-watch-percent"),
    ("s01-notify-percent", "web-threshold-s01-notify-percent"),
    ("s02-percent", "web-threshold-s02-percent"),
    ("s03-days", "web-threshold-s03-days"),
    ("s04-weeks", "web-threshold-s04-weeks"),
    ("s05-days", "web-threshold-s05-days"),
    ("s05-level2-days", "web-threshold-s05-level2-days"),
    ("s06-percent", "web-threshold-s06-percent"),
    ("s06-days", "web-threshold-s06-days"),
    ("s07-lessons", "web-threshold-s07-lessons"),
    ("s07-missed", "web-threshold-s07-missed"),
    ("s07-others", "web-threshold-s07-others"),
    ("s07-percent", "web-threshold-s07-percent"),
    ("s07-excess-percent", "web-threshold-s07-excess-percent"),
    ("s08-days", "web-threshold-s08-days"),
    ("s08-missed", "web-threshold-s08-missed"),
    ("s08-others", "web-threshold-s08-others"),
    ("s08-percent", "web-threshold-s08-percent"),
    ("s08-excess-percent", "web-threshold-s08-excess-percent"),
    ("s09-days", "web-threshold-s09-days"),
    ("s10-ppm-weeks", "web-threshold-s10-ppm-weeks"),
    ("s11-over-percent", "web-threshold-s11-over-percent"),
    ("s12-coverage-percent", "web-threshold-s12-coverage-percent"),
    ("s12-schedule-percent", "web-threshold-s12-schedule-percent"),
    ("s12-peers", "web-threshold-s12-peers"),
];

/// The signals with the beginning of their fields' names, and what each looks at.
const SIGNALS: [(Signal, &str, &str); 12] = [
    (Signal::S01, "s01-", "web-threshold-about-s01"),
    (Signal::S02, "s02-", "web-threshold-about-s02"),
    (Signal::S03, "s03-", "web-threshold-about-s03"),
    (Signal::S04, "s04-", "web-threshold-about-s04"),
    (Signal::S05, "s05-", "web-threshold-about-s05"),
    (Signal::S06, "s06-", "web-threshold-about-s06"),
    (Signal::S07, "s07-", "web-threshold-about-s07"),
    (Signal::S08, "s08-", "web-threshold-about-s08"),
    (Signal::S09, "s09-", "web-threshold-about-s09"),
    (Signal::S10, "s10-", "web-threshold-about-s10"),
    (Signal::S11, "s11-", "web-threshold-about-s11"),
    (Signal::S12a, "s12-", "web-threshold-about-s12"),
];

/// The questions, each with what stands in it and what is wrong with that.
pub(super) fn all(visit: &Visit, written: &BTreeMap<String, String>, wrong: &Problems) -> Markup {
    html! {
        @for (signal, begins, about) in SIGNALS {
            (ui::section(&words::name(signal, visit.language()), ui::stack(html! {
                (ui::prose(&[&visit.say(about)]))
                (ui::beside(html! {
                    @for (name, question) in QUESTIONS.iter().filter(|(name, _)| name.starts_with(begins)) {
                        (one(visit, name, question, written, wrong))
                    }
                }))
            })))
        }
    }
}

fn one(
    visit: &Visit,
    name: &str,
    question: &'static str,
    written: &BTreeMap<String, String>,
    wrong: &Problems,
) -> Markup {
    let label = visit.say(question);
    let kind = if name == "s01-bands-percent" { Kind::Text } else { Kind::Number };
    let value = written.get(name).map_or("", String::as_str);
    ui::input(&Field { name, label: &label, hint: "", error: wrong.of(name) }, kind, value)
}

/// The question of a field, for the list of changes.
pub(super) fn question(name: &str) -> Option<&'static str> {
    QUESTIONS.iter().find(|(known, _)| *known == name).map(|(_, question)| *question)
}
