//! Drafts: what somebody has written in a form and not yet sent. Sealed, and read by nobody else.

use access::UserId;
use jiff::Timestamp;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::failure::{Result, fault};
use crate::room::Room;
use crate::seal::Place;
use crate::store::{on_read, on_tx};

const FAILED: &str = "a draft";

/// Keeps a draft of a form. It replaces the one before.
///
/// # Errors
/// The database.
pub async fn put(room: &Room, account: UserId, form: &str, body: &[u8], now: Timestamp) -> Result<()> {
    let sealed = room.keys().seal(place(&row(account, form)), body)?.0;
    let mut tx = room.store().begin().await?;
    on_tx!(&mut tx, on => sqlx::query(
        "INSERT INTO draft (account, form, sealed_body, saved_at) VALUES ($1, $2, $3, $4) ON CONFLICT (account, form) DO \
         UPDATE SET sealed_body = excluded.sealed_body, saved_at = excluded.saved_at")
        .bind(Uuid::from_u128(account.0)).bind(form).bind(sealed).bind(now.as_microsecond())
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    tx.commit().await
}

/// The draft of a form, if there is one, and when it was saved.
///
/// # Errors
/// The database; a row that was tampered with.
pub async fn get(room: &Room, account: UserId, form: &str) -> Result<Option<(Zeroizing<Vec<u8>>, Timestamp)>> {
    let found: Option<(Vec<u8>, i64)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT sealed_body, saved_at FROM draft WHERE account = $1 AND form = $2")
        .bind(Uuid::from_u128(account.0)).bind(form).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    let Some((sealed, at)) = found else { return Ok(None) };
    let body = room.keys().open_value(place(&row(account, form)), &sealed)?;
    Ok(Some((body, Timestamp::from_microsecond(at).map_err(fault(FAILED))?)))
}

/// Throws a draft away.
///
/// # Errors
/// The database.
pub async fn delete(room: &Room, account: UserId, form: &str) -> Result<()> {
    let mut tx = room.store().begin().await?;
    on_tx!(&mut tx, on => sqlx::query("DELETE FROM draft WHERE account = $1 AND form = $2")
        .bind(Uuid::from_u128(account.0)).bind(form).execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    tx.commit().await
}

fn row(account: UserId, form: &str) -> Vec<u8> {
    [account.0.to_be_bytes().as_slice(), form.as_bytes()].concat()
}

fn place(row: &[u8]) -> Place<'_> {
    Place { table: "draft", column: "sealed_body", row }
}
