//! The first sitting: after a school's first import, many pupils are marked as known at once.

use access::{PupilId, UnitId};
use axum::response::{IntoResponse, Redirect};
use casework::{
    verb::known::{self, Known},
    view::{
        search,
        sitting::{self, Sitting},
        start,
        worklist::Row,
    },
};
use domain::step::Seen;
use maud::{Markup, html};
use uuid::Uuid;

use super::parts::{when, who};
use crate::{
    failure::{Answer, Stop, again, answered},
    fields::{self, Fields},
    posted::Posted,
    session::{Door, Visit},
    ui::{self, Column, Problems, Table, Weight},
    words,
};

const PATH: &str = "/narvaro/forsta-genomgang";

/// Where the first sitting of a school is.
pub(crate) fn href(door: &Door, school: UnitId) -> String {
    door.url(&format!("{PATH}?skola={}", school.0))
}

/// The table of a school; without one, the schools to choose among.
pub(crate) async fn show(visit: Visit) -> Answer {
    search::allowed(&visit.cx)?;
    let Some(school) = asked(&visit.view.query, "skola") else { return choose(&visit).await };
    let sitting = sitting::view(&visit.cx, UnitId(school)).await?;
    // Without JavaScript, all are ticked by asking for the page so.
    let all = asked::<u8>(&visit.view.query, "alla").is_some();
    let typed = if all { everyone(&visit, &sitting) } else { Fields::default() };
    let title = title(&visit, &sitting);
    let marked = asked::<i64>(&visit.view.query, "antal");
    let content = html! {
        @if let Some(count) = marked {
            (ui::confirmation(&words::tell("web-sitting-marked", [("count", words::count(count))], visit.language())))
        }
        (page(&visit, &sitting, &typed, &Problems::default()))
    };
    visit.shown(&title, content)
}

/// Marks those that were ticked, or shows the table again with the same ticks.
pub(crate) async fn save(Posted { visit, fields }: Posted) -> Answer {
    let school = UnitId(fields.get("school").parse().map_err(|_| Stop::Missing)?);
    let problems = match when::read(&fields).and_then(|day| {
        let follow_up = day.ok_or(("follow_up", "web-step-own-day-empty"))?;
        let assignee = who::read(&fields).ok_or(("assignee", "step-assignee-missing"))?;
        Ok(Known { school, pupils: ticked(&fields), assignee, follow_up })
    }) {
        Ok(known) => match answered(known::run(&visit.cx, known).await, visit.language())? {
            Ok(count) => {
                let to = format!("{}&antal={count}", href(&visit, school));
                return Ok(Redirect::to(&to).into_response());
            }
            Err(problems) => problems,
        },
        Err((field, code)) => Problems(vec![(field, visit.say(code))]),
    };
    let sitting = sitting::view(&visit.cx, school).await?;
    let title = title(&visit, &sitting);
    Ok(again(visit.page(&title, page(&visit, &sitting, &fields, &problems))))
}

/// Ends the sitting; the list is where one goes on.
pub(crate) async fn end(Posted { visit, fields }: Posted) -> Answer {
    let school = UnitId(fields.get("school").parse().map_err(|_| Stop::Missing)?);
    known::end(&visit.cx, school).await?;
    Ok(Redirect::to(&visit.url(&format!("/narvaro?skola={}&klart=genomgang", school.0))).into_response())
}

fn asked<T: std::str::FromStr>(query: &str, name: &str) -> Option<T> {
    let value = query.split('&').filter_map(|pair| pair.split_once('=')).find(|(known, _)| *known == name);
    value.and_then(|(_, value)| value.parse().ok())
}

/// A box carries a fresh id, so that what is sent twice is done once; the pupil; and what the row showed of the figures.
fn ticked(fields: &Fields) -> Vec<(Uuid, PupilId, Seen)> {
    let one = |value: &str| {
        let mut parts = value.split('.');
        let mut id = || parts.next()?.parse::<Uuid>().ok();
        let (fresh, pupil) = (id()?, PupilId(id()?.as_u128()));
        Some((fresh, pupil, parts.next().and_then(fields::read_seen).unwrap_or_default()))
    };
    fields.all("pupil").filter_map(one).collect()
}

fn value_of(visit: &Visit, row: &Row) -> String {
    format!("{}.{}.{}", visit.site.fresh(), row.pupil, fields::seen(row.seen))
}

fn everyone(visit: &Visit, sitting: &Sitting) -> Fields {
    Fields(sitting.rows.iter().map(|row| ("pupil".to_owned(), value_of(visit, row))).collect())
}

fn title(visit: &Visit, sitting: &Sitting) -> String {
    let school = [("school", words::words(&sitting.school.name))];
    words::tell("web-sitting-title", school, visit.language())
}

async fn choose(visit: &Visit) -> Answer {
    let schools = start::view(&visit.cx).await?.sittings;
    if let [only] = schools.as_slice() {
        return Err(Stop::Elsewhere(href(visit, only.unit)));
    }
    let title = visit.say("web-sitting-choose");
    let content = html! {
        (ui::page_heading(&ui::Heading { title: &title, ..ui::Heading::default() }))
        @if schools.is_empty() {
            (ui::empty(&visit.say("web-sitting-choose-none"), &visit.say("web-sitting-choose-none-help"), html! {}))
        }
        (ui::stack(html! { @for school in &schools { p { (ui::link(&href(visit, school.unit), &school.name)) } } }))
    };
    visit.shown(&title, content)
}

