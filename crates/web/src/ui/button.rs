//! Buttons and links. A button does something, a link goes somewhere; both may look like either.

use maud::{Markup, html};
use text::Language;

/// How much a button stands out. A page has one primary button at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// What one is here to do.
    Primary,
    /// What one may also do.
    Secondary,
    /// What one seldom does.
    Tertiary,
}

impl Weight {
    fn variant(self) -> Option<&'static str> {
        match self {
            Weight::Primary => None,
            Weight::Secondary => Some("secondary"),
            Weight::Tertiary => Some("tertiary"),
        }
    }
}

/// Sends the form that it stands in.
pub fn button(weight: Weight, label: &str) -> Markup {
    html! { button class="ds-button" type="submit" data-variant=[weight.variant()] { (label) } }
}

/// Sends the form that it stands in to another address.
pub fn button_to(weight: Weight, action: &str, label: &str) -> Markup {
    html! { button class="ds-button" type="submit" data-variant=[weight.variant()] formaction=(action) { (label) } }
}

/// Sends a form whose effect cannot be taken back.
pub fn danger_button(label: &str) -> Markup {
    html! { button class="ds-button" type="submit" data-color="danger" { (label) } }
}

/// A link that looks like a button.
pub fn link_button(weight: Weight, href: &str, label: &str) -> Markup {
    html! { a class="ds-button" href=(href) data-variant=[weight.variant()] { (label) } }
}

/// A link in text or in a table.
pub fn link(href: &str, label: &str) -> Markup {
    html! { a class="ds-link" href=(href) { (label) } }
}

/// A link that opens beside the page, which stays as it is.
pub fn new_window(href: &str, label: &str) -> Markup {
    html! { p { a class="ds-link" href=(href) target="_blank" rel="noopener" { (label) } } }
}

/// A link in a row of a table, whose word alone does not say where it leads: `name` is read out instead.
pub fn link_named(href: &str, label: &str, name: &str) -> Markup {
    html! { a class="ds-link" href=(href) aria-label=(name) { (label) } }
}

/// Prints the page; there only when there is JavaScript, since without it one prints from the browser's own menu.
pub fn print_button(label: &str) -> Markup {
    html! { button class="ds-button" type="button" data-variant="secondary" data-print hidden { (label) } }
}

/// What the keyboard does here. Left out where there is none.
pub fn keys(words: &str) -> Markup {
    html! { p class="sl-keys" { (words) } }
}

/// Buttons in a row; below each other where there is no room.
pub fn actions(buttons: Markup) -> Markup {
    html! { div class="sl-actions" { (buttons) } }
}

pub(super) fn example(_: Language) -> Markup {
    actions(html! {
        (button(Weight::Primary, "Spara samtalet"))
        (link_button(Weight::Secondary, "#button", "Lägg till en till"))
        (link_button(Weight::Tertiary, "#button", "Avbryt"))
        (danger_button("Avsluta ärendet"))
        (link("#button", "En länk i text"))
    })
}
