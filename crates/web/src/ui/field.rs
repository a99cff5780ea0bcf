//! One question of a form: label, hint, what is wrong, and where to write. An id is the field's name.

use maud::{Markup, html};
use text::Language;

/// What every question has, whatever it is answered with.
#[derive(Clone, Copy, Debug, Default)]
pub struct Field<'a> {
    /// The name under which the answer is sent, and the id of the element: unique on the page.
    pub name: &'a str,
    /// The question.
    pub label: &'a str,
    /// What helps to answer it; empty for nothing.
    pub hint: &'a str,
    /// What is wrong with the answer.
    pub error: Option<&'a str>,
}

impl Field<'_> {
    pub(super) fn hint_id(&self) -> Option<String> {
        (!self.hint.is_empty()).then(|| format!("{}-hint", self.name))
    }

    pub(super) fn error_id(&self) -> Option<String> {
        self.error.map(|_| format!("{}-error", self.name))
    }

    /// The ids of hint and error, for `aria-describedby`.
    pub(super) fn described_by(&self) -> Option<String> {
        let ids: Vec<_> = [self.hint_id(), self.error_id()].into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    pub(super) fn invalid(&self) -> Option<&'static str> {
        self.error.map(|_| "true")
    }

    pub(super) fn hint(&self) -> Markup {
        html! { @if let Some(id) = self.hint_id() { p id=(id) data-field="description" { (self.hint) } } }
    }

    pub(super) fn problem(&self) -> Markup {
        html! {
            @if let (Some(id), Some(error)) = (self.error_id(), self.error) {
                p id=(id) class="ds-validation-message" data-field="validation" { (error) }
            }
        }
    }

    fn around(&self, control: Markup) -> Markup {
        html! {
            div class="ds-field" {
                label class="ds-label" for=(self.name) { (self.label) }
                (self.hint())
                (self.problem())
                (control)
            }
        }
    }
}

/// What is written in a field of one line. It decides keyboard, width and what the browser may fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any words.
    Text,
    /// A few characters: a class, a room.
    Short,
    /// Whole numbers.
    Number,
    /// A day, as 2026-11-22.
    Date,
    /// A time of day, as 14:30.
    Time,
    /// Words or numbers that are looked for.
    Search,
    /// An address.
    Email,
    /// A telephone number.
    Phone,
    /// The name of an account.
    Username,
    /// A password that one has.
    Password,
    /// A password that one chooses.
    NewPassword,
    /// A code that is used once.
    OneTimeCode,
}

impl Kind {
    fn of_input(self) -> &'static str {
        match self {
            Kind::Text | Kind::Short | Kind::Number | Kind::Username | Kind::OneTimeCode => "text",
            Kind::Date => "date",
            Kind::Time => "time",
            Kind::Search => "search",
            Kind::Email => "email",
            Kind::Phone => "tel",
            Kind::Password | Kind::NewPassword => "password",
        }
    }

    /// What is about pupils is never filled in from what somebody wrote earlier on the same computer.
    fn autocomplete(self) -> &'static str {
        match self {
            Kind::Username => "username",
            Kind::Password => "current-password",
            Kind::NewPassword => "new-password",
            Kind::OneTimeCode => "one-time-code",
            _ => "off",
        }
    }

    fn digits(self) -> Option<&'static str> {
        matches!(self, Kind::Number | Kind::OneTimeCode).then_some("numeric")
    }

    fn size(self) -> Option<&'static str> {
        match self {
            Kind::Short | Kind::Number => Some("8"),
            Kind::Date | Kind::Time | Kind::OneTimeCode => Some("12"),
            _ => None,
        }
    }
}

/// A field of one line.
pub fn input(field: &Field<'_>, kind: Kind, value: &str) -> Markup {
    field.around(html! {
        input class="ds-input" id=(field.name) name=(field.name) type=(kind.of_input()) value=(value)
            size=[kind.size()] inputmode=[kind.digits()] autocomplete=(kind.autocomplete())
            aria-invalid=[field.invalid()] aria-describedby=[field.described_by()];
    })
}

/// A field of one line whose label is more than plain words.
pub fn input_labelled(field: &Field<'_>, label: Markup, kind: Kind, value: &str) -> Markup {
    html! {
        div class="ds-field" {
            label class="ds-label" for=(field.name) { (label) }
            (field.hint())
            (field.problem())
            input class="ds-input" id=(field.name) name=(field.name) type=(kind.of_input()) value=(value)
                autocomplete=(kind.autocomplete()) aria-invalid=[field.invalid()] aria-describedby=[field.described_by()];
        }
    }
}

/// Files to send. They can be dropped on it too: browsers do that by themselves.
pub fn files(field: &Field<'_>) -> Markup {
    field.around(html! {
        input class="ds-input sl-files" id=(field.name) name=(field.name) type="file" multiple
            aria-invalid=[field.invalid()] aria-describedby=[field.described_by()];
    })
}

/// A field of several lines; it can be made higher.
pub fn textarea(field: &Field<'_>, rows: u8, value: &str) -> Markup {
    field.around(html! {
        // A newline right after the tag belongs to the markup, so one is written for a value that begins with one.
        textarea class="ds-input" id=(field.name) name=(field.name) rows=(rows) autocomplete="off"
            aria-invalid=[field.invalid()] aria-describedby=[field.described_by()] { "\n" (value) }
    })
}

/// One of several answers.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// What is sent.
    pub value: &'a str,
    /// What is read.
    pub label: &'a str,
    /// What helps to choose it, in radios and checkboxes; empty for nothing.
    pub hint: &'a str,
}

impl<'a> Choice<'a> {
    /// An answer without a hint.
    pub fn new(value: &'a str, label: &'a str) -> Choice<'a> {
        Choice { value, label, hint: "" }
    }
}

/// One answer out of many. Up to seven answers are better shown as radios.
pub fn select(field: &Field<'_>, choices: &[Choice<'_>], chosen: &str) -> Markup {
    field.around(html! {
        select class="ds-input" data-width="auto" id=(field.name) name=(field.name)
            aria-invalid=[field.invalid()] aria-describedby=[field.described_by()] {
            @for choice in choices {
                option value=(choice.value) selected[choice.value == chosen] { (choice.label) }
            }
        }
    })
}

pub(super) fn example(_: Language) -> Markup {
    let schools = [Choice::new("", "Välj skola"), Choice::new("1", "Björkskolan"), Choice::new("2", "Ekskolan")];
    html! {
        (input(&Field { name: "place", label: "Var träffades ni?", ..Field::default() }, Kind::Text, "Rum B12"))
        (input(
            &Field {
                name: "day",
                label: "När var samtalet?",
                hint: "Dagen då ni träffades, inte dagen då du skriver.",
                error: Some("Skriv vilken dag samtalet var."),
            },
            Kind::Date,
            "",
        ))
        (select(&Field { name: "school", label: "Skola", ..Field::default() }, &schools, "1"))
        (files(&Field { name: "files", label: "Filer", hint: "Välj flera på en gång, eller dra dem hit.", error: None }))
        (textarea(
            &Field {
                name: "said",
                label: "Vad berättade eleven?",
                hint: "Med elevens egna ord så långt det går. Vårdnadshavare kan få läsa det.",
                error: None,
            },
            4,
            "",
        ))
    }
}
