//! Moving the follow-up of one's own step to another day.

use axum::response::{IntoResponse, Redirect};
use casework::{
    verb::follow_up,
    view::{pupil, step_form},
};
use maud::{Markup, html};

use super::{own_step::OwnStep, parts::when};
use crate::{
    failure::{Answer, Stop, again, answered},
    fields::Fields,
    posted::Posted,
    session::Visit,
    ui::{self, Problems, Weight},
    words,
};

/// The days to choose among.
pub(crate) async fn show(visit: Visit) -> Answer {
    let content = page(&visit, &Fields::default(), &Problems::default()).await?;
    visit.shown(&visit.say("web-follow-up-title"), content)
}

/// Moves it, or shows the days again.
pub(crate) async fn save(Posted { visit, fields }: Posted) -> Answer {
    let (pupil, step) = (visit.pupil()?, visit.id("steg")?);
    let id = fields.id("id").unwrap_or_else(|| visit.site.fresh());
    let problems = match when::read(&fields) {
        Ok(Some(to)) => match answered(follow_up::run(&visit.cx, id, pupil, step, to).await, visit.language())? {
            Ok(()) => return Ok(Redirect::to(&visit.url(&format!("/elev/{pupil}?klart=uppfoljning"))).into_response()),
            Err(problems) => problems,
        },
        Ok(None) => Problems(vec![("follow_up", visit.say("web-step-own-day-empty"))]),
        Err((field, code)) => Problems(vec![(field, visit.say(code))]),
    };
    let content = page(&visit, &fields, &problems).await?;
    Ok(again(visit.page(&visit.say("web-follow-up-title"), content)))
}

async fn page(visit: &Visit, typed: &Fields, problems: &Problems) -> Result<Markup, Stop> {
    let language = visit.language();
    let page = pupil::view(&visit.cx, visit.pupil()?).await?;
    let own = OwnStep::find(&page, visit.id("steg")?)?;
    let kind = own.content.kind.ok_or(Stop::Missing)?;
    let form = step_form::view(&visit.cx, page.pupil, kind).await?;
    let now = own.content.follow_up.ok_or(Stop::Missing)?;
    let action = visit.url(&format!("/elev/{}/steg/{}/uppfoljning", page.pupil, own.id));
    let days = when::Days { offered: &form.follow_ups, usual: form.usual.unwrap_or(now) };
    Ok(html! {
        (own.above(visit))
        (ui::error_summary(problems, language))
        (ui::page_heading(&ui::Heading {
            title: &visit.say("web-follow-up-title"),
            lead: &words::tell("web-follow-up-now", [("day", words::words(when::weekday(now, language)))], language),
            ..ui::Heading::default()
        }))
        (own.shown(visit))
        (ui::form(&visit.view, &action, html! {
            (ui::hidden("id", &super::step::id(visit)))
            (when::field(&visit.say("web-step-follow-up"), days, typed, problems, language))
            (ui::actions(html! {
                (ui::button(Weight::Primary, &visit.say("web-follow-up-save")))
                (ui::link_button(Weight::Tertiary, &own.back(visit), &visit.say("web-step-cancel")))
            }))
        }))
    })
}
