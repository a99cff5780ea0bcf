//! The history: one row for each attempt at a job, and what is still to be done.

use access::{Permit, Write};
use jiff::Timestamp;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{Claimed, Outcome};
use crate::change::Change;
use crate::failure::{Result, broken, fault};
use crate::reading::Reading;
use crate::room::Room;
use crate::seal::Place;
use crate::store::{Tx, on_read, on_tx};

const FAILED: &str = "the history of jobs";
/// Rows shown, at most.
const PAGE: i64 = 100;

/// One attempt at a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The job.
    pub job: Uuid,
    /// Which attempt, from 1.
    pub attempt: i64,
    /// What was to be done.
    pub kind: String,
    /// The recurring job that asked for it, if one did.
    pub recurring: Option<Uuid>,
    /// When it began.
    pub started: Timestamp,
    /// When it ended, if it has.
    pub ended: Option<Timestamp>,
    /// What became of it.
    pub outcome: Outcome,
    /// What it said, as whoever ran it wrote it.
    pub said: Option<Zeroizing<Vec<u8>>>,
}

/// A job that is not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its id.
    pub id: Uuid,
    /// What is to be done.
    pub kind: String,
    /// The recurring job that asked for it, if one did.
    pub recurring: Option<Uuid>,
    /// When, at the earliest.
    pub run_at: Timestamp,
    /// Attempts so far.
    pub attempts: i64,
    /// Somebody is at it until then.
    pub leased_until: Option<Timestamp>,
    /// Given up then: it waits for a person.
    pub given_up: Option<Timestamp>,
}

