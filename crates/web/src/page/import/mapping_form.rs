//! The page where somebody says what a file's columns are.

use casework::view::{
    School,
    imports::{Import, Look},
};
use domain::SchoolForm;
use exchange::{
    Profile,
    look::{Look as Table, Shown},
    profile::{Field as Of, Kind},
};
use maud::{Markup, html};
use uuid::Uuid;

use super::{
    mapping_read::{self as reading, DELIMITERS, ENCODINGS, KINDS, MEANINGS, UNITS, WORDS},
    shared,
};
use crate::{
    fields::Fields,
    session::Visit,
    ui::{self, Choice, Field, Kind as Input, PreviewCell, PreviewColumn, Problems, Tone, Weight},
    words::{tell, words},
};

/// Everything that the page shows.
pub(super) struct Page<'a> {
    pub(super) import: &'a Import,
    pub(super) place: i64,
    pub(super) schools: &'a [School],
    pub(super) saved: &'a [(Uuid, Profile)],
    pub(super) look: &'a Look,
    pub(super) typed: &'a Fields,
    pub(super) problems: &'a Problems,
    pub(super) missing: &'a Problems,
}

/// The field that something missing is told in.
pub(super) fn place(code: &str) -> &'static str {
    match code {
        "exchange-missing-school" => "school",
        "exchange-missing-school-form" => "school_form",
        "exchange-missing-protected" => "protected_left_out",
        _ => "columns",
    }
}

/// The page.
pub(super) fn content(visit: &Visit, page: &Page<'_>) -> Markup {
    let title = tell("web-import-how", [("file", words(&page.look.name))], visit.language());
    html! {
        (shared::above(visit, page.import))
        (ui::error_summary(page.problems, visit.language()))
        (ui::page_heading(&ui::Heading { title: &title, lead: &visit.say("web-import-how-lead"), ..ui::Heading::default() }))
        @match &page.look.table {
            Some(table) => {
                @if page.problems.is_empty() { (missing(visit, page)) }
                (saved(visit, page))
                (form(visit, page, table))
            },
            None => {
                (ui::notice(Tone::Info, &visit.say(page.look.format.sentence()), ui::prose(&[&visit.say("web-import-no-mapping")])))
                (ui::actions(ui::link_button(Weight::Secondary, &shared::at(visit, page.import, ""), &visit.say("web-import-back-to-one"))))
            },
        }
    }
}

/// What is missing, each with a link to where it is told.
fn missing(visit: &Visit, page: &Page<'_>) -> Markup {
    if page.missing.is_empty() {
        return ui::notice(
            Tone::Success,
            &visit.say("web-import-nothing-missing"),
            ui::prose(&[&visit.say("web-import-nothing-missing-help")]),
        );
    }
    let lines = page.missing.0.iter().map(|(field, sentence)| ui::link(&format!("#{field}"), sentence));
    ui::notice(Tone::Warning, &visit.say("web-import-is-missing"), ui::lines(lines.collect()))
}

/// The saved profiles, to begin from one.
fn saved(visit: &Visit, page: &Page<'_>) -> Markup {
    let to = |id: &Uuid| shared::at(visit, page.import, &format!("/fil/{}?profil={id}", page.place + 1));
    html! {
        @if !page.saved.is_empty() {
            (ui::cluster(html! {
                span { (visit.say("web-import-begin-from")) }
                @for (id, profile) in page.saved { (ui::link(&to(id), &profile.name)) }
            }))
        }
    }
}

fn form(visit: &Visit, page: &Page<'_>, table: &Table) -> Markup {
    let here = shared::at(visit, page.import, &format!("/fil/{}", page.place + 1));
    let to = |what: &str| format!("{here}?gor={what}");
    let profile = &table.profile;
    html! {
        (ui::form(&visit.view, &here, html! {
            (ui::hidden("shape", &reading::shape(profile)))
            (kinds(visit, page))
            div id="columns" { (preview(visit, page, table)) }
            (ui::actions(ui::button(Weight::Secondary, &visit.say("web-import-look-again"))))
            (whole(visit, page))
            (ui::details(&visit.say("web-import-words"), word_rows(visit, page)))
            (ui::details(&visit.say("web-import-school-names"), school_rows(visit, page)))
            (ui::details(&visit.say("web-import-more"), more(visit, page)))
            (text(visit, page, ("name", "web-import-name", "web-import-name-hint"), Input::Text))
            (ui::actions(html! {
                (ui::button_to(Weight::Primary, &to("spara"), &visit.say("web-import-save")))
                (ui::button_to(Weight::Secondary, &to("anvand"), &visit.say("web-import-use")))
                (ui::link_button(Weight::Tertiary, &shared::at(visit, page.import, ""), &visit.say("web-import-cancel")))
            }))
        }))
    }
}

fn kinds(visit: &Visit, page: &Page<'_>) -> Markup {
    let labels = KINDS.map(|kind| shared::kind(visit, kind));
    let choices: Vec<Choice<'_>> =
        KINDS.iter().zip(&labels).map(|(kind, label)| Choice::new(kind.code(), label)).collect();
    let (label, hint) = (visit.say("web-import-kind-question"), visit.say("web-import-kind-hint"));
    let field = Field { name: "kind", label: &label, hint: &hint, error: page.problems.of("kind") };
    ui::radios(&field, &choices, page.typed.get("kind"))
}

