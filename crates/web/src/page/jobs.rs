//! `/rum/jobb`: what the room does by itself: what runs now, what was given up, what comes, and what became of it.

use axum::response::{IntoResponse, Redirect};
use casework::{
    job::Alarm,
    swedish_time,
    verb::jobs as verb,
    view::jobs::{self, GivenUp, Jobs, Often, Outcome, Ran, Running, Waiting},
};
use jiff::Timestamp;
use maud::{Markup, html};
use text::{Message, render, render_all};

use crate::{
    failure::{Answer, answered},
    posted::Posted,
    session::Visit,
    ui::{self, Column, Hue, Table, Tone, Weight},
    words::{count, tell, words},
};

/// The part of the page that keeps itself up to date.
const LIVE: &str = "pagar";

/// The page.
pub(crate) async fn show(visit: Visit) -> Answer {
    let page = jobs::view(&visit.cx).await?;
    let title = visit.say("web-jobs-title");
    visit.shown(&title, content(&visit, &page, &title))
}

/// Tries one again.
pub(crate) async fn again(Posted { visit, .. }: Posted) -> Answer {
    let done = answered(verb::again(&visit.cx, visit.id("jobb")?).await, visit.language())?;
    // What runs already, or is done, is what was wanted.
    let to = if done.is_ok() { "/jobb?klart=jobb" } else { "/jobb" };
    Ok(Redirect::to(&visit.url(to)).into_response())
}

fn content(visit: &Visit, page: &Jobs, title: &str) -> Markup {
    html! {
        (ui::page_heading(&ui::Heading { title, lead: &visit.say("web-jobs-lead"), ..ui::Heading::default() }))
        (alarms(visit, &page.alarms))
        (ui::section(&visit.say("web-jobs-now"), now(visit, page)))
        @if !page.given_up.is_empty() {
            (ui::section(&visit.say("web-jobs-given-up"), given_up(visit, &page.given_up)))
        }
        (ui::section(&visit.say("web-jobs-coming"), coming(visit, page)))
        (ui::section(&visit.say("web-jobs-history"), history(visit, &page.history)))
    }
}

/// What somebody must hear of. Also for the first page.
pub(crate) fn alarms(visit: &Visit, alarms: &[Alarm]) -> Markup {
    let one = |alarm: &Alarm| match alarm {
        Alarm::GivenUp { name, at } => tell("web-jobs-alarm-given-up", named(visit, name, *at), visit.language()),
        Alarm::Late { name, since } => tell("web-jobs-alarm-late", named(visit, name, *since), visit.language()),
        Alarm::LettersWait { room, count: letters, since } => {
            let letters = count(i64::try_from(*letters).unwrap_or(i64::MAX));
            let args = [("room", words(room)), ("count", letters), ("time", words(time(*since)))];
            tell("web-jobs-alarm-letters", args, visit.language())
        }
    };
    html! {
        @if !alarms.is_empty() {
            (ui::notice(Tone::Danger, &visit.say("web-jobs-alarm"), html! {
                (ui::lines(alarms.iter().map(|alarm| html! { (one(alarm)) }).collect()))
            }))
        }
    }
}

