//! The page where somebody says what a file's columns are.

use casework::view::{
    School,
    imports::{Import, Look},
};
use exchange::{
    Profile,
    look::{Look as Table, Shown},
    profile::{Field as Of, Kind},
};
use maud::{Markup, html};
use uuid::Uuid;

use super::{
    mapping_read::{self as reading, KINDS, UNITS},
    mapping_whole::{more, school_rows, text, whole, word_rows},
    shared,
};
use crate::{
    fields::Fields,
    session::Visit,
    ui::{self, Choice, Field, Kind as Input, PreviewCell, PreviewColumn, Problems, Tone, Weight},
    words::{tell, words},
};

/// The questions that are seldom answered.
const MORE: [&str; 7] =
    ["header_row", "sheet", "delimiter", "encoding", "school_year", "most_bad_percent", "start_in_minutes"];

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
            (part(visit, page, "web-import-words", &["word_1"], word_rows(visit, page)))
            (part(visit, page, "web-import-school-names", &["school_name_1"], school_rows(visit, page)))
            (part(visit, page, "web-import-more", &MORE, more(visit, page)))
            (text(visit, page, ("name", "web-import-name", "web-import-name-hint"), Input::Text))
            (ui::actions(html! {
                (ui::button_to(Weight::Primary, &to("spara"), &visit.say("web-import-save")))
                (ui::button_to(Weight::Secondary, &to("anvand"), &visit.say("web-import-use")))
                (ui::link_button(Weight::Tertiary, &shared::at(visit, page.import, ""), &visit.say("web-import-cancel")))
            }))
        }))
    }
}

/// What is seldom needed, open when it holds an answer or something wrong.
fn part(visit: &Visit, page: &Page<'_>, code: &'static str, names: &[&str], content: Markup) -> Markup {
    let open = names.iter().any(|name| page.typed.has(name) || page.problems.of(name).is_some());
    ui::details_open(&visit.say(code), open, content)
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
