//! Beginning an episode about a pupil: for which programme.

use access::EpisodeId;
use axum::response::{IntoResponse, Redirect};
use casework::{
    verb::episode::begin,
    view::{choices, pupil},
};
use maud::html;

use super::{made, path};
use crate::{
    failure::{Answer, Stop, again, answered},
    fields::Fields,
    posted::Posted,
    session::Visit,
    ui::{self, Choice, Field, Problems, Weight},
    words::{tell, words},
};

/// The programmes to choose among.
pub(crate) async fn show(visit: Visit) -> Answer {
    page(&visit, &Fields::default(), &Problems::default()).await.map(|page| page.into_response())
}

/// Begins, or says what stands in the way.
pub(crate) async fn save(Posted { visit, fields }: Posted) -> Answer {
    let (pupil, id) = (visit.pupil()?, EpisodeId(made(&visit, &fields).as_u128()));
    match answered(begin::run(&visit.cx, pupil, id, fields.get("programme")).await, visit.language())? {
        Ok(()) => Ok(Redirect::to(&visit.url(&path(id))).into_response()),
        Err(problems) => Ok(again(page(&visit, &fields, &problems).await?)),
    }
}

async fn page(visit: &Visit, typed: &Fields, problems: &Problems) -> Result<maud::Markup, Stop> {
    let pupil = pupil::view(&visit.cx, visit.pupil()?).await?;
    let programmes = choices::programmes(&visit.cx);
    let hint = |it: &choices::Programme| visit.say(if it.two_sided { "ep-begin-two-sided" } else { "ep-begin-school" });
    let hints: Vec<String> = programmes.iter().map(hint).collect();
    let choices: Vec<Choice<'_>> = programmes
        .iter()
        .zip(&hints)
        .map(|(it, hint)| Choice { value: &it.code, label: it.name.text(visit.language()), hint })
        .collect();
    let (label, title) = (visit.say("ep-begin-programme"), visit.say("ep-begin-title"));
    let first = programmes.first().map(|it| it.code.as_str()).unwrap_or_default();
    let chosen = if typed.has("programme") { typed.get("programme") } else { first };
    let back = visit.url(&format!("/elev/{}", pupil.pupil));
    let content = html! {
        (ui::breadcrumbs(&[(&back, &pupil.name)], visit.language()))
        (ui::error_summary(problems, visit.language()))
        (ui::page_heading(&ui::Heading {
            title: &title,
            lead: &tell("ep-begin-lead", [("name", words(&pupil.name))], visit.language()),
            ..ui::Heading::default()
        }))
        (ui::form(&visit.view, &visit.here(), html! {
            (ui::hidden("id", &made(visit, typed).to_string()))
            (ui::radios(&Field { name: "programme", label: &label, hint: "", error: problems.of("programme") }, &choices, chosen))
            (ui::actions(html! {
                (ui::button(Weight::Primary, &visit.say("ep-begin-save")))
                (ui::link_button(Weight::Tertiary, &back, &visit.say("ep-cancel")))
            }))
        }))
    };
    Ok(visit.page(&title, content))
}
