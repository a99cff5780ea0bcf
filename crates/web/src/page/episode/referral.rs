//! A referral that waits: who it is about, and whom the unit manager gives it to.

use access::PupilId;
use axum::response::{IntoResponse, Redirect};
use casework::{verb::episode::match_person, view::episodes};
use maud::html;

use super::path;
use crate::{
    failure::{Answer, Stop, again, answered},
    posted::Posted,
    session::Visit,
    ui::{self, Choice, Fact, Field, Problems, Weight},
};

/// Opens it. The journal tells that it was opened.
pub(crate) async fn show(visit: Visit) -> Answer {
    page(&visit, &Problems::default()).await.map(|page| page.into_response())
}

/// Says whom it is about.
pub(crate) async fn save(Posted { visit, fields }: Posted) -> Answer {
    let (letter, unit) = (visit.id("brev")?, unit(&visit).await?);
    let known = match fields.get("person") {
        "new" => None,
        other => Some(PupilId(other.parse::<uuid::Uuid>().map_err(|_| Stop::Missing)?.as_u128())),
    };
    match answered(match_person::run(&visit.cx, letter, unit, known).await, visit.language())? {
        Ok(id) => Ok(Redirect::to(&visit.url(&path(id))).into_response()),
        Err(problems) => Ok(again(page(&visit, &problems).await?)),
    }
}

/// The unit that it is for: the first that the actor leads.
async fn unit(visit: &Visit) -> Result<access::UnitId, Stop> {
    episodes::view(&visit.cx).await?.units.first().copied().ok_or(Stop::Missing)
}

async fn page(visit: &Visit, problems: &Problems) -> Result<maud::Markup, Stop> {
    let letter = visit.id("brev")?;
    let opening = match_person::open(&visit.cx, letter, unit(visit).await?).await?;
    let known = opening.known.map(|id| id.to_string());
    let (same, new) = (visit.say("ep-match-known"), visit.say("ep-match-new"));
    let mut choices = Vec::new();
    if let Some(known) = &known {
        choices.push(Choice { value: known, label: &same, hint: "" });
    } else {
        choices.push(Choice::new("new", &new));
    }
    let number = opening.who.personal_number.clone().unwrap_or_default();
    let facts = [
        Fact { term: visit.say("ep-match-name"), value: html! { (opening.who.name) }, action: None },
        Fact { term: visit.say("ep-match-number"), value: html! { (number) }, action: None },
    ];
    let label = visit.say("ep-match-who");
    let chosen = choices.first().map(|it| it.value).unwrap_or_default();
    let content = html! {
        (ui::breadcrumbs(&[(&visit.url("/arenden"), &visit.say("ep-list-title"))], visit.language()))
        (ui::error_summary(problems, visit.language()))
        (ui::page_heading(&ui::Heading {
            title: &visit.say("ep-match-title"),
            lead: &visit.say("ep-match-lead"),
            ..ui::Heading::default()
        }))
        (ui::summary(&facts))
        (ui::form(&visit.view, &visit.here(), html! {
            (ui::radios(&Field { name: "person", label: &label, ..Field::default() }, &choices, chosen))
            (ui::actions(ui::button(Weight::Primary, &visit.say("ep-match-save"))))
        }))
    };
    Ok(visit.page(&visit.say("ep-match-title"), content))
}
