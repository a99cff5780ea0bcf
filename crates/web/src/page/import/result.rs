//! What came of an import: numbers, what a person should know, and the rows that could not be read.

use casework::{
    verb::import::told::{Told, ToldFile, ToldRow},
    view::{
        School,
        imports::{Import, Stands},
    },
};
use domain::bad_row::Problem;
use exchange::Format;
use maud::{Markup, html};
use text::{Message, render};

use super::{schools, shared};
use crate::{
    session::Visit,
    ui::{self, Column, Fact, Table, Tone, Weight},
    words::{tell, words},
};

/// An import that is visible.
pub(super) fn done(visit: &Visit, import: &Import, known: &[School]) -> Markup {
    let told = &import.told;
    let fact = |code: &'static str, number: u64| Fact::new(visit.say(code), shared::number(visit, number));
    let facts = [
        fact("web-import-rows", told.rows),
        fact("web-import-pupils", told.pupils),
        fact("web-import-bad", told.bad()),
        fact("web-import-listed", told.listed),
    ];
    html! {
        @if import.version.is_none() {
            (ui::notice(Tone::Info, &visit.say("web-import-unchanged"), ui::prose(&[&visit.say("web-import-unchanged-help")])))
        }
        (ui::summary(&facts))
        (details(visit, told))
        @if !told.schools.is_empty() {
            (ui::section(&visit.say("web-import-windows"), schools::windows(visit, told, known)))
        }
        @if import.may_import && import.version.is_some() && import.undoing != Some(Stands::UnderWay) {
            (ui::section(&visit.say("web-import-wrong"), html! {
                (ui::prose(&[&visit.say("web-import-wrong-help")]))
                (ui::actions(ui::link_button(Weight::Secondary, &shared::at(visit, import, "/angra"), &visit.say("web-import-undo-title"))))
            }))
        }
    }
}

/// The files, what a person should know of them, and their bad rows.
pub(super) fn details(visit: &Visit, told: &Told) -> Markup {
    let notices: Vec<Markup> = told.files.iter().flat_map(|file| notices(visit, file)).collect();
    html! {
        @if !notices.is_empty() {
            (ui::notice(Tone::Warning, &visit.say("web-import-notices"), ui::lines(notices)))
        }
        @if !told.files.is_empty() { (ui::section(&visit.say("web-import-files"), files(visit, &told.files))) }
        @if told.bad() > 0 {
            (ui::section(&visit.say("web-import-bad"), html! {
                (ui::quiet(&visit.say("web-import-bad-help")))
                (ui::stack(html! { @for file in told.files.iter().filter(|it| it.bad > 0) { (bad(visit, file)) } }))
            }))
        }
    }
}

/// The name of a file; of one that was thrown away only what it was.
fn name(visit: &Visit, file: &ToldFile) -> String {
    if file.name.is_empty() { format(visit, file) } else { file.name.clone() }
}

fn format(visit: &Visit, file: &ToldFile) -> String {
    Format::from_code(&file.format).map_or_else(String::new, |it| visit.say(it.sentence()))
}

fn notices(visit: &Visit, file: &ToldFile) -> Vec<Markup> {
    let one = |said: &casework::said::Said| {
        let args = [("file", words(name(visit, file))), ("why", words(said.text(visit.language())))];
        html! { (tell("web-import-missing-in", args, visit.language())) }
    };
    file.notices.iter().map(one).collect()
}

fn files(visit: &Visit, files: &[ToldFile]) -> Markup {
    let labels = [
        "web-import-file",
        "web-import-format",
        "web-import-rows-in",
        "web-import-taken",
        "web-import-cancelled",
        "web-import-elsewhere",
        "web-import-bad",
    ];
    let labels = labels.map(|code| visit.say(code));
    let [file, kind, rows, taken, cancelled, elsewhere, bad] = labels.each_ref();
    let row = |it: &ToldFile| {
        let number = |number: u64| html! { (shared::number(visit, number)) };
        vec![
            html! { (name(visit, it)) },
            html! { (format(visit, it)) },
            number(it.rows),
            number(it.taken),
            number(it.cancelled),
            number(it.elsewhere),
            number(it.bad),
        ]
    };
    ui::table(&Table {
        caption: &visit.say("web-import-files-caption"),
        columns: &[
            Column::words(file),
            Column::words(kind),
            Column::numbers(rows),
            Column::numbers(taken),
            Column::numbers(cancelled),
            Column::numbers(elsewhere),
            Column::numbers(bad),
        ],
        rows: files.iter().map(row).collect(),
        cards: true,
    })
}

/// The rows of a file that could not be read: where, and what to do. Never a value.
fn bad(visit: &Visit, file: &ToldFile) -> Markup {
    let labels = ["web-import-row", "web-import-column", "web-import-remedy"].map(|code| visit.say(code));
    let [at, column, remedy] = labels.each_ref();
    let row = |it: &ToldRow| {
        vec![
            html! { (it.row) },
            html! { (called(visit, it)) },
            html! { (it.problem().map_or_else(String::new, |it| told(visit, it))) },
        ]
    };
    let shown = u64::try_from(file.first_bad.len()).unwrap_or(u64::MAX);
    let (of, count) = (("file", words(name(visit, file))), ("count", shared::whole(file.bad)));
    let caption = if shown < file.bad {
        tell("web-import-bad-first", [of, count, ("shown", shared::whole(shown))], visit.language())
    } else {
        tell("web-import-bad-caption", [of, count], visit.language())
    };
    ui::table(&Table {
        caption: &caption,
        columns: &[Column::numbers(at), Column::words(column), Column::words(remedy)],
        rows: file.first_bad.iter().map(row).collect(),
        cards: true,
    })
}

fn told(visit: &Visit, problem: Problem) -> String {
    render(&Message::new(problem.code()), visit.language())
}

/// The column by the name that people know; none for a protected pupil.
fn called(visit: &Visit, row: &ToldRow) -> String {
    match row.field() {
        Some(code) => visit.say(code),
        None if row.column.is_empty() => "–".to_owned(),
        None => row.column.clone(),
    }
}
