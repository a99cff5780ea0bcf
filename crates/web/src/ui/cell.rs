//! What stands in a cell of a list of people: something to read first, and below it what explains it.

use maud::{Markup, html};
use text::Language;

use super::{Hue, link, tag};

/// Something to read first, and in quiet words what belongs to it; empty for nothing.
pub fn cell(first: Markup, quiet: &str) -> Markup {
    html! {
        div class="sl-cell" {
            div { (first) }
            @if !quiet.is_empty() { div class="sl-cell-quiet" { (quiet) } }
        }
    }
}

/// A number and its small picture beside each other.
pub fn drawn(number: &str, picture: Markup) -> Markup {
    html! { div class="sl-drawn" { span class="sl-drawn-number" { (number) } (picture) } }
}

/// Reasons to ask, as short words that all look the same: none is worse than another.
pub fn chips(words: &[String]) -> Markup {
    html! { ul class="sl-chips" { @for word in words { li { (word) } } } }
}

pub(super) fn example(_: Language) -> Markup {
    html! {
        (cell(link("#cell", "Alva Lindqvist"), "8B · Björkskolan"))
        (cell(chips(&["Nivå i terminen".to_owned(), "Många dagar".to_owned()]), "Sedan v.\u{a0}40"))
        (cell(tag(Hue::Success, "Klar till 11 december"), "Samtal med eleven 20 november · Maria Lindgren"))
        (drawn("17\u{a0}%", html! { svg viewBox="0 0 96 20" width="96" height="20" aria-hidden="true" { rect x="0" y="10" width="96" height="10" fill="currentColor" {} } }))
    }
}
