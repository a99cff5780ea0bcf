//! Undoing an import: first what happens and what does not, then the doing.

use axum::response::{IntoResponse, Redirect};
use casework::view::imports::{Stands, State};
use casework::{
    verb::undo,
    view::imports::{self, Import},
};
use maud::{Markup, html};

use super::shared;
use crate::{
    failure::{Answer, Stop, again, answered},
    posted::Posted,
    session::Visit,
    ui::{self, Problems, Tone, Weight},
    words::{tell, words},
};

/// What happens and what does not.
pub(crate) async fn show(visit: Visit) -> Answer {
    let import = undoable(&visit).await?;
    visit.shown(&visit.say("web-import-undo-title"), content(&visit, &import, &Problems::default()))
}

/// Has it undone, or tells why not.
pub(crate) async fn run(Posted { visit, .. }: Posted) -> Answer {
    let import = undoable(&visit).await?;
    match answered(undo::ask(&visit.cx, import.id).await, visit.language())? {
        Ok(()) => Ok(Redirect::to(&shared::at(&visit, &import, "")).into_response()),
        Err(problems) => {
            let content = content(&visit, &import, &problems);
            Ok(again(visit.page(&visit.say("web-import-undo-title"), content)))
        }
    }
}

/// The import, when there is something to undo; otherwise its page says what became of it.
async fn undoable(visit: &Visit) -> Result<Import, Stop> {
    let import = imports::one(&visit.cx, visit.id("import")?).await?;
    if !import.may_import {
        return Err(Stop::Missing);
    }
    if import.state != State::Done || import.version.is_none() || import.undoing == Some(Stands::UnderWay) {
        return Err(Stop::Elsewhere(shared::at(visit, &import, "")));
    }
    Ok(import)
}

fn content(visit: &Visit, import: &Import, problems: &Problems) -> Markup {
    let title = visit.say("web-import-undo-title");
    let time = words(shared::time(import.made_at));
    let lead = tell("web-import-undo-lead", [("time", time)], visit.language());
    let back = shared::at(visit, import, "");
    let lines = |codes: &[&'static str]| ui::lines(codes.iter().map(|code| html! { (visit.say(code)) }).collect());
    let does = lines(&["web-import-undo-days", "web-import-undo-lists"]);
    let does_not = lines(&["web-import-undo-roster", "web-import-undo-written", "web-import-undo-once"]);
    html! {
        (shared::above(visit, import))
        (ui::error_summary(problems, visit.language()))
        (ui::page_heading(&ui::Heading { title: &title, lead: &lead, ..ui::Heading::default() }))
        (ui::notice(Tone::Info, &visit.say("web-import-undo-does"), does))
        (ui::notice(Tone::Warning, &visit.say("web-import-undo-does-not"), does_not))
        (ui::form(&visit.view, &shared::at(visit, import, "/angra"), ui::actions(html! {
            (ui::danger_button(&visit.say("web-import-undo")))
            (ui::link_button(Weight::Tertiary, &back, &visit.say("web-import-keep")))
        })))
    }
}
