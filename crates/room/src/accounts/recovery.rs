//! Recovery codes: used at sign-in instead of a code from the app, each once. The room keeps their keyed hashes.

use access::UserId;
use jiff::Timestamp;
use uuid::Uuid;

use super::FAILED;
use crate::failure::{Result, fault};
use crate::journal::{self, Draft, Kind};
use crate::room::Room;
use crate::store::{Tx, on_read, on_tx};

/// The hash of a code. It covers the account, so that equal codes of two people do not look equal.
fn hash(room: &Room, account: Uuid, code: &str) -> Vec<u8> {
    room.keys().hash.of(&[b"recovery", account.as_bytes(), code.as_bytes()]).to_vec()
}

/// Gives somebody who has just shown that it is they another set of codes, and journals it. Those before are worthless.
///
/// # Errors
/// The database.
pub async fn put_codes(room: &Room, account: UserId, codes: &[String], now: Timestamp) -> Result<()> {
    let (id, at) = (Uuid::from_u128(account.0), now.as_microsecond());
    let mut tx = room.store().begin().await?;
    forget_codes(&mut tx, id).await?;
    for code in codes {
        on_tx!(&mut tx, on => sqlx::query("INSERT INTO recovery_code (code_hash, account, made_at) VALUES ($1, $2, $3)")
            .bind(hash(room, id, code)).bind(id).bind(at).execute(on).await.map(drop))
        .map_err(fault(FAILED))?;
    }
    journal::append(&mut tx, room.keys(), &[Draft::sign_in(now, Kind::RecoveryCodes, Some(account))]).await?;
    tx.commit().await
}

/// Uses up a code, and journals it: `false` when it is not one of the account's, or was used before. Only one of two at
/// once gets `true`.
///
/// # Errors
/// The database.
pub async fn use_code(room: &Room, account: UserId, code: &str, now: Timestamp) -> Result<bool> {
    let id = Uuid::from_u128(account.0);
    let mut tx = room.store().begin().await?;
    let rows = on_tx!(&mut tx, on => sqlx::query(
        "UPDATE recovery_code SET used_at = $3 WHERE code_hash = $1 AND account = $2 AND used_at IS NULL")
        .bind(hash(room, id, code)).bind(id).bind(now.as_microsecond()).execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    if rows != 1 {
        return Ok(false);
    }
    journal::append(&mut tx, room.keys(), &[Draft::sign_in(now, Kind::RecoveryUsed, Some(account))]).await?;
    tx.commit().await?;
    Ok(true)
}

/// How many codes of an account have not been used.
///
/// # Errors
/// The database.
pub async fn codes_left(room: &Room, account: UserId) -> Result<i64> {
    let row: (i64,) = on_read!(room.store(), on => sqlx::query_as(
        "SELECT count(*) FROM recovery_code WHERE account = $1 AND used_at IS NULL")
        .bind(Uuid::from_u128(account.0)).fetch_one(on).await)
    .map_err(fault(FAILED))?;
    Ok(row.0)
}

/// Takes away the second factor and the codes of somebody who has just shown that it is they, ends every session, and
/// journals it: at the next sign-in an app is coupled anew.
///
/// # Errors
/// The database.
pub async fn forget_second_factor(room: &Room, account: UserId, now: Timestamp) -> Result<()> {
    let id = Uuid::from_u128(account.0);
    let mut tx = room.store().begin().await?;
    forget_codes(&mut tx, id).await?;
    on_tx!(&mut tx, on => sqlx::query("UPDATE account SET sealed_totp = NULL, totp_last_step = NULL WHERE id = $1")
        .bind(id).execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    on_tx!(&mut tx, on => sqlx::query("DELETE FROM session WHERE account = $1").bind(id).execute(on).await.map(drop))
        .map_err(fault(FAILED))?;
    journal::append(&mut tx, room.keys(), &[Draft::sign_in(now, Kind::SecondFactorGone, Some(account))]).await?;
    tx.commit().await
}

/// Every code of an account goes, used or not.
pub(super) async fn forget_codes(tx: &mut Tx, account: Uuid) -> Result<()> {
    on_tx!(tx, on => sqlx::query("DELETE FROM recovery_code WHERE account = $1").bind(account)
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))
}
