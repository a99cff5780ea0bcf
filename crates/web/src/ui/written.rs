//! What was written under several headings, as it was written: labels and words, and questions that belong together.

use maud::{Markup, html};
use text::Language;

/// Labels with the words under them.
pub fn written(all: &[(String, String)]) -> Markup {
    html! { @if !all.is_empty() { dl class="sl-labelled" { @for (label, words) in all { dt { (label) } dd { (words) } } } } }
}

/// Questions that belong together, under what they are about; the hint may be empty.
pub fn group(label: &str, hint: &str, questions: Markup) -> Markup {
    html! {
        fieldset class="ds-fieldset" {
            legend class="ds-label" { (label) }
            @if !hint.is_empty() { p data-field="description" { (hint) } }
            (questions)
        }
    }
}

pub(super) fn example(_: Language) -> Markup {
    let pair = |label: &str, words: &str| (label.to_owned(), words.to_owned());
    written(&[pair("Elevens egna ord", "Det är tyst när jag kommer in."), pair("Nästa uppföljning", "2026-12-04")])
}
