//! Taking back one's own step, with the reason.

use axum::response::{IntoResponse, Redirect};
use casework::{verb::retract, view::pupil};
use maud::{Markup, html};

use super::own_step::OwnStep;
use crate::{
    failure::{Answer, Stop, again, answered},
    fields::Fields,
    posted::Posted,
    session::Visit,
    ui::{self, Field, Problems, Weight},
};

/// The step, and the question why.
pub(crate) async fn show(visit: Visit) -> Answer {
    let content = page(&visit, &Fields::default(), &Problems::default()).await?;
    visit.shown(&visit.say("web-retract-title"), content)
}

/// Takes it back, or shows the question again.
pub(crate) async fn save(Posted { visit, fields }: Posted) -> Answer {
    let (pupil, step) = (visit.pupil()?, visit.id("steg")?);
    let id = fields.id("id").unwrap_or_else(|| visit.site.fresh());
    let done = retract::run(&visit.cx, id, pupil, step, fields.get("reason")).await;
    match answered(done, visit.language())? {
        Ok(()) => Ok(Redirect::to(&visit.url(&format!("/elev/{pupil}?klart=tillbaka"))).into_response()),
        Err(problems) => {
            let content = page(&visit, &fields, &problems).await?;
            Ok(again(visit.page(&visit.say("web-retract-title"), content)))
        }
    }
}

async fn page(visit: &Visit, typed: &Fields, problems: &Problems) -> Result<Markup, Stop> {
    let page = pupil::view(&visit.cx, visit.pupil()?).await?;
    let own = OwnStep::find(&page, visit.id("steg")?)?;
    let action = visit.url(&format!("/elev/{}/steg/{}/ta-tillbaka", page.pupil, own.id));
    let (label, hint) = (visit.say("web-retract-reason"), visit.say("web-retract-reason-hint"));
    let reason = Field { name: "reason", label: &label, hint: &hint, error: problems.of("reason") };
    Ok(html! {
        (own.above(visit))
        (ui::error_summary(problems, visit.language()))
        (ui::page_heading(&ui::Heading {
            title: &visit.say("web-retract-title"),
            lead: &visit.say("web-retract-lead"),
            ..ui::Heading::default()
        }))
        (own.shown(visit))
        (ui::form(&visit.view, &action, html! {
            (ui::hidden("id", &super::step::id(visit)))
            (ui::textarea(&reason, 3, typed.get("reason")))
            (ui::actions(html! {
                (ui::danger_button(&visit.say("web-retract-save")))
                (ui::link_button(Weight::Tertiary, &own.back(visit), &visit.say("web-step-cancel")))
            }))
        }))
    })
}