fn named(visit: &Visit, name: &Message, at: Timestamp) -> [(&'static str, text::Arg); 2] {
    [("job", words(render(name, visit.language()))), ("time", words(time(at)))]
}

/// What runs, with its numbers. It asks again by itself while something does.
fn now(visit: &Visit, page: &Jobs) -> Markup {
    let soon = page.waiting.iter().any(|one| one.run_at <= visit.now);
    if page.running.is_empty() {
        let content = html! { (ui::quiet(&visit.say(if soon { "web-jobs-soon" } else { "web-jobs-none" }))) };
        return match soon {
            true => ui::live(LIVE, &visit.url("/jobb"), content, visit.language()),
            false => ui::settled(LIVE, content),
        };
    }
    let content = ui::stack(html! { @for one in &page.running { (running(visit, one)) } });
    ui::live(LIVE, &visit.url("/jobb"), content, visit.language())
}

fn running(visit: &Visit, one: &Running) -> Markup {
    let name = render(&one.name, visit.language());
    let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    let whole = |number: u64| count(i64::try_from(number).unwrap_or(i64::MAX));
    match one.at {
        Some(at) => {
            let label =
                tell("web-jobs-stage", [("job", words(&name)), ("stage", text::Arg::Code(at.code))], visit.language());
            match at.of.filter(|of| *of > 0) {
                Some(of) => ui::progress(&label, small(at.done), small(of), visit.language()),
                None if at.done > 0 => ui::prose(&[&tell(
                    "web-jobs-so-far",
                    [("stage", words(label)), ("done", whole(at.done))],
                    visit.language(),
                )]),
                None => ui::prose(&[&label]),
            }
        }
        None => {
            let since = one.since.map(time).unwrap_or_default();
            ui::prose(&[&tell("web-jobs-since", [("job", words(name)), ("time", words(since))], visit.language())])
        }
    }
}

/// What was given up, each with why and a way to try it again.
fn given_up(visit: &Visit, all: &[GivenUp]) -> Markup {
    let labels = ["web-jobs-name", "web-jobs-when", "web-jobs-why", "web-jobs-do"].map(|code| visit.say(code));
    let again = visit.say("web-jobs-again");
    let row = |one: &GivenUp| {
        let to = visit.url(&format!("/jobb/{}/igen", one.id));
        vec![
            html! { (render(&one.name, visit.language())) },
            html! { (time(one.at)) },
            html! { (said(visit, &one.why)) },
            ui::post_button(&visit.view, &to, Weight::Secondary, &again, &[]),
        ]
    };
    ui::table(&Table {
        caption: &visit.say("web-jobs-given-up-caption"),
        columns: &labels.each_ref().map(|label| Column::words(label)),
        rows: all.iter().map(row).collect(),
        cards: true,
    })
}

/// What waits and what comes again.
fn coming(visit: &Visit, page: &Jobs) -> Markup {
    let labels = ["web-jobs-name", "web-jobs-often", "web-jobs-next", "web-jobs-ok"].map(|code| visit.say(code));
    let waits = |one: &Waiting| {
        let why = match (one.cut_off, one.failed) {
            (true, _) => visit.say("web-jobs-cut-off"),
            (false, 0) => visit.say("web-jobs-once"),
            (false, failed) => tell("web-jobs-failed", [("count", count(failed))], visit.language()),
        };
        vec![
            html! { (render(&one.name, visit.language())) },
            html! { (why) },
            html! { (time(one.run_at)) },
            html! { "–" },
        ]
    };
    let comes = |one: &jobs::Coming| {
        let next = one.next.map_or_else(|| visit.say("web-jobs-paused"), time);
        let ok = one.ok.map_or_else(|| visit.say("web-jobs-never"), time);
        vec![
            html! { (render(&one.name, visit.language())) },
            html! { (often(visit, one.often)) },
            html! { (next) },
            html! { (ok) },
        ]
    };
    ui::table(&Table {
        caption: &visit.say("web-jobs-coming-caption"),
        columns: &labels.each_ref().map(|label| Column::words(label)),
        rows: page.waiting.iter().map(waits).chain(page.coming.iter().map(comes)).collect(),
        cards: true,
    })
}

/// How often something comes, in words.
pub(crate) fn often(visit: &Visit, often: Often) -> String {
    let whole = |seconds: u32| count(i64::from(seconds));
    match often {
        Often::Every(seconds) if seconds < 120 => visit.say("web-jobs-each-minute"),
        Often::Every(seconds) if seconds < 7_200 => {
            tell("web-jobs-each-minutes", [("minutes", whole(seconds / 60))], visit.language())
        }
        Often::Every(seconds) => tell("web-jobs-each-hours", [("hours", whole(seconds / 3_600))], visit.language()),
        Often::Daily(minute) => {
            let time = format!("{:02}:{:02}", minute / 60, minute % 60);
            tell("web-jobs-each-day", [("time", words(time))], visit.language())
        }
    }
}

fn history(visit: &Visit, all: &[Ran]) -> Markup {
    if all.is_empty() {
        return ui::quiet(&visit.say("web-jobs-no-history"));
    }
    let labels = ["web-jobs-name", "web-jobs-began", "web-jobs-took", "web-jobs-outcome", "web-jobs-said"];
    let labels = labels.map(|code| visit.say(code));
    ui::table(&Table {
        caption: &visit.say("web-jobs-history-caption"),
        columns: &labels.each_ref().map(|label| Column::words(label)),
        rows: all.iter().map(|one| ran(visit, one)).collect(),
        cards: true,
    })
}

fn ran(visit: &Visit, one: &Ran) -> Vec<Markup> {
    let (hue, outcome) = match one.outcome {
        Outcome::Done => (Hue::Success, "web-jobs-was-done"),
        Outcome::Again => (Hue::Warning, "web-jobs-was-again"),
        Outcome::GivenUp => (Hue::Danger, "web-jobs-was-given-up"),
        Outcome::CutOff | Outcome::Running => (Hue::Neutral, "web-jobs-was-cut-off"),
    };
    vec![
        html! { (render(&one.name, visit.language())) },
        html! { (time(one.started)) },
        html! { (took(visit, one)) },
        ui::tag(hue, &visit.say(outcome)),
        html! { (said(visit, &one.said)) },
    ]
}

fn took(visit: &Visit, one: &Ran) -> String {
    let Some(ended) = one.ended else { return "–".to_owned() };
    let seconds = ended.duration_since(one.started).as_secs().max(0);
    match seconds {
        0..120 => tell("web-jobs-seconds", [("seconds", count(seconds))], visit.language()),
        _ => tell("web-jobs-minutes", [("minutes", count(seconds / 60))], visit.language()),
    }
}

fn said(visit: &Visit, messages: &[Message]) -> String {
    if messages.is_empty() { "–".to_owned() } else { render_all(messages, visit.language()) }
}

fn time(at: Timestamp) -> String {
    swedish_time(at).unwrap_or_default()
}