/// The first rows, and above each column what it is.
fn preview(visit: &Visit, page: &Page<'_>, table: &Table) -> Markup {
    let column = |(place, header): (usize, &String)| {
        let chosen = page.typed.get(&format!("column_{place}")).to_owned();
        PreviewColumn {
            header: header.clone(),
            answer: answer(visit, page, (place, header), &chosen),
            known: !chosen.is_empty(),
        }
    };
    let columns: Vec<PreviewColumn> = (1..).zip(&table.header).map(column).collect();
    let cell = |it: &Shown| match it {
        Shown::Open(text) => PreviewCell::Open(text.clone()),
        Shown::Masked(form) => PreviewCell::Masked(form.clone()),
        Shown::Protected => PreviewCell::Hidden,
    };
    let rows: Vec<_> =
        table.rows.iter().map(|(number, cells)| (*number, cells.iter().map(cell).collect::<Vec<_>>())).collect();
    let caption = visit.say("web-import-preview");
    html! {
        (ui::preview(&caption, &visit.say("web-import-row"), &columns, &rows, visit.language()))
        (ui::quiet(&visit.say("web-import-masked")))
    }
}

/// What a column is; of a duration also what it is counted in.
fn answer(visit: &Visit, page: &Page<'_>, (place, header): (usize, &str), chosen: &str) -> Markup {
    let kind = KINDS.into_iter().find(|kind| kind.code() == page.typed.get("kind")).unwrap_or(Kind::Pupils);
    let current = Of::ALL.iter().find(|field| field.code() == chosen).copied();
    let beside = current.filter(|field| !fields(kind).contains(field));
    let listed: Vec<Of> = fields(kind).iter().copied().chain(beside).collect();
    let labels: Vec<String> = listed.iter().map(|field| visit.say(field.sentence())).collect();
    let unused = visit.say("web-import-unused");
    let choices: Vec<Choice<'_>> = std::iter::once(Choice::new("", &unused))
        .chain(listed.iter().zip(&labels).map(|(field, label)| Choice::new(field.code(), label)))
        .collect();
    let named = |code| tell(code, [("column", words(header))], visit.language());
    let is_duration =
        current.is_some_and(|it| matches!(it, Of::Scheduled | Of::Valid | Of::Invalid | Of::Late | Of::Absent));
    let units = ["web-import-minutes", "web-import-hours", "web-import-percent"].map(|code| visit.say(code));
    let units: Vec<Choice<'_>> = UNITS.iter().zip(&units).map(|((_, code), label)| Choice::new(code, label)).collect();
    let unit = format!("unit_{place}");
    html! {
        (ui::small_select(&format!("column_{place}"), &named("web-import-this-is"), &choices, chosen))
        @if is_duration { (ui::small_select(&unit, &named("web-import-counted-in"), &units, page.typed.get(&unit))) }
    }
}

/// What a column can be, by what a row is about.
fn fields(kind: Kind) -> &'static [Of] {
    match kind {
        Kind::Pupils => &[
            Of::PersonalNumber,
            Of::Pupil,
            Of::Name,
            Of::GivenName,
            Of::FamilyName,
            Of::School,
            Of::Class,
            Of::Grade,
            Of::SchoolForm,
            Of::SchoolYear,
            Of::EnrolledFrom,
            Of::EnrolledTo,
            Of::Protected,
            Of::ReducedFrom,
            Of::ReducedTo,
        ],
        Kind::Lessons => &[
            Of::PersonalNumber,
            Of::Pupil,
            Of::School,
            Of::Grade,
            Of::Class,
            Of::Date,
            Of::Start,
            Of::End,
            Of::Subject,
            Of::Scheduled,
            Of::Valid,
            Of::Invalid,
            Of::Late,
            Of::Absent,
            Of::Status,
            Of::Reported,
            Of::Cancelled,
            Of::Protected,
        ],
        Kind::Guardians => &[
            Of::PersonalNumber,
            Of::Pupil,
            Of::GuardianNumber,
            Of::GuardianName,
            Of::GuardianGivenName,
            Of::GuardianFamilyName,
            Of::Email,
            Of::Telephone,
            Of::Protected,
        ],
        Kind::Sums => &[
            Of::PersonalNumber,
            Of::Pupil,
            Of::School,
            Of::Subject,
            Of::From,
            Of::To,
            Of::Scheduled,
            Of::Valid,
            Of::Invalid,
            Of::Reported,
        ],
    }
}

/// What holds for the whole file.
fn whole(visit: &Visit, page: &Page<'_>) -> Markup {
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
fn word_rows(visit: &Visit, page: &Page<'_>) -> Markup {
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
fn school_rows(visit: &Visit, page: &Page<'_>) -> Markup {
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
fn more(visit: &Visit, page: &Page<'_>) -> Markup {
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

fn text(visit: &Visit, page: &Page<'_>, (name, label, hint): Question, kind: Input) -> Markup {
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
