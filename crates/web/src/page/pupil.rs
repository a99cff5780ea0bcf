//! `/rum/elev/…`: the school line, what each signal says, and what has been done.

use access::Zone;
use casework::{
    view::pupil::{self, PupilPage, StepContent, StepLine, Told},
    words::{kind_does, kind_name},
};
use domain::{Answer as Says, step::StepKind};
use maud::{Markup, html};
use text::render;

use crate::{
    failure::Answer,
    page::{line, standing},
    session::Visit,
    ui::{self, Event, Hue, Reason, Tone, Way, Weight},
    words::{self, tell},
};

pub(crate) async fn show(visit: Visit) -> Answer {
    let pupil = pupil::view(&visit.cx, visit.pupil()?).await?;
    let content = html! {
        (head(&visit, &pupil))
        (line::figure(&visit, &pupil))
        (ui::aside(signals(&visit, &pupil), steps(&visit, &pupil)))
        @if let Some(next) = pupil.next {
            (ui::screen_only(ui::actions(ui::link_button(
                Weight::Secondary,
                &visit.url(&format!("/elev/{next}")),
                &visit.say("web-pupil-next"),
            ))))
        }
    };
    visit.shown(&pupil.name, content)
}

fn head(visit: &Visit, pupil: &PupilPage) -> Markup {
    let language = visit.language();
    let list = visit.url("/narvaro");
    let tags = html! {
        @if !pupil.class.is_empty() { (ui::tag(Hue::Neutral, &pupil.class)) }
        (ui::tag(Hue::Neutral, &pupil.school.name))
        (standing::tag(pupil.state, visit))
    };
    let lead = match pupil.as_of {
        Some(day) => tell("web-as-of", [("day", words::words(words::long_day(day, language)))], language),
        None => visit.say("web-pupil-no-figures"),
    };
    html! {
        (ui::screen_only(ui::breadcrumbs(&[(&list, &visit.say("web-nav-list"))], language)))
        (ui::page_heading(&ui::Heading { title: &pupil.name, lead: &lead, tags, actions: to_do(visit, pupil) }))
        @if let Some(day) = pupil.stale_since {
            (ui::notice(Tone::Warning, &visit.say("web-pupil-stale"), ui::prose(&[
                &tell("web-pupil-stale-help", [("day", words::date(day))], language),
            ])))
        }
    }
}

/// The menu of steps, and beside it the head teacher's decision.
fn to_do(visit: &Visit, pupil: &PupilPage) -> Markup {
    let decides = pupil.may.iter().any(|kind| kind.is_inquiry_decision());
    let to = |path: &str| visit.url(&format!("/elev/{}{path}", pupil.pupil));
    let way = |kind: &StepKind| Way {
        href: to(&format!("/steg?slag={}", kind.code())),
        label: visit.say(kind_name(*kind)),
        help: visit.say(kind_does(*kind)),
    };
    let ways: Vec<Way> = pupil.may.iter().filter(|kind| !kind.is_inquiry_decision()).map(way).collect();
    html! {
        @if !ways.is_empty() { (ui::menu(&visit.say("web-pupil-document"), &ways)) }
        @for (id, state) in &pupil.episodes {
            (ui::link_button(
                Weight::Secondary,
                &visit.url(&format!("/arende/{id}")),
                &tell("ep-of-pupil", [("state", words::words(visit.say(state.sentence())))], visit.language()),
            ))
        }
        @if pupil.refers && !pupil.episodes.iter().any(|(_, state)| state.is_live() || state.is_new()) {
            (ui::link_button(Weight::Secondary, &to("/nytt-arende"), &visit.say("ep-begin-title")))
        }
        @if decides { (ui::link_button(Weight::Secondary, &to("/beslut"), &visit.say("web-pupil-decide"))) }
    }
}

