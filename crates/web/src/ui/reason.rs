//! A reason to ask: what a signal is called, since when, and what it rests on.

use maud::{Markup, html};
use text::Language;

/// A reason, open to read.
#[derive(Clone, Debug)]
pub struct Reason {
    /// What the signal is called.
    pub title: String,
    /// Since when; empty when it is not one that holds.
    pub since: String,
    /// What it says, a sentence each.
    pub says: Vec<String>,
}

/// Reasons that hold, beside each other where there is room.
pub fn reasons(reasons: &[Reason]) -> Markup {
    html! { ul class="sl-reasons" { @for reason in reasons { li { (one(reason)) } } } }
}

/// Signals that do not hold, or cannot answer: quiet, below each other.
pub fn quiet_reasons(reasons: &[Reason]) -> Markup {
    html! { ul class="sl-reasons" data-quiet { @for reason in reasons { li { (one(reason)) } } } }
}

fn one(reason: &Reason) -> Markup {
    html! {
        h3 class="ds-heading" data-size="2xs" { (reason.title) }
        @if !reason.since.is_empty() { p class="sl-reason-since" { (reason.since) } }
        @if let Some((first, rest)) = reason.says.split_first() {
            p class="sl-reason-first" { (first) }
            @if !rest.is_empty() { p class="sl-reason-rest" { (rest.join(" ")) } }
        }
    }
}

pub(super) fn example(_: Language) -> Markup {
    let reason = Reason {
        title: "Nivå hittills i terminen".to_owned(),
        since: "Sedan 9 oktober (v.\u{a0}41)".to_owned(),
        says: vec![
            "Frånvaro 17\u{a0}% hittills i höst: 62 av 362 rapporterade timmar.".to_owned(),
            "Årskurs 7 på skolan: 8\u{a0}%.".to_owned(),
        ],
    };
    let all = [reason];
    html! { (reasons(&all)) (quiet_reasons(&all)) }
}
