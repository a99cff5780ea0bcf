//! `/rum/arenden`: the episodes that somebody works with, and referrals that wait.

use casework::{
    swedish_time,
    view::episodes::{self, Row},
};
use maud::{Markup, html};

use super::path;
use crate::{
    failure::Answer,
    session::Visit,
    ui::{self, Column, Hue, Table, Tone},
    words::tell,
    words::words,
};

/// The page.
pub(crate) async fn show(visit: Visit) -> Answer {
    let page = episodes::view(&visit.cx).await?;
    let content = html! {
        (ui::page_heading(&ui::Heading {
            title: &visit.say("ep-list-title"),
            lead: &visit.say("ep-list-lead"),
            ..ui::Heading::default()
        }))
        @if !page.referrals.is_empty() {
            (ui::notice(Tone::Info, &visit.say("ep-referrals-title"), html! {
                ul {
                    @for it in &page.referrals {
                        @let came = swedish_time(it.came).unwrap_or_default();
                        @let label = tell("ep-referral-from", [("from", words(&it.from)), ("came", words(came))], visit.language());
                        li { (ui::link(&visit.url(&format!("/arenden/remiss/{}", it.letter)), &label)) }
                    }
                }
            }))
        }
        @if page.rows.is_empty() {
            (ui::empty(&visit.say("ep-list-empty"), &visit.say("ep-list-empty-help"), html! {}))
        } @else {
            (table(&visit, &page.rows))
        }
    };
    visit.shown(&visit.say("ep-list-title"), content)
}

fn table(visit: &Visit, all: &[Row]) -> Markup {
    let labels = ["ep-list-pupil", "ep-list-state", "ep-list-next", "ep-list-unit"].map(|code| visit.say(code));
    let columns = labels.each_ref().map(|label| Column::words(label));
    let row = |it: &Row| {
        vec![
            ui::cell(ui::link(&visit.url(&path(it.id)), &it.name), &it.programme),
            html! { (visit.say(it.state.sentence())) },
            html! {
                @if let Some(day) = it.next {
                    (day)
                    @if day < visit.today { " " (ui::tag(Hue::Clay, &visit.say("ep-overdue"))) }
                }
            },
            html! { (it.unit) },
        ]
    };
    let rows = all.iter().map(row).collect();
    ui::table(&Table { caption: &visit.say("ep-list-caption"), columns: &columns, rows, cards: true })
}
