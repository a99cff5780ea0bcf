//! Documenting a step: the form of a kind, and what is sent from it.

use access::PupilId;
use axum::response::{IntoResponse, Redirect, Response};
use casework::{
    verb::document::{self, Document},
    view::step_form::{self, StepForm},
    words::{kind_does, kind_name},
};
use domain::{Day, Signals, step::StepKind};
use maud::{Markup, html};
use text::Language;
use uuid::Uuid;

use super::parts::{when, who, zone};
use crate::{
    failure::{Answer, Stop, again, answered},
    fields::{self, Fields},
    posted::Posted,
    session::{Door, Visit},
    ui::{self, Field, Kind, Problems, Weight},
    words,
};

/// Where the form of a kind of step is.
pub(crate) fn href(door: &Door, pupil: PupilId, kind: StepKind) -> String {
    if kind.is_inquiry_decision() {
        return door.url(&format!("/elev/{pupil}/beslut"));
    }
    door.url(&format!("/elev/{pupil}/steg?slag={}", kind.code()))
}

/// The form, with what was begun before.
pub(crate) async fn show(visit: Visit) -> Answer {
    let kind = visit.view.query.split('&').find_map(|pair| pair.strip_prefix("slag=")).and_then(StepKind::from_code);
    let pupil = visit.pupil()?;
    let kind = kind.ok_or_else(|| Stop::Elsewhere(visit.url(&format!("/elev/{pupil}"))))?;
    if kind.is_inquiry_decision() {
        return Err(Stop::Elsewhere(href(&visit, pupil, kind)));
    }
    let form = step_form::view(&visit.cx, pupil, kind).await?;
    let typed = form.draft.clone().map(|draft| Fields(draft.fields)).unwrap_or_default();
    let content = page(&visit, &form, &typed, &Problems::default());
    visit.shown(&visit.say(kind_name(kind)), content)
}

/// Documents the step, or shows the form again with everything that was typed.
pub(crate) async fn save(Posted { visit, fields }: Posted) -> Answer {
    let pupil = visit.pupil()?;
    let kind = StepKind::from_code(fields.get("kind")).ok_or(Stop::Missing)?;
    let form = step_form::view(&visit.cx, pupil, kind).await?;
    let problems = match read(&form, &fields, visit.site.fresh()) {
        Ok(document) => match answered(document::run(&visit.cx, document).await, visit.language())? {
            Ok(()) => return Ok(done(&visit, pupil)),
            Err(problems) => problems,
        },
        Err(all) => Problems(all.into_iter().map(|(field, code)| (field, visit.say(code))).collect()),
    };
    let title = visit.say(kind_name(kind));
    Ok(again(visit.page(&title, page(&visit, &form, &fields, &problems))))
}

fn done(visit: &Visit, pupil: PupilId) -> Response {
    Redirect::to(&visit.url(&format!("/elev/{pupil}?klart=steg"))).into_response()
}

/// The step that was sent, or everything that cannot be read, in the order of the form.
pub(super) fn read(
    form: &StepForm,
    typed: &Fields,
    fresh: Uuid,
) -> Result<Document, Vec<(&'static str, &'static str)>> {
    let day = typed.day("day").ok_or(("day", "web-step-day-empty"));
    let follow_up = if form.usual.is_some() { when::read(typed) } else { Ok(None) };
    let zone = zone::read(typed, &form.zones).ok_or(("zone", "step-zone-inquiry"));
    match (zone, day, follow_up) {
        (Ok(zone), Ok(day), Ok(follow_up)) => Ok(Document {
            id: typed.id("id").unwrap_or(fresh),
            pupil: form.pupil,
            kind: form.kind,
            zone,
            day,
            text: typed.get("text").to_owned(),
            follow_up,
            assignee: who::read(typed),
            shown: typed.seen(),
        }),
        (zone, day, follow_up) => Err([zone.err(), day.err(), follow_up.err()].into_iter().flatten().collect()),
    }
}

fn page(visit: &Visit, form: &StepForm, typed: &Fields, problems: &Problems) -> Markup {
    let language = visit.language();
    let action = visit.url(&format!("/elev/{}/steg", form.pupil));
    let draft = visit.url(&format!("/elev/{}/steg/utkast", form.pupil));
    html! {
        (above(visit, form))
        (ui::error_summary(problems, language))
        (ui::page_heading(&ui::Heading {
            title: &visit.say(kind_name(form.kind)),
            lead: &visit.say(kind_does(form.kind)),
            ..ui::Heading::default()
        }))
        @if form.draft.is_some() && problems.is_empty() { (kept(visit, form, &draft)) }
        (ui::form(&visit.view, &action, html! {
            (ui::hidden("id", &id(visit)))
            (ui::hidden("kind", form.kind.code()))
            (seen(form, typed, language))
            (ui::autosave(&draft, html! { (questions(visit, form, typed, problems)) }))
            (ui::actions(html! {
                (ui::button(Weight::Primary, &visit.say("web-step-save")))
                @if text(form.kind).is_some() { (ui::button_to(Weight::Tertiary, &draft, &visit.say("web-step-later"))) }
            }))
        }))
    }
}

