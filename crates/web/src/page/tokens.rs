//! The tokens by which other systems read: the list, a new one, and how the API is used.

use access::{Purpose, Zone};
use axum::response::{IntoResponse, Redirect};
use casework::{
    verb::token::{self, New},
    view::tokens::{self, State, Token, Tokens},
};
use maud::{Markup, html};

use super::tokens_form::{form, read};
use crate::{
    api,
    failure::{Answer, Stop, again, answered},
    fields::Fields,
    posted::Posted,
    session::Visit,
    ui::{self, Column, Fact, Hue, Problems, Table, Weight},
    words,
};

/// The page's address in the room.
pub(super) const PATH: &str = "/installningar/api";

/// The list, and how the API is used.
pub(crate) async fn show(visit: Visit) -> Answer {
    let all = tokens::view(&visit.cx).await?;
    let title = visit.say("web-tokens-title");
    let new = ui::link_button(Weight::Primary, &visit.url("/installningar/api/ny"), &visit.say("web-tokens-new"));
    let content = html! {
        (ui::page_heading(&ui::Heading {
            title: &title,
            lead: &visit.say("web-tokens-lead"),
            actions: new,
            ..ui::Heading::default()
        }))
        @if all.tokens.is_empty() {
            (ui::empty(&visit.say("web-tokens-none"), &visit.say("web-tokens-none-help"), html! {}))
        } @else {
            (table(&visit, &all))
        }
        (ui::section(&visit.say("web-api-title"), about(&visit)))
    };
    visit.shown(&title, content)
}

/// The form of a new one.
pub(crate) async fn new(visit: Visit) -> Answer {
    let all = tokens::view(&visit.cx).await?;
    visit.shown(&visit.say("web-tokens-new"), form(&visit, &all.schools, &Fields::default(), &Problems::default()))
}

/// Makes it and shows its secret, once; or shows the form again.
pub(crate) async fn make(Posted { visit, fields }: Posted) -> Answer {
    let all = tokens::view(&visit.cx).await?;
    let title = visit.say("web-tokens-new");
    let new: New = read(&visit, &fields);
    // A form that is sent twice has made its token already, and its secret was shown to nobody again.
    if all.tokens.iter().any(|token| token.id == new.id) {
        return Ok(Redirect::to(&visit.url(PATH)).into_response());
    }
    match answered(token::make(&visit.cx, new).await, visit.language())? {
        Ok(secret) => {
            let made = visit.say("web-token-made");
            Ok(visit.page(&made, shown(&visit, &made, fields.get("owner"), &secret)).into_response())
        }
        Err(problems) => Ok(again(visit.page(&title, form(&visit, &all.schools, &fields, &problems)))),
    }
}

/// Takes one back.
pub(crate) async fn revoke(Posted { visit, .. }: Posted) -> Answer {
    match answered(token::revoke(&visit.cx, visit.id("nyckel")?).await, visit.language())? {
        Ok(()) => Ok(Redirect::to(&visit.url(&format!("{PATH}?klart=nyckel"))).into_response()),
        Err(_) => Err(Stop::Missing),
    }
}

fn shown(visit: &Visit, title: &str, owner: &str, secret: &str) -> Markup {
    let help = words::tell("web-token-made-help", [("name", words::words(owner))], visit.language());
    let facts = [
        Fact { term: visit.say("web-token-secret"), value: ui::copied(secret), action: None },
        Fact::new(visit.say("web-token-address"), visit.url(api::IN_ROOM)),
    ];
    html! {
        (ui::page_heading(&ui::Heading { title, lead: &help, ..ui::Heading::default() }))
        (ui::summary(&facts))
        (ui::actions(ui::link_button(Weight::Secondary, &visit.url(PATH), &visit.say("web-token-to-list"))))
    }
}

fn table(visit: &Visit, all: &Tokens) -> Markup {
    let count = i64::try_from(all.tokens.len()).unwrap_or(i64::MAX);
    let codes = [
        "web-tokens-owner",
        "web-tokens-purpose",
        "web-tokens-reads",
        "web-tokens-ends",
        "web-tokens-used",
        "web-tokens-state",
    ];
    let labels = codes.map(|code| visit.say(code));
    let columns = labels.each_ref().map(|label| Column::words(label));
    ui::table(&Table {
        caption: &words::tell("web-tokens-caption", [("count", words::count(count))], visit.language()),
        columns: &columns,
        rows: all.tokens.iter().map(|token| row(visit, token)).collect(),
        cards: true,
    })
}

fn row(visit: &Visit, token: &Token) -> Vec<Markup> {
    let day = |day| words::tell("web-tokens-day", [("day", words::date(day))], visit.language());
    let (hue, state) = match token.state {
        State::Holds => (Hue::Success, "web-tokens-holds"),
        State::Ended => (Hue::Neutral, "web-tokens-ended"),
        State::Revoked => (Hue::Neutral, "web-tokens-revoked"),
    };
    let places = match &token.schools {
        None => vec![visit.say("web-tokens-room")],
        Some(schools) => schools.iter().map(|school| school.name.clone()).collect(),
    };
    let zones = token.zones.iter().map(|zone| visit.say(zone_code(*zone)));
    let reads = zones.chain(places).map(|line| html! { (line) }).collect();
    let revoke = visit.url(&format!("{PATH}/{}/aterkalla", token.id));
    vec![
        html! { (token.owner) },
        ui::cell(html! { (visit.say(purpose_code(token.purpose))) }, &token.what_for),
        ui::lines(reads),
        html! { (day(token.ends)) },
        html! { (token.used.map_or_else(|| visit.say("web-tokens-never"), day)) },
        html! {
            (ui::tag(hue, &visit.say(state)))
            @if token.state == State::Holds {
                (ui::post_button(&visit.view, &revoke, Weight::Secondary, &visit.say("web-tokens-revoke"), &[]))
            }
        },
    ]
}

/// How another system reads: in a few sentences, and what can be asked.
fn about(visit: &Visit) -> Markup {
    let labels = ["web-api-path", "web-api-says"].map(|code| visit.say(code));
    let columns = labels.each_ref().map(|label| Column::words(label));
    let paths = api::document::operations();
    let rows = paths.iter().map(|(path, says)| {
        vec![
            html! { code { "GET " (visit.url(&format!("{}{path}", api::IN_ROOM))) } },
            html! { span lang="en" { (says) } },
        ]
    });
    let sentences = ["web-api-lead", "web-api-token", "web-api-names", "web-api-pages"].map(|code| visit.say(code));
    let document = visit.url(&format!("{}/openapi.json", api::IN_ROOM));
    html! {
        (ui::prose(&sentences.each_ref().map(String::as_str)))
        (ui::table(&Table {
            caption: &visit.say("web-api-operations"),
            columns: &columns,
            rows: rows.collect(),
            cards: true,
        }))
        (ui::actions(ui::link(&document, &visit.say("web-api-document"))))
    }
}

/// The sentence of a purpose.
pub(super) fn purpose_code(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::FollowUp => "purpose-follow-up",
        Purpose::QualityWork => "purpose-systematic-quality-work",
        Purpose::Deliveries => "purpose-deliveries",
    }
}

/// The sentence of what a zone lets a token read.
pub(super) fn zone_code(zone: Zone) -> &'static str {
    match zone {
        Zone::Aggregate => "token-zone-imports",
        _ => "token-zone-pupils",
    }
}
