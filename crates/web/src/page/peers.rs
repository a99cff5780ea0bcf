//! `/rum/installningar/rum`: the rooms that this one sends letters to: pairing, who is paired, and ending it.

use axum::{
    http::header,
    response::{IntoResponse, Redirect},
};
use casework::{
    swedish_time,
    verb::pairing,
    view::peers::{self, Paired, Peers},
};
use jiff::Timestamp;
use maud::{Markup, html};

use crate::{
    failure::{Answer, Stop, again, answered},
    fields::Fields,
    posted::Posted,
    session::Visit,
    ui::{self, Column, Fact, Field, Kind, Problems, Table, Tone, Weight},
    words::{count, tell, words},
};

/// The page's address in the room.
const PATH: &str = "/installningar/rum";

/// The page.
pub(crate) async fn show(visit: Visit) -> Answer {
    let page = peers::view(&visit.cx).await?;
    let content = content(&visit, &page, &Fields::default(), &Problems::default());
    visit.shown(&visit.say("web-peers-title"), content)
}

/// Pairs with a room, or shows what stands in the way.
pub(crate) async fn pair(Posted { visit, fields }: Posted) -> Answer {
    let done = pairing::confirm(&visit.cx, fields.get("offer"), fields.get("code")).await;
    match answered(done, visit.language())? {
        Ok(_) => Ok(Redirect::to(&visit.url(&format!("{PATH}?klart=ihopparat"))).into_response()),
        Err(problems) => shown_again(&visit, &fields, &problems).await,
    }
}

/// The file to hand over.
pub(crate) async fn offer(Posted { visit, fields }: Posted) -> Answer {
    match answered(pairing::offer(&visit.cx, &address(&visit, &fields)), visit.language())? {
        Ok(offered) => {
            let headers = [
                (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
                (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}.pairing\"", visit.slug)),
            ];
            Ok((headers, offered.text).into_response())
        }
        Err(problems) => shown_again(&visit, &fields, &problems).await,
    }
}

/// Asks whether a pairing is to end, and says what that does.
pub(crate) async fn end(visit: Visit) -> Answer {
    let peer = peer(&visit).await?;
    let title = tell("web-peers-end-title", [("name", words(&peer.name))], visit.language());
    let here = visit.here();
    let content = html! {
        (ui::breadcrumbs(&[(&visit.url(PATH), &visit.say("web-peers-title"))], visit.language()))
        (ui::page_heading(&ui::Heading { title: &title, lead: &visit.say("web-peers-end-lead"), ..ui::Heading::default() }))
        @if let Some(waiting) = waiting(&visit, &peer) {
            (ui::notice(Tone::Warning, &waiting, ui::prose(&[&visit.say("web-peers-end-waiting")])))
        }
        (ui::actions(ui::post_button(&visit.view, &here, Weight::Primary, &visit.say("web-peers-end"), &[])))
    };
    visit.shown(&title, content)
}

/// Ends it.
pub(crate) async fn ended(Posted { visit, .. }: Posted) -> Answer {
    let peer = peer(&visit).await?;
    // Ended by somebody else meanwhile is what was wanted.
    answered(pairing::unpair(&visit.cx, peer.id).await, visit.language())?.ok();
    Ok(Redirect::to(&visit.url(&format!("{PATH}?klart=avslutat"))).into_response())
}

async fn peer(visit: &Visit) -> Result<Paired, Stop> {
    let id = visit.id("annat")?;
    peers::view(&visit.cx).await?.peers.into_iter().find(|it| it.id == id).ok_or(Stop::Missing)
}

async fn shown_again(visit: &Visit, fields: &Fields, problems: &Problems) -> Answer {
    let page = peers::view(&visit.cx).await?;
    Ok(again(visit.page(&visit.say("web-peers-title"), content(visit, &page, fields, problems))))
}

/// Where letters to this room go: as typed, and without that, for rooms of the same server.
fn address(visit: &Visit, fields: &Fields) -> String {
    match fields.get("address").trim() {
        "" => pairing::here(&visit.slug),
        typed => typed.to_owned(),
    }
}

fn content(visit: &Visit, page: &Peers, typed: &Fields, problems: &Problems) -> Markup {
    let said = |code| visit.say(code);
    let code = Fact { term: said("web-peers-code"), value: ui::copied(&page.code), action: None };
    html! {
        (ui::error_summary(problems, visit.language()))
        (ui::page_heading(&ui::Heading {
            title: &said("web-peers-title"),
            lead: &said("web-peers-lead"),
            ..ui::Heading::default()
        }))
        @if page.peers.is_empty() {
            (ui::empty(&said("web-peers-none"), &said("web-peers-none-help"), html! {}))
        } @else {
            (table(visit, &page.peers))
        }
        (ui::section(&said("web-peers-own"), html! {
            (ui::prose(&[&said("web-peers-own-help")]))
            (ui::summary(&[code]))
            (ui::form(&visit.view, &visit.url(&format!("{PATH}/fil")), html! {
                (ui::input(
                    &field("address", &said("web-peers-address"), &said("web-peers-address-hint"), problems),
                    Kind::Text,
                    typed.get("address"),
                ))
                (ui::actions(ui::button(Weight::Secondary, &said("web-peers-file"))))
            }))
        }))
        (ui::section(&said("web-peers-other"), html! {
            (ui::prose(&[&said("web-peers-other-help")]))
            (ui::form(&visit.view, &visit.url(PATH), html! {
                (ui::textarea(
                    &field("offer", &said("web-peers-offer"), &said("web-peers-offer-hint"), problems),
                    5,
                    typed.get("offer"),
                ))
                (ui::input(
                    &field("code", &said("web-peers-heard"), &said("web-peers-heard-hint"), problems),
                    Kind::Text,
                    typed.get("code"),
                ))
                (ui::actions(ui::button(Weight::Primary, &said("web-peers-pair"))))
            }))
        }))
    }
}

fn field<'a>(name: &'static str, label: &'a str, hint: &'a str, problems: &'a Problems) -> Field<'a> {
    Field { name, label, hint, error: problems.of(name) }
}

fn table(visit: &Visit, all: &[Paired]) -> Markup {
    let labels = ["web-peers-name", "web-peers-since", "web-peers-letters", "web-peers-do"].map(|code| visit.say(code));
    let columns = labels.each_ref().map(|label| Column::words(label));
    let row = |it: &Paired| {
        vec![
            ui::cell(html! { (it.name) }, &it.address),
            html! { (time(it.since)) },
            html! { (waiting(visit, it).unwrap_or_else(|| visit.say("peers-nothing-waits"))) },
            ui::link(&visit.url(&format!("{PATH}/{}/avsluta", it.id)), &visit.say("web-peers-end")),
        ]
    };
    ui::table(&Table {
        caption: &visit.say("web-peers-caption"),
        columns: &columns,
        rows: all.iter().map(row).collect(),
        cards: true,
    })
}

fn waiting(visit: &Visit, it: &Paired) -> Option<String> {
    let (letters, since) = it.waiting?;
    let letters = count(i64::try_from(letters).unwrap_or(i64::MAX));
    Some(tell("peers-waiting", [("count", letters), ("since", words(time(since)))], visit.language()))
}

fn time(at: Timestamp) -> String {
    swedish_time(at).unwrap_or_default()
}
