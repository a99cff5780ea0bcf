//! One import: what is to be done with it, how far it has come, or what became of it.

use axum::{
    http::HeaderMap,
    response::{IntoResponse, Redirect},
};
use casework::view::imports::{Stands, State};
use casework::{
    job,
    verb::{held, upload},
    view::{
        School,
        imports::{self, Import},
    },
};
use maud::{Markup, html};

use super::{
    super::parts::going::{given_up, how_far},
    files::{self, Read},
    list, result, schools, shared,
};
use crate::{
    failure::{Answer, Stop, again, answered},
    posted::Posted,
    session::Visit,
    ui::{self, Problems, Tone, Weight},
};

/// The part that keeps itself up to date.
const LIVE: &str = "pagar";

/// The page. When nothing goes on any more, a page that asks how far it has come is told to show itself anew.
pub(crate) async fn show(visit: Visit, headers: HeaderMap) -> Answer {
    let import = imports::one(&visit.cx, visit.id("import")?).await?;
    if headers.contains_key("hx-request") && !goes_on(&import) {
        return Ok([("hx-refresh", "true")].into_response());
    }
    let page = page(&visit, &import, &Problems::default()).await?;
    Ok(page.into_response())
}

fn goes_on(import: &Import) -> bool {
    import.state == State::Queued || import.undoing == Some(Stands::UnderWay)
}

/// Lets the files be read, unless something is missing before they can be.
pub(crate) async fn read(Posted { visit, .. }: Posted) -> Answer {
    let import = imports::one(&visit.cx, visit.id("import")?).await?;
    let missing = files::missing(&visit, &files::all(&visit, &import).await?);
    if import.state == State::Waiting && !missing.is_empty() {
        return Ok(again(page(&visit, &import, &missing).await?));
    }
    after(&visit, &import, upload::queue(&visit.cx, import.id).await, "").await
}

/// Confirms a held import.
pub(crate) async fn confirm(Posted { visit, .. }: Posted) -> Answer {
    let import = imports::one(&visit.cx, visit.id("import")?).await?;
    after(&visit, &import, held::confirm(&visit.cx, import.id).await, "?klart=bekraftad").await
}

/// Throws one away that is not visible.
pub(crate) async fn discard(Posted { visit, .. }: Posted) -> Answer {
    let import = imports::one(&visit.cx, visit.id("import")?).await?;
    after(&visit, &import, held::discard(&visit.cx, import.id).await, "?klart=kastad").await
}

/// Back to the page: what was done, or what stood in the way.
async fn after(visit: &Visit, import: &Import, done: casework::Result<()>, flash: &str) -> Answer {
    match answered(done, visit.language())? {
        Ok(()) => Ok(Redirect::to(&shared::at(visit, import, flash)).into_response()),
        Err(problems) => Ok(again(page(visit, import, &problems).await?)),
    }
}

async fn page(visit: &Visit, import: &Import, problems: &Problems) -> Result<Markup, Stop> {
    let known = imports::schools(&visit.cx).await?;
    let read = if import.state == State::Waiting { files::all(visit, import).await? } else { Vec::new() };
    let title = shared::called(visit, import);
    let content = html! {
        (ui::breadcrumbs(&[(&visit.url("/import"), &visit.say("web-import-title"))], visit.language()))
        (ui::error_summary(problems, visit.language()))
        (ui::page_heading(&ui::Heading {
            title: &title,
            lead: &list::made(visit, import),
            tags: shared::state(visit, import.state),
            ..ui::Heading::default()
        }))
        (by_state(visit, import, &read, &known))
    };
    Ok(visit.page(&title, content))
}

fn by_state(visit: &Visit, import: &Import, read: &[Read], known: &[School]) -> Markup {
    match import.state {
        State::Waiting => waiting(visit, import, read),
        State::Queued => queued(visit, import),
        State::Held => is_held(visit, import, known),
        State::Done => done(visit, import, known),
        State::Failed => failed(visit, import),
        State::Discarded => html! {
            (ui::notice(Tone::Info, &visit.say("web-import-discarded"), ui::prose(&[&visit.say("web-import-discarded-help")])))
            (back(visit))
        },
        State::Undone => html! {
            (ui::notice(Tone::Info, &visit.say("web-import-undone"), ui::prose(&[&visit.say("web-import-undone-help")])))
            (back(visit))
        },
    }
}

