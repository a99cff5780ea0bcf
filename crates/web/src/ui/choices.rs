//! Questions that are answered by choosing: one of several, several of several, yes or not.

use maud::{Markup, html};
use text::Language;

use super::{Choice, Field};

/// One of several answers, all in sight.
pub fn radios(field: &Field<'_>, choices: &[Choice<'_>], chosen: &str) -> Markup {
    group(field, "radio", choices, |value| value == chosen)
}

/// Any number of several answers.
pub fn checkboxes(field: &Field<'_>, choices: &[Choice<'_>], chosen: &[&str]) -> Markup {
    group(field, "checkbox", choices, |value| chosen.contains(&value))
}

/// One box, which sends `yes` when it is checked.
pub fn checkbox(field: &Field<'_>, checked: bool) -> Markup {
    html! {
        div class="ds-field" {
            input class="ds-input" type="checkbox" id=(field.name) name=(field.name) value="yes" checked[checked]
                aria-invalid=[field.invalid()] aria-describedby=[field.described_by()];
            label class="ds-label" for=(field.name) { (field.label) }
            (field.hint())
            (field.problem())
        }
    }
}

fn group(field: &Field<'_>, kind: &str, choices: &[Choice<'_>], chosen: impl Fn(&str) -> bool) -> Markup {
    html! {
        fieldset class="ds-fieldset" aria-describedby=[field.described_by()] {
            legend class="ds-label" { (field.label) }
            (field.hint())
            (field.problem())
            @for (number, choice) in (1..).zip(choices) {
                (one(field, kind, &id(field.name, number), choice, chosen(choice.value)))
            }
        }
    }
}

/// The first answer has the id of the field, so that a link to the field leads there.
fn id(name: &str, number: u32) -> String {
    if number == 1 { name.to_owned() } else { format!("{name}-{number}") }
}

fn one(field: &Field<'_>, kind: &str, id: &str, choice: &Choice<'_>, checked: bool) -> Markup {
    let hint = (!choice.hint.is_empty()).then(|| format!("{id}-help"));
    html! {
        div class="ds-field" {
            input class="ds-input" type=(kind) id=(id) name=(field.name) value=(choice.value) checked[checked]
                aria-invalid=[field.invalid()] aria-describedby=[hint.as_deref()];
            label class="ds-label" for=(id) { (choice.label) }
            @if let Some(hint) = &hint { p id=(hint) data-field="description" { (choice.hint) } }
        }
    }
}

pub(super) fn example(_: Language) -> Markup {
    let contact = [
        Choice { value: "meeting", label: "Möte på skolan", hint: "Ni har träffats i samma rum." },
        Choice::new("phone", "Telefon"),
        Choice::new("home", "Hembesök"),
    ];
    let present =
        [Choice::new("pupil", "Eleven"), Choice::new("guardian", "Vårdnadshavare"), Choice::new("head", "Rektor")];
    html! {
        (radios(&Field { name: "contact", label: "Hur var kontakten?", ..Field::default() }, &contact, "meeting"))
        (checkboxes(
            &Field {
                name: "present",
                label: "Vilka var med?",
                hint: "Välj alla som var med.",
                error: Some("Välj minst en som var med."),
            },
            &present,
            &["pupil"],
        ))
        (checkbox(
            &Field {
                name: "read-aloud",
                label: "Eleven har fått det uppläst",
                hint: "Det går bra att göra det senare.",
                error: None,
            },
            false,
        ))
    }
}
