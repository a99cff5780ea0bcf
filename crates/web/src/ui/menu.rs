//! A big button that opens into what one can choose to do. It is a `details`, so it needs no JavaScript.

use maud::{Markup, html};
use text::Language;

/// Something that can be chosen.
#[derive(Clone, Debug)]
pub struct Way {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub label: String,
    /// When it is the right one; empty for nothing.
    pub help: String,
}

/// The button and its choices.
pub fn menu(label: &str, ways: &[Way]) -> Markup {
    html! {
        details class="sl-menu" {
            summary class="ds-button" { (label) }
            ul {
                @for way in ways {
                    li {
                        a href=(way.href) {
                            span class="sl-menu-label" { (way.label) }
                            @if !way.help.is_empty() { " " span class="sl-menu-help" { (way.help) } }
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn example(_: Language) -> Markup {
    let way =
        |label: &str, help: &str| Way { href: "#menu".to_owned(), label: label.to_owned(), help: help.to_owned() };
    menu("Dokumentera", &[way("Samtal med eleven", "Du har pratat med eleven."), way("Sökt, inget svar", "")])
}
