//! Facts about one thing: what, and what about it.

use maud::{Markup, html};
use text::Language;

use super::link;

/// One fact.
#[derive(Clone, Debug)]
pub struct Fact {
    /// What it is about.
    pub term: String,
    /// What is so.
    pub value: Markup,
    /// A link to change it, if one may.
    pub action: Option<Markup>,
}

impl Fact {
    /// A fact in plain words.
    pub fn new(term: impl Into<String>, value: impl Into<String>) -> Fact {
        let value: String = value.into();
        Fact { term: term.into(), value: html! { (value) }, action: None }
    }
}

/// A list of facts.
pub fn summary(facts: &[Fact]) -> Markup {
    html! {
        dl class="sl-summary" {
            @for fact in facts {
                div {
                    dt { (fact.term) }
                    dd { (fact.value) }
                    @if let Some(action) = &fact.action { dd class="sl-summary-action" { (action) } }
                }
            }
        }
    }
}

pub(super) fn example(_: Language) -> Markup {
    summary(&[
        Fact::new("Klass", "8B, Björkskolan"),
        Fact::new("Mentor", "Karin Åberg"),
        Fact {
            action: Some(link("#summary", "Ändra plan")),
            ..Fact::new("Plan", "Kortare dagar till v.\u{a0}50, uppföljning 2026-12-04")
        },
    ])
}
