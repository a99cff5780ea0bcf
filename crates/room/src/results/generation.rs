//! The numbering of what scans leave: begun, made visible, and cleared away.

use access::{Act, Permit, Write, WriteAct};
use domain::Day;
use jiff::{SignedDuration, Timestamp};

use crate::change::Change;
use crate::failure::{Result, fault, refuse};
use crate::room::Room;
use crate::store::{on_read, on_tx};

const FAILED: &str = "numbering what a scan leaves";
/// Rows deleted in one transaction.
const CHUNK: i64 = 500;
/// How long one that was not published may still be being written.
const AT_WORK: SignedDuration = SignedDuration::from_hours(6);

/// What one scan left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Generation {
    /// Its number; higher is later.
    pub number: i64,
    /// The day that the figures are for.
    pub as_of: Day,
    /// The version of the manifest that was scanned.
    pub attendance_version: u64,
    /// When it was made.
    pub made_at: Timestamp,
    /// Pupils in it; 0 until it is published.
    pub pupils: u64,
}

/// Begins a generation: nobody sees it before it is published.
///
/// # Errors
/// The database.
pub async fn begin(room: &Room, as_of: Day, attendance_version: u64, now: Timestamp) -> Result<Generation> {
    let version = i64::try_from(attendance_version).map_err(fault(FAILED))?;
    let mut tx = room.store().begin().await?;
    let sql = "INSERT INTO generation (number, as_of, attendance_version, made_at, pupils, people_version) SELECT \
               COALESCE(MAX(number), 0) + 1, $1, $2, $3, 0, (SELECT people_version FROM room) FROM generation \
               RETURNING number";
    let (number,): (i64,) = on_tx!(&mut tx, on => sqlx::query_as(sql).bind(i64::from(as_of.0)).bind(version)
        .bind(now.as_microsecond()).fetch_one(on).await)
    .map_err(fault(FAILED))?;
    tx.commit().await?;
    Ok(Generation { number, as_of, attendance_version, made_at: now, pupils: 0 })
}

/// Makes a generation the one that everybody sees. Call [`crate::attendance::replace`] in the same change, so that lists
/// and history always fit each other. Gives the version of the results that it makes, as [`crate::Versions`] has it.
///
/// # Errors
/// Refused: it was cleared away or a later one was published meanwhile. A permit for something else than computing
/// figures; the database.
pub async fn publish(change: &mut Change<'_>, permit: Permit<Write>, generation: &Generation) -> Result<i64> {
    change.take(permit, WriteAct::ComputeFigures.code())?;
    let counted = on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE generation SET pupils = (SELECT COUNT(DISTINCT person) FROM standing WHERE generation = $1) WHERE \
         number = $1 AND NOT given_up").bind(generation.number).execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    if let Some(sql) = change.tx.dialect().count_standing() {
        on_tx!(&mut change.tx, on => sqlx::query(sql).execute(on).await.map(drop)).map_err(fault(FAILED))?;
    }
    let shown: Option<(i64,)> = on_tx!(&mut change.tx, on => sqlx::query_as(
        "UPDATE room SET current_generation = $1, results_version = results_version + 1 WHERE one = 1 AND \
         COALESCE(current_generation, 0) < $1 RETURNING results_version")
        .bind(generation.number).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    let shown = shown.filter(|_| counted == 1);
    shown.map(|(version,)| version).ok_or_else(|| refuse("history-changed-meanwhile"))
}

/// How many pupils of the current generation are on the school's list.
///
/// # Errors
/// The database.
pub async fn on_school_list(room: &Room) -> Result<u64> {
    let (pupils,): (i64,) = on_read!(room.store(), on => sqlx::query_as(
        "SELECT COUNT(DISTINCT person) FROM standing WHERE generation = (SELECT current_generation FROM room) AND \
         place_school IS NOT NULL").fetch_one(on).await)
    .map_err(fault(FAILED))?;
    Ok(pupils.unsigned_abs())
}

/// Notes what the scan was asked that the current generation is of, in the change that shows it.
///
/// # Errors
/// The database.
pub async fn asked(change: &mut Change<'_>, rule: &[u8]) -> Result<()> {
    on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE generation SET rule = $1 WHERE number = (SELECT current_generation FROM room)")
        .bind(rule).execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

/// Clears away, a little at a time, what came before the current generation, and what was never published and was begun
/// six hours ago or more.
///
/// # Errors
/// The database: then the rest goes the next time.
pub async fn discard_old(room: &Room, now: Timestamp) -> Result<()> {
    let long_ago = now.checked_sub(AT_WORK).map_err(fault(FAILED))?.as_microsecond();
    let mut tx = room.store().begin().await?;
    let old: Vec<(i64,)> = on_tx!(&mut tx, on => sqlx::query_as(
        "UPDATE generation SET given_up = $2 WHERE number < (SELECT COALESCE(current_generation, 0) FROM room) OR \
         (made_at <= $1 AND number <> (SELECT COALESCE(current_generation, 0) FROM room)) RETURNING number")
        .bind(long_ago).bind(true).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    tx.commit().await?;
    for (number,) in old {
        while chunk_gone(room, number).await? {}
        let mut tx = room.store().begin().await?;
        for sql in [
            "DELETE FROM peer_week WHERE generation = $1",
            "DELETE FROM reporting WHERE generation = $1",
            "DELETE FROM reporting_unit WHERE generation = $1",
            "DELETE FROM season WHERE generation = $1",
            "DELETE FROM generation WHERE number = $1",
        ] {
            on_tx!(&mut tx, on => sqlx::query(sql).bind(number).execute(on).await.map(drop)).map_err(fault(FAILED))?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Deletes some rows of a generation; whether there may be more.
async fn chunk_gone(room: &Room, number: i64) -> Result<bool> {
    let mut tx = room.store().begin().await?;
    let rows = on_tx!(&mut tx, on => sqlx::query(
        "DELETE FROM standing WHERE generation = $1 AND person IN (SELECT person FROM standing WHERE generation = $1 \
         ORDER BY person LIMIT $2)").bind(number).bind(CHUNK).execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    tx.commit().await?;
    Ok(rows > 0)
}
