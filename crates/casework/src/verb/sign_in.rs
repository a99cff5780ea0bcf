//! Signing in and out: password and a code from an app, sessions with an end.

use access::UserId;
use jiff::{SignedDuration, Timestamp};
use room::accounts::{self, SignIn};
use room::sessions::{self, Lasts};
use text::{Arg, Message};

use crate::secret::gate::{PATIENCE, locked_until};
use crate::secret::half::{self, Half};
use crate::secret::{password as hashed, random, recovery, totp};
use crate::verb::account::password_of;
use crate::{Cx, Failure, Office, Refusal, Result, Who};

/// A session ends an hour after the last request, and twelve hours after signing in.
const LASTS: Lasts = Lasts { idle: SignedDuration::from_hours(1), whole: SignedDuration::from_hours(12) };

/// A session as the cookie knows it.
#[derive(Clone)]
pub struct Token(pub String);

impl std::fmt::Debug for Token {
    /// Nothing: whoever has it is signed in.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token")
    }
}

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
    /// Whether a password of one's own must be chosen first: the one there is was made by somebody else.
    pub choose_password: bool,
    /// When it ends without use.
    pub ends: Timestamp,
}

/// Password first. The answer and its time are the same for a login that does not exist.
///
/// # Errors
/// Refused: wrong login or password; too many attempts, with when to try again. The room.
pub async fn password(office: &Office, login: &str, password: &str, now: Timestamp) -> Result<Step> {
    let (room, login) = (office.room(), login.trim().to_lowercase());
    enter(office, &login, now).await?;
    let found = accounts::for_sign_in(room, &login).await?;
    let hash = found.as_ref().and_then(|it| it.password.as_ref()).map(|hash| hash.as_str());
    let right = hashed::is_right(password, hash).await?;
    let account = match found {
        Some(it) if right && !it.disabled => it,
        other => return Err(fail(office, &login, other.map(|it| it.id), Refusal::new("login-wrong"), now).await),
    };
    if account.totp.is_some() {
        return Ok(Step::Code(Token(half::open(room, account.id, &login, None, now).await?)));
    }
    let secret = random::bytes::<20>()?;
    let token = half::open(room, account.id, &login, Some(&secret), now).await?;
    let (text, address) = shown(office, &secret, &login);
    Ok(Step::SetUp(Token(token), text, address))
}

/// The second factor that is to be set up in a half-open session, as [`Step::SetUp`] told it: to show it again. `None`
/// when the account has one, or the session has ended.
///
/// # Errors
/// The room.
pub async fn set_up(office: &Office, half: &Token, now: Timestamp) -> Result<Option<(String, String)>> {
    let found = half::find(office.room(), &half.0, now).await?;
    Ok(found.and_then(|it| it.secret.map(|secret| shown(office, &secret, &it.login))))
}

/// Then the code, from the app or a recovery code; one code is good once. The first right code also sets up the second factor.
///
/// # Errors
/// Refused: wrong code; too many attempts, with when to try again; the half-open session has ended. The room.
pub async fn code(office: &Office, half: &Token, code: &str, now: Timestamp) -> Result<Token> {
    let (room, again) = (office.room(), || Failure::from(Refusal::new("login-again")));
    let open = half::find(room, &half.0, now).await?.ok_or_else(again)?;
    enter(office, &open.login, now).await?;
    let found = accounts::for_sign_in(room, &open.login).await?.filter(|it| it.id == open.account && !it.disabled);
    let account = found.ok_or_else(again)?;
    if !used_up(office, &account, &open, code, now).await? {
        return Err(fail(office, &open.login, Some(account.id), Refusal::new("login-wrong-code"), now).await);
    }
    half::close(room, open.account).await?;
    let token = sessions::open(room, account.id, LASTS, now).await?;
    Ok(Token(token.to_string()))
}

/// Uses up a code: whether it was right and not used before.
async fn used_up(office: &Office, account: &SignIn, open: &Half, code: &str, now: Timestamp) -> Result<bool> {
    // What the account has counts; what the half-open session offers counts only while it has none.
    let (secret, is_new) = match (&account.totp, &open.secret) {
        (Some(secret), _) => (secret, false),
        (None, Some(secret)) => (secret, true),
        (None, None) => return Ok(false),
    };
    // A recovery code, only where a second factor is there to be recovered from.
    if let (false, Some(code)) = (is_new, recovery::typed(code)) {
        return Ok(accounts::use_code(office.room(), account.id, &code, now).await?);
    }
    let Some(step) = totp::step_of(secret, code, now, account.totp_last_step) else { return Ok(false) };
    if is_new {
        accounts::set_totp(office.room(), account.id, secret, step).await?;
        return Ok(true);
    }
    Ok(accounts::totp_used(office.room(), account.id, step).await?)
}

