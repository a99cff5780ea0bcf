//! One letter, sent or not, to be printed: the provision and the evidence of each item, who weighed, what stayed, and what
//! the other gates said.

use axum::response::{IntoResponse, Redirect};
use casework::{
    verb::episode::send,
    view::episode::{self, Page},
};
use domain::episode::body::{ItemWeighed, LetterWeighed, Private};
use maud::{Markup, html};

use super::{id, lines, made, path};
use crate::{
    failure::{Answer, Stop},
    posted::Posted,
    session::Visit,
    ui::{self, Fact},
};

/// The page.
pub(crate) async fn show(visit: Visit) -> Answer {
    let page = episode::view(&visit.cx, id(&visit)?).await?;
    let of = visit.id("steg")?.to_string();
    let weighed = weighed(&page, &of).ok_or(Stop::Missing)?;
    let title = visit.say("ep-letter-title");
    let content = html! {
        (ui::breadcrumbs(&[(&visit.url(&path(page.id)), &page.name)], visit.language()))
        (ui::page_heading(&ui::Heading { title: &title, lead: &weighed.to, ..ui::Heading::default() }))
        (facts(&visit, weighed))
        @for item in &weighed.items { (shown(&visit, item)) }
        (ui::screen_only(ui::actions(ui::print_button(&visit.say("ep-print")))))
    };
    visit.shown(&title, content)
}

/// Sends what has stayed, when it may go by now; the page says what became of it.
pub(crate) async fn send(Posted { visit, fields }: Posted) -> Answer {
    let of = id(&visit)?;
    send::run(&visit.cx, of, made(&visit, &fields), visit.id("steg")?).await?;
    Ok(Redirect::to(&visit.url(&format!("{}/brev/{}", path(of), visit.id("steg")?))).into_response())
}

fn weighed<'a>(page: &'a Page, of: &str) -> Option<&'a LetterWeighed> {
    page.own.iter().rev().find_map(|it| match &it.says {
        Private::LetterWeighed(weighed) if weighed.of == of => Some(weighed),
        _ => None,
    })
}

fn facts(visit: &Visit, it: &LetterWeighed) -> Markup {
    let fact = |code, value: &str| Fact { term: visit.say(code), value: html! { (value) }, action: None };
    let sent = visit.say(if it.letter.is_some() { "ep-letter-sent" } else { "ep-letter-not-sent" });
    ui::summary(&[
        fact("ep-letter-by", &it.by.name),
        fact("ep-letter-day", &it.day.to_string()),
        fact("ep-letter-became", &sent),
    ])
}

fn shown(visit: &Visit, it: &ItemWeighed) -> Markup {
    let name = access::gate::ItemKind::from_code(&it.kind)
        .map_or_else(|| it.kind.clone(), |kind| visit.say(lines::item(kind)));
    let sentence = |code: &String| lines::why(visit, code);
    ui::section(
        &name,
        html! {
            @if it.missing.is_empty() {
                (ui::prose(&[&it.grounds.join("; ")]))
                @if let Some(evidence) = &it.evidence { (ui::quiet(&format!("{} {evidence}", visit.say("ep-letter-evidence")))) }
            } @else {
                @for code in &it.missing { (ui::prose(&[&sentence(code)])) }
            }
            (ui::details(&visit.say("ep-letter-tried"), html! {
                ul {
                    @for (gate, missing) in &it.tried {
                        li { (visit.say(lines::gate(gate))) @for code in missing.iter().take(1) { ": " (sentence(code)) } }
                    }
                }
            }))
        },
    )
}
