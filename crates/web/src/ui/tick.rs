//! Ticking many rows of a table, and the bar at the foot of the window that does something with them.

use maud::{Markup, html};
use text::Language;

/// A box in a row, with what it is for; the whole of it can be pressed. Arrow keys go from box to box.
pub fn tick(name: &str, value: &str, label: &str, checked: bool) -> Markup {
    html! {
        label class="sl-tick" {
            input class="ds-input" type="checkbox" name=(name) value=(value) checked[checked] data-tick;
            span { (label) }
        }
    }
}

/// Ticks every box of the form, or none when all are. Without JavaScript it is a link to the page with all ticked.
pub fn tick_all(href: &str, label: &str) -> Markup {
    html! { a class="ds-button" data-variant="tertiary" href=(href) data-tick-all { (label) } }
}

/// Stays at the foot of the window while what it belongs to is scrolled.
pub fn sticky(content: Markup) -> Markup {
    html! { div class="sl-sticky" { (content) } }
}

/// How many boxes are ticked: `words` holds `#` where the number stands. Shown by JavaScript only.
pub fn ticked(words: &str) -> Markup {
    html! { p class="sl-ticked" role="status" data-ticked=(words) hidden {} }
}

pub(super) fn example(_: Language) -> Markup {
    html! {
        (tick("tick-pupil", "1", "Alva Lindqvist", true))
        (tick("tick-pupil", "2", "Elias Norberg", false))
        (tick_all("#tick", "Markera alla på sidan"))
    }
}
