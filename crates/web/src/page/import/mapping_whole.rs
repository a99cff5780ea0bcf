//! The questions about a file as a whole: its school, its own words, and what is seldom needed.

use domain::SchoolForm;
use maud::{Markup, html};

use super::{
    mapping_form::Page,
    mapping_read::{DELIMITERS, ENCODINGS, MEANINGS, WORDS},
};
use crate::{
    session::Visit,
    ui::{self, Choice, Field, Kind as Input},
};

/// What holds for the whole file.
pub(super) fn whole(visit: &Visit, page: &Page<'_>) -> Markup {
    html! {
        (school(visit, page))
        (school_form(visit, page))
        (tick(visit, page, ("protected_left_out", "web-import-left-out", "web-import-left-out-hint")))
        (tick(visit, page, ("blank_is_zero", "web-import-blank", "web-import-blank-hint")))
        (tick(visit, page, ("partial", "web-import-partial", "web-import-partial-hint")))
    }
}

/// The school of every row: chosen where the room knows its schools, otherwise its code.
fn school(visit: &Visit, page: &Page<'_>) -> Markup {
    if page.schools.is_empty() {
        return text(visit, page, ("school", "web-import-school-code", "web-import-school-code-hint"), Input::Number);
    }
    let codes: Vec<String> = page.schools.iter().map(|it| it.unit.0.to_string()).collect();
    let by_column = visit.say("web-import-by-column");
    let mut choices = vec![Choice::new("", &by_column)];
    choices.extend(codes.iter().zip(page.schools).map(|(code, school)| Choice::new(code, &school.name)));
    let chosen = page.typed.get("school");
    if !chosen.is_empty() && !codes.iter().any(|code| code == chosen) {
        choices.push(Choice::new(chosen, chosen));
    }
    select(visit, page, ("school", "web-import-school-all", "web-import-school-all-hint"), &choices)
}

fn school_form(visit: &Visit, page: &Page<'_>) -> Markup {
    let label = |form: SchoolForm| match form {
        SchoolForm::PreschoolClass => "web-import-form-preschool",
        SchoolForm::CompulsorySchool => "web-import-form-compulsory",
        SchoolForm::AdaptedCompulsorySchool => "web-import-form-adapted",
        SchoolForm::SpecialSchool => "web-import-form-special",
        SchoolForm::SamiSchool => "web-import-form-sami",
    };
    let labels = SchoolForm::ALL.map(|form| visit.say(label(form)));
    let by_column = visit.say("web-import-by-column");
    let mut choices = vec![Choice::new("", &by_column)];
    choices.extend(SchoolForm::ALL.iter().zip(&labels).map(|(form, label)| Choice::new(form.code(), label)));
    select(visit, page, ("school_form", "web-import-school-form", "web-import-school-form-hint"), &choices)
}

/// Words for presence and absence that the program does not know, and what they mean.
pub(super) fn word_rows(visit: &Visit, page: &Page<'_>) -> Markup {
    let labels = [
        "web-import-means-present",
        "web-import-means-valid",
        "web-import-means-invalid",
        "web-import-means-late",
        "web-import-means-unreported",
        "web-import-means-cancelled",
    ];
    let labels = labels.map(|code| visit.say(code));
    let unused = visit.say("web-import-means-nothing");
    let mut choices = vec![Choice::new("", &unused)];
    choices.extend(MEANINGS.iter().zip(&labels).map(|((_, code), label)| Choice::new(code, label)));
    let (word, means) = (visit.say("web-import-word"), visit.say("web-import-means"));
    html! {
        (ui::prose(&[&visit.say("web-import-words-help")]))
        @for place in 1..=WORDS {
            @let (first, second) = (format!("word_{place}"), format!("meaning_{place}"));
            (ui::beside(html! {
                (ui::input(&Field { name: &first, label: &word, ..Field::default() }, Input::Text, page.typed.get(&first)))
                (ui::select(&Field { name: &second, label: &means, ..Field::default() }, &choices, page.typed.get(&second)))
            }))
        }
    }
}

/// Names of schools as the system writes them, and their codes.
pub(super) fn school_rows(visit: &Visit, page: &Page<'_>) -> Markup {
    let (name, unit) = (visit.say("web-import-school-name"), visit.say("web-import-school-unit"));
    html! {
        (ui::prose(&[&visit.say("web-import-school-names-help")]))
        @for place in 1..=WORDS {
            @let (first, second) = (format!("school_name_{place}"), format!("school_code_{place}"));
            (ui::beside(html! {
                (ui::input(&Field { name: &first, label: &name, ..Field::default() }, Input::Text, page.typed.get(&first)))
                (ui::input(&Field { name: &second, label: &unit, ..Field::default() }, Input::Number, page.typed.get(&second)))
            }))
        }
    }
}

/// What is seldom needed.
pub(super) fn more(visit: &Visit, page: &Page<'_>) -> Markup {
    let found = visit.say("web-import-found");
    let delimiters =
        ["web-import-semicolon", "web-import-comma", "web-import-tab", "web-import-pipe"].map(|code| visit.say(code));
    let mut by_delimiter = vec![Choice::new("", &found)];
    by_delimiter.extend(DELIMITERS.iter().zip(&delimiters).map(|((_, code), label)| Choice::new(code, label)));
    let encodings = ["UTF-8", "Windows-1252", "UTF-16 LE", "UTF-16 BE"];
    let mut by_encoding = vec![Choice::new("", &found)];
    by_encoding.extend(ENCODINGS.iter().zip(encodings).map(|((_, code), label)| Choice::new(code, label)));
    html! {
        (text(visit, page, ("header_row", "web-import-header-row", "web-import-header-row-hint"), Input::Number))
        (text(visit, page, ("sheet", "web-import-sheet", "web-import-sheet-hint"), Input::Text))
        (select(visit, page, ("delimiter", "web-import-delimiter", "web-import-delimiter-hint"), &by_delimiter))
        (select(visit, page, ("encoding", "web-import-encoding", "web-import-encoding-hint"), &by_encoding))
        (text(visit, page, ("school_year", "web-import-school-year", "web-import-school-year-hint"), Input::Number))
        (text(visit, page, ("most_bad_percent", "web-import-share", "web-import-share-hint"), Input::Number))
        (tick(visit, page, ("start_in_minutes", "web-import-start", "web-import-start-hint")))
    }
}

/// Name, label and hint of a question.
type Question = (&'static str, &'static str, &'static str);

pub(super) fn text(visit: &Visit, page: &Page<'_>, (name, label, hint): Question, kind: Input) -> Markup {
    let (label, hint) = (visit.say(label), visit.say(hint));
    let field = Field { name, label: &label, hint: &hint, error: page.problems.of(name) };
    ui::input(&field, kind, page.typed.get(name))
}

fn select(visit: &Visit, page: &Page<'_>, (name, label, hint): Question, choices: &[Choice<'_>]) -> Markup {
    let (label, hint) = (visit.say(label), visit.say(hint));
    let field = Field { name, label: &label, hint: &hint, error: page.problems.of(name) };
    ui::select(&field, choices, page.typed.get(name))
}

fn tick(visit: &Visit, page: &Page<'_>, (name, label, hint): Question) -> Markup {
    let (label, hint) = (visit.say(label), visit.say(hint));
    let field = Field { name, label: &label, hint: &hint, error: page.problems.of(name) };
    ui::checkbox(&field, page.typed.has(name))
}
