//! How many there are of what waits for somebody: the first thing on the start page.

use maud::{Markup, html};
use text::Language;

/// One number that leads somewhere.
#[derive(Clone, Debug)]
pub struct Count<'a> {
    /// How many.
    pub number: u64,
    /// Of what.
    pub label: &'a str,
    /// What more there is to say; empty for nothing.
    pub detail: &'a str,
    /// Where they are.
    pub href: &'a str,
    /// Whether somebody should look soon. The words must say it too.
    pub urgent: bool,
}

/// The numbers beside each other.
pub fn counts(counts: &[Count<'_>]) -> Markup {
    html! {
        ul class="sl-counts" {
            @for count in counts {
                li class="ds-card" data-color=[count.urgent.then_some("clay")] data-urgent[count.urgent] {
                    a href=(count.href) {
                        span class="sl-count-number" { (count.number) }
                        " "
                        span class="sl-count-label" { (count.label) }
                    }
                    @if !count.detail.is_empty() { p { (count.detail) } }
                }
            }
        }
    }
}

pub(super) fn example(_: Language) -> Markup {
    counts(&[
        Count { number: 3, label: "elever att fråga", detail: "En ny sedan i fredags.", href: "#count", urgent: true },
        Count {
            number: 2,
            label: "samtal den här veckan",
            detail: "Nästa är på torsdag 14:30.",
            href: "#count",
            urgent: false,
        },
        Count { number: 1, label: "plan att följa upp", detail: "Senast 2026-12-04.", href: "#count", urgent: false },
        Count { number: 0, label: "svar att läsa", detail: "", href: "#count", urgent: false },
    ])
}
