//! What is shown once and never again: a password that somebody is to be handed.

use maud::{Markup, html};
use text::Language;

/// Words to copy by hand, large and letter by letter.
pub fn secret(label: &str, words: &str) -> Markup {
    html! { p class="sl-secret" { span { (label) } " " code { (words) } } }
}

pub(super) fn example(_: Language) -> Markup {
    secret("Nytt lösenord", "exempel-exempel-exempel")
}
