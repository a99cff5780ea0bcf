//! The pages about one thing, as links beside each other.

use maud::{Markup, html};
use text::Language;

use super::Nav;

/// Links to the pages about one thing; the one with this path is marked.
pub fn tabs(label: &str, links: &[Nav], path: &str) -> Markup {
    html! {
        nav class="sl-tabs" aria-label=(label) {
            ul { @for link in links { li { a href=(link.href) aria-current=[(link.href == path).then_some("page")] { (link.label) } } } }
        }
    }
}

/// A part of a list, and how many there are in it.
#[derive(Clone, Debug)]
pub struct Tab {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub label: String,
    /// How many, as written; empty for nothing.
    pub number: String,
    /// Whether it is the one that is shown.
    pub shown: bool,
}

/// Parts of a list beside each other, each with its number.
pub fn choices(label: &str, tabs: &[Tab]) -> Markup {
    html! {
        nav class="sl-parts" aria-label=(label) {
            ul {
                @for tab in tabs {
                    li {
                        a href=(tab.href) aria-current=[tab.shown.then_some("true")] {
                            (tab.label)
                            @if !tab.number.is_empty() { " " span class="sl-parts-number" { (tab.number) } }
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn example(_: Language) -> Markup {
    let links =
        ["Översikt", "Frånvaro", "Samtal", "Plan", "Händelser"].map(|label| Nav::new(format!("#{label}"), label));
    let part = |label: &str, number: &str, shown| Tab {
        href: "#tabs".to_owned(),
        label: label.to_owned(),
        number: number.to_owned(),
        shown,
    };
    html! {
        (tabs("Om eleven", &links, "#Frånvaro"))
        (choices("Vad som är gjort", &[part("Att göra", "12", true), part("Klara", "30", false)]))
    }
}
