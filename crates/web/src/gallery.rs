//! Every component, and every paper, with an example, for whoever builds pages, and for the tests that look at each.
//!
//! The words of the examples stand beside the components and not in `text`: no user reads them.

use axum::extract::OriginalUri;
use maud::{Markup, html};

use crate::{
    paper,
    preferences::Preferences,
    ui::{self, Nav, Person, View},
};

pub(crate) async fn show(preferences: Preferences, OriginalUri(uri): OriginalUri) -> Markup {
    let view = View {
        preferences,
        path: uri.path().to_owned(),
        room: Some("Björkstads kommun".to_owned()),
        person: Some(Person {
            name: "Karin Åberg".to_owned(),
            role: "kurator".to_owned(),
            sign_out: "/komponenter".to_owned(),
        }),
        nav: vec![
            Nav::new("/komponenter", "Komponenter"),
            Nav::new("#elever", "Elever"),
            Nav::new("#samtal", "Samtal"),
            Nav::new("#uppfoljning", "Uppföljning"),
        ],
        ..View::default()
    };
    let content = html! {
        (ui::page_heading(&ui::Heading {
            title: "Komponenter",
            lead: "Det som sidorna är gjorda av, ett exempel av varje.",
            ..ui::Heading::default()
        }))
        @for (name, example) in ui::EXAMPLES {
            section id=(name) data-component=(name) { (ui::section(name, example(view.language()))) }
        }
        @for (name, example) in paper::EXAMPLES {
            section data-paper=(name) { (ui::section(name, example(view.language()))) }
        }
    };
    ui::page(&view, "Komponenter", content)
}
