//! `/rum/logga-in/kod`: the code from the app, and the first time, how the app is connected.

use axum::response::{IntoResponse, Redirect};
use casework::verb::sign_in;
use maud::{Markup, html};

use crate::{
    failure::{Answer, Stop, again, answered},
    page::{
        recovery,
        sign_in::{asked, back, cookie},
    },
    posted::Unsigned,
    session::Door,
    ui::{self, Field, Kind, Problems, Weight},
};

/// Digits of a code from an app.
const APP: usize = 6;

pub(crate) async fn show(door: Door) -> Answer {
    if door.token.is_none() {
        return Err(Stop::Elsewhere(door.url("/logga-in")));
    }
    let till = back(&door, asked(&door.view.query));
    Ok(asking(&door, &till, &Problems::default()).await?.into_response())
}

pub(crate) async fn send(Unsigned { door, fields }: Unsigned) -> Answer {
    let Some(half) = &door.token else { return Err(Stop::Elsewhere(door.url("/logga-in"))) };
    let till = back(&door, fields.get("till"));
    // Apps show the code in two groups, and paper has recovery codes in three.
    let code: String = fields.get("code").chars().filter(|c| !c.is_whitespace()).collect();
    let is_new = sign_in::set_up(&door.office, half, door.now).await?.is_some();
    match answered(sign_in::code(&door.office, half, &code, door.now).await, door.language())? {
        Err(problems) => Ok(again(asking(&door, &till, &problems).await?)),
        Ok(token) if is_new => {
            let page = recovery::first(&door, &token, &till).await?;
            Ok((cookie(&door, &token)?, page).into_response())
        }
        // Six digits come from the app: whoever needed another code is told how many are left, and what to do.
        Ok(token) if code.len() > APP => {
            let on = door.url(&format!("{}?klart=reservkod", recovery::PATH));
            Ok((cookie(&door, &token)?, Redirect::to(&on)).into_response())
        }
        Ok(token) => Ok((cookie(&door, &token)?, Redirect::to(&till)).into_response()),
    }
}

/// The page that the half-open session is at: with the key as long as the app is not connected.
async fn asking(door: &Door, till: &str, problems: &Problems) -> Result<Markup, Stop> {
    let half = door.token.as_ref().ok_or(Stop::Missing)?;
    Ok(match sign_in::set_up(&door.office, half, door.now).await? {
        Some((secret, address)) => set_up(door, (&secret, &address), till, problems),
        None => page(door, till, problems),
    })
}

fn page(door: &Door, till: &str, problems: &Problems) -> Markup {
    let title = door.say("web-code-title");
    let content = ui::narrow(html! {
        (ui::error_summary(problems, door.language()))
        (ui::page_heading(&ui::Heading { title: &title, lead: &door.say("web-code-lead"), ..ui::Heading::default() }))
        (form(door, till, &door.say("web-code-hint"), problems))
    });
    door.page(&title, content)
}

fn form(door: &Door, till: &str, hint: &str, problems: &Problems) -> Markup {
    ui::form(
        &door.view,
        &door.url("/logga-in/kod"),
        html! {
            (ui::hidden("till", till))
            (ui::input(
                &Field { name: "code", label: &door.say("web-code-label"), hint, error: problems.of("code") },
                Kind::OneTimeCode,
                "",
            ))
            (ui::actions(html! {
                (ui::button(Weight::Primary, &door.say("web-code-button")))
                (ui::link_button(Weight::Tertiary, &door.url("/logga-in"), &door.say("web-code-again")))
            }))
        },
    )
}

/// How the app is connected, by a secret and its address: shown until the first right code.
pub(crate) fn set_up(door: &Door, (secret, address): (&str, &str), till: &str, problems: &Problems) -> Markup {
    let title = door.say("web-factor-title");
    let steps = ["web-factor-step-1", "web-factor-step-2", "web-factor-step-3"].map(|code| door.say(code));
    let content = ui::narrow(html! {
        (ui::error_summary(problems, door.language()))
        (ui::page_heading(&ui::Heading { title: &title, lead: &door.say("web-factor-lead"), ..ui::Heading::default() }))
        (ui::steps(&steps))
        (ui::square(address, &door.say("web-factor-picture")))
        (ui::prose(&[&door.say("web-factor-text")]))
        (ui::copied(secret))
        (ui::prose(&[&door.say("web-factor-keep")]))
        (form(door, till, "", problems))
    });
    door.page(&title, content)
}
