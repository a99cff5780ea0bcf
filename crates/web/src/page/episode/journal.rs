//! A statement as plain text for the side's own record system, and a mark that it was copied.

use axum::response::{IntoResponse, Redirect};
use casework::{verb::episode::note, view::episode};
use maud::html;

use super::{id, lines, made, path};
use crate::{
    failure::{Answer, Stop},
    posted::Posted,
    session::Visit,
    ui::{self, Weight},
};

/// The text to copy.
pub(crate) async fn show(visit: Visit) -> Answer {
    let page = episode::view(&visit.cx, id(&visit)?).await?;
    let of = visit.id("steg")?;
    let line = page.lines.iter().find(|it| it.id == of).ok_or(Stop::Missing)?;
    let title = visit.say("ep-journal-title");
    let content = html! {
        (ui::breadcrumbs(&[(&visit.url(&path(page.id)), &page.name)], visit.language()))
        (ui::page_heading(&ui::Heading { title: &title, lead: &visit.say("ep-journal-lead"), ..ui::Heading::default() }))
        (ui::copied_lines(&lines::plain(&visit, &page, line)))
        @if let Some(day) = line.copied {
            (ui::prose(&[&format!("{} {day}", visit.say("ep-journal-copied"))]))
        } @else {
            (ui::actions(ui::post_button(
                &visit.view,
                &visit.here(),
                Weight::Primary,
                &visit.say("ep-journal-mark"),
                &[("id", &visit.site.fresh().to_string())],
            )))
        }
    };
    visit.shown(&title, content)
}

/// Marks it.
pub(crate) async fn mark(Posted { visit, fields }: Posted) -> Answer {
    note::copied(&visit.cx, id(&visit)?, made(&visit, &fields), visit.id("steg")?).await?;
    Ok(Redirect::to(&visit.url(&path(id(&visit)?))).into_response())
}
