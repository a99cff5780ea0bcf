//! Jobs that come again: how often, when next, and when they last went well.

use jiff::Timestamp;
use uuid::Uuid;

use super::Claimed;
use super::enqueue::written;
use crate::change::Change;
use crate::failure::{Result, broken, fault};
use crate::room::Room;
use crate::store::{Tx, on_read, on_tx};

const FAILED: &str = "jobs that come again";

/// How often a job comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Often {
    /// Every so many seconds after it was due.
    Every(u32),
    /// Each day at so many minutes after midnight in Sweden.
    Daily(u16),
}

/// A job that comes again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurring {
    /// Its id.
    pub id: Uuid,
    /// What is to be done.
    pub kind: String,
    /// About what.
    pub args: Vec<Uuid>,
    /// How often.
    pub often: Often,
    /// Whether it comes at all; one that is paused does not.
    pub enabled: bool,
    /// When it comes next.
    pub next: Timestamp,
    /// Since when it has been expected to come: when it was made, or resumed.
    pub since: Timestamp,
    /// The last run without a fault.
    pub ok: Option<Timestamp>,
    /// The last run that brought something.
    pub new: Option<Timestamp>,
    /// So many seconds without anything new are told to the administrator.
    pub expect: Option<u32>,
}

/// Makes a recurring job, or changes when it comes. When it last went well stays.
///
/// # Errors
/// The database.
pub async fn put(change: &mut Change<'_>, job: &Recurring) -> Result<()> {
    let (every, minute) = match job.often {
        Often::Every(seconds) => (Some(i64::from(seconds)), None),
        Often::Daily(minute) => (None, Some(i64::from(minute))),
    };
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO recurring (id, kind, args, every_seconds, at_minute, enabled, next_at, since_at, expect_seconds) VALUES \
         ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, args = excluded.args, \
         every_seconds = excluded.every_seconds, at_minute = excluded.at_minute, enabled = excluded.enabled, next_at = \
         excluded.next_at, since_at = excluded.since_at, expect_seconds = excluded.expect_seconds")
        .bind(job.id).bind(&job.kind).bind(written(&job.args)).bind(every).bind(minute).bind(job.enabled)
        .bind(job.next.as_microsecond()).bind(job.since.as_microsecond()).bind(job.expect.map(i64::from))
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

/// Takes a recurring job away. What it has asked for already is still done.
///
/// # Errors
/// The database.
pub async fn delete(change: &mut Change<'_>, id: Uuid) -> Result<()> {
    on_tx!(&mut change.tx, on => sqlx::query("DELETE FROM recurring WHERE id = $1").bind(id).execute(on).await.map(drop))
        .map_err(fault(FAILED))
}

/// Asks for the job that is due, and notes when it comes next. While an earlier run of it is not done, it only waits: runs
/// never pile up. `false` when another process was first.
///
/// # Errors
/// The database.
pub async fn ask(change: &mut Change<'_>, due: &Recurring, job: Uuid, next: Timestamp) -> Result<bool> {
    let rows = on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE recurring SET next_at = $1 WHERE id = $2 AND next_at = $3 AND enabled")
        .bind(next.as_microsecond()).bind(due.id).bind(due.next.as_microsecond()).execute(on).await
        .map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    if rows == 0 {
        return Ok(false);
    }
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO job (id, kind, args, run_at, attempts, recurring) SELECT $1, $2, $3, $4, 0, $5 WHERE NOT EXISTS \
         (SELECT 1 FROM job WHERE recurring = $5 AND done_at IS NULL AND given_up_at IS NULL)")
        .bind(job).bind(&due.kind).bind(written(&due.args)).bind(due.next.as_microsecond()).bind(due.id)
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    Ok(true)
}

/// Notes that a run went well, and whether it brought something.
pub(super) async fn went_well(tx: &mut Tx, job: &Claimed, now: Timestamp, new: bool) -> Result<()> {
    let Some(id) = job.recurring else { return Ok(()) };
    on_tx!(&mut *tx, on => sqlx::query(
        "UPDATE recurring SET ok_at = $1, new_at = CASE WHEN $2 THEN $1 ELSE new_at END WHERE id = $3")
        .bind(now.as_microsecond()).bind(new).bind(id).execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

type Row = (Uuid, String, String, (Option<i64>, Option<i64>), bool, i64, i64, (Option<i64>, Option<i64>, Option<i64>));

/// Every recurring job, by kind and id. Kinds, ids and times, so it needs no permit.
///
/// # Errors
/// The database.
pub async fn all(room: &Room) -> Result<Vec<Recurring>> {
    let rows = on_read!(room.store(), on => {
        let rows = sqlx::query(
            "SELECT id, kind, args, every_seconds, at_minute, enabled, next_at, since_at, ok_at, new_at, expect_seconds FROM \
             recurring ORDER BY kind, id").fetch_all(on).await.map_err(fault(FAILED))?;
        rows.iter().map(|row| -> std::result::Result<Row, sqlx::Error> {
            use sqlx::Row as _;
            Ok((
                row.try_get(0)?, row.try_get(1)?, row.try_get(2)?, (row.try_get(3)?, row.try_get(4)?), row.try_get(5)?,
                row.try_get(6)?, row.try_get(7)?, (row.try_get(8)?, row.try_get(9)?, row.try_get(10)?),
            ))
        }).collect::<std::result::Result<Vec<Row>, _>>()
    })
    .map_err(fault(FAILED))?;
    rows.into_iter().map(recurring).collect()
}

fn recurring((id, kind, args, often, enabled, next, since, (ok, new, expect)): Row) -> Result<Recurring> {
    let at = |at: i64| Timestamp::from_microsecond(at).map_err(fault(FAILED));
    let often = match often {
        (Some(seconds), None) => Often::Every(u32::try_from(seconds).map_err(fault(FAILED))?),
        (None, Some(minute)) => Often::Daily(u16::try_from(minute).map_err(fault(FAILED))?),
        _ => return Err(broken("a job that comes neither often nor daily")),
    };
    let args = args.split_whitespace().map(Uuid::parse_str).collect::<std::result::Result<_, _>>();
    Ok(Recurring {
        id,
        kind,
        args: args.map_err(fault(FAILED))?,
        often,
        enabled,
        next: at(next)?,
        since: at(since)?,
        ok: ok.map(at).transpose()?,
        new: new.map(at).transpose()?,
        expect: expect.map(u32::try_from).transpose().map_err(fault(FAILED))?,
    })
}
