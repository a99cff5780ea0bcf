//! Signing in: what is needed to know that it is they. There is nobody to permit anything yet, so it needs no permit.

use access::UserId;
use jiff::Timestamp;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{FAILED, login_hash, place};
use crate::failure::{Result, fault, refuse};
use crate::journal::{self, Draft, Kind};
use crate::room::Room;
use crate::store::{Tx, on_read, on_tx};

/// What a sign-in is checked against.
pub struct SignIn {
    /// The account.
    pub id: UserId,
    /// Hash of the password; none until one is set.
    pub password: Option<Zeroizing<String>>,
    /// Secret of the second factor; none until it is set up.
    pub totp: Option<Zeroizing<Vec<u8>>>,
    /// The latest time step whose code was used: none at or before it may be used again.
    pub totp_last_step: Option<i64>,
    /// Whether the account is closed.
    pub disabled: bool,
}

impl std::fmt::Debug for SignIn {
    /// The id only.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignIn").field("id", &self.id).finish_non_exhaustive()
    }
}

type Row = (Uuid, Option<Vec<u8>>, Option<Vec<u8>>, Option<i64>, bool);

/// What a sign-in with that login is checked against; nothing when there is no such account. Spend the same time then.
///
/// # Errors
/// The database; a row that was tampered with.
pub async fn for_sign_in(room: &Room, login: &str) -> Result<Option<SignIn>> {
    let row: Option<Row> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT id, sealed_password, sealed_totp, totp_last_step, disabled_at IS NOT NULL FROM account \
         WHERE login_hash = $1").bind(login_hash(&room.keys().hash, login)).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    let Some((id, password, totp, totp_last_step, disabled)) = row else { return Ok(None) };
    let password = password.map(|sealed| room.keys().open_text(place("sealed_password", &id), &sealed));
    let totp = totp.map(|sealed| room.keys().open_value(place("sealed_totp", &id), &sealed));
    Ok(Some(SignIn {
        id: UserId(id.as_u128()),
        password: password.transpose()?.map(Zeroizing::new),
        totp: totp.transpose()?,
        totp_last_step,
        disabled,
    }))
}

/// Uses up the code of a time step: `false` when it or a later one was used before. Only one of two at once gets `true`.
///
/// # Errors
/// The database.
pub async fn totp_used(room: &Room, account: UserId, step: i64) -> Result<bool> {
    let mut tx = room.store().begin().await?;
    let rows = on_tx!(&mut tx, on => sqlx::query(
        "UPDATE account SET totp_last_step = $2 WHERE id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2)")
        .bind(Uuid::from_u128(account.0)).bind(step).execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    tx.commit().await?;
    Ok(rows == 1)
}

/// What whoever is signed in wrote then, and the hash of the password; none when there is no such account.
///
/// # Errors
/// The database; a row that was tampered with.
pub async fn own(room: &Room, account: UserId) -> Result<Option<(String, Option<Zeroizing<String>>)>> {
    let id = Uuid::from_u128(account.0);
    let row: Option<(Vec<u8>, Option<Vec<u8>>)> = on_read!(room.store(), on =>
        sqlx::query_as("SELECT sealed_login, sealed_password FROM account WHERE id = $1").bind(id).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    let Some((login, sealed)) = row else { return Ok(None) };
    let login = room.keys().open_text(place("sealed_login", &id), &login)?;
    let hash = sealed.map(|sealed| room.keys().open_text(place("sealed_password", &id), &sealed)).transpose()?;
    Ok(Some((login, hash.map(Zeroizing::new))))
}

/// Sets the password of whoever has just shown that it is they, as its hash, and journals that it was done.
///
/// # Errors
/// Refused: there is no such account. The database.
pub async fn set_password(room: &Room, account: UserId, hash: &str, now: Timestamp) -> Result<()> {
    let id = Uuid::from_u128(account.0);
    let sealed = room.keys().seal(place("sealed_password", &id), hash.as_bytes())?.0;
    let mut tx = room.store().begin().await?;
    let rows =
        on_tx!(&mut tx, on => sqlx::query("UPDATE account SET sealed_password = $2, password_given = $3 WHERE id = $1")
        .bind(id).bind(sealed).bind(false).execute(on).await.map(|it| it.rows_affected()))
        .map_err(fault(FAILED))?;
    journal::append(&mut tx, room.keys(), &[Draft::sign_in(now, Kind::PasswordChosen, Some(account))]).await?;
    one(tx, rows).await
}

/// Sets the second factor of whoever has just shown that it is they, with the time step whose code showed that it works.
///
/// # Errors
/// Refused: there is no such account, or it has a second factor already. The database.
pub async fn set_totp(room: &Room, account: UserId, secret: &[u8], step: i64) -> Result<()> {
    let id = Uuid::from_u128(account.0);
    let sealed = room.keys().seal(place("sealed_totp", &id), secret)?.0;
    let mut tx = room.store().begin().await?;
    let rows = on_tx!(&mut tx, on => sqlx::query(
        "UPDATE account SET sealed_totp = $2, totp_last_step = $3 WHERE id = $1 AND sealed_totp IS NULL")
        .bind(id).bind(sealed).bind(step).execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    one(tx, rows).await
}

async fn one(tx: Tx, rows: u64) -> Result<()> {
    if rows != 1 {
        return Err(refuse("account-not-there"));
    }
    tx.commit().await
}
