//! Tries to sign in that failed: counted by login, whether or not there is such an account, so that waiting tells nobody
//! which logins exist, also after a restart and when several processes serve the room. Each is journalled, without what
//! was typed.

use access::UserId;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{FAILED, login_hash};
use crate::failure::{Result, fault};
use crate::journal::{self, Draft, Kind};
use crate::room::Room;
use crate::store::{Tx, on_read, on_tx};

/// Tries that failed one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tries {
    /// How many.
    pub failures: u32,
    /// When the latest was.
    pub latest: Timestamp,
}

/// What counts as too many, and for how long it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// So many that it is journalled that the login is locked.
    pub too_many: u32,
    /// After so long without a try, a login begins anew.
    pub forgotten_after: SignedDuration,
}

/// The tries that failed with a login; nothing when none did.
///
/// # Errors
/// The database.
pub async fn tries(room: &Room, login: &str) -> Result<Option<Tries>> {
    let row: Option<(i64, i64)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT failures, failed_at FROM sign_in_try WHERE login_hash = $1")
        .bind(login_hash(&room.keys().hash, login)).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    row.map(|(failures, at)| tried(failures, at)).transpose()
}

/// Counts and journals a try that failed with a login, of this account if there is one; how many there are now. What has
/// not been tried for long is forgotten.
///
/// # Errors
/// The database.
pub async fn failed(
    room: &Room,
    login: &str,
    account: Option<UserId>,
    patience: Patience,
    now: Timestamp,
) -> Result<Tries> {
    let hash = login_hash(&room.keys().hash, login);
    let long_ago = now.checked_sub(patience.forgotten_after).map_err(fault(FAILED))?.as_microsecond();
    let mut tx = room.store().begin().await?;
    on_tx!(&mut tx, on => sqlx::query("DELETE FROM sign_in_try WHERE failed_at < $1").bind(long_ago)
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    let (failures, at): (i64, i64) = on_tx!(&mut tx, on => sqlx::query_as(
        "INSERT INTO sign_in_try (login_hash, failures, failed_at) VALUES ($1, 1, $2) ON CONFLICT (login_hash) DO UPDATE \
         SET failures = sign_in_try.failures + 1, failed_at = excluded.failed_at RETURNING failures, failed_at")
        .bind(hash).bind(now.as_microsecond()).fetch_one(on).await)
    .map_err(fault(FAILED))?;
    let tries = tried(failures, at)?;
    let mut drafts = vec![Draft::sign_in(now, Kind::SignInFailed, account)];
    if account.is_some() && tries.failures >= patience.too_many {
        drafts.push(Draft::sign_in(now, Kind::LockedOut, account));
    }
    journal::append(&mut tx, room.keys(), &drafts).await?;
    tx.commit().await?;
    Ok(tries)
}

/// Forgets the tries that failed with the login of an account: it was used as it should, or was reset.
pub(crate) async fn forget_tries(tx: &mut Tx, account: Uuid) -> Result<()> {
    on_tx!(tx, on => sqlx::query(
        "DELETE FROM sign_in_try WHERE login_hash = (SELECT login_hash FROM account WHERE id = $1)").bind(account)
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

fn tried(failures: i64, at: i64) -> Result<Tries> {
    let latest = Timestamp::from_microsecond(at).map_err(fault(FAILED))?;
    Ok(Tries { failures: u32::try_from(failures).unwrap_or(u32::MAX), latest })
}
