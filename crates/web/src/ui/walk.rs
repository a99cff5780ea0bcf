//! Going through several things, one at a time: where one is, the way back and on, and what to do with this one.

use maud::{Markup, html};
use text::Language;

use super::{Choice, Field};

/// Where one is among them.
#[derive(Clone, Copy, Debug)]
pub struct Walk<'a> {
    /// This one's number, from 1, and how many there are.
    pub at: (i64, i64),
    /// The same in words, and what is left.
    pub words: &'a str,
    /// The way back: address and label.
    pub previous: Option<(&'a str, &'a str)>,
    /// The way on.
    pub next: Option<(&'a str, &'a str)>,
}

/// The bar over the one that is shown. The arrow keys lead the same ways as its links.
pub fn walk_bar(walk: &Walk<'_>, label: &str) -> Markup {
    let (number, whole) = walk.at;
    html! {
        nav class="sl-walk" aria-label=(label) data-walk {
            @if let Some((href, label)) = walk.previous {
                a class="ds-button" data-variant="tertiary" rel="prev" href=(href) aria-keyshortcuts="ArrowLeft" {
                    span aria-hidden="true" { "←" } (label)
                }
            }
            div class="sl-walk-where" {
                p { (walk.words) }
                progress aria-label=(walk.words) max=(whole.max(1)) value=(number.min(whole)) {}
            }
            @if let Some((href, label)) = walk.next {
                a class="ds-button" data-variant="tertiary" rel="next" href=(href) aria-keyshortcuts="ArrowRight" {
                    (label) span aria-hidden="true" { "→" }
                }
            }
        }
    }
}

/// What is known about this one, and beside it what to do.
pub fn walk_body(known: Markup, to_do: Markup) -> Markup {
    html! { div class="sl-walk-body" { div class="sl-stack" { (known) } div class="sl-panel" { (to_do) } } }
}

/// A few weighty answers; the keys 1, 2, 3 choose them. Fields in [`only_for`] are shown with the answers they belong
/// to.
pub fn decide(field: &Field<'_>, choices: &[Choice<'_>], chosen: &str, fields: Markup) -> Markup {
    html! {
        div class="sl-decide" {
            fieldset class="ds-fieldset" aria-describedby=[field.described_by()] {
                legend class="ds-label" { (field.label) }
                (field.hint())
                (field.problem())
                @for (number, choice) in (1..).zip(choices) { (one(field, number, choice, choice.value == chosen)) }
            }
            (fields)
        }
    }
}

fn one(field: &Field<'_>, number: u32, choice: &Choice<'_>, checked: bool) -> Markup {
    let id = if number == 1 { field.name.to_owned() } else { format!("{}-{number}", field.name) };
    let help = (!choice.hint.is_empty()).then(|| format!("{id}-help"));
    html! {
        label class="sl-decide-choice" for=(id) {
            input class="ds-input" type="radio" id=(id) name=(field.name) value=(choice.value) checked[checked]
                data-key=(number) aria-keyshortcuts=(number) aria-describedby=[help.as_deref()]
                aria-invalid=[field.invalid()];
            span {
                span class="sl-decide-label" { (choice.label) }
                @if let Some(help) = &help { " " span id=(help) class="sl-decide-help" { (choice.hint) } }
            }
            kbd aria-hidden="true" { (number) }
        }
    }
}

/// Fields that belong to some of the answers of [`decide`], by their numbers: `1 3`.
pub fn only_for(numbers: &str, content: Markup) -> Markup {
    html! { div class="sl-only-for" data-for=(numbers) { (content) } }
}

/// Words within a label that belong to some of the answers, by their numbers.
pub fn words_for(numbers: &str, words: &str) -> Markup {
    html! { span class="sl-only-for" data-for=(numbers) { (words) } }
}

pub(super) fn example(_: Language) -> Markup {
    let walk = Walk {
        at: (7, 20),
        words: "7 av 20",
        previous: Some(("#walk", "Föregående")),
        next: Some(("#walk", "Hoppa över")),
    };
    let choices = [
        Choice { value: "wait", label: "Avvakta", hint: "Titta igen en viss dag." },
        Choice { value: "do", label: "Gör något", hint: "Vem, vad och när." },
        Choice {
            value: "inquiry", label: "Föreslå utredning", hint: "Rektor får ett förslag att ta ställning till."
        },
    ];
    let field = Field { name: "decide", label: "Vad bestämmer ni?", ..Field::default() };
    html! {
        (walk_bar(&walk, "Elever på mötet"))
        (walk_body(html! { p { "Det som är känt." } }, decide(&field, &choices, "wait", only_for("1", html! { p { "Till när?" } }))))
    }
}
