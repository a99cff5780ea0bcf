//! One of a few short answers, beside each other: a number of weeks, and the day that it leads to.

use maud::{Markup, html};
use text::Language;

use super::{Choice, Field};

/// A day of one's own, beside the days that are offered.
#[derive(Clone, Copy, Debug)]
pub struct OwnDay<'a> {
    /// The value of the answer that means a day of one's own.
    pub value: &'a str,
    /// What that answer is called.
    pub label: &'a str,
    /// The name of the field that the day is written in.
    pub name: &'a str,
    /// What that field is called.
    pub day_label: &'a str,
    /// What has been written in it.
    pub day: &'a str,
}

/// One of a few short answers, all in sight. The field for a day of one's own is shown when that is chosen.
pub fn pills(field: &Field<'_>, choices: &[Choice<'_>], chosen: &str, own: Option<OwnDay<'_>>) -> Markup {
    html! {
        fieldset class="ds-fieldset sl-pills" aria-describedby=[field.described_by()] {
            legend class="ds-label" { (field.label) }
            (field.hint())
            (field.problem())
            div class="sl-pill-row" {
                @for (number, choice) in (1..).zip(choices) { (pill(field, number, choice, choice.value == chosen, false)) }
                @if let Some(own) = own {
                    (pill(field, choices.len() + 1, &Choice::new(own.value, own.label), own.value == chosen, true))
                }
            }
            @if let Some(own) = own {
                div class="sl-pill-own" {
                    label class="ds-label" for=(own.name) { (own.day_label) }
                    input class="ds-input" type="date" id=(own.name) name=(own.name) value=(own.day) autocomplete="off"
                        aria-invalid=[field.invalid()] aria-describedby=[field.error_id()];
                }
            }
        }
    }
}

/// The first answer has the id of the field, so that a link to the field leads there.
fn pill(field: &Field<'_>, number: usize, choice: &Choice<'_>, checked: bool, own: bool) -> Markup {
    let id = if number == 1 { field.name.to_owned() } else { format!("{}-{number}", field.name) };
    html! {
        label class="sl-pill" for=(id) {
            input class="ds-input" type="radio" id=(id) name=(field.name) value=(choice.value) checked[checked]
                data-own[own] aria-invalid=[field.invalid()];
            span { span class="sl-pill-label" { (choice.label) }
                @if !choice.hint.is_empty() { " " span class="sl-pill-hint" { (choice.hint) } } }
        }
    }
}

pub(super) fn example(_: Language) -> Markup {
    let weeks = [
        ("1 skolvecka", "27\u{a0}november"),
        ("2 skolveckor", "4\u{a0}december"),
        ("3 skolveckor", "11\u{a0}december"),
    ];
    let weeks = weeks.map(|(label, hint)| Choice { value: label, label, hint });
    let field = Field { name: "pills", label: "När följer du upp?", ..Field::default() };
    let own = OwnDay { value: "own", label: "Annan dag", name: "pills-own", day_label: "Vilken dag?", day: "" };
    pills(&field, &weeks, "3 skolveckor", Some(own))
}
