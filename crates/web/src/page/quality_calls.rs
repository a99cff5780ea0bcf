//! `/rum/datakvalitet/ringlista`: whom to phone, what to ask for, and a note that it is done. Made to be printed.

use access::UnitId;
use axum::response::{IntoResponse, Redirect};
use casework::{
    verb::called,
    view::quality::{
        Contact,
        calls::{self, Call, Calls},
    },
};
use maud::{Markup, html};

use super::{parts::asks, quality};
use crate::{
    failure::{Answer, Stop, again, answered},
    fields::Fields,
    posted::Posted,
    session::Visit,
    ui::{self, Field, Kind, Problems, Weight},
    words::{self, tell},
};

const PATH: &str = "/datakvalitet/ringlista";

/// The list.
pub(crate) async fn show(visit: Visit) -> Answer {
    let calls = calls::view(&visit.cx).await?;
    Ok(page(&visit, &calls, None, &Problems::default()).into_response())
}

/// Notes a call, or takes the note back.
pub(crate) async fn note(Posted { visit, fields }: Posted) -> Answer {
    let unit = UnitId(fields.get("skola").parse().map_err(|_| Stop::Missing)?);
    let day = format!("dag-{}", unit.0);
    let done = if fields.has("angra") {
        called::undo(&visit.cx, unit).await
    } else {
        called::run(&visit.cx, unit, fields.day(&day)).await
    };
    match answered(done, visit.language())? {
        Ok(()) => Ok(Redirect::to(&format!("{}?klart=ringt#skola-{}", visit.url(PATH), unit.0)).into_response()),
        Err(problems) => {
            let calls = calls::view(&visit.cx).await?;
            Ok(again(page(&visit, &calls, Some((unit, &fields)), &problems)))
        }
    }
}

fn page(visit: &Visit, calls: &Calls, sent: Option<(UnitId, &Fields)>, problems: &Problems) -> Markup {
    let language = visit.language();
    let title = visit.say("web-quality-call-list");
    let lead = match calls.as_of {
        Some(day) => {
            let weeks = asks::weeks(&calls.weeks, language);
            let args = [("day", words::words(words::long_day(day, language))), ("weeks", words::words(weeks))];
            tell("web-quality-calls-lead", args, language)
        }
        None => visit.say("web-start-nothing-imported"),
    };
    // the field of the school that was sent is the one to go to
    let found = sent.map(|(unit, _)| format!("dag-{}", unit.0));
    let shown = Problems(problems.0.iter().map(|(_, sentence)| ("innehall", sentence.clone())).collect());
    let content = html! {
        (ui::breadcrumbs(&[(&visit.url("/datakvalitet"), &visit.say("web-quality-title"))], language))
        (ui::error_summary(&shown, language))
        (ui::page_heading(&ui::Heading {
            title: &title,
            lead: &lead,
            actions: ui::print_button(&visit.say("web-quality-print")),
            ..ui::Heading::default()
        }))
        @if calls.schools.is_empty() {
            (ui::empty(&visit.say("web-quality-calls-none"), &visit.say("web-quality-calls-none-help"), html! {}))
        } @else {
            (ui::quiet(&visit.say("web-quality-to-do-help")))
            @for call in &calls.schools {
                @let own = format!("dag-{}", call.school.unit.0);
                @let is_sent = found.as_deref() == Some(own.as_str());
                @let typed = sent.filter(|_| is_sent).map(|(_, fields)| fields.get(&own));
                @let error = problems.0.first().filter(|_| is_sent).map(|(_, sentence)| sentence.as_str());
                (one(visit, call, (&own, typed, error)))
            }
        }
    };
    visit.page(&title, content)
}

/// A school: whom, what, and whether it is done.
fn one(visit: &Visit, call: &Call, (name, typed, error): (&str, Option<&str>, Option<&str>)) -> Markup {
    let unit = call.school.unit;
    html! {
        (ui::section_at(&format!("skola-{}", unit.0), &call.school.name, html! {
            (telephone(visit, &call.contact))
            (asks::lines(&call.asks, visit.language()))
            (ui::screen_only(ui::link(&visit.url(&quality::path(unit)), &quality::open(visit, &call.school.name))))
            (note_form(visit, call, (name, typed, error)))
            (ui::print_only(ui::signature(&visit.say("web-quality-call-signature"))))
        }))
    }
}

fn telephone(visit: &Visit, contact: &Contact) -> Markup {
    if *contact == Contact::default() {
        return ui::prose(&[&visit.say("web-quality-no-contact")]);
    }
    let dialled: String = contact.telephone.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect();
    html! {
        p {
            (contact.name) @if !contact.name.is_empty() && !contact.telephone.is_empty() { ", " }
            @if !contact.telephone.is_empty() { (ui::link(&format!("tel:{dialled}"), &contact.telephone)) }
        }
    }
}

fn note_form(visit: &Visit, call: &Call, (name, typed, error): (&str, Option<&str>, Option<&str>)) -> Markup {
    let unit = call.school.unit.0.to_string();
    let language = visit.language();
    if let Some(day) = call.called {
        return ui::cluster(html! {
            (ui::tag(ui::Hue::Success, &tell("web-quality-called", [("day", words::date(day))], language)))
            (ui::post_button(
                &visit.view, &visit.url(PATH), Weight::Tertiary, &visit.say("web-quality-not-called"),
                &[("skola", unit.as_str()), ("angra", "1")],
            ))
        });
    }
    let school = [("school", words::words(&call.school.name))];
    let day = visit.today.to_string();
    ui::form(
        &visit.view,
        &visit.url(PATH),
        html! {
            (ui::hidden("skola", &unit))
            (ui::input(
                &Field { name, label: &tell("web-quality-call-day", school, language), hint: "", error },
                Kind::Date,
                typed.unwrap_or(&day),
            ))
            (ui::actions(ui::button(Weight::Secondary, &visit.say("web-quality-call-note"))))
        },
    )
}
