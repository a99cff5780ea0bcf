//! What has been changed: from when, what, by whom and why, and the way to take back what has not begun.

use casework::view::thresholds::{Change, Page};
use maud::{Markup, html};

use super::{PATH, fields, outcome::in_language};
use crate::{
    session::Visit,
    ui::{self, Column, Hue, Table, Weight},
    words::{self, date, tell},
};

pub(super) fn table(visit: &Visit, page: &Page) -> Markup {
    let labels = [
        "web-thresholds-change-from",
        "web-thresholds-change-what",
        "web-thresholds-change-why",
        "web-thresholds-change-who",
        "web-thresholds-change-state",
    ]
    .map(|code| visit.say(code));
    let columns = labels.each_ref().map(|label| Column::words(label));
    let content = if page.changes.is_empty() {
        ui::prose(&[&visit.say("web-thresholds-changes-none")])
    } else {
        ui::table(&Table {
            caption: &visit.say("web-thresholds-changes-caption"),
            columns: &columns,
            rows: page.changes.iter().map(|change| row(visit, page, change)).collect(),
            cards: true,
        })
    };
    ui::section(&visit.say("web-thresholds-changes"), content)
}

fn row(visit: &Visit, page: &Page, change: &Change) -> Vec<Markup> {
    let language = visit.language();
    let one = |(name, before, after): &(&'static str, String, String)| {
        let question = fields::question(name).map(|code| visit.say(code)).unwrap_or_default();
        let args =
            [("question", words::words(question)), ("before", words::words(before)), ("after", words::words(after))];
        html! { (tell("web-thresholds-change-one", args, language)) }
    };
    let mut differs: Vec<Markup> = Vec::new();
    differs.extend(change.preset.as_ref().map(|name| html! { (in_language(name, language)) }));
    differs.extend(change.differs.iter().map(one));
    let (day, by) = &change.made;
    let who = match by {
        Some(name) => tell("web-thresholds-change-by", [("name", words::words(name)), ("day", date(*day))], language),
        None => tell("web-thresholds-change-made", [("day", date(*day))], language),
    };
    let state = match (change.taken_back, change.is_coming) {
        (Some(day), _) => ui::tag(Hue::Neutral, &tell("web-thresholds-taken-back", [("day", date(day))], language)),
        (None, true) => ui::tag(Hue::Warning, &visit.say("web-thresholds-coming")),
        (None, false) => ui::tag(Hue::Success, &visit.say("web-thresholds-begun")),
    };
    let back = page.may_change && change.is_coming;
    vec![
        html! { (change.from) },
        ui::lines(differs),
        html! { (change.reason) },
        html! { (who) },
        html! {
            (state)
            @if back {
                (ui::post_button(
                    &visit.view,
                    &visit.url(&format!("{PATH}/ta-tillbaka")),
                    Weight::Tertiary,
                    &visit.say("web-thresholds-take-back"),
                    &[("id", &change.id.to_string())],
                ))
            }
        },
    ]
}