/// Notes that an attempt begins. One before that has not ended was cut off.
pub(super) async fn began(tx: &mut Tx, job: &Claimed, now: Timestamp) -> Result<()> {
    let now = now.as_microsecond();
    on_tx!(&mut *tx, on => sqlx::query(
        "UPDATE job_run SET ended_at = $1, outcome = $2 WHERE job = $3 AND ended_at IS NULL")
        .bind(now).bind(Outcome::CutOff.code()).bind(job.id).execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    // A job that was given up and is tried again counts its last attempt anew.
    on_tx!(&mut *tx, on => sqlx::query(
        "INSERT INTO job_run (job, attempt, kind, recurring, started_at, outcome) VALUES ($1, $2, $3, $4, $5, $6) ON \
         CONFLICT (job, attempt) DO UPDATE SET started_at = excluded.started_at, ended_at = NULL, outcome = \
         excluded.outcome, sealed_said = NULL")
        .bind(job.id).bind(job.attempt).bind(&job.kind).bind(job.recurring).bind(now).bind(Outcome::Running.code())
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

/// Notes what became of an attempt.
pub(super) async fn ended(
    tx: &mut Tx,
    job: &Claimed,
    now: Timestamp,
    outcome: Outcome,
    said: Option<Vec<u8>>,
) -> Result<()> {
    on_tx!(&mut *tx, on => sqlx::query(
        "UPDATE job_run SET ended_at = $1, outcome = $2, sealed_said = $3 WHERE job = $4 AND attempt = $5")
        .bind(now.as_microsecond()).bind(outcome.code()).bind(said).bind(job.id).bind(job.attempt)
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

/// Takes away the rows of a job that found nothing to do, and the job.
pub(super) async fn forget(tx: &mut Tx, job: &Claimed) -> Result<()> {
    on_tx!(&mut *tx, on => sqlx::query("DELETE FROM job_run WHERE job = $1 AND attempt = $2")
        .bind(job.id).bind(job.attempt).execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    on_tx!(&mut *tx, on => sqlx::query("DELETE FROM job WHERE id = $1").bind(job.id).execute(on).await.map(drop))
        .map_err(fault(FAILED))
}

fn row(job: Uuid, attempt: i64) -> Vec<u8> {
    [job.as_bytes().as_slice(), &attempt.to_be_bytes()].concat()
}

fn place(row: &[u8]) -> Place<'_> {
    Place { table: "job_run", column: "sealed_said", row }
}

/// Seals what an attempt said: it may name a file.
pub(super) fn seal(room: &Room, job: &Claimed, said: &[u8]) -> Result<Vec<u8>> {
    Ok(room.keys().seal(place(&row(job.id, job.attempt)), said)?.0)
}

type RunRow = (Uuid, i64, String, Option<Uuid>, i64, Option<i64>, String, Option<Vec<u8>>);

/// The latest attempts, newest first: a hundred at most.
///
/// # Errors
/// The database; a row that was tampered with.
pub async fn latest(reading: &mut Reading<'_>, permit: Permit<Write>) -> Result<Vec<Run>> {
    reading.take_any(permit)?;
    let rows: Vec<RunRow> = on_read!(reading.room().store(), on => sqlx::query_as(
        "SELECT job, attempt, kind, recurring, started_at, ended_at, outcome, sealed_said FROM job_run ORDER BY started_at \
         DESC, job LIMIT $1").bind(PAGE).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let keys = reading.room().keys();
    let run = |(job, attempt, kind, recurring, started, ended, outcome, said): RunRow| {
        let row = row(job, attempt);
        Ok(Run {
            job,
            attempt,
            kind,
            recurring,
            started: Timestamp::from_microsecond(started).map_err(fault(FAILED))?,
            ended: ended.map(Timestamp::from_microsecond).transpose().map_err(fault(FAILED))?,
            outcome: Outcome::from_code(&outcome).ok_or_else(|| broken("an unknown outcome of a job"))?,
            said: said.map(|sealed| keys.open_value(place(&row), &sealed)).transpose()?,
        })
    };
    rows.into_iter().map(run).collect()
}

/// What is not done: at work, waiting, or given up. Ids, kinds and times, so it needs no permit.
///
/// # Errors
/// The database.
pub async fn waiting(room: &Room) -> Result<Vec<Waiting>> {
    type Row = (Uuid, String, Option<Uuid>, i64, i64, Option<i64>, Option<i64>);
    let rows: Vec<Row> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT id, kind, recurring, run_at, attempts, leased_until, given_up_at FROM job WHERE done_at IS NULL ORDER BY \
         run_at, id LIMIT $1").bind(PAGE).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let at = |at: i64| Timestamp::from_microsecond(at).map_err(fault(FAILED));
    let waiting = |(id, kind, recurring, run_at, attempts, leased, given_up): Row| {
        Ok(Waiting {
            id,
            kind,
            recurring,
            run_at: at(run_at)?,
            attempts,
            leased_until: leased.map(at).transpose()?,
            given_up: given_up.map(at).transpose()?,
        })
    };
    rows.into_iter().map(waiting).collect()
}

/// The recurring jobs that somebody is at work on now. Ids only, so it needs no permit.
///
/// # Errors
/// The database.
pub async fn at_work(room: &Room, now: Timestamp) -> Result<Vec<Uuid>> {
    on_read!(room.store(), on => sqlx::query_scalar(
        "SELECT recurring FROM job WHERE done_at IS NULL AND given_up_at IS NULL AND recurring IS NOT NULL AND leased_until \
         >= $1").bind(now.as_microsecond()).fetch_all(on).await)
    .map_err(fault(FAILED))
}

/// Forgets what was done, and what was given up, before an instant.
///
/// # Errors
/// The database.
pub async fn forget_before(change: &mut Change<'_>, before: Timestamp) -> Result<()> {
    let before = before.as_microsecond();
    on_tx!(&mut change.tx, on => sqlx::query("DELETE FROM job_run WHERE ended_at < $1").bind(before).execute(on).await
        .map(drop))
    .map_err(fault(FAILED))?;
    on_tx!(&mut change.tx, on => sqlx::query("DELETE FROM job WHERE done_at < $1 OR given_up_at < $1").bind(before)
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

/// How a job that somebody has asked for stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// It waits for its turn, or somebody is at it.
    UnderWay,
    /// It was given up then, and waits for a person.
    GivenUp(Timestamp),
    /// It was done then.
    Done(Timestamp),
}

/// How the latest job of a kind stands: of those about something, or of all. Times only, so it needs no permit.
///
/// # Errors
/// The database.
pub async fn latest_of(room: &Room, kind: &str, about: Option<Uuid>) -> Result<Option<Stands>> {
    let about = about.map(|id| id.to_string()).unwrap_or_default();
    let found: Option<(Option<i64>, Option<i64>)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT done_at, given_up_at FROM job WHERE kind = $1 AND ($2 = '' OR args = $2) ORDER BY run_at DESC, id DESC \
         LIMIT 1").bind(kind).bind(about.as_str()).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    let at = |at: i64| Timestamp::from_microsecond(at).map_err(fault(FAILED));
    let stands = |(done, given_up): (Option<i64>, Option<i64>)| match (done, given_up) {
        (Some(done), _) => at(done).map(Stands::Done),
        (None, Some(given_up)) => at(given_up).map(Stands::GivenUp),
        (None, None) => Ok(Stands::UnderWay),
    };
    found.map(stands).transpose()
}