fn waiting(visit: &Visit, import: &Import, read: &[Read]) -> Markup {
    html! {
        (ui::prose(&[&visit.say("web-import-waiting-lead")]))
        (files::cards(visit, import, read))
        @if import.may_import {
            (ui::actions(html! {
                (ui::post_button(&visit.view, &shared::at(visit, import, ""), Weight::Primary, &visit.say("web-import-read"), &[]))
                (ui::post_button(&visit.view, &shared::at(visit, import, "/kasta"), Weight::Tertiary, &visit.say("web-import-discard"), &[]))
            }))
        }
    }
}

fn queued(visit: &Visit, import: &Import) -> Markup {
    if let Some(at) = import.given_up {
        let said = ("web-import-given-up", "web-import-given-up-help");
        return ui::settled(LIVE, given_up(visit, said, at, import.may_import));
    }
    html! {
        (ui::live(LIVE, &shared::at(visit, import, ""), progress(visit, import), visit.language()))
        (ui::prose(&[&visit.say("web-import-close")]))
    }
}

/// How far one has come that is being read.
pub(super) fn progress(visit: &Visit, import: &Import) -> Markup {
    how_far(visit, job::progress_about(&visit.office, import.id), "web-import-soon")
}

/// One that is visible, also while it is being undone.
fn done(visit: &Visit, import: &Import, known: &[School]) -> Markup {
    let how_far = || how_far(visit, job::progress_about(&visit.office, import.id), "web-import-undo-soon");
    let said = ("web-import-undo-given-up", "web-import-undo-given-up-help");
    html! {
        @match import.undoing {
            Some(Stands::UnderWay) => {
                (ui::notice(Tone::Info, &visit.say("web-import-undoing"), html! {
                    (ui::live(LIVE, &shared::at(visit, import, ""), how_far(), visit.language()))
                    (ui::prose(&[&visit.say("web-import-undo-close")]))
                }))
            }
            Some(Stands::GivenUp(at)) => { (ui::settled(LIVE, given_up(visit, said, at, import.may_import))) }
            Some(Stands::Done(_)) | None => {}
        }
        (result::done(visit, import, known))
    }
}

fn is_held(visit: &Visit, import: &Import, known: &[School]) -> Markup {
    let language = visit.language();
    let is_final = import.told.reasons.iter().any(|reason| reason.is_final);
    let reasons = import.told.reasons.iter().map(|it| html! { (it.said.text(language)) }).collect();
    let next = visit.say(if is_final { "web-import-held-final" } else { "web-import-held-help" });
    html! {
        (ui::notice(Tone::Warning, &visit.say("web-import-held"), html! { (ui::lines(reasons)) (ui::prose(&[&next])) }))
        @if import.may_import {
            (ui::actions(html! {
                @if !is_final {
                    (ui::post_button(&visit.view, &shared::at(visit, import, "/bekrafta"), Weight::Primary, &visit.say("web-import-confirm"), &[]))
                }
                (ui::post_button(&visit.view, &shared::at(visit, import, "/kasta"), Weight::Secondary, &visit.say("web-import-discard"), &[]))
            }))
        }
        (schools::compared(visit, &import.told, known))
        (result::details(visit, &import.told))
    }
}

fn failed(visit: &Visit, import: &Import) -> Markup {
    let errors = import.told.errors.iter().map(|it| html! { (it.text(visit.language())) }).collect();
    html! {
        (ui::notice(Tone::Danger, &visit.say("web-import-failed"), html! {
            (ui::lines(errors))
            (ui::prose(&[&visit.say("web-import-failed-help")]))
        }))
        (back(visit))
    }
}

fn back(visit: &Visit) -> Markup {
    ui::actions(ui::link_button(Weight::Secondary, &visit.url("/import"), &visit.say("web-import-back")))
}
