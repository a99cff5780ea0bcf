//! When the second factor is lost: codes that were printed, another app, and the way in for the last administrator.

use access::{Target, UserId, WriteAct};
use room::accounts;
use text::{Arg, Message};

use super::account::password_of;
use super::sign_in::own_password;
use crate::secret::{password, recovery};
use crate::{Cx, Failure, Office, Refusal, Result};

/// Codes left, below which somebody is told to make others.
pub const FEW: i64 = 3;

/// Gives whoever has just coupled an app the first set of codes, to be shown once, in groups of four.
///
/// # Errors
/// Denied: nobody is signed in. The room.
pub async fn first(cx: &Cx) -> Result<Vec<String>> {
    made(cx, user(cx)?).await
}

/// Gives another set to whoever knows the password; those before are worthless.
///
/// # Errors
/// Refused: `password` is wrong, which is counted as at the sign-in, or there have been too many tries. The room.
pub async fn renew(cx: &Cx, office: &Office, password: &str) -> Result<Vec<String>> {
    own_password(cx, office, password).await?;
    made(cx, user(cx)?).await
}

/// How many codes are left of one's own.
///
/// # Errors
/// Denied: nobody is signed in. The room.
pub async fn left(cx: &Cx) -> Result<i64> {
    Ok(accounts::codes_left(cx.room(), user(cx)?).await?)
}

/// Lets whoever knows the password couple another app at the next sign-in. Every session ends, this one too.
///
/// # Errors
/// As for [`renew`].
pub async fn another_app(cx: &Cx, office: &Office, password: &str) -> Result<()> {
    own_password(cx, office, password).await?;
    Ok(accounts::forget_second_factor(cx.room(), user(cx)?, cx.now()).await?)
}

/// A new beginning for an account, by whoever runs commands on the machine: another password, no second factor, open.
/// For the last administrator who has lost everything.
///
/// # Errors
/// Refused: no account has that `login`, or the password is too short. Denied. The room.
pub async fn recover(cx: &Cx, login: &str, password: &str) -> Result<()> {
    let permit = || cx.access().decide(cx.actor(), WriteAct::ManageAccounts, &Target::Room);
    let (reset, open) = (permit()?, permit()?);
    if let Some(wrong) = password_of(password, login) {
        return Err(wrong.into());
    }
    let found = accounts::for_sign_in(cx.room(), login).await?;
    let account = found.ok_or_else(|| {
        let message = Message::new("recover-no-account").with("login", Arg::Text(login.trim().to_owned()));
        Failure::from(Refusal { field: Some("login"), message })
    })?;
    let hash = password::hash(password).await?;
    let mut change = cx.room().change(cx.now()).await?;
    accounts::reset(&mut change, reset, account.id, Some(&hash)).await?;
    accounts::enable(&mut change, open, account.id).await?;
    Ok(change.commit().await?)
}

async fn made(cx: &Cx, user: UserId) -> Result<Vec<String>> {
    let codes = recovery::set()?;
    accounts::put_codes(cx.room(), user, &codes, cx.now()).await?;
    Ok(codes.iter().map(|code| recovery::grouped(code)).collect())
}

fn user(cx: &Cx) -> Result<UserId> {
    cx.who().map(|who| who.user).ok_or_else(|| Failure::denied("denied-settings"))
}
