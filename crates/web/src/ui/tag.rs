//! Tags: one or two words about a thing. The words say it; the colour only helps to find it.

use maud::{Markup, html};
use text::Language;

use super::cluster;

/// The colour of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hue {
    /// Plain facts: a class, a subject.
    Neutral,
    /// What goes on.
    Spruce,
    /// What is new or asks for somebody.
    Clay,
    /// What is about health.
    Plum,
    /// What is about support.
    Lake,
    /// What is done.
    Success,
    /// What is soon too late.
    Warning,
    /// What is too late.
    Danger,
}

impl Hue {
    pub(super) fn color(self) -> &'static str {
        match self {
            Hue::Neutral => "neutral",
            Hue::Spruce => "spruce",
            Hue::Clay => "clay",
            Hue::Plum => "plum",
            Hue::Lake => "lake",
            Hue::Success => "success",
            Hue::Warning => "warning",
            Hue::Danger => "danger",
        }
    }
}

/// A tag.
pub fn tag(hue: Hue, label: &str) -> Markup {
    html! { span class="ds-tag" data-color=(hue.color()) { (label) } }
}

pub(super) fn example(_: Language) -> Markup {
    cluster(html! {
        (tag(Hue::Neutral, "8B"))
        (tag(Hue::Spruce, "Pågår"))
        (tag(Hue::Clay, "Ny signal"))
        (tag(Hue::Plum, "Elevhälsa"))
        (tag(Hue::Lake, "Stöd"))
        (tag(Hue::Success, "Klart"))
        (tag(Hue::Warning, "Senast i morgon"))
        (tag(Hue::Danger, "2 dagar sent"))
    })
}
