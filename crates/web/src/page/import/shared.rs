//! What the pages of imports have in common: how a state looks, what an import is called, numbers and times.

use casework::view::imports::State;
use casework::{swedish_time, view::imports::Import};
use domain::Day;
use exchange::profile::Kind;
use jiff::Timestamp;
use maud::Markup;
use text::Arg;

use crate::{
    session::Visit,
    ui::{self, Hue},
    words::{count, tell, words},
};

/// Names of files that stand in a list before the rest is counted.
const NAMED: usize = 2;

/// The address of an import, or of a page below it.
pub(super) fn at(visit: &Visit, import: &Import, below: &str) -> String {
    visit.url(&format!("/import/{}{below}", import.id))
}

/// The state as a tag.
pub(super) fn state(visit: &Visit, state: State) -> Markup {
    let (hue, code) = match state {
        State::Waiting => (Hue::Clay, "import-state-waiting"),
        State::Queued => (Hue::Spruce, "import-state-queued"),
        State::Done => (Hue::Success, "import-state-done"),
        State::Held => (Hue::Warning, "import-state-held"),
        State::Failed => (Hue::Danger, "import-state-failed"),
        State::Discarded => (Hue::Neutral, "import-state-discarded"),
        State::Undone => (Hue::Neutral, "import-state-undone"),
    };
    ui::tag(hue, &visit.say(code))
}

/// Where it comes from, in words.
pub(super) fn source(visit: &Visit, import: &Import) -> String {
    visit.say(match import.source.as_str() {
        "upload" => "web-import-from-upload",
        "folder" => "web-import-from-folder",
        "ss12000" => "web-import-from-ss12000",
        _ => "web-import-from-command",
    })
}

/// The files' names, when they are still known: a few, and how many more.
pub(super) fn names(visit: &Visit, import: &Import) -> String {
    let kept: Vec<&str> = match import.files.as_slice() {
        [] => import.told.files.iter().map(|file| file.name.as_str()).collect(),
        files => files.iter().map(|file| file.name.as_str()).collect(),
    };
    let kept: Vec<&str> = kept.into_iter().filter(|name| !name.is_empty()).collect();
    let first = kept.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    match kept.len().saturating_sub(NAMED) {
        0 => first,
        more => tell("web-import-and-more", [("files", words(first)), ("count", many(more))], visit.language()),
    }
}

/// The files' names, or when it came.
pub(super) fn called(visit: &Visit, import: &Import) -> String {
    let names = names(visit, import);
    if names.is_empty() { time(import.made_at) } else { names }
}

/// A number of things, for a sentence.
pub(super) fn many(number: usize) -> Arg {
    count(i64::try_from(number).unwrap_or(i64::MAX))
}

/// A number for a sentence.
pub(super) fn whole(number: u64) -> Arg {
    count(i64::try_from(number).unwrap_or(i64::MAX))
}

/// A number, written as numbers are.
pub(super) fn number(visit: &Visit, number: u64) -> String {
    tell("web-import-number", [("number", whole(number))], visit.language())
}

/// When, in Sweden.
pub(super) fn time(at: Timestamp) -> String {
    swedish_time(at).unwrap_or_default()
}

/// First and last day.
pub(super) fn days(visit: &Visit, (from, to): (Day, Day)) -> String {
    let date = |day: Day| Arg::Date(day.date());
    tell("web-import-days", [("from", date(from)), ("to", date(to))], visit.language())
}

/// How large a file is.
pub(super) fn size(visit: &Visit, bytes: u64) -> String {
    let (code, of) = match bytes {
        0..1_000_000 => ("web-import-kilobytes", 1_000),
        _ => ("web-import-megabytes", 1_000_000),
    };
    tell(code, [("size", whole(bytes.div_ceil(of)))], visit.language())
}

/// What a file is about, in words.
pub(super) fn kind(visit: &Visit, kind: Kind) -> String {
    visit.say(kind_code(kind))
}

/// The code of the same.
pub(super) fn kind_code(kind: Kind) -> &'static str {
    match kind {
        Kind::Pupils => "web-import-kind-pupils",
        Kind::Lessons => "web-import-kind-lessons",
        Kind::Guardians => "web-import-kind-guardians",
        Kind::Sums => "web-import-kind-sums",
    }
}

/// The way to a page below that of an import.
pub(super) fn above(visit: &Visit, import: &Import) -> Markup {
    let (all, one) = (visit.url("/import"), at(visit, import, ""));
    ui::breadcrumbs(&[(&all, &visit.say("web-import-title")), (&one, &called(visit, import))], visit.language())
}
