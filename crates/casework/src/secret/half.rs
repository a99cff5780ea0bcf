//! Half-open sessions: the password was right, the code is still to come. They last ten minutes, one for an account, and
//! lie sealed in the room like a draft, so that any process of the room can go on with them.

use access::UserId;
use data_encoding::BASE64;
use jiff::{SignedDuration, Timestamp};
use room::{Room, drafts, sessions::HALF_OPEN};
use serde_json::{Value, json};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::token;
use crate::Result;

const LASTS: SignedDuration = SignedDuration::from_mins(10);
/// Between the account and the secret: a sign that a cookie can hold and that no id has.
const BETWEEN: char = '_';

/// A half-open session.
pub(crate) struct Half {
    pub(crate) account: UserId,
    /// What was written when signing in.
    pub(crate) login: String,
    /// The second factor that is to be set up, when the account has none.
    pub(crate) secret: Option<Zeroizing<Vec<u8>>>,
}

/// Opens one; the token is the account's id and a secret. One before is closed.
pub(crate) async fn open(
    room: &Room,
    account: UserId,
    login: &str,
    secret: Option<&[u8]>,
    now: Timestamp,
) -> Result<String> {
    let token = token::new()?;
    let body = json!({
        "hash": token::hash(&token).map(|hash| BASE64.encode(&hash)),
        "login": login,
        "secret": secret.map(|secret| BASE64.encode(secret)),
    });
    drafts::put(room, account, HALF_OPEN, Zeroizing::new(body.to_string()).as_bytes(), now).await?;
    Ok(format!("{account}{BETWEEN}{token}"))
}

/// The one with that token, if it has not ended.
pub(crate) async fn find(room: &Room, token: &str, now: Timestamp) -> Result<Option<Half>> {
    let Some((account, token)) = token.split_once(BETWEEN) else { return Ok(None) };
    let (Ok(account), Some(hash)) = (Uuid::parse_str(account), token::hash(token)) else { return Ok(None) };
    let account = UserId(account.as_u128());
    let Some((body, opened)) = drafts::get(room, account, HALF_OPEN).await? else { return Ok(None) };
    let body: Value = serde_json::from_slice(&body).unwrap_or_default();
    let text = |name: &str| body.get(name).and_then(Value::as_str);
    // The hash of a random token tells nothing of it, so how long it takes to compare them tells nothing either.
    let same = text("hash").is_some_and(|kept| kept == BASE64.encode(&hash));
    let (Some(login), true) = (text("login"), same && now.duration_since(opened) < LASTS) else { return Ok(None) };
    let secret = text("secret").and_then(|secret| BASE64.decode(secret.as_bytes()).ok()).map(Zeroizing::new);
    Ok(Some(Half { account, login: login.to_owned(), secret }))
}

/// Closes it.
pub(crate) async fn close(room: &Room, account: UserId) -> Result<()> {
    Ok(drafts::delete(room, account, HALF_OPEN).await?)
}
