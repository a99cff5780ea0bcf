//! What one may want to see and need not.

use maud::{Markup, html};
use text::Language;

use super::prose;

/// Content that opens when one asks for it.
pub fn details(summary: &str, content: Markup) -> Markup {
    details_open(summary, false, content)
}

/// The same, open from the start when something in it must be seen.
pub fn details_open(summary: &str, open: bool, content: Markup) -> Markup {
    html! { details class="ds-details" open[open] { summary { (summary) } div { (content) } } }
}

pub(super) fn example(_: Language) -> Markup {
    html! {
        (details("Hur räknas frånvaron?", prose(&["Minuter borta av rapporterade minuter, sedan terminens början."])))
        (details("Vad vet vi inte?", prose(&["Två lektioner är inte rapporterade."])))
    }
}
