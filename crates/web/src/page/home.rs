//! `/`: the rooms, or the only one.

use axum::{
    extract::State,
    response::{IntoResponse, Redirect},
};
use maud::html;

use crate::{
    failure::Answer,
    page::demo,
    preferences::Preferences,
    session::Door,
    site::Shared,
    ui::{self, View, say},
};

pub(crate) async fn show(State(site): State<Shared>, preferences: Preferences) -> Answer {
    if site.demo {
        return demo::show(site, preferences).await;
    }
    let language = preferences.language;
    let mut rooms = site.offices.iter();
    if let (Some((only, _)), None) = (rooms.next(), rooms.next()) {
        return Ok(Redirect::to(&format!("/{only}/")).into_response());
    }
    let view = View { preferences, path: "/".to_owned(), ..View::default() };
    let title = say("web-home-title", language);
    let content = html! {
        (ui::page_heading(&ui::Heading { title: &title, lead: &say("web-home-lead", language), ..ui::Heading::default() }))
        @if site.offices.is_empty() {
            (ui::empty(&say("web-home-none", language), &say("web-home-none-help", language), html! {}))
        }
        (ui::ways(&site.offices.iter().map(|(slug, office)| (format!("/{slug}/"), office.room().name().to_owned())).collect::<Vec<_>>()))
    };
    Ok(ui::page(&view, &title, content).into_response())
}

/// `/rum` without its last stroke.
pub(crate) async fn to_start(door: Door) -> Redirect {
    Redirect::to(&door.url("/"))
}
