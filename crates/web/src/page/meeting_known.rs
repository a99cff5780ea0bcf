//! What a meeting sees of a pupil: short enough for one screen.

use casework::view::pupil::{PupilPage, StepLine, Told};
use domain::Answer;
use maud::{Markup, html};
use text::render_all;
use uuid::Uuid;

use crate::{
    session::Visit,
    ui::{self, Hue},
    words,
};

/// Steps that are shown; the rest stand on the pupil's page.
const STEPS: usize = 3;
/// Reasons that are explained; the rest are named.
const SIGNALS: usize = 3;

/// Name, line, reasons to ask, and what has been done but for what is being decided now.
pub(super) fn known(visit: &Visit, page: &PupilPage, decided: Option<Uuid>) -> Markup {
    html! {
        (heading(visit, page))
        (super::line::compact(visit, page))
        (signals(visit, page))
        (steps(visit, page, decided))
    }
}

fn heading(visit: &Visit, page: &PupilPage) -> Markup {
    let language = visit.language();
    ui::page_heading(&ui::Heading {
        title: &page.name,
        tags: html! {
            (ui::tag(Hue::Neutral, &page.class))
            (ui::tag(Hue::Neutral, &page.school.name))
            (ui::link(&visit.url(&format!("/elev/{}", page.pupil)), &ui::say("web-meeting-pupil-page", language)))
        },
        ..ui::Heading::default()
    })
}

fn signals(visit: &Visit, page: &PupilPage) -> Markup {
    let language = visit.language();
    let fires = |told: &&Told| told.answer == Answer::Yes && told.signal.about_pupil();
    let firing: Vec<_> = page.signals.iter().filter(fires).collect();
    html! {
        (ui::small_heading(&visit.say("web-meeting-signals")))
        @if firing.is_empty() { (ui::quiet(&visit.say("web-meeting-no-signals"))) }
        (ui::lines(firing.iter().take(SIGNALS).map(|told| html! {
            (ui::tag(Hue::Clay, &words::short(told.signal, language)))
            " "
            (render_all(told.explained.get(..1).unwrap_or_default(), language))
        }).collect()))
        @if firing.len() > SIGNALS {
            (ui::chips(&firing.iter().skip(SIGNALS).map(|told| words::short(told.signal, language)).collect::<Vec<_>>()))
        }
    }
}

fn steps(visit: &Visit, page: &PupilPage, decided: Option<Uuid>) -> Markup {
    let language = visit.language();
    let before: Vec<_> = page.steps.iter().filter(|step| Some(step.id) != decided).collect();
    let more = i64::try_from(before.len().saturating_sub(STEPS)).unwrap_or_default();
    html! {
        (ui::small_heading(&visit.say("web-meeting-steps")))
        @if before.is_empty() { (ui::quiet(&visit.say("web-meeting-no-steps"))) }
        (ui::lines(before.iter().take(STEPS).map(|step| line(visit, step)).collect()))
        @if more > 0 {
            (ui::quiet(&words::tell("web-meeting-more-steps", [("count", words::count(more))], language)))
        }
    }
}

fn line(visit: &Visit, step: &StepLine) -> Markup {
    let Some(content) = &step.content else {
        return html! { (step.day) " " (visit.say("web-meeting-step-closed")) };
    };
    let what = content.kind.map(|kind| words::step(kind, visit.language()));
    let what = what.unwrap_or_else(|| visit.say("web-meeting-step-newer"));
    html! {
        @if content.retracted.is_some() { s { (step.day) " " (what) } } @else {
            (step.day) " " strong { (what) } " · " (content.by)
            @if !content.text.is_empty() { ": " (content.text) }
        }
    }
}
