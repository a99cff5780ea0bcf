//! Sessions: somebody is signed in. The database holds the hash of a secret that only the browser has.

use access::{RoleAt, UserId};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::accounts;
use crate::failure::{Result, fault, refuse};
use crate::journal::{self, Draft, Kind};
use crate::room::Room;
use crate::store::{on_read, on_tx};

/// The form whose draft is a half-open session: the password was right, the code is still to come.
pub const HALF_OPEN: &str = "half";

const FAILED: &str = "a session";
/// How stale the time of the last request may be: it is not written at each.
const TOUCH: SignedDuration = SignedDuration::from_mins(1);

/// How long a session lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lasts {
    /// After the last request.
    pub idle: SignedDuration,
    /// After signing in.
    pub whole: SignedDuration,
}

/// Somebody who is signed in.
#[derive(Clone, PartialEq, Eq)]
pub struct Session {
    /// The account.
    pub account: UserId,
    /// Name of the person.
    pub name: String,
    /// The roles that hold now, the title first.
    pub roles: Vec<RoleAt>,
    /// What every form must carry: it follows from the account, its password and the room's key, and stands nowhere. It
    /// is the same when the same person signs in again, so that a form from before the session ended is good at once;
    /// somebody else's is not, nor one from before the password was changed.
    pub csrf: String,
    /// Whether somebody else made the password, so that another must be chosen.
    pub password_given: bool,
    /// When it ends, whatever is done.
    pub ends: Timestamp,
}

impl std::fmt::Debug for Session {
    /// The account only.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("account", &self.account).finish_non_exhaustive()
    }
}

/// Signs somebody in, and gives the secret for the browser: 64 characters. The tries that failed before are forgotten, and
/// the sign-in is journalled.
///
/// # Errors
/// Refused: there is no such account, or it is closed. The database.
pub async fn open(room: &Room, account: UserId, lasts: Lasts, now: Timestamp) -> Result<Zeroizing<String>> {
    let mut secret = Zeroizing::new([0_u8; 32]);
    getrandom::fill(secret.as_mut_slice()).map_err(fault("drawing a secret"))?;
    let token = Zeroizing::new(hex(secret.as_slice()));
    let (id, ends) = (Uuid::from_u128(account.0), now.checked_add(lasts.whole).map_err(fault(FAILED))?);
    let mut tx = room.store().begin().await?;
    let there: Option<(Uuid,)> = on_tx!(&mut tx, on => sqlx::query_as(
        "SELECT id FROM account WHERE id = $1 AND disabled_at IS NULL").bind(id).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    if there.is_none() {
        return Err(refuse("account-not-there"));
    }
    accounts::forget_tries(&mut tx, id).await?;
    on_tx!(&mut tx, on => sqlx::query("DELETE FROM session WHERE expires_at <= $1").bind(now.as_microsecond())
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    on_tx!(&mut tx, on => sqlx::query(
        "INSERT INTO session (token_hash, account, created_at, seen_at, expires_at) VALUES ($1, $2, $3, $3, $4)")
        .bind(hash(b"session", &token)).bind(id).bind(now.as_microsecond()).bind(ends.as_microsecond())
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    journal::append(&mut tx, room.keys(), &[Draft::sign_in(now, Kind::SignIn, Some(account))]).await?;
    tx.commit().await?;
    Ok(token)
}

/// Who is signed in with that secret, if somebody is: the session has not ended, and the account is not closed.
///
/// # Errors
/// The database; a row that was tampered with.
pub async fn find(room: &Room, token: &str, lasts: Lasts, now: Timestamp) -> Result<Option<Session>> {
    let (hashed, at) = (hash(b"session", token), now.as_microsecond());
    let idle = now.checked_sub(lasts.idle).map_err(fault(FAILED))?.as_microsecond();
    // One row for each role, and one for whoever has none.
    let rows: Vec<Row> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT a.id, a.sealed_name, a.sealed_password, s.seen_at, s.expires_at, a.password_given, r.role, r.unit, r.class FROM session s \
         JOIN account a ON a.id = s.account LEFT JOIN account_role r ON r.account = a.id WHERE s.token_hash = $1 AND \
         s.expires_at > $2 AND s.seen_at > $3 AND a.disabled_at IS NULL ORDER BY r.place")
        .bind(hashed.as_slice()).bind(at).bind(idle).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let Some((id, name, password, seen, ends, password_given, ..)) = rows.first().cloned() else { return Ok(None) };
    if at.saturating_sub(seen) >= i64::try_from(TOUCH.as_micros()).unwrap_or(0) {
        let mut tx = room.store().begin().await?;
        on_tx!(&mut tx, on => sqlx::query("UPDATE session SET seen_at = $2 WHERE token_hash = $1 AND seen_at < $2")
            .bind(hashed).bind(at).execute(on).await.map(drop))
        .map_err(fault(FAILED))?;
        tx.commit().await?;
    }
    Ok(Some(Session {
        account: UserId(id.as_u128()),
        name: room.keys().open_text(accounts::place("sealed_name", &id), &name)?,
        roles: rows.into_iter().filter_map(role).collect::<Result<_>>()?,
        csrf: hex(&room.keys().hash.of(&[b"form", id.as_bytes(), &password.unwrap_or_default()])),
        password_given,
        ends: Timestamp::from_microsecond(ends).map_err(fault(FAILED))?,
    }))
}

type Row = (Uuid, Vec<u8>, Option<Vec<u8>>, i64, i64, bool, Option<String>, Option<i64>, Option<String>);

fn role((.., code, unit, class): Row) -> Option<Result<RoleAt>> {
    Some(accounts::role((code?, unit, class)))
}

/// Signs out.
///
/// # Errors
/// The database.
pub async fn close(room: &Room, token: &str) -> Result<()> {
    let mut tx = room.store().begin().await?;
    on_tx!(&mut tx, on => sqlx::query("DELETE FROM session WHERE token_hash = $1").bind(hash(b"session", token))
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    tx.commit().await
}

/// Ends every session of an account.
///
/// # Errors
/// The database.
pub async fn close_all(room: &Room, account: UserId) -> Result<()> {
    let mut tx = room.store().begin().await?;
    on_tx!(&mut tx, on => sqlx::query("DELETE FROM session WHERE account = $1").bind(Uuid::from_u128(account.0))
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    tx.commit().await
}

/// The hash of a secret for one use. The secret has 256 random bits, so it needs neither salt nor key.
fn hash(what: &[u8], token: &str) -> Vec<u8> {
    Sha256::new().chain_update(what).chain_update([0]).chain_update(token).finalize().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves.map(|half| char::from_digit(half.into(), 16).unwrap_or('0')).collect()
}
