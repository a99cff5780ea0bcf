//! The officer's recurring task: pupils with protected identity are looked after by hand, and here it is noted.

use axum::response::{IntoResponse, Redirect};
use casework::{verb::protected as verb, view::protected};
use maud::html;

use crate::{
    failure::Answer,
    posted::Posted,
    session::Visit,
    ui::{self, Tone, Weight},
    words,
};

/// When it is due, how it is done, and when it was.
pub(crate) async fn show(visit: Visit) -> Answer {
    let task = protected::view(&visit.cx).await?;
    let language = visit.language();
    let due = [("day", words::words(words::long_day(task.due, language)))];
    let (tone, heading, help) = if task.is_due {
        (Tone::Warning, "web-protected-due", "web-protected-due-help")
    } else {
        (Tone::Info, "web-protected-later", "web-protected-later-help")
    };
    let title = visit.say("web-protected-title");
    let how =
        ["web-protected-how-where", "web-protected-how-ask", "web-protected-how-note"].map(|code| visit.say(code));
    let content = html! {
        (ui::page_heading(&ui::Heading {
            title: &title,
            lead: &visit.say("web-protected-lead"),
            ..ui::Heading::default()
        }))
        (ui::notice(tone, &visit.say(heading), ui::prose(&[&words::tell(help, due, language)])))
        (ui::section(&visit.say("web-protected-how"), ui::steps(&how)))
        (ui::actions(ui::post_button(
            &visit.view,
            &visit.url("/skyddade"),
            if task.is_due { Weight::Primary } else { Weight::Secondary },
            &visit.say("web-protected-done"),
            &[],
        )))
        (ui::section(&visit.say("web-protected-before"), html! {
            @if task.done.is_empty() { (ui::quiet(&visit.say("web-protected-never"))) }
            (ui::lines(task.done.iter().map(|day| html! { (words::long_day(*day, language)) }).collect()))
        }))
    };
    visit.shown(&title, content)
}

/// Notes that it is done.
pub(crate) async fn checked(Posted { visit, .. }: Posted) -> Answer {
    verb::checked(&visit.cx).await?;
    Ok(Redirect::to(&visit.url("/skyddade?klart=skyddade")).into_response())
}
