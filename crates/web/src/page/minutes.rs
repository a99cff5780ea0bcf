//! The minutes of a meeting: on the screen while it is held, and on paper afterwards.

use casework::view::minutes::{self, Decision, Minutes};
use domain::step::StepKind;
use maud::{Markup, html};

use crate::{
    failure::Answer,
    session::Visit,
    ui::{self, Column, Fact, Table, Tone, Weight},
    words,
};

/// The minutes.
pub(crate) async fn show(visit: Visit) -> Answer {
    let minutes = minutes::view(&visit.cx, visit.id("mote")?).await?;
    let title = visit.say("web-minutes-title");
    let content = html! {
        (ui::page_heading(&ui::Heading { title: &title, ..ui::Heading::default() }))
        (ui::summary(&facts(&visit, &minutes)))
        @if minutes.decisions.is_empty() {
            (ui::empty(&visit.say("web-minutes-empty"), &visit.say("web-minutes-empty-help"), html! {}))
        } @else {
            (decisions(&visit, &minutes.decisions))
        }
        (ui::print_only(signing(&visit)))
        (ui::screen_only(actions(&visit, &minutes)))
    };
    visit.shown(&title, content)
}

fn facts(visit: &Visit, minutes: &Minutes) -> Vec<Fact> {
    let language = visit.language();
    let left = [("count", words::count(minutes.left))];
    vec![
        Fact::new(visit.say("web-minutes-day"), minutes.day.to_string()),
        Fact::new(visit.say("web-minutes-school"), &minutes.school.name),
        Fact::new(visit.say("web-minutes-by"), &minutes.by),
        Fact::new(visit.say("web-minutes-count"), minutes.decisions.len().to_string()),
        Fact::new(visit.say("web-minutes-left"), words::tell("web-minutes-left-words", left, language)),
    ]
}

fn decisions(visit: &Visit, decisions: &[Decision]) -> Markup {
    let count = i64::try_from(decisions.len()).unwrap_or(i64::MAX);
    let codes = [
        "web-minutes-pupil",
        "web-minutes-class",
        "web-minutes-what",
        "web-minutes-who",
        "web-minutes-when",
        "web-minutes-text",
    ];
    let labels = codes.map(|code| visit.say(code));
    let columns = labels.each_ref().map(|label| Column::words(label));
    ui::table(&Table {
        caption: &words::tell("web-minutes-caption", [("count", words::count(count))], visit.language()),
        columns: &columns,
        rows: decisions.iter().map(|decision| row(visit, decision)).collect(),
        cards: true,
    })
}

fn row(visit: &Visit, decision: &Decision) -> Vec<Markup> {
    let dash = || html! { "–" };
    vec![
        ui::link(&visit.url(&format!("/elev/{}", decision.pupil)), &decision.name),
        html! { (decision.class) },
        html! { (what(visit, decision.kind)) },
        decision.assignee.as_ref().map_or_else(dash, |name| html! { (name) }),
        decision.follow_up.map_or_else(dash, |day| html! { (day) }),
        if decision.text.is_empty() {
            dash()
        } else {
            html! { (decision.text) }
        },
    ]
}

/// What was decided. Who does it, and what, stand beside it.
fn what(visit: &Visit, kind: StepKind) -> String {
    if kind == StepKind::Assigned { visit.say("web-minutes-assigned") } else { words::step(kind, visit.language()) }
}

fn signing(visit: &Visit) -> Markup {
    let name = visit.cx.who().map(|who| who.name.clone()).unwrap_or_default();
    let printed = [("day", words::date(visit.today)), ("name", words::words(name))];
    html! {
        (ui::signature(&visit.say("web-minutes-checked")))
        (ui::quiet(&words::tell("web-minutes-printed", printed, visit.language())))
    }
}

fn actions(visit: &Visit, minutes: &Minutes) -> Markup {
    let end = visit.url(&format!("/eht/{}/avsluta", minutes.meeting));
    html! {
        @if minutes.ended {
            (ui::notice(Tone::Success, &visit.say("web-minutes-ended"), ui::prose(&[&visit.say("web-minutes-ended-help")])))
        } @else {
            (ui::quiet(&visit.say("web-minutes-end-help")))
        }
        (ui::actions(html! {
            @if minutes.ended {
                (ui::link_button(Weight::Secondary, &visit.url("/eht"), &visit.say("web-minutes-new")))
            } @else {
                (ui::post_button(&visit.view, &end, Weight::Primary, &visit.say("web-minutes-end"), &[]))
                (ui::link_button(
                    Weight::Secondary,
                    &visit.url(&format!("/eht/{}/1", minutes.meeting)),
                    &visit.say("web-minutes-back"),
                ))
            }
            (ui::print_button(&visit.say("web-minutes-print")))
        }))
    }
}
