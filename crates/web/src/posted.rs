//! A form that somebody has sent: who it is, that the form is ours, and that nothing typed is lost when it is not.

use axum::{
    Form,
    extract::{FromRequest, Request},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};

use crate::{
    failure::Stop,
    fields::Fields,
    session::{Door, Visit},
    site::Shared,
    ui::{self, Field, Kind, Tone, Weight},
};

/// The field that carries the session's token.
pub(crate) const TOKEN: &str = "token";

/// Longer than this, or with a line break, an answer is shown in a field of several lines.
const LINE: usize = 60;

/// A form sent by somebody who has signed in.
pub struct Posted {
    /// Who, where and when.
    pub visit: Visit,
    /// What was sent.
    pub fields: Fields,
}

/// A form sent by somebody who has not: signing in itself.
pub struct Unsigned {
    /// Where and when.
    pub door: Door,
    /// What was sent.
    pub fields: Fields,
}

async fn read(request: Request, site: &Shared) -> Result<(Door, Fields), Stop> {
    let (mut parts, body) = request.into_parts();
    let door = <Door as axum::extract::FromRequestParts<Shared>>::from_request_parts(&mut parts, site).await?;
    let form = Form::<Vec<(String, String)>>::from_request(Request::from_parts(parts, body), site).await;
    let Form(pairs) = form.map_err(|rejection| Stop::Answered(Box::new(rejection.status().into_response())))?;
    Ok((door, Fields(pairs)))
}

impl FromRequest<Shared> for Unsigned {
    type Rejection = Stop;

    async fn from_request(request: Request, site: &Shared) -> Result<Unsigned, Stop> {
        let (door, fields) = read(request, site).await?;
        Ok(Unsigned { door, fields })
    }
}

impl FromRequest<Shared> for Posted {
    type Rejection = Stop;

    async fn from_request(request: Request, site: &Shared) -> Result<Posted, Stop> {
        let (door, fields) = read(request, site).await?;
        match door.visit().await? {
            Err(door) => Err(kept(&door, &fields, false)),
            Ok(visit) if same(fields.get(TOKEN), visit.view.token.as_deref().unwrap_or_default()) => {
                Ok(Posted { visit, fields })
            }
            // Somebody else's form, as when another person has signed in since it was shown.
            Ok(visit) => Err(kept(&visit, &fields, true)),
        }
    }
}

/// Compares without telling by its time where the two begin to differ.
pub(crate) fn same(sent: &str, expected: &str) -> bool {
    let differing = sent.bytes().zip(expected.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b));
    !expected.is_empty() && sent.len() == expected.len() && differing == 0
}

/// The form as it was typed, to be sent again. Nothing of it is kept on the way.
fn kept(door: &Door, fields: &Fields, signed_in: bool) -> Stop {
    let page = page(door, fields, signed_in);
    let answer: Response = (StatusCode::UNAUTHORIZED, page).into_response();
    Stop::Answered(Box::new(answer))
}

fn page(door: &Door, fields: &Fields, signed_in: bool) -> Markup {
    let codes = if signed_in {
        ("web-again-title", "web-again-signed-in", "web-again-send")
    } else {
        ("web-again-title", "web-again-signed-out", "web-again-send")
    };
    let title = door.say(codes.0);
    let content = html! {
        (ui::page_heading(&ui::Heading { title: &title, ..ui::Heading::default() }))
        (ui::notice(Tone::Warning, &door.say("web-again-kept"), html! {
            (ui::prose(&[&door.say(codes.1)]))
            @if !signed_in { (ui::new_window(&door.url("/logga-in"), &door.say("web-again-sign-in"))) }
        }))
        (ui::form(&door.view, &door.here(), html! {
            // When whoever the form was shown to has signed in again, its token is good: it is sent once and not twice.
            @if !signed_in { (ui::hidden(TOKEN, fields.get(TOKEN))) }
            @for (name, value) in &fields.0 { (again(door, name, value)) }
            (ui::actions(ui::button(Weight::Primary, &door.say(codes.2))))
        }))
    };
    door.page(&title, content)
}

/// What was written is shown; what was chosen goes along unseen; secrets and the token do not go along.
fn again(door: &Door, name: &str, value: &str) -> Markup {
    let secret = name == TOKEN || ["password", "new", "losenord", "code", "kod"].contains(&name);
    let written = value.chars().count() > LINE || value.contains(['\n', ' ']);
    let label = door.say("web-again-written");
    html! {
        @if secret {
        } @else if value.contains('\n') || value.chars().count() > LINE {
            (ui::textarea(&Field { name, label: &label, ..Field::default() }, 6, value))
        } @else if written {
            (ui::input(&Field { name, label: &label, ..Field::default() }, Kind::Text, value))
        } @else {
            (ui::hidden(name, value))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn only_the_whole_token_of_a_session_is_the_token() {
        assert!(same("abc", "abc"));
        for (sent, expected) in [("", ""), ("abd", "abc"), ("ab", "abc"), ("abcd", "abc"), ("abc", "")] {
            assert!(!same(sent, expected), "{sent} {expected}");
        }
    }
}
