//! `/rum/datakvalitet/{skola}`: one school, by class and subject; for its head teacher also by course and pupil.

use access::UnitId;
use axum::response::{IntoResponse, Redirect};
use casework::{
    verb::unit_contact,
    view::quality::{
        Contact, Rate,
        school::{self, CourseLine, Line, PupilAsked, SchoolQuality, Why},
    },
};
use maud::{Markup, html};

use super::{
    parts::{
        asks,
        reporting::{self, Reports},
    },
    quality,
};
use crate::{
    failure::{Answer, Stop, again, answered},
    posted::Posted,
    session::Visit,
    ui::{self, Column, Fact, Field, Kind, Problems, Table, Weight},
    words::{self, count, tell},
};

/// The page.
pub(crate) async fn show(visit: Visit) -> Answer {
    let seen = school::view(&visit.cx, unit(&visit)?).await?;
    let contact = seen.contact.clone();
    Ok(page(&visit, &seen, &contact, &Problems::default()).into_response())
}

/// Writes whom one phones.
pub(crate) async fn save(Posted { visit, fields }: Posted) -> Answer {
    let unit = unit(&visit)?;
    let typed = Contact { name: fields.get("namn").to_owned(), telephone: fields.get("telefon").to_owned() };
    let saved = unit_contact::run(&visit.cx, unit, &typed.name, &typed.telephone).await;
    match answered(saved, visit.language())? {
        Ok(()) => Ok(Redirect::to(&visit.url(&format!("{}?klart=kontakt", quality::path(unit)))).into_response()),
        Err(problems) => {
            let seen = school::view(&visit.cx, unit).await?;
            Ok(again(page(&visit, &seen, &typed, &problems)))
        }
    }
}

fn unit(visit: &Visit) -> Result<UnitId, Stop> {
    visit.param("skola").parse().map(UnitId).map_err(|_| Stop::Missing)
}

fn page(visit: &Visit, seen: &SchoolQuality, contact: &Contact, problems: &Problems) -> Markup {
    let language = visit.language();
    let title = tell("web-quality-school-title", [("school", words::words(&seen.school.name))], language);
    let lead = tell("web-quality-lead", [("day", words::words(words::long_day(seen.as_of, language)))], language);
    let classes = reports(visit, &seen.classes);
    let content = html! {
        (ui::breadcrumbs(&[(&visit.url("/datakvalitet"), &visit.say("web-quality-title"))], language))
        (ui::error_summary(problems, language))
        (ui::page_heading(&ui::Heading { title: &title, lead: &lead, ..ui::Heading::default() }))
        @if !seen.weeks.is_empty() {
            (reporting::picture(
                ("klasser", &finding(visit, seen), &visit.say("web-quality-class")),
                &seen.weeks, &classes.iter().collect::<Vec<_>>(), &classes, language,
            ))
        }
        (to_ask(visit, seen))
        @if let Some(pupils) = &seen.pupils { (pupils_asked(visit, pupils)) }
        @if let Some(courses) = &seen.courses { (ui::screen_only(courses_of(visit, courses))) }
        @if !seen.subjects.is_empty() {
            (ui::section(&visit.say("web-quality-subjects"), reporting::numbers(
                &visit.say("web-quality-subject"), &visit.say("web-quality-subjects-caption"),
                &seen.weeks, &reports(visit, &seen.subjects), language,
            )))
        }
        (late(visit, seen))
        (phone(visit, seen, contact, problems))
        (quality::how(visit))
    };
    visit.page(&title, content)
}

fn reports<'a>(visit: &Visit, lines: &'a [Line]) -> Vec<Reports<'a>> {
    let name = |it: &Line| if it.name.is_empty() { visit.say("web-quality-no-class") } else { it.name.clone() };
    lines.iter().map(|it| Reports { name: name(it), href: None, weeks: &it.weeks, total: it.total }).collect()
}

fn finding(visit: &Visit, seen: &SchoolQuality) -> String {
    let language = visit.language();
    let args = [
        ("share", words::words(reporting::reported(seen.total, language))),
        ("missing", count(seen.total.missing())),
        ("lessons", count(seen.total.silent)),
    ];
    tell("web-quality-school-finding", args, language)
}

fn to_ask(visit: &Visit, seen: &SchoolQuality) -> Markup {
    let language = visit.language();
    ui::section(
        &visit.say("web-quality-to-ask"),
        html! {
            @if seen.asks.is_anything() {
                (asks::lines(&seen.asks, language))
            } @else {
                (ui::prose(&[&visit.say("web-quality-to-ask-none")]))
            }
            @if seen.asks.unreported != Some(0) {
                (ui::quiet(&tell(
                    "web-quality-unreported",
                    [("pupils", words::words(asks::number(seen.asks.unreported, language)))],
                    language,
                )))
            }
        },
    )
}

