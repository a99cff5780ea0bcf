//! Beginning a meeting of pupil health, going on with one, and ending it.

use access::UnitId;
use axum::response::{IntoResponse, Redirect};
use casework::{
    verb::meeting,
    view::{
        School,
        meeting::{self as view, Begin},
    },
};
use maud::{Markup, html};
use uuid::Uuid;

use crate::{
    failure::{Answer, Stop, again, answered},
    posted::Posted,
    session::Visit,
    ui::{self, Column, Problems, Table, Weight},
    words,
};

/// Seconds that a pupil takes, by plan: twenty in half an hour.
const SECONDS: i64 = 90;

/// Whole minutes for a number of pupils, rounded up.
pub(super) fn minutes(pupils: i64) -> i64 {
    (pupils * SECONDS + 59) / 60
}

/// The schools, a meeting that was begun, and those before.
pub(crate) async fn show(visit: Visit) -> Answer {
    let begin = view::begin(&visit.cx).await?;
    let content = page(&visit, &begin, &Problems::default());
    visit.shown(&visit.say("web-meeting-title"), content)
}

/// Begins a meeting at a school.
pub(crate) async fn begin(Posted { visit, fields }: Posted) -> Answer {
    let school = UnitId(fields.get("school").parse().map_err(|_| Stop::Missing)?);
    let id = fields.id("id").unwrap_or_else(|| visit.site.fresh());
    match answered(meeting::begin(&visit.cx, id, school).await, visit.language())? {
        Ok(()) => Ok(Redirect::to(&visit.url(&format!("/eht/{id}/1"))).into_response()),
        Err(problems) => {
            let begin = view::begin(&visit.cx).await?;
            Ok(again(visit.page(&visit.say("web-meeting-title"), page(&visit, &begin, &problems))))
        }
    }
}

/// Ends a meeting; its minutes are where one goes on.
pub(crate) async fn end(Posted { visit, .. }: Posted) -> Answer {
    let id = visit.id("mote")?;
    meeting::end(&visit.cx, id).await?;
    Ok(Redirect::to(&visit.url(&format!("/eht/{id}/protokoll?klart=mote"))).into_response())
}

fn page(visit: &Visit, begin: &Begin, problems: &Problems) -> Markup {
    html! {
        (ui::error_summary(problems, visit.language()))
        (ui::page_heading(&ui::Heading {
            title: &visit.say("web-meeting-title"),
            lead: &visit.say("web-meeting-lead"),
            ..ui::Heading::default()
        }))
        @if let Some((id, school)) = &begin.open { (open(visit, *id, school)) }
        @if begin.schools.is_empty() && begin.open.is_none() {
            (ui::empty(&visit.say("web-meeting-none"), &visit.say("web-meeting-none-help"), html! {}))
        }
        @if !begin.schools.is_empty() {
            (ui::section(&visit.say("web-meeting-schools"), ui::choosable(
                begin.schools.iter().map(|(school, waiting)| one(visit, begin, school, *waiting)).collect(),
            )))
        }
        @if !begin.before.is_empty() { (ui::section(&visit.say("web-meeting-before"), before(visit, begin))) }
    }
}

fn open(visit: &Visit, id: Uuid, school: &School) -> Markup {
    let help = words::tell("web-meeting-open-help", [("school", words::words(&school.name))], visit.language());
    ui::notice(
        ui::Tone::Info,
        &visit.say("web-meeting-open"),
        html! {
            (ui::prose(&[&help]))
            (ui::actions(html! {
                (ui::link_button(Weight::Primary, &visit.url(&format!("/eht/{id}/1")), &visit.say("web-meeting-resume")))
                (ui::link_button(
                    Weight::Tertiary,
                    &visit.url(&format!("/eht/{id}/protokoll")),
                    &visit.say("web-meeting-finish"),
                ))
            }))
        },
    )
}

fn one(visit: &Visit, begin: &Begin, school: &School, waiting: i64) -> Markup {
    let language = visit.language();
    let count = [("count", words::count(waiting))];
    let taken = waiting.min(casework::verb::meeting::PUPILS);
    let time = [("count", words::count(taken)), ("minutes", words::count(minutes(taken)))];
    let (unit, id) = (school.unit.0.to_string(), visit.site.fresh().to_string());
    let weight = if begin.open.is_none() { Weight::Primary } else { Weight::Secondary };
    let values = [("school", unit.as_str()), ("id", id.as_str())];
    html! {
        (ui::small_heading(&school.name))
        p { (words::tell("web-meeting-waiting", count, language)) }
        (ui::quiet(&words::tell("web-meeting-minutes-needed", time, language)))
        @if waiting > 0 {
            (ui::post_button(&visit.view, &visit.url("/eht"), weight, &visit.say("web-meeting-begin"), &values))
        }
    }
}

fn before(visit: &Visit, begin: &Begin) -> Markup {
    let labels = ["web-meeting-day", "web-meeting-school", "web-meeting-pupils"].map(|code| visit.say(code));
    let [day, school, pupils] = &labels;
    let row = |(id, day, school, pupils): &(Uuid, domain::Day, School, i64)| {
        vec![
            ui::link(&visit.url(&format!("/eht/{id}/protokoll")), &day.to_string()),
            html! { (school.name) },
            html! { (pupils) },
        ]
    };
    ui::table(&Table {
        caption: &visit.say("web-meeting-minutes"),
        columns: &[Column::words(day), Column::words(school), Column::numbers(pupils)],
        rows: begin.before.iter().map(row).collect(),
        cards: false,
    })
}

#[cfg(test)]
mod tests {
    use super::minutes;

    #[test]
    fn twenty_pupils_take_half_an_hour() {
        assert_eq!([0, 1, 2, 20].map(minutes), [0, 2, 3, 30]);
    }
}
