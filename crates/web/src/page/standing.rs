//! Where a pupil stands, as a tag and in a few words: what lists and the pupil page share.

use casework::view::worklist::Row;
use domain::step::{State, Why};
use maud::Markup;

use crate::{
    session::Visit,
    ui::{self, Hue},
    words::{self, tell},
};

/// The tag.
pub(crate) fn tag(state: State, visit: &Visit) -> Markup {
    match state {
        State::Untouched => ui::tag(Hue::Clay, &visit.say("web-state-untouched")),
        State::FollowUp { why: Why::Due } => ui::tag(Hue::Warning, &visit.say("web-state-due")),
        State::FollowUp { why: Why::NewSignal } => ui::tag(Hue::Warning, &visit.say("web-state-new-signal")),
        State::FollowUp { why: Why::HigherLevel } => ui::tag(Hue::Warning, &visit.say("web-state-higher")),
        State::Cleared { until } => {
            ui::tag(Hue::Success, &tell("web-state-cleared", [("day", words::day(until))], visit.language()))
        }
    }
}

/// What was done last and by whom, as far as the reader may know.
pub(crate) fn told(row: &Row, visit: &Visit) -> String {
    let language = visit.language();
    let day = row.acted.map(words::day);
    match (&row.how, day) {
        (Some(how), Some(day)) => {
            let step = words::step(how.kind, language);
            let args = [("step", words::words(step)), ("day", day), ("by", words::words(&how.by))];
            tell("web-state-how", args, language)
        }
        (None, Some(day)) => tell("web-state-acted", [("day", day)], language),
        (_, None) => String::new(),
    }
}