/// Who a session is, and that it is in use; `None` when it has ended.
///
/// # Errors
/// The room.
pub async fn session(office: &Office, token: &Token, now: Timestamp) -> Result<Option<Session>> {
    let Some(found) = sessions::find(office.room(), &token.0, LASTS, now).await? else { return Ok(None) };
    let who = Who { user: found.account, name: found.name, roles: found.roles };
    let ends = now.checked_add(LASTS.idle).unwrap_or(now).min(found.ends);
    // In the demo nobody has signed in by password.
    let choose_password = found.password_given && !office.room().is_demo();
    Ok(Some(Session { who, form_token: found.csrf, choose_password, ends }))
}

/// Chooses another password, by whoever is signed in and knows the one before. Every session of the account ends, and a
/// new one begins.
///
/// # Errors
/// Refused: `old` is wrong, which is counted as at the sign-in, or there have been too many tries; `new` is the same, too short or among the most usual. The room.
pub async fn choose_password(cx: &Cx, office: &Office, old: &str, new: &str) -> Result<Token> {
    own_password(cx, office, old).await?;
    let (room, who) = (office.room(), cx.who().ok_or_else(|| Failure::denied("denied-settings"))?);
    if old == new {
        return Err(Refusal::at("new", "password-same").into());
    }
    if let Some(wrong) = password_of(new, "") {
        return Err(Refusal { field: Some("new"), ..wrong }.into());
    }
    accounts::set_password(room, who.user, &hashed::hash(new).await?, cx.now()).await?;
    sessions::close_all(room, who.user).await?;
    Ok(Token(sessions::open(room, who.user, LASTS, cx.now()).await?.to_string()))
}

/// That whoever is signed in knows her own password: asked anew before what an open session must not be enough for.
pub(super) async fn own_password(cx: &Cx, office: &Office, password: &str) -> Result<()> {
    let (room, who) = (office.room(), cx.who().ok_or_else(|| Failure::denied("denied-settings"))?);
    let own = accounts::own(room, who.user).await?;
    let (login, hash) = own.ok_or_else(|| Failure::denied("denied-settings"))?;
    enter(office, &login, cx.now()).await?;
    if hashed::is_right(password, hash.as_ref().map(|hash| hash.as_str())).await? {
        return Ok(());
    }
    // Whoever has found somebody's open session guesses no faster here than at the sign-in.
    Err(fail(office, &login, Some(who.user), Refusal::at("password", "password-wrong"), cx.now()).await)
}

/// Ends a session.
///
/// # Errors
/// The room.
pub async fn out(office: &Office, token: &Token, _now: Timestamp) -> Result<()> {
    Ok(sessions::close(office.room(), &token.0).await?)
}

/// In a room that the demo made, and only there: a session without password.
///
/// # Errors
/// Denied: the demo did not make the room. The room.
pub async fn chosen(office: &Office, user: UserId, now: Timestamp) -> Result<Token> {
    demo_only(office)?;
    Ok(Token(sessions::open(office.room(), user, LASTS, now).await?.to_string()))
}

/// The accounts to choose among in a room that the demo made.
///
/// # Errors
/// Denied: the demo did not make the room. The room.
pub async fn choices(office: &Office) -> Result<Vec<Who>> {
    demo_only(office)?;
    let all = accounts::in_demo(office.room()).await?;
    Ok(all.into_iter().map(|it| Who { user: it.id, name: it.name, roles: it.roles }).collect())
}

fn demo_only(office: &Office) -> Result<()> {
    if office.room().is_demo() { Ok(()) } else { Err(Failure::denied("login-not-demo")) }
}

fn shown(office: &Office, secret: &[u8], login: &str) -> (String, String) {
    (totp::as_text(secret), totp::address(secret, office.room().name(), login))
}

/// Whether a try may be made now.
async fn enter(office: &Office, login: &str, now: Timestamp) -> Result<()> {
    let tries = accounts::tries(office.room(), login).await?;
    match tries.and_then(|tries| locked_until(tries, now)) {
        Some(until) => Err(wait_until(until, now)),
        None if office.gate().enter(now) => Ok(()),
        None => Err(Refusal::new("login-busy").into()),
    }
}

/// Minutes to wait, rounded up: whoever comes back then is let in.
fn wait_until(until: Timestamp, now: Timestamp) -> Failure {
    let minutes = (until.duration_since(now).as_secs() + 59) / 60;
    let message = Message::new("login-wait").with("minutes", Arg::Count(minutes.max(1)));
    Failure::Refused(vec![Refusal { field: None, message }])
}

/// Counts a failure, and says no.
async fn fail(office: &Office, login: &str, account: Option<UserId>, no: Refusal, now: Timestamp) -> Failure {
    match accounts::failed(office.room(), login, account, PATIENCE, now).await {
        Ok(_) => no.into(),
        Err(fault) => fault.into(),
    }
}
