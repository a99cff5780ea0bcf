//! Taking the next job that is due.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::failure::{Result, fault};
use crate::room::Room;
use crate::store::on_tx;

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
}

/// Takes the free job that has been due the longest, if any, and leases it.
///
/// # Errors
/// The database.
pub async fn claim(room: &Room, now: Timestamp, lease: SignedDuration) -> Result<Option<Claimed>> {
    let failed = "taking a job";
    let until = now.checked_add(lease).map_err(fault(failed))?;
    let mut tx = room.store().begin().await?;
    let sql = tx.dialect().claim();
    let row: Option<(Uuid, String, String, i64)> = on_tx!(&mut tx, on => sqlx::query_as(sql)
        .bind(until.as_microsecond()).bind(now.as_microsecond()).fetch_optional(on).await)
    .map_err(fault(failed))?;
    tx.commit().await?;
    let Some((id, kind, args, attempt)) = row else { return Ok(None) };
    let args = args.split_whitespace().map(Uuid::parse_str).collect::<std::result::Result<_, _>>();
    Ok(Some(Claimed { id, kind, args: args.map_err(fault(failed))?, attempt }))
}
