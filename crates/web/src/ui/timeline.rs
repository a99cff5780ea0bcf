//! What has happened, newest first as it comes in.

use maud::{Markup, html};
use text::Language;

use super::{Hue, prose, tag};

/// Something that happened.
#[derive(Clone, Debug)]
pub struct Event {
    /// When, as it is read and as machines read it: 2026-11-22, or 2026-11-22 14:30.
    pub when: String,
    /// What, in few words.
    pub title: String,
    /// Who did it; empty when nobody is to be named.
    pub who: String,
    /// Tags beside the title.
    pub tags: Markup,
    /// What more there is to say.
    pub content: Markup,
}

/// The events, in the order in which they come.
pub fn timeline(events: &[Event]) -> Markup {
    html! {
        ol class="sl-timeline" {
            @for event in events {
                li {
                    p class="sl-timeline-when" {
                        time datetime=(event.when) { (event.when) }
                        @if !event.who.is_empty() { " · " (event.who) }
                    }
                    h3 class="ds-heading" data-size="2xs" { (event.title) " " (event.tags) }
                    (event.content)
                }
            }
        }
    }
}

pub(super) fn example(_: Language) -> Markup {
    let event = |when: &str, title: &str, who: &str, tags, content| Event {
        when: when.to_owned(),
        title: title.to_owned(),
        who: who.to_owned(),
        tags,
        content,
    };
    timeline(&[
        event(
            "2026-11-19",
            "Samtal med eleven",
            "Karin Åberg",
            tag(Hue::Spruce, "Nytt"),
            prose(&["Det är svårast på morgnarna. Eleven vill börja senare på måndagar."]),
        ),
        event(
            "2026-11-13",
            "Signal: stiger snabbt",
            "",
            html! {},
            prose(&["Från 4\u{a0}% (v.\u{a0}36–43) till 19\u{a0}% (v.\u{a0}45–46)."]),
        ),
        event("2026-11-09", "Vårdnadshavare ringde", "Karin Åberg", html! {}, html! {}),
    ])
}
