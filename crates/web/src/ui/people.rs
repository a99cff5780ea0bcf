//! People to choose among: who, as what, and what she or he does here.

use maud::{Markup, html};
use text::Language;

/// Somebody.
#[derive(Clone, Copy, Debug)]
pub struct PersonCard<'a> {
    /// What is sent when this one is chosen.
    pub value: &'a str,
    /// The name.
    pub name: &'a str,
    /// As what, in few words.
    pub role: &'a str,
    /// What this person does here.
    pub sentence: &'a str,
}

/// A button for each, to stand in a form; the name that is sent is `name`.
pub fn people(name: &str, people: &[PersonCard<'_>]) -> Markup {
    html! {
        ul class="sl-people" {
            @for person in people {
                li {
                    button type="submit" name=(name) value=(person.value) {
                        span class="sl-people-name" { (person.name) }
                        " "
                        span class="sl-people-role" { (person.role) }
                        " "
                        span class="sl-people-sentence" { (person.sentence) }
                    }
                }
            }
        }
    }
}

pub(super) fn example(_: Language) -> Markup {
    people(
        "person",
        &[
            PersonCard {
                value: "1",
                name: "Maria Lindgren",
                role: "kurator",
                sentence: "Ser elever på två skolor och dokumenterar samtal.",
            },
            PersonCard {
                value: "2",
                name: "Birgitta Åström",
                role: "rektor",
                sentence: "Tar ställning till utredningar.",
            },
        ],
    )
}