/// The pages above: the list's pupil.
pub(super) fn above(visit: &Visit, form: &StepForm) -> Markup {
    let pupil = visit.url(&format!("/elev/{}", form.pupil));
    let lead = [
        ("name", words::words(&form.name)),
        ("class", words::words(&form.class)),
        ("school", words::words(&form.school.name)),
    ];
    let name = words::tell("web-step-lead", lead, visit.language());
    ui::breadcrumbs(&[(&pupil, &name)], visit.language())
}

/// The id that makes a form sent twice one step. Each page has its own, also one that shows the form again: nothing was
/// written with the id that was refused, or something else was.
pub(super) fn id(visit: &Visit) -> String {
    visit.site.fresh().to_string()
}

/// What the figures say, shown and sent along. A form that comes back shows what it showed before.
pub(super) fn seen(form: &StepForm, typed: &Fields, language: Language) -> Markup {
    let seen = if typed.has(fields::SEEN) { typed.seen() } else { form.seen };
    let signals: Vec<_> = seen.signals.and(Signals::ABOUT_PUPIL).iter().map(|it| words::short(it, language)).collect();
    html! {
        (ui::hidden(fields::SEEN, &fields::seen(seen)))
        @if !signals.is_empty() {
            (ui::quiet(&ui::say("web-step-seen", language)))
            (ui::chips(&signals))
        }
    }
}

fn kept(visit: &Visit, form: &StepForm, draft: &str) -> Markup {
    let values = [("kind", form.kind.code())];
    ui::notice(
        ui::Tone::Info,
        &visit.say("web-step-draft-kept"),
        html! {
            (ui::post_button(&visit.view, draft, Weight::Secondary, &visit.say("web-step-draft-drop"), &values))
        },
    )
}

fn questions(visit: &Visit, form: &StepForm, typed: &Fields, problems: &Problems) -> Markup {
    let language = visit.language();
    html! {
        (zone::field(&form.zones, &form.school.name, typed, problems, language))
        @if let Some((label, hint)) = text(form.kind) {
            (words_field(visit, (label, hint), typed, problems))
        }
        @if matches!(form.kind, StepKind::Assigned | StepKind::KnownOngoing) {
            (who::field(&visit.say("web-step-assignee"), &form.colleagues, None, &visit.cx, (typed, problems), language))
        }
        (ui::beside(html! {
            (day_field(visit, "web-step-when", typed, problems))
            @if let Some(usual) = form.usual {
                @let days = when::Days { offered: &form.follow_ups, usual };
                (when::field(&visit.say(follow_up(form.kind)), days, typed, problems, language))
            }
        }))
    }
}

pub(super) fn words_field(
    visit: &Visit,
    said: (&'static str, &'static str),
    typed: &Fields,
    problems: &Problems,
) -> Markup {
    let (label, hint) = (visit.say(said.0), visit.say(said.1));
    let text = typed.get("text");
    // What is begun already should be seen as a whole.
    let rows = if text.chars().count() > 120 { 9 } else { 4 };
    ui::textarea(&Field { name: "text", label: &label, hint: &hint, error: problems.of("text") }, rows, text)
}

/// Today, unless another day was written.
pub(super) fn day_field(visit: &Visit, label: &'static str, typed: &Fields, problems: &Problems) -> Markup {
    let label = visit.say(label);
    let written = typed.0.iter().any(|(name, _)| name == "day");
    let today: Day = visit.today;
    let value = if written { typed.get("day").to_owned() } else { today.to_string() };
    ui::input(&Field { name: "day", label: &label, hint: "", error: problems.of("day") }, Kind::Date, &value)
}

/// What the words of a kind are about, and what helps to write them; a kind without words has none.
fn text(kind: StepKind) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        StepKind::PupilTalk | StepKind::GuardianContact => ("web-step-text-talk", "web-step-text-talk-hint"),
        StepKind::NoAnswer => ("web-step-text-tried", "web-step-text-tried-hint"),
        StepKind::Adaptation => ("web-step-text-change", "web-step-text-change-hint"),
        StepKind::PupilHealthReview => ("web-step-text-review", "web-step-text-review-hint"),
        StepKind::Dismissed | StepKind::InquiryProposed => ("web-step-text-why", "web-step-text-why-hint"),
        StepKind::InquiryOpened | StepKind::InquiryNotNeeded => ("web-step-text-why", "web-step-text-why-hint"),
        StepKind::Wait => ("web-step-text-wait", "web-step-text-wait-hint"),
        StepKind::Assigned => ("web-step-text-do", "web-step-text-do-hint"),
        StepKind::Elsewhere | StepKind::KnownOngoing => return None,
    })
}

fn follow_up(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Dismissed => "web-step-expires",
        StepKind::Wait => "web-step-until",
        StepKind::Assigned => "web-step-by",
        _ => "web-step-follow-up",
    }
}
