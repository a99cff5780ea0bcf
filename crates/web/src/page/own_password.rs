//! `/rum/nytt-losenord`: everybody chooses her own password, and must when somebody else made the one there is.

use axum::response::{IntoResponse, Redirect};
use casework::verb::sign_in;
use maud::{Markup, html};

use crate::{
    failure::{Answer, again, answered},
    page::sign_in::cookie,
    posted::Posted,
    session::Visit,
    ui::{self, Field, Kind, Problems, Weight},
};

/// Where the page is, in a room.
pub(crate) const PATH: &str = "/nytt-losenord";

pub(crate) async fn show(visit: Visit) -> Answer {
    Ok(page(&visit, &Problems::default()).into_response())
}

/// Sets it; the browser gets a new session.
pub(crate) async fn save(Posted { visit, fields }: Posted) -> Answer {
    // Not trimmed: a password may begin or end with a space.
    let typed = |wanted| fields.0.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value.as_str());
    let chosen = sign_in::choose_password(&visit.cx, &visit.office, typed("password"), typed("new")).await;
    match answered(chosen, visit.language())? {
        Err(problems) => Ok(again(page(&visit, &problems))),
        Ok(token) => Ok((cookie(&visit, &token)?, Redirect::to(&visit.url("/?klart=losenord"))).into_response()),
    }
}

fn page(visit: &Visit, problems: &Problems) -> Markup {
    let title = visit.say("web-password-title");
    let (old, new, hint) =
        (visit.say("web-password-old"), visit.say("web-password-new"), visit.say("web-first-password-hint"));
    let content = ui::narrow(html! {
        (ui::error_summary(problems, visit.language()))
        (ui::page_heading(&ui::Heading { title: &title, lead: &visit.say("web-password-lead"), ..ui::Heading::default() }))
        (ui::form(&visit.view, &visit.url(PATH), html! {
            (ui::input(
                &Field { name: "password", label: &old, error: problems.of("password"), ..Field::default() },
                Kind::Password,
                "",
            ))
            (ui::input(
                &Field { name: "new", label: &new, hint: &hint, error: problems.of("new") },
                Kind::NewPassword,
                "",
            ))
            (ui::actions(ui::button(Weight::Primary, &visit.say("web-password-button"))))
        }))
    });
    visit.page(&title, content)
}