/// The pupils whom the head teacher may see and somebody should ask about.
fn pupils_asked(visit: &Visit, pupils: &[PupilAsked]) -> Markup {
    let headings = ["web-list-pupil", "web-list-class", "web-quality-why"].map(|code| visit.say(code));
    let [pupil, class, why] = &headings;
    let row = |it: &PupilAsked| {
        let reasons: Vec<String> = it.why.iter().map(|why| reason(visit, *why)).collect();
        vec![
            ui::link(&visit.url(&format!("/elev/{}", it.pupil)), &it.name),
            html! { (it.class) },
            html! { (reasons.join(" ")) },
        ]
    };
    ui::section(
        &visit.say("web-quality-pupils"),
        html! {
            @if pupils.is_empty() {
                (ui::prose(&[&visit.say("web-quality-pupils-none")]))
            } @else {
                (ui::table(&Table {
                    caption: &visit.say("web-quality-pupils-caption"),
                    columns: &[Column::words(pupil), Column::words(class), Column::words(why)],
                    rows: pupils.iter().map(row).collect(),
                    cards: true,
                }))
            }
        },
    )
}

fn reason(visit: &Visit, why: Why) -> String {
    match why {
        Why::WithoutRows(Some(day)) => tell("web-quality-why-rows", [("day", words::date(day))], visit.language()),
        Why::WithoutRows(None) => visit.say("web-quality-why-no-rows"),
        Why::Stopped => visit.say("web-quality-why-stopped"),
        Why::Shorter => visit.say("web-quality-why-shorter"),
        Why::Unreported => visit.say("web-quality-why-unreported"),
    }
}

/// The courses of classes, in order of class and subject. Not sorted by what is missing, and not on paper: it is for
/// talking with somebody, and compares nobody.
fn courses_of(visit: &Visit, courses: &[CourseLine]) -> Markup {
    let codes = [
        "web-quality-class",
        "web-quality-subject",
        "web-quality-teacher",
        "web-quality-reported",
        "web-quality-missing",
        "web-quality-silent",
    ];
    let headings = codes.map(|code| visit.say(code));
    let [class, subject, teacher, numbers @ ..] = &headings;
    let columns: Vec<Column<'_>> = [class, subject, teacher]
        .map(|it| Column::words(it))
        .into_iter()
        .chain(numbers.iter().map(|it| Column::numbers(it)))
        .collect();
    let language = visit.language();
    let number = |number: i64| html! { (tell("web-number", [("number", count(number))], language)) };
    let row = |it: &CourseLine| {
        let teachers = if it.teachers.is_empty() { "–".to_owned() } else { it.teachers.join(", ") };
        let Rate { silent, .. } = it.total;
        vec![
            html! { (it.class) },
            html! { (it.subject) },
            html! { (teachers) },
            html! { (reporting::reported(it.total, language)) },
            number(it.total.missing()),
            number(silent),
        ]
    };
    ui::section(
        &visit.say("web-quality-courses"),
        html! {
            (ui::quiet(&visit.say("web-quality-courses-help")))
            @if courses.is_empty() {
                (ui::prose(&[&visit.say("web-quality-courses-none")]))
            } @else {
                (ui::table(&Table {
                    caption: &visit.say("web-quality-courses-caption"),
                    columns: &columns,
                    rows: courses.iter().map(row).collect(),
                    cards: false,
                }))
            }
        },
    )
}

fn late(visit: &Visit, seen: &SchoolQuality) -> Markup {
    let codes = ["web-quality-late-week", "web-quality-late-seen", "web-quality-late-lessons", "web-quality-late-days"];
    let headings = codes.map(|code| visit.say(code));
    let [week, day, lessons, days] = &headings;
    let language = visit.language();
    let number = |number: i64| html! { (tell("web-number", [("number", count(number))], language)) };
    let rows = seen.late.iter().map(|it| {
        vec![
            html! { (reporting::week_name(it.week, language)) },
            html! { (it.seen) },
            number(it.lessons),
            number(it.days),
        ]
    });
    html! {
        @if !seen.late.is_empty() {
            (ui::section(&visit.say("web-quality-late"), html! {
                (ui::quiet(&visit.say("web-quality-late-help")))
                (ui::table(&Table {
                    caption: &visit.say("web-quality-late-caption"),
                    columns: &[Column::words(week), Column::words(day), Column::numbers(lessons), Column::numbers(days)],
                    rows: rows.collect(),
                    cards: false,
                }))
            }))
        }
    }
}

/// Whom one phones at the school; the administrator writes it here.
fn phone(visit: &Visit, seen: &SchoolQuality, contact: &Contact, problems: &Problems) -> Markup {
    let [name, telephone] = ["web-quality-contact-name", "web-quality-contact-telephone"].map(|code| visit.say(code));
    let content = if seen.may_edit {
        let hint = visit.say("web-quality-contact-hint");
        ui::form(
            &visit.view,
            &visit.url(&quality::path(seen.school.unit)),
            html! {
                (ui::input(
                    &Field { name: "namn", label: &name, hint: &hint, error: problems.of("namn") },
                    Kind::Text,
                    &contact.name,
                ))
                (ui::input(
                    &Field { name: "telefon", label: &telephone, hint: "", error: problems.of("telefon") },
                    Kind::Phone,
                    &contact.telephone,
                ))
                (ui::actions(ui::button(Weight::Primary, &visit.say("web-quality-contact-save"))))
            },
        )
    } else if *contact == Contact::default() {
        ui::prose(&[&visit.say("web-quality-contact-none")])
    } else {
        ui::summary(&[Fact::new(name, &contact.name), Fact::new(telephone, &contact.telephone)])
    };
    ui::section(&visit.say("web-quality-contact"), content)
}
