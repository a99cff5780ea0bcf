//! Taking the next job that is due.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::done::ATTEMPTS;
use super::runs;
use crate::failure::{Result, fault};
use crate::room::Room;
use crate::store::{on_read, on_tx};

/// A job that is ours until the lease ends. After that another may take it, and what we say about it no longer counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// Its id.
    pub id: Uuid,
    /// What is to be done.
    pub kind: String,
    /// About what.
    pub args: Vec<Uuid>,
    /// Which attempt this is, from 1. It proves that the claim is still ours.
    pub attempt: i64,
    /// The recurring job that asked for it, if one did.
    pub recurring: Option<Uuid>,
}

/// Whether there is anything to take or to ask for: a job that is due and free, or a recurring one whose time has come.
/// It only reads, so that a room with nothing to do is not written to.
///
/// # Errors
/// The database.
pub async fn waits(room: &Room, now: Timestamp) -> Result<bool> {
    let now = now.as_microsecond();
    on_read!(room.store(), on => sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM job WHERE done_at IS NULL AND given_up_at IS NULL AND run_at <= $1 AND \
         (leased_until IS NULL OR leased_until < $1)) OR EXISTS (SELECT 1 FROM recurring WHERE enabled AND next_at <= $1)")
        .bind(now).fetch_one(on).await)
    .map_err(fault("looking for jobs"))
}

/// Takes the free job that has been due the longest, of one kind or of any, and leases it. One whose last attempt was
/// cut off is given up and not taken.
///
/// # Errors
/// The database.
pub async fn claim(room: &Room, now: Timestamp, lease: SignedDuration, kind: Option<&str>) -> Result<Option<Claimed>> {
    let failed = "taking a job";
    let until = now.checked_add(lease).map_err(fault(failed))?;
    let mut tx = room.store().begin().await?;
    on_tx!(&mut tx, on => sqlx::query(
        "UPDATE job SET given_up_at = $1 WHERE done_at IS NULL AND given_up_at IS NULL AND attempts >= $2 AND (leased_until \
         IS NULL OR leased_until < $1)").bind(now.as_microsecond()).bind(ATTEMPTS).execute(on).await.map(drop))
    .map_err(fault(failed))?;
    let sql = tx.dialect().claim();
    let row: Option<(Uuid, String, String, i64, Option<Uuid>)> = on_tx!(&mut tx, on => sqlx::query_as(sql)
        .bind(until.as_microsecond()).bind(now.as_microsecond()).bind(kind).fetch_optional(on).await)
    .map_err(fault(failed))?;
    let Some((id, kind, args, attempt, recurring)) = row else {
        tx.commit().await?;
        return Ok(None);
    };
    let args = args.split_whitespace().map(Uuid::parse_str).collect::<std::result::Result<_, _>>();
    let job = Claimed { id, kind, args: args.map_err(fault(failed))?, attempt, recurring };
    runs::began(&mut tx, &job, now).await?;
    tx.commit().await?;
    Ok(Some(job))
}

/// Holds a job that takes long a while more; `false` when it is no longer ours, and what it does must not count.
///
/// # Errors
/// The database.
pub async fn renew(room: &Room, job: &Claimed, now: Timestamp, lease: SignedDuration) -> Result<bool> {
    let failed = "holding a job";
    let until = now.checked_add(lease).map_err(fault(failed))?.as_microsecond();
    let mut tx = room.store().begin().await?;
    let rows = on_tx!(&mut tx, on => sqlx::query(
        "UPDATE job SET leased_until = $1 WHERE id = $2 AND attempts = $3 AND done_at IS NULL AND leased_until IS NOT NULL")
        .bind(until).bind(job.id).bind(job.attempt).execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(failed))?;
    tx.commit().await?;
    Ok(rows == 1)
}