fn signals(visit: &Visit, pupil: &PupilPage) -> Markup {
    let these = |answer: Says| pupil.signals.iter().filter(move |told| told.answer == answer);
    let reasons = |answer| these(answer).map(|told| reason(visit, told)).collect::<Vec<Reason>>();
    let about = |told: &&Told| told.signal.about_pupil();
    let fires = these(Says::Yes).filter(about).map(|told| reason(visit, told)).collect::<Vec<_>>();
    let asks: Vec<_> = these(Says::Yes).filter(|told| !about(told)).map(|told| reason(visit, told)).collect();
    let (not, unknown) = (reasons(Says::No), reasons(Says::TooLittleData));
    let number = |reasons: &[Reason], code| {
        let many = i64::try_from(reasons.len()).unwrap_or_default();
        tell(code, [("signals", words::count(many))], visit.language())
    };
    if pupil.signals.is_empty() {
        return html! {};
    }
    ui::section(
        &visit.say("web-pupil-signals"),
        html! {
            @if fires.is_empty() {
                (ui::prose(&[&visit.say("web-pupil-signals-none")]))
            } @else {
                (ui::reasons(&fires))
            }
            @if !asks.is_empty() { (ui::details(&visit.say("web-pupil-data"), ui::quiet_reasons(&asks))) }
            @if !not.is_empty() { (ui::details(&number(&not, "web-pupil-signals-not"), ui::quiet_reasons(&not))) }
            @if !unknown.is_empty() {
                (ui::details(&number(&unknown, "web-pupil-signals-unknown"), html! {
                    (ui::prose(&[&visit.say("web-pupil-signals-unknown-help")]))
                    (ui::quiet_reasons(&unknown))
                }))
            }
        },
    )
}

fn reason(visit: &Visit, told: &Told) -> Reason {
    let language = visit.language();
    let since = told.since.filter(|_| told.answer.is_yes());
    Reason {
        title: words::name(told.signal, language),
        since: since
            .map(|day| tell("web-pupil-since", [("day", words::day(day)), ("week", words::week(day))], language))
            .unwrap_or_default(),
        says: told.explained.iter().map(|message| render(message, language)).collect(),
    }
}

fn steps(visit: &Visit, pupil: &PupilPage) -> Markup {
    let events: Vec<Event> = pupil.steps.iter().map(|step| event(visit, pupil, step)).collect();
    ui::section(
        &visit.say("web-pupil-steps"),
        html! {
            @if events.is_empty() {
                (ui::prose(&[&visit.say("web-pupil-steps-none")]))
            } @else {
                (ui::timeline(&events))
            }
        },
    )
}

fn event(visit: &Visit, pupil: &PupilPage, step: &StepLine) -> Event {
    let Some(content) = &step.content else {
        return Event {
            when: step.day.to_string(),
            title: visit.say("web-pupil-step-hidden"),
            who: String::new(),
            tags: html! {},
            content: ui::prose(&[&visit.say("web-pupil-step-hidden-help")]),
        };
    };
    let title = match content.kind {
        Some(kind) => visit.say(kind_name(kind)),
        None => visit.say("web-pupil-step-newer"),
    };
    Event {
        when: step.day.to_string(),
        title,
        who: content.by.clone(),
        tags: html! {
            (zone(visit, content.zone))
            @if content.retracted.is_some() { " " (ui::tag(Hue::Neutral, &visit.say("web-pupil-retracted"))) }
        },
        content: said(visit, pupil, step, content),
    }
}

fn zone(visit: &Visit, zone: Zone) -> Markup {
    let hue = match zone {
        Zone::SchoolSupport => Hue::Lake,
        Zone::PupilHealth => Hue::Plum,
        _ => Hue::Neutral,
    };
    ui::tag(hue, &words::zone(zone, visit.language()))
}

fn said(visit: &Visit, pupil: &PupilPage, step: &StepLine, content: &StepContent) -> Markup {
    let language = visit.language();
    let to = |what: &str| visit.url(&format!("/elev/{}/steg/{}/{what}", pupil.pupil, step.id));
    let paragraphs: Vec<&str> = content.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    html! {
        @if !paragraphs.is_empty() { (ui::prose(&paragraphs)) }
        @if let Some((day, reason)) = &content.retracted {
            (ui::prose(&[&tell("web-pupil-retracted-why", [("day", words::date(*day)), ("reason", words::words(reason))], language)]))
        } @else {
            @if let Some(who) = &content.assignee {
                (ui::prose(&[&tell("web-pupil-assignee", [("name", words::words(&who.name))], language)]))
            }
            @if let Some(day) = content.follow_up {
                (ui::prose(&[&tell("web-pupil-follow-up", [("day", words::date(day)), ("week", words::week(day))], language)]))
            }
            @if content.own {
                (ui::screen_only(ui::cluster(html! {
                    @if content.follow_up.is_some() { (ui::link(&to("uppfoljning"), &visit.say("web-pupil-move"))) }
                    (ui::link(&to("ta-tillbaka"), &visit.say("web-pupil-take-back")))
                })))
            }
        }
    }
}
