//! Pages with one thing to do: signing in, the first account.

use maud::{Markup, html};
use text::Language;

use super::prose;

/// One column of the width of a form, in the middle.
pub fn narrow(content: Markup) -> Markup {
    html! { div class="sl-narrow sl-stack" { (content) } }
}

/// What to do, in order.
pub fn steps(steps: &[String]) -> Markup {
    html! { ol class="sl-steps" { @for step in steps { li { (step) } } } }
}

/// A key that is written off by hand.
pub fn copied(words: &str) -> Markup {
    html! { p class="sl-copied" { code { (words) } } }
}

/// Keys that are written off by hand, one on each line.
pub fn copied_lines(lines: &[String]) -> Markup {
    html! { ol class="sl-copied sl-copied-lines" { @for line in lines { li { code { (line) } } } } }
}

/// Ways to go on: address and name of each.
pub fn ways(ways: &[(String, String)]) -> Markup {
    html! {
        ul class="sl-ways" { @for (href, label) in ways { li { a href=(href) { (label) } } } }
    }
}

pub(super) fn example(_: Language) -> Markup {
    narrow(html! {
        (steps(&["Öppna appen.".to_owned(), "Läs av rutan.".to_owned(), "Skriv koden.".to_owned()]))
        (copied("JBSW Y3DP EHPK 3PXP"))
        (copied_lines(&["1234 5678 9012".to_owned(), "3456 7890 1234".to_owned()]))
        (ways(&[("#narrow".to_owned(), "Björkstads kommun".to_owned())]))
        (prose(&["Nyckeln visas bara nu."]))
    })
}
