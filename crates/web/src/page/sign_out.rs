//! `/rum/logga-ut`: ends the session.

use axum::{
    http::header,
    response::{AppendHeaders, IntoResponse, Redirect},
};
use casework::verb::sign_in;

use crate::{failure::Answer, posted::Unsigned};

/// Whoever asks to be signed out is, also when the form is of a session before.
pub(crate) async fn send(Unsigned { door, .. }: Unsigned) -> Answer {
    if let Some(token) = &door.token {
        sign_in::out(&door.office, token, door.now).await?;
    }
    let gone = door.site.cookies().clear(&door.cookie())?;
    let to = if door.site.demo { "/".to_owned() } else { format!("{}?klart=utloggad", door.url("/logga-in")) };
    Ok((AppendHeaders([(header::SET_COOKIE, gone)]), Redirect::to(&to)).into_response())
}
