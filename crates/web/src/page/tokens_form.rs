//! The form of a new token.

use access::{Purpose, UnitId, Zone};
use casework::{
    verb::token::{New, ZONES},
    view::School,
};
use maud::{Markup, html};

use super::tokens::{PATH, purpose_code, zone_code};
use crate::{
    fields::Fields,
    session::Visit,
    ui::{self, Choice, Field, Kind, Problems, Weight},
};

/// The place that is no school.
const ROOM: &str = "room";

/// What was sent.
pub(super) fn read(visit: &Visit, fields: &Fields) -> New {
    let units: Vec<UnitId> = fields.all("units").filter_map(|code| code.parse().ok().map(UnitId)).collect();
    New {
        id: fields.id("id").unwrap_or_else(|| visit.site.fresh()),
        owner: fields.get("owner").to_owned(),
        what_for: fields.get("what_for").to_owned(),
        purpose: Purpose::from_code(fields.get("purpose")).unwrap_or(Purpose::FollowUp),
        zones: fields.all("zones").filter_map(Zone::from_code).collect(),
        units: if fields.all("units").any(|place| place == ROOM) { None } else { Some(units) },
        ends: fields.day("ends"),
    }
}

/// The form, with what was typed.
pub(super) fn form(visit: &Visit, schools: &[School], typed: &Fields, problems: &Problems) -> Markup {
    let title = visit.say("web-tokens-new");
    let said = |code: &'static str| visit.say(code);
    let purposes: Vec<_> = Purpose::ALL.iter().map(|it| (it.code(), said(purpose_code(*it)))).collect();
    let purposes: Vec<_> = purposes.iter().map(|(code, label)| Choice::new(code, label)).collect();
    let zones = ZONES.map(|zone| (zone.code(), said(zone_code(zone))));
    let zones = zones.each_ref().map(|(code, label)| Choice::new(code, label));
    let room = (ROOM.to_owned(), said("web-tokens-room"));
    let places = schools.iter().map(|school| (school.unit.0.to_string(), school.name.clone()));
    let places: Vec<_> = std::iter::once(room).chain(places).collect();
    let places: Vec<_> = places.iter().map(|(code, label)| Choice::new(code, label)).collect();
    let chosen = Some(typed.get("purpose")).filter(|code| !code.is_empty()).unwrap_or(Purpose::FollowUp.code());
    let (in_zones, in_units): (Vec<_>, Vec<_>) = (typed.all("zones").collect(), typed.all("units").collect());
    html! {
        (ui::breadcrumbs(&[(&visit.url(PATH), &said("web-tokens-title"))], visit.language()))
        (ui::error_summary(problems, visit.language()))
        (ui::page_heading(&ui::Heading {
            title: &title,
            lead: &said("web-token-new-lead"),
            ..ui::Heading::default()
        }))
        (ui::form(&visit.view, &visit.url("/installningar/api/ny"), html! {
            (ui::hidden("id", &super::step::id(visit)))
            (ui::input(
                &field("owner", &said("web-token-owner"), &said("web-token-owner-hint"), problems),
                Kind::Text,
                typed.get("owner"),
            ))
            (ui::textarea(
                &field("what_for", &said("web-token-what-for"), &said("web-token-what-for-hint"), problems),
                3,
                typed.get("what_for"),
            ))
            (ui::radios(&field("purpose", &said("web-token-purpose"), "", problems), &purposes, chosen))
            (ui::checkboxes(
                &field("zones", &said("web-token-zones"), &said("web-token-zones-hint"), problems),
                &zones,
                &in_zones,
            ))
            (ui::checkboxes(
                &field("units", &said("web-token-units"), &said("web-token-units-hint"), problems),
                &places,
                &in_units,
            ))
            (ui::input(
                &field("ends", &said("web-token-ends"), &said("web-token-ends-hint"), problems),
                Kind::Date,
                typed.get("ends"),
            ))
            (ui::actions(ui::button(Weight::Primary, &said("web-token-make"))))
        }))
    }
}

fn field<'a>(name: &'static str, label: &'a str, hint: &'a str, problems: &'a Problems) -> Field<'a> {
    Field { name, label, hint, error: problems.of(name) }
}
