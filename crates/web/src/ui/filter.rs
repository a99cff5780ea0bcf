//! Choosing what a list shows. The choices stand in the address, so nothing that names a person belongs here.

use maud::{Markup, html};
use text::Language;

use super::{Choice, Field, Weight, button, link_button, say, select};

/// Fields in a row, a button, and a way back to the whole list. An answer that comes late does not undo a later choice.
/// Looking for a person is a form of its own, with POST.
pub fn filter(action: &str, fields: Markup, language: Language) -> Markup {
    html! {
        form class="sl-filter" method="get" action=(action) role="search" aria-label=(say("web-filter", language))
            hx-get=(action) hx-trigger="change, submit" hx-target="#innehall" hx-select="#innehall" hx-swap="outerHTML"
            hx-push-url="true" hx-sync="this:replace" {
            (fields)
            div class="sl-actions" {
                (button(Weight::Secondary, &say("web-filter-show", language)))
                (link_button(Weight::Tertiary, action, &say("web-filter-clear", language)))
            }
        }
    }
}

pub(super) fn example(language: Language) -> Markup {
    let classes = [Choice::new("", "Alla klasser"), Choice::new("8a", "8A"), Choice::new("8b", "8B")];
    let lists =
        [Choice::new("", "Alla skäl"), Choice::new("rise", "Stiger snabbt"), Choice::new("level", "Över 15\u{a0}%")];
    let fields = html! {
        (select(&Field { name: "class", label: "Klass", ..Field::default() }, &classes, "8b"))
        (select(&Field { name: "reason", label: "Skäl att fråga", ..Field::default() }, &lists, ""))
    };
    filter("/komponenter", fields, language)
}
