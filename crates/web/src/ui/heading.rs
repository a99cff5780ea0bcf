//! The top of a page: where one is, what it is about, and what can be done with the whole of it.

use maud::{Markup, html};
use text::Language;

use super::{Hue, Weight, link_button, say, tag};

/// The heading of a page. Title is required; the rest may be left as it is by default.
#[derive(Clone, Debug)]
pub struct Heading<'a> {
    /// The only heading of the first level.
    pub title: &'a str,
    /// What the page is about, in one sentence; empty for nothing.
    pub lead: &'a str,
    /// Tags beside the title.
    pub tags: Markup,
    /// Buttons for the page as a whole.
    pub actions: Markup,
}

impl Default for Heading<'_> {
    fn default() -> Self {
        Heading { title: "", lead: "", tags: html! {}, actions: html! {} }
    }
}

/// The heading of a page.
pub fn page_heading(heading: &Heading<'_>) -> Markup {
    html! {
        div class="sl-page-heading" {
            div class="sl-page-title" {
                h1 class="ds-heading" data-size="md" { (heading.title) }
                @if !heading.tags.0.is_empty() { div class="sl-cluster" { (heading.tags) } }
            }
            @if !heading.lead.is_empty() { p class="sl-lead" { (heading.lead) } }
            @if !heading.actions.0.is_empty() { div class="sl-actions" { (heading.actions) } }
        }
    }
}

/// The way to this page: address and name of each page above it, first the one farthest up.
pub fn breadcrumbs(above: &[(&str, &str)], language: Language) -> Markup {
    html! {
        nav class="sl-breadcrumbs" aria-label=(say("web-breadcrumbs", language)) {
            ol { @for (href, label) in above { li { a class="ds-link" href=(href) { (label) } } } }
        }
    }
}

pub(super) fn example(language: Language) -> Markup {
    html! {
        (breadcrumbs(&[("#heading", "Start"), ("#heading", "Elever på Björkskolan")], language))
        // Not `page_heading`: the gallery has its only heading of the first level already.
        div class="sl-page-heading" {
            div class="sl-page-title" {
                h2 class="ds-heading" data-size="md" { "Alva Lindqvist" }
                div class="sl-cluster" { (tag(Hue::Neutral, "8B")) (tag(Hue::Clay, "Ny signal")) }
            }
            p class="sl-lead" { "Frånvaro 17\u{a0}% hittills i höst. Ett samtal är bokat till torsdag." }
            div class="sl-actions" {
                (link_button(Weight::Primary, "#heading", "Skriv om samtalet"))
                (link_button(Weight::Secondary, "#heading", "Öppna ärende"))
            }
        }
    }
}
