//! `/rum/datakvalitet`: how the schools report, and where a call helps most.

use access::UnitId;
use axum::response::{IntoResponse, Redirect};
use casework::view::quality::{self, OfSchool, Quality, calls};
use maud::{Markup, html};

use super::parts::{
    asks,
    reporting::{self, Reports},
};
use crate::{
    failure::Answer,
    session::Visit,
    ui::{self, Weight},
    words::{self, count, tell},
};

/// Rows that the picture has room for.
const DRAWN: usize = 25;

/// The page; whoever has one school is led to its own.
pub(crate) async fn show(visit: Visit) -> Answer {
    let seen = quality::view(&visit.cx).await?;
    if let ([only], false) = (seen.schools.as_slice(), seen.phones) {
        return Ok(Redirect::to(&visit.url(&path(only.school.unit))).into_response());
    }
    let title = visit.say("web-quality-title");
    let language = visit.language();
    let lead = match seen.as_of {
        Some(day) => tell("web-quality-lead", [("day", words::words(words::long_day(day, language)))], language),
        None => visit.say("web-start-nothing-imported"),
    };
    let call_list = html! {
        @if seen.phones && !seen.schools.is_empty() {
            (ui::link_button(Weight::Primary, &visit.url("/datakvalitet/ringlista"), &visit.say("web-quality-call-list")))
        }
    };
    let content = html! {
        (ui::page_heading(&ui::Heading { title: &title, lead: &lead, actions: call_list, ..ui::Heading::default() }))
        @if seen.schools.is_empty() {
            (ui::empty(&visit.say("web-quality-nothing"), &visit.say("web-quality-nothing-help"), html! {}))
        } @else {
            (picture(&visit, &seen))
            (to_do(&visit, seen.schools))
            (how(&visit))
        }
    };
    visit.shown(&title, content)
}

/// A school's own page.
pub(crate) fn path(unit: UnitId) -> String {
    format!("/datakvalitet/{}", unit.0)
}

/// The words that lead there.
pub(crate) fn open(visit: &Visit, school: &str) -> String {
    tell("web-quality-open", [("school", words::words(school))], visit.language())
}

fn picture(visit: &Visit, seen: &Quality) -> Markup {
    let language = visit.language();
    let all: Vec<Reports<'_>> = seen.schools.iter().map(|it| reports(visit, it)).collect();
    // those where most is missing, in the order of the names
    let mut by_missing: Vec<usize> = (0..all.len()).collect();
    by_missing.sort_by_key(|place| all.get(*place).map_or(0, |it| -it.total.missing()));
    by_missing.truncate(DRAWN);
    by_missing.sort_unstable();
    let drawn: Vec<&Reports<'_>> = by_missing.into_iter().filter_map(|place| all.get(place)).collect();
    let caption = finding(visit, seen);
    html! {
        (reporting::picture(("skolor", &caption, &visit.say("web-quality-school")), &seen.weeks, &drawn, &all, language))
        @if drawn.len() < all.len() {
            (ui::quiet(&tell("web-quality-drawn", [("schools", count(many(drawn.len())))], language)))
        }
    }
}

fn reports<'a>(visit: &Visit, it: &'a OfSchool) -> Reports<'a> {
    let href = Some(visit.url(&path(it.school.unit)));
    Reports { name: it.school.name.clone(), href, weeks: &it.weeks, total: it.total }
}

/// The finding in a sentence.
fn finding(visit: &Visit, seen: &Quality) -> String {
    let low = seen.schools.iter().filter(|it| !it.asks.weeks.is_empty()).count();
    let all = count(many(seen.schools.len()));
    let most = seen.schools.iter().rev().max_by_key(|it| it.asks.missing).filter(|_| low > 0);
    match most {
        Some(most) => {
            let args = [
                ("low", count(many(low))),
                ("all", all),
                ("school", words::words(&most.school.name)),
                ("missing", count(most.asks.missing)),
            ];
            tell("web-quality-finding", args, visit.language())
        }
        None => visit.say("web-quality-finding-fine"),
    }
}

/// The schools with something to do, the one where it helps most first.
fn to_do(visit: &Visit, mut schools: Vec<OfSchool>) -> Markup {
    schools.retain(|it| it.asks.is_anything());
    calls::most_missing_first(&mut schools);
    let language = visit.language();
    let school = |it: &OfSchool| {
        html! {
            (ui::small_heading(&it.school.name))
            (asks::lines(&it.asks, language))
            (ui::cluster(html! {
                (ui::link(&visit.url(&path(it.school.unit)), &open(visit, &it.school.name)))
                @if let Some(day) = it.called {
                    (ui::tag(ui::Hue::Success, &tell("web-quality-called", [("day", words::date(day))], language)))
                }
            }))
        }
    };
    ui::section(
        &visit.say("web-quality-to-do"),
        html! {
            @if schools.is_empty() {
                (ui::prose(&[&visit.say("web-quality-to-do-none")]))
            } @else {
                (ui::quiet(&visit.say("web-quality-to-do-help")))
                (ui::choosable(schools.iter().map(school).collect()))
            }
        },
    )
}

/// How it is counted, for whoever wonders.
pub(crate) fn how(visit: &Visit) -> Markup {
    let codes = [
        "web-quality-how-report",
        "web-quality-how-silent",
        "web-quality-how-limits",
        "web-quality-how-timetable",
        "web-quality-how-late",
    ];
    let sentences = codes.map(|code| visit.say(code));
    ui::details(&visit.say("web-quality-how"), ui::prose(&sentences.each_ref().map(String::as_str)))
}

fn many(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
