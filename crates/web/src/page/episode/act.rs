//! `/rum/arende/…/gor/…`: saying one thing. The page shows what the other side will be able to read, and why that is lawful,
//! before it is sent.

use axum::response::{IntoResponse, Redirect};
use casework::view::episode;
use maud::{Markup, html};

use super::{forms, id, kinds, kinds::Kind, made, path, preview};
use crate::{
    failure::{Answer, Stop, again, answered},
    fields::Fields,
    posted::Posted,
    session::Visit,
    ui::{self, Problems, Weight},
    words::{tell, words},
};

/// The form.
pub(crate) async fn show(visit: Visit) -> Answer {
    page(&visit, &Fields::default(), &Problems::default()).await.map(|page| page.into_response())
}

/// Says it, or shows the form again with everything that was typed.
pub(crate) async fn save(Posted { visit, fields }: Posted) -> Answer {
    let (of, kind) = (id(&visit)?, kind(&visit)?);
    let problems = match forms::run(&visit, kind, of, made(&visit, &fields), &fields).await {
        Ok(done) => match answered(done, visit.language())? {
            Ok(_) => return Ok(Redirect::to(&visit.url(&path(of))).into_response()),
            Err(problems) => problems,
        },
        Err(missing) => Problems(missing.into_iter().map(|(field, code)| (field, visit.say(code))).collect()),
    };
    Ok(again(page(&visit, &fields, &problems).await?))
}

fn kind(visit: &Visit) -> Result<&'static Kind, Stop> {
    kinds::by_slug(visit.param("vad")).ok_or(Stop::Missing)
}

async fn page(visit: &Visit, typed: &Fields, problems: &Problems) -> Result<Markup, Stop> {
    let kind = kind(visit)?;
    let shown = episode::view(&visit.cx, id(visit)?).await?;
    let preview = preview::of_kind(visit, kind.kind).await?;
    let here = visit.url(&path(shown.id));
    let goes = preview.as_ref().is_some_and(|it| it.items.iter().all(|(_, it)| it.is_ok()));
    let save = visit.say(if goes { "ep-save-and-send" } else { "ep-save" });
    let title = visit.say(kind.to_do);
    let content = html! {
        (ui::breadcrumbs(&[(&here, &shown.name)], visit.language()))
        (ui::error_summary(problems, visit.language()))
        (ui::page_heading(&ui::Heading { title: &title, lead: &visit.say(kind.lead), ..ui::Heading::default() }))
        (ui::form(&visit.view, &visit.here(), html! {
            (ui::hidden("id", &made(visit, typed).to_string()))
            (forms::fields(visit, kind, &shown, typed, problems))
            @if let Some(preview) = &preview {
                (ui::section(&tell("ep-preview-title", [("to", words(&preview.to))], visit.language()), preview::shown(visit, preview)))
            }
            (ui::actions(html! {
                (ui::button(Weight::Primary, &save))
                (ui::link_button(Weight::Tertiary, &here, &visit.say("ep-cancel")))
            }))
        }))
    };
    Ok(visit.page(&title, content))
}
