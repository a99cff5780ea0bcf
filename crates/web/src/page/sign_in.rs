//! `/rum/logga-in`: login and password, and then on to the code.

use axum::{
    http::{HeaderName, HeaderValue, header},
    response::{AppendHeaders, IntoResponse, Redirect},
};
use casework::verb::{
    account,
    sign_in::{self, Step, Token},
};
use maud::{Markup, html};
use text::Arg;

use crate::{
    failure::{Answer, Stop, again, answered},
    page::code,
    posted::Unsigned,
    session::Door,
    ui::{self, Field, Kind, Problems, Weight},
    words::tell,
};

pub(crate) async fn show(door: Door) -> Answer {
    if door.site.setup.contains_key(&door.slug) && account::none(&door.office).await? {
        return Err(Stop::Elsewhere(door.url("/forsta-gangen")));
    }
    if door.clone().visit().await?.is_ok() {
        return Err(Stop::Elsewhere(back(&door, asked(&door.view.query))));
    }
    let till = back(&door, asked(&door.view.query));
    Ok(page(&door, "", &till, &Problems::default()).into_response())
}

pub(crate) async fn send(Unsigned { door, fields }: Unsigned) -> Answer {
    let (login, till) = (fields.get("login"), back(&door, fields.get("till")));
    // Not trimmed: a password may begin or end with a space.
    let password = fields.0.iter().find(|(name, _)| name == "password").map_or("", |(_, value)| value);
    match answered(sign_in::password(&door.office, login, password, door.now).await, door.language())? {
        Err(problems) => Ok(again(page(&door, login, &till, &problems))),
        Ok(Step::Code(token)) => {
            leave(&door).await?;
            let to = format!("{}?till={till}", door.url("/logga-in/kod"));
            Ok((cookie(&door, &token)?, Redirect::to(&to)).into_response())
        }
        Ok(Step::SetUp(token, secret, address)) => {
            leave(&door).await?;
            let page = code::set_up(&door, (&secret, &address), &till, &Problems::default());
            Ok((cookie(&door, &token)?, page).into_response())
        }
    }
}

/// Ends the session that the browser has: its cookie is about to be another's, and nobody could end it after.
async fn leave(door: &Door) -> Result<(), Stop> {
    if let Some(token) = &door.token {
        sign_in::out(&door.office, token, door.now).await?;
    }
    Ok(())
}

/// A header that sets a cookie.
pub(crate) type Set = AppendHeaders<[(HeaderName, HeaderValue); 1]>;

/// The session's cookie: it goes when the browser is closed.
pub(crate) fn cookie(door: &Door, token: &Token) -> Result<Set, Stop> {
    let set = door.site.cookies().set(&door.cookie(), &token.0, None)?;
    Ok(AppendHeaders([(header::SET_COOKIE, set)]))
}

/// The page that one wanted, as the address tells it.
pub(crate) fn asked(query: &str) -> &str {
    query.split('&').find_map(|pair| pair.strip_prefix("till=")).unwrap_or_default()
}

/// Where to go on: a path of this room, without anything after `?`; otherwise its first page. What is not plainly a
/// path of ours is not followed.
pub(crate) fn back(door: &Door, till: &str) -> String {
    let (start, path) = (door.url("/"), till.split(['?', '#']).next().unwrap_or_default());
    let ours = path.starts_with(&start)
        && !path.contains("//")
        && !path.contains("/logga-")
        && path.chars().all(|c| c.is_ascii_alphanumeric() || c == '/' || c == '-');
    if ours { path.to_owned() } else { start }
}

fn page(door: &Door, login: &str, till: &str, problems: &Problems) -> Markup {
    let title = door.say("web-sign-in-title");
    let lead = tell("web-sign-in-lead", [("room", Arg::Text(door.office.room().name().to_owned()))], door.language());
    let content = ui::narrow(html! {
        (ui::error_summary(problems, door.language()))
        (ui::page_heading(&ui::Heading { title: &title, lead: &lead, ..ui::Heading::default() }))
        (ui::form(&door.view, &door.url("/logga-in"), html! {
            (ui::hidden("till", till))
            (ui::input(
                &Field { name: "login", label: &door.say("web-sign-in-login"), error: problems.of("login"), ..Field::default() },
                Kind::Username,
                login,
            ))
            (ui::input(
                &Field { name: "password", label: &door.say("web-sign-in-password"), error: problems.of("password"), ..Field::default() },
                Kind::Password,
                "",
            ))
            (ui::actions(ui::button(Weight::Primary, &door.say("web-sign-in-button"))))
        }))
        (ui::details(&door.say("web-sign-in-help"), ui::prose(&[&door.say("web-sign-in-help-text"), &door.say("web-sign-in-session")])))
    });
    door.page(&title, content)
}
