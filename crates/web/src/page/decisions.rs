//! Mina beslut: who waits for the head teacher's decision on an inquiry, and what was decided lately.

use casework::view::decisions::{self, Decided, Decisions, Pupil, Waiting};
use domain::step::StepKind;
use maud::{Markup, html};

use crate::{
    failure::Answer,
    session::Visit,
    ui::{self, Column, Hue, Table, Weight},
    words::{self, count, tell},
};

/// Days after which it is said that somebody has waited for long: the law says promptly.
const LONG: i32 = 7;

/// Both lists, and the way into the sitting.
pub(crate) async fn show(visit: Visit) -> Answer {
    let decisions = decisions::view(&visit.cx).await?;
    let title = visit.say("web-decisions-title");
    let content = html! {
        (ui::page_heading(&ui::Heading {
            title: &title,
            lead: &visit.say("web-decisions-lead"),
            ..ui::Heading::default()
        }))
        (waiting(&visit, &decisions))
        @if !decisions.decided.is_empty() {
            (ui::section(&visit.say("web-decisions-decided"), decided(&visit, &decisions.decided)))
        }
        (ui::quiet(&visit.say("web-decisions-who")))
    };
    visit.shown(&title, content)
}

fn waiting(visit: &Visit, decisions: &Decisions) -> Markup {
    let Some(first) = decisions.waiting.first() else {
        let list = ui::link_button(Weight::Secondary, &visit.url("/narvaro"), &visit.say("web-decisions-list"));
        return ui::empty(&visit.say("web-decisions-none"), &visit.say("web-decisions-none-help"), list);
    };
    let labels = ["web-decisions-pupil", "web-decisions-class", "web-decisions-since", "web-decisions-waited"];
    let labels = labels.map(|code| visit.say(code));
    let [pupil, class, since, waited] = &labels;
    let begin = visit.url(&format!("/mina-beslut/{}", first.pupil.id));
    let number = i64::try_from(decisions.waiting.len()).unwrap_or(i64::MAX);
    html! {
        (ui::screen_only(ui::actions(ui::link_button(Weight::Primary, &begin, &visit.say("web-decisions-begin")))))
        (ui::table(&Table {
            caption: &tell("web-decisions-waiting", [("count", count(number))], visit.language()),
            columns: &[Column::words(pupil), Column::words(class), Column::words(since), Column::words(waited)],
            rows: decisions.waiting.iter().map(|it| row(visit, it)).collect(),
            cards: true,
        }))
    }
}

fn row(visit: &Visit, it: &Waiting) -> Vec<Markup> {
    let waited = visit.today.0 - it.since.0;
    vec![
        ui::link(&visit.url(&format!("/mina-beslut/{}", it.pupil.id)), &it.pupil.name),
        place(&it.pupil),
        html! { (it.since) },
        html! {
            (days(visit, waited))
            @if waited > LONG { " " (ui::tag(Hue::Warning, &visit.say("web-decisions-long"))) }
        },
    ]
}

/// How long somebody has waited.
pub(super) fn days(visit: &Visit, waited: i32) -> String {
    tell("web-decisions-days", [("days", count(waited.into()))], visit.language())
}

fn place(pupil: &Pupil) -> Markup {
    html! { @if !pupil.class.is_empty() { (pupil.class) ", " } (pupil.school.name) }
}

fn decided(visit: &Visit, all: &[Decided]) -> Markup {
    let labels = ["web-decisions-pupil", "web-decisions-class", "web-decisions-day", "web-decisions-what"];
    let labels = labels.map(|code| visit.say(code));
    let [pupil, class, day, what] = &labels;
    let way = visit.say("web-decisions-way");
    ui::table(&Table {
        caption: &visit.say("web-decisions-decided-help"),
        columns: &[
            Column::words(pupil),
            Column::words(class),
            Column::words(day),
            Column::words(what),
            Column::words(&way),
        ],
        rows: all.iter().map(|it| decision(visit, it)).collect(),
        cards: true,
    })
}

fn decision(visit: &Visit, it: &Decided) -> Vec<Markup> {
    let to = |rest: String| visit.url(&rest);
    let id = it.pupil.id;
    let name = || [("name", words::words(&it.pupil.name))];
    let named = |code| tell(code, name(), visit.language());
    vec![
        ui::link(&to(format!("/elev/{id}")), &it.pupil.name),
        place(&it.pupil),
        html! { (it.day) },
        html! { (words::step(it.kind, visit.language())) },
        ui::screen_only(ui::cluster(html! {
            @if it.kind == StepKind::InquiryOpened {
                (ui::link_named(
                    &to(format!("/mina-beslut/{id}/anmalan")),
                    &visit.say("web-decisions-report"),
                    &named("web-decisions-report-of"),
                ))
            }
            @if it.own {
                (ui::link_named(
                    &to(format!("/elev/{id}/steg/{}/ta-tillbaka", it.step)),
                    &visit.say("web-decisions-back"),
                    &named("web-decisions-back-of"),
                ))
            }
        })),
    ]
}
