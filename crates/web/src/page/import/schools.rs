//! School by school: what lay in the days of an import before, what comes, and what is usual.

use casework::{
    verb::import::told::{Numbers, Told, ToldSchool},
    view::School,
};
use maud::{Markup, html};

use super::shared;
use crate::{
    session::Visit,
    ui::{self, Bar, Column, Table},
    words::{self, tell},
};

/// The name of a school.
fn named(known: &[School], code: i32) -> String {
    known.iter().find(|it| it.unit.0 == code).map_or_else(|| code.to_string(), |it| it.name.clone())
}

/// Before, now and usual, a small table for each school, those that differ most first.
pub(super) fn compared(visit: &Visit, told: &Told, known: &[School]) -> Markup {
    let mut schools: Vec<&ToldSchool> = told.schools.iter().collect();
    schools.sort_by_key(|it| {
        let (before, after) = (usual(it).rows.max(it.before.rows), it.after.rows);
        std::cmp::Reverse(before.abs_diff(after).saturating_mul(1_000) / before.max(1))
    });
    html! {
        @if !schools.is_empty() {
            (ui::section(&visit.say("web-import-compared"), html! {
                (ui::quiet(&visit.say("web-import-compared-help")))
                (ui::stack(html! { @for school in schools { (table(visit, school, known)) } }))
            }))
        }
    }
}

/// What is usual in as many days.
fn usual(school: &ToldSchool) -> Numbers {
    let it = school.usual;
    let scaled = |number: usize| number.saturating_mul(school.after.days).checked_div(it.days).unwrap_or(0);
    Numbers { rows: scaled(it.rows), reported: scaled(it.reported), ..it }
}

fn table(visit: &Visit, school: &ToldSchool, known: &[School]) -> Markup {
    let caption = tell(
        "web-import-school-days",
        [
            ("school", words::words(named(known, school.school))),
            ("days", words::words(shared::days(visit, school.window()))),
        ],
        visit.language(),
    );
    let labels =
        ["web-import-measure", "web-import-before", "web-import-now", "web-import-usual", "web-import-picture"]
            .map(|code| visit.say(code));
    let [measure, before, now, as_usual, picture] = labels.each_ref();
    let all = [school.before, school.after, usual(school)];
    let has_usual = school.usual.days > 0;
    let small = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    let counted = |code: &'static str, of: fn(&Numbers) -> usize| {
        let values = all.each_ref().map(|it| small(of(it)));
        let told = values.map(|value| shared::number(visit, value));
        row(visit, (code, has_usual), told, values)
    };
    let permille = |it: &Numbers| small(it.reported).saturating_mul(1_000) / small(it.rows).max(1);
    let share = |it: &Numbers| {
        let whole = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        words::share(whole(it.reported), whole(it.rows), visit.language())
    };
    let shares =
        row(visit, ("web-import-reported", has_usual), all.each_ref().map(share), all.each_ref().map(permille));
    ui::table(&Table {
        caption: &caption,
        columns: &[
            Column::words(measure),
            Column::numbers(before),
            Column::numbers(now),
            Column::numbers(as_usual),
            Column::words(picture),
        ],
        rows: vec![
            counted("web-import-lessons", |it| it.rows),
            counted("web-import-with-lessons", |it| it.pupils),
            shares,
        ],
        cards: false,
    })
}

fn row(visit: &Visit, (code, has_usual): (&'static str, bool), told: [String; 3], values: [u64; 3]) -> Vec<Markup> {
    let [before, now, usual] = values;
    let bar = |value, strong| Bar { value, strong };
    let [a, b, c] = told;
    let c = if has_usual { c } else { "–".to_owned() };
    let picture = ui::bars(&[bar(before, false), bar(now, true), bar(usual, false)]);
    vec![html! { (visit.say(code)) }, html! { (a) }, html! { (b) }, html! { (c) }, picture]
}

/// The days that each school got, after an import.
pub(super) fn windows(visit: &Visit, told: &Told, known: &[School]) -> Markup {
    let labels = [
        "web-import-school",
        "web-import-window",
        "web-import-lessons",
        "web-import-with-lessons",
        "web-import-reported",
    ];
    let labels = labels.map(|code| visit.say(code));
    let [school, days, lessons, pupils, reported] = labels.each_ref();
    let small = |number: usize| shared::number(visit, u64::try_from(number).unwrap_or(u64::MAX));
    let whole = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let row = |it: &ToldSchool| {
        vec![
            html! { (named(known, it.school)) },
            html! { (shared::days(visit, it.window())) },
            html! { (small(it.after.rows)) },
            html! { (small(it.after.pupils)) },
            html! { (words::share(whole(it.after.reported), whole(it.after.rows), visit.language())) },
        ]
    };
    ui::table(&Table {
        caption: &visit.say("web-import-windows-caption"),
        columns: &[
            Column::words(school),
            Column::words(days),
            Column::numbers(lessons),
            Column::numbers(pupils),
            Column::numbers(reported),
        ],
        rows: told.schools.iter().map(row).collect(),
        cards: true,
    })
}
