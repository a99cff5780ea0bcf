//! Where a text is to stand, chosen before it is written: each answer says who reads what stands there.

use maud::{Markup, html};
use text::Language;

use super::{
    Field, Zone, hidden,
    icon::icon,
    zone::{look, zone_banner},
};

/// A zone to write in.
#[derive(Clone, Copy, Debug)]
pub struct ZoneChoice<'a> {
    /// What is sent.
    pub value: &'a str,
    /// The zone.
    pub zone: Zone,
    /// What it is called.
    pub label: &'a str,
    /// Who reads what stands there.
    pub sentence: &'a str,
}

/// The zones to choose among; with only one there is nothing to choose, and it is said and sent along.
pub fn zones(field: &Field<'_>, choices: &[ZoneChoice<'_>], chosen: &str) -> Markup {
    match choices {
        [only] => html! { (zone_banner(only.zone, only.sentence)) (hidden(field.name, only.value)) },
        _ => several(field, choices, chosen),
    }
}

fn several(field: &Field<'_>, choices: &[ZoneChoice<'_>], chosen: &str) -> Markup {
    html! {
        fieldset class="ds-fieldset sl-zones" aria-describedby=[field.described_by()] {
            legend class="ds-label" { (field.label) }
            (field.hint())
            (field.problem())
            @for (number, choice) in (1..).zip(choices) { (one(field, number, choice, choice.value == chosen)) }
        }
    }
}

fn one(field: &Field<'_>, number: u32, choice: &ZoneChoice<'_>, checked: bool) -> Markup {
    let id = if number == 1 { field.name.to_owned() } else { format!("{}-{number}", field.name) };
    let help = format!("{id}-help");
    let (color, shape) = look(choice.zone);
    html! {
        label class="sl-zone sl-zone-choice" data-color=(color) for=(id) {
            input class="ds-input" type="radio" id=(id) name=(field.name) value=(choice.value) checked[checked]
                aria-describedby=(help);
            (icon(shape))
            span { span class="sl-zone-label" { (choice.label) } " " span id=(help) class="sl-zone-help" { (choice.sentence) } }
        }
    }
}

pub(super) fn example(_: Language) -> Markup {
    let field = Field { name: "zone", label: "Var ska det stå?", ..Field::default() };
    let choices = [
        ZoneChoice {
            value: "general",
            zone: Zone::General,
            label: "Skolans allmänna dokumentation",
            sentence: "Läses av dem som arbetar med eleven på skolan.",
        },
        ZoneChoice {
            value: "health", zone: Zone::Health, label: "Elevhälsan", sentence: "Läses bara av elevhälsan."
        },
    ];
    zones(&field, &choices, "general")
}
