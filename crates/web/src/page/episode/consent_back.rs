//! The family takes a consent back. It holds at once.

use axum::response::{IntoResponse, Redirect};
use casework::{verb::episode::withdraw_disclosure, view::episode};
use domain::consent::disclosure::Signer;
use maud::{Markup, html};

use super::{field, id, made, path};
use crate::{
    failure::{Answer, Stop, again, answered},
    fields::Fields,
    posted::Posted,
    session::Visit,
    ui::{self, Choice, Field, Kind, Problems, Tone},
};

/// The form.
pub(crate) async fn show(visit: Visit) -> Answer {
    page(&visit, &Fields::default(), &Problems::default()).await.map(|page| page.into_response())
}

/// Takes it back.
pub(crate) async fn save(Posted { visit, fields }: Posted) -> Answer {
    let of = id(&visit)?;
    let problems = match fields.day("day") {
        None => Problems(vec![("day", visit.say("ep-day-missing"))]),
        Some(day) => {
            let said = withdraw_disclosure::Said {
                of: visit.id("samtycke")?.to_string(),
                day,
                who: Signer::from_code(fields.get("who")).unwrap_or(Signer::Guardian),
                name: fields.get("name").to_owned(),
                words: fields.get("words").to_owned(),
            };
            match answered(
                withdraw_disclosure::run(&visit.cx, of, made(&visit, &fields), said).await,
                visit.language(),
            )? {
                Ok(_) => return Ok(Redirect::to(&visit.url(&path(of))).into_response()),
                Err(problems) => problems,
            }
        }
    };
    Ok(again(page(&visit, &fields, &problems).await?))
}

async fn page(visit: &Visit, typed: &Fields, problems: &Problems) -> Result<Markup, Stop> {
    let of = id(visit)?;
    let shown = episode::view(&visit.cx, of).await?;
    let consent = visit.id("samtycke")?;
    if !shown.consents.iter().any(|it| it.id == consent) {
        return Err(Stop::Missing);
    }
    let title = visit.say("ep-back-title");
    let who = Signer::ALL.iter().map(|it| (visit.say(it.sentence()), it.code())).collect::<Vec<_>>();
    let who: Vec<Choice<'_>> = who.iter().map(|(label, code)| Choice::new(code, label)).collect();
    let today = visit.today.to_string();
    let day = if typed.has("day") { typed.get("day") } else { &today };
    let content = html! {
        (ui::breadcrumbs(&[(&visit.url(&path(of)), &shown.name)], visit.language()))
        (ui::error_summary(problems, visit.language()))
        (ui::page_heading(&ui::Heading { title: &title, lead: &visit.say("ep-back-lead"), ..ui::Heading::default() }))
        (ui::notice(Tone::Info, &visit.say("ep-back-stays"), ui::prose(&[&visit.say("ep-back-stays-help")])))
        (ui::form(&visit.view, &visit.here(), html! {
            (ui::hidden("id", &made(visit, typed).to_string()))
            (ui::radios(&Field { name: "who", label: &visit.say("ep-back-who"), ..Field::default() }, &who, if typed.has("who") { typed.get("who") } else { Signer::Guardian.code() }))
            (ui::input(&field("name", &visit.say("ep-back-name"), "", problems), Kind::Text, typed.get("name")))
            (ui::input(&field("day", &visit.say("ep-back-day"), "", problems), Kind::Date, day))
            (ui::textarea(&field("words", &visit.say("ep-back-words"), &visit.say("ep-back-words-hint"), problems), 2, typed.get("words")))
            (ui::actions(ui::danger_button(&visit.say("ep-back-save"))))
        }))
    };
    Ok(visit.page(&title, content))
}
