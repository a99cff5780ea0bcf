//! What is for paper only, and what is for the screen only.

use maud::{Markup, html};
use text::Language;

use super::prose;

/// Shown on paper only: when it was printed and by whom.
pub fn print_only(content: Markup) -> Markup {
    html! { div class="sl-print-only" { (content) } }
}

/// Left out on paper: what one can press.
pub fn screen_only(content: Markup) -> Markup {
    html! { div class="sl-screen-only" { (content) } }
}

pub(super) fn example(_: Language) -> Markup {
    html! {
        (screen_only(prose(&["Det här syns på skärmen men inte på papper."])))
        (print_only(prose(&["Det här syns bara på papper."])))
    }
}
