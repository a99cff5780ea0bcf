//! Signing in and out: password and a code from an app, sessions with an end.

use jiff::Timestamp;

use crate::{Office, Result, Who};

/// A session as the cookie knows it.
#[derive(Clone)]
pub struct Token(pub String);

/// Where signing in stands after the password.
pub enum Step {
    /// The code is asked for next, in this half-open session.
    Code(Token),
    /// The second factor is to be set up: its secret as text and as an `otpauth` address for a QR code.
    SetUp(Token, String, String),
}

/// A session that holds.
#[derive(Clone, Debug)]
pub struct Session {
    /// Who.
    pub who: Who,
    /// What every form of the session must carry.
    pub form_token: String,
    /// When it ends without use.
    pub ends: Timestamp,
}

/// Password first. The answer and its time are the same for a login that does not exist.
///
/// # Errors
/// Refused: wrong login or password; too many attempts, with when to try again. The room.
pub async fn password(office: &Office, login: &str, password: &str, now: Timestamp) -> Result<Step> {
    Err(crate::failure::unbuilt())
}

/// Then the code; one code is good once.
///
/// # Errors
/// Refused: wrong code; the half-open session has ended. The room.
pub async fn code(office: &Office, half: &Token, code: &str, now: Timestamp) -> Result<Token> {
    Err(crate::failure::unbuilt())
}

/// Who a session is, and that it is in use; `None` when it has ended.
///
/// # Errors
/// The room.
pub async fn session(office: &Office, token: &Token, now: Timestamp) -> Result<Option<Session>> {
    Err(crate::failure::unbuilt())
}

/// Ends a session.
///
/// # Errors
/// The room.
pub async fn out(office: &Office, token: &Token, now: Timestamp) -> Result<()> {
    Err(crate::failure::unbuilt())
}

/// In a room that the demo made, and only there: a session without password.
///
/// # Errors
/// Denied: the demo did not make the room. The room.
pub async fn chosen(office: &Office, user: access::UserId, now: Timestamp) -> Result<Token> {
    Err(crate::failure::unbuilt())
}

/// The accounts to choose among in a room that the demo made.
///
/// # Errors
/// Denied: the demo did not make the room. The room.
pub async fn choices(office: &Office) -> Result<Vec<Who>> {
    Err(crate::failure::unbuilt())
}
