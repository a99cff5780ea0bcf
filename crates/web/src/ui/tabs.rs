//! The pages about one thing, as links beside each other.

use maud::{Markup, html};
use text::Language;

use super::Nav;

/// Links to the pages about one thing; the one with this path is marked.
pub fn tabs(label: &str, links: &[Nav], path: &str) -> Markup {
    html! {
        nav class="sl-tabs" aria-label=(label) {
            ul { @for link in links { li { a href=(link.href) aria-current=[(link.href == path).then_some("page")] { (link.label) } } } }
        }
    }
}

pub(super) fn example(_: Language) -> Markup {
    let links =
        ["Översikt", "Frånvaro", "Samtal", "Plan", "Händelser"].map(|label| Nav::new(format!("#{label}"), label));
    tabs("Om eleven", &links, "#Frånvaro")
}