fn page(visit: &Visit, sitting: &Sitting, typed: &Fields, problems: &Problems) -> Markup {
    let (done, whole) = sitting.done;
    let progress = |number: i64| u32::try_from(number).unwrap_or_default();
    html! {
        (ui::error_summary(problems, visit.language()))
        (ui::page_heading(&ui::Heading {
            title: &title(visit, sitting),
            lead: &visit.say("web-sitting-lead"),
            ..ui::Heading::default()
        }))
        (ui::progress(&visit.say("web-sitting-progress"), progress(done), progress(whole), visit.language()))
        @if sitting.ended {
            (ui::notice(ui::Tone::Info, &visit.say("web-sitting-ended"), ui::prose(&[&visit.say("web-sitting-ended-help")])))
        }
        @if sitting.rows.is_empty() {
            (ui::empty(
                &visit.say("web-sitting-empty"),
                &visit.say("web-sitting-empty-help"),
                ui::link_button(Weight::Secondary, &visit.url("/narvaro"), &visit.say("web-sitting-empty-list")),
            ))
        } @else {
            (ui::form(&visit.view, &visit.url(PATH), html! {
                (ui::hidden("school", &sitting.school.unit.0.to_string()))
                (rows(visit, sitting, typed))
                (ui::sticky(bar(visit, sitting, typed, problems)))
            }))
        }
        @if !sitting.ended { (ending(visit, sitting)) }
    }
}

fn rows(visit: &Visit, sitting: &Sitting, typed: &Fields) -> Markup {
    let said = ["name", "class", "why", "since", "absence", "open"];
    let codes = [
        "web-sitting-name",
        "web-sitting-class",
        "web-sitting-why",
        "web-sitting-since",
        "web-sitting-absence",
        "web-sitting-open",
    ];
    let labels = codes.map(|code| visit.say(code));
    let columns: Vec<_> = labels
        .iter()
        .zip(said)
        .map(|(label, name)| if name == "absence" { Column::numbers(label) } else { Column::words(label) })
        .collect();
    ui::table(&Table {
        caption: &visit.say("web-sitting-caption"),
        columns: &columns,
        rows: sitting.rows.iter().map(|row| cells(visit, row, typed)).collect(),
        cards: true,
    })
}

fn cells(visit: &Visit, row: &Row, typed: &Fields) -> Vec<Markup> {
    let language = visit.language();
    let pupil = row.pupil.to_string();
    let ticked = typed.all("pupil").any(|value| value.split('.').nth(1) == Some(pupil.as_str()));
    let value = value_of(visit, row);
    let since = row.since.map(|day| words::tell("web-sitting-week", [("week", words::week(day))], language));
    let name = [("name", words::words(&row.name))];
    vec![
        ui::tick("pupil", &value, &row.name, ticked),
        html! { (row.class) },
        ui::chips(&row.signals.iter().map(|signal| words::short(*signal, language)).collect::<Vec<_>>()),
        html! { @if let Some(since) = since { (since) } },
        html! { (words::share(row.absent.0, row.absent.1, language)) },
        ui::link_named(
            &visit.url(&format!("/elev/{pupil}")),
            &visit.say("web-sitting-open"),
            &words::tell("web-sitting-open-pupil", name, language),
        ),
    ]
}

fn bar(visit: &Visit, sitting: &Sitting, typed: &Fields, problems: &Problems) -> Markup {
    let language = visit.language();
    let all = format!("{}&alla=1", href(visit, sitting.school.unit));
    let me = visit.cx.who().map(|who| who.user).filter(|me| sitting.colleagues.iter().any(|it| it.user == *me));
    let days = when::Days { offered: &sitting.follow_ups, usual: sitting.usual };
    html! {
        (ui::beside(html! {
            (who::field(&visit.say("web-sitting-who"), &sitting.colleagues, me, &visit.cx, (typed, problems), language))
            (when::field(&visit.say("web-sitting-when"), days, typed, problems, language))
        }))
        (ui::actions(html! {
            (ui::button(Weight::Primary, &visit.say("web-sitting-save")))
            (ui::tick_all(&all, &visit.say("web-sitting-all")))
            (ui::ticked(&visit.say("web-sitting-ticked")))
            (ui::keys(&visit.say("web-sitting-keys")))
        }))
    }
}

fn ending(visit: &Visit, sitting: &Sitting) -> Markup {
    let values = [("school", sitting.school.unit.0.to_string())];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let action = visit.url(&format!("{PATH}/avsluta"));
    html! {
        (ui::stack(html! {
            (ui::quiet(&visit.say("web-sitting-end-help")))
            (ui::post_button(&visit.view, &action, Weight::Secondary, &visit.say("web-sitting-end"), &values))
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_that_is_no_pair_of_ids_marks_nobody() {
        let fresh = Uuid::from_u128(7);
        let typed = [format!("{fresh}.{}.1-15-2", PupilId(9)), "x.y".to_owned(), PupilId(9).to_string()];
        let fields = Fields(typed.map(|value| ("pupil".to_owned(), value)).into());
        let seen = Seen { signals: domain::Signals(1), band: 15, level5: 2 };
        assert_eq!(ticked(&fields), [(fresh, PupilId(9), seen)]);
    }
}
