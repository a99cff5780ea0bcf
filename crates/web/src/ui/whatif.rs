//! Fields whose answers are tried out before anything is saved: what they would give is told at once where there are
//! scripts, and by a button where there are none.

use maud::{Markup, html};
use text::Language;

use super::{Field, Kind, Weight, actions, button, input, prose};

/// The id of where [`outcome`] tells what the fields would give.
const PLACE: &str = "utfall";

/// Fields of a form that are sent to `action` as soon as one has changed; the [`outcome`] of the page that comes back
/// takes the place of the one there is.
pub fn tried(action: &str, fields: Markup) -> Markup {
    let place = format!("#{PLACE}");
    html! {
        div class="sl-form" hx-post=(action) hx-trigger="change delay:200ms" hx-target=(place) hx-select=(place)
            hx-swap="outerHTML" hx-sync="this:replace" {
            (fields)
        }
    }
}

/// Fields and what they would give, beside each other where there is room, so that both are seen at once.
pub fn whatif(fields: Markup, outcome: Markup) -> Markup {
    html! { div class="sl-whatif" { div class="sl-whatif-fields" { (fields) } div class="sl-whatif-outcome" { (outcome) } } }
}

/// What they would give. It is read out when it has changed.
pub fn outcome(content: Markup) -> Markup {
    html! { div id=(PLACE) class="sl-stack" role="status" { (content) } }
}

pub(super) fn example(_: Language) -> Markup {
    let fields = tried(
        "/komponenter",
        html! {
            (input(&Field { name: "limit", label: "Frånvaro i procent", ..Field::default() }, Kind::Number, "25"))
            (actions(button(Weight::Secondary, "Visa vad det skulle ge")))
        },
    );
    whatif(fields, outcome(prose(&["Listan skulle visa 120 elever, 14 färre än nu."])))
}
