//! What a list shows when there is nothing in it.

use maud::{Markup, html};
use text::Language;

use super::{Weight, link_button};

/// Why there is nothing, and what one can do; `action` may be empty.
pub fn empty(heading: &str, sentence: &str, action: Markup) -> Markup {
    html! {
        div class="sl-empty" {
            h2 class="ds-heading" data-size="2xs" { (heading) }
            p { (sentence) }
            @if !action.0.is_empty() { div class="sl-actions" { (action) } }
        }
    }
}

pub(super) fn example(_: Language) -> Markup {
    empty(
        "Ingen att fråga om just nu",
        "Ingen elev i dina klasser har en ny signal sedan i fredags.",
        link_button(Weight::Secondary, "#empty", "Visa alla elever"),
    )
}
