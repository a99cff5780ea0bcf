//! What became of a job.

use access::{Permit, Write};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use uuid::Uuid;

use super::{Claimed, recurring, runs};
use crate::change::Change;
use crate::failure::{Result, fault};
use crate::room::Room;
use crate::store::on_tx;

/// Attempts before a job is given up and waits for a person.
pub(super) const ATTEMPTS: i64 = 10;
/// Wait after the first failure; it doubles with each, up to the longest.
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(10);
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(6);

/// What became of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It goes on, or was cut off without a word: which, tells the lease.
    Running,
    /// It was done.
    Done,
    /// It failed, and is tried again later.
    Again,
    /// It failed for the last time, and waits for a person.
    GivenUp,
    /// It was cut off: the program was stopped, or died.
    CutOff,
}

impl Outcome {
    /// Every one.
    pub const ALL: [Outcome; 5] = [Outcome::Running, Outcome::Done, Outcome::Again, Outcome::GivenUp, Outcome::CutOff];

    /// The word in the database.
    pub fn code(self) -> &'static str {
        match self {
            Outcome::Running => "running",
            Outcome::Done => "done",
            Outcome::Again => "again",
            Outcome::GivenUp => "given-up",
            Outcome::CutOff => "cut-off",
        }
    }

    pub(super) fn from_code(code: &str) -> Option<Outcome> {
        Outcome::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Marks a job as done, in the transaction of what it did: both happen, or neither. `said` is what came of it, for the
/// history; it is sealed. `false` when the lease ran out and another has taken it; then the change must not be committed.
///
/// # Errors
/// The database.
pub async fn done(change: &mut Change<'_>, job: &Claimed, said: &[u8]) -> Result<bool> {
    if !mark(change, job).await? {
        return Ok(false);
    }
    let (now, sealed) = (change.now(), runs::seal(change.room(), job, said)?);
    runs::ended(&mut change.tx, job, now, Outcome::Done, Some(sealed)).await?;
    recurring::went_well(&mut change.tx, job, now, true).await?;
    Ok(true)
}

/// Marks a job as done that found nothing to do. It leaves no row: a folder that is looked into each minute would
/// otherwise fill the history.
///
/// # Errors
/// The database.
pub async fn nothing(change: &mut Change<'_>, job: &Claimed) -> Result<bool> {
    if !mark(change, job).await? {
        return Ok(false);
    }
    let now = change.now();
    runs::forget(&mut change.tx, job).await?;
    recurring::went_well(&mut change.tx, job, now, false).await?;
    Ok(true)
}

async fn mark(change: &mut Change<'_>, job: &Claimed) -> Result<bool> {
    let now = change.now().as_microsecond();
    let rows = on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE job SET done_at = $1, leased_until = NULL WHERE id = $2 AND attempts = $3 AND done_at IS NULL")
        .bind(now).bind(job.id).bind(job.attempt).execute(on).await.map(|it| it.rows_affected()));
    rows.map(|rows| rows == 1).map_err(fault("marking a job as done"))
}

/// Notes in the journal that a job ran: once a run, with the permit that it ran under.
///
/// # Errors
/// None but a second actor in the same change.
pub fn journal(change: &mut Change<'_>, permit: Permit<Write>, job: &Claimed) -> Result<()> {
    let act = permit.act();
    change.take_about(permit, act, json!({ "job": job.kind, "id": job.id.to_string() })).map(drop)
}

/// Notes in the journal what somebody did with a recurring job.
///
/// # Errors
/// None but a second actor in the same change.
pub fn configured(change: &mut Change<'_>, permit: Permit<Write>, id: Uuid, what: &str) -> Result<()> {
    let act = permit.act();
    change.take_about(permit, act, json!({ "recurring": id.to_string(), "done": what })).map(drop)
}

/// Hands a job back after a failure, with what it was about: it is due again later, or given up after the last attempt
/// or when `hopeless`. `None` when given up or no longer ours.
///
/// # Errors
/// The database.
pub async fn retry(
    room: &Room,
    job: &Claimed,
    now: Timestamp,
    said: &[u8],
    hopeless: bool,
) -> Result<Option<Timestamp>> {
    let failed = "handing a job back";
    let last = hopeless || job.attempt >= ATTEMPTS;
    let next = if last { None } else { Some(now.checked_add(wait(job.attempt)).map_err(fault(failed))?) };
    let given_up = next.is_none().then_some(now.as_microsecond());
    let sealed = runs::seal(room, job, said)?;
    let mut tx = room.store().begin().await?;
    let rows = on_tx!(&mut tx, on => sqlx::query(
        "UPDATE job SET leased_until = NULL, run_at = COALESCE($1, run_at), given_up_at = $2 WHERE id = $3 AND \
         attempts = $4 AND done_at IS NULL")
        .bind(next.map(Timestamp::as_microsecond)).bind(given_up).bind(job.id).bind(job.attempt)
        .execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(failed))?;
    if rows == 1 {
        let outcome = if next.is_some() { Outcome::Again } else { Outcome::GivenUp };
        runs::ended(&mut tx, job, now, outcome, Some(sealed)).await?;
    }
    tx.commit().await?;
    Ok(next.filter(|_| rows == 1))
}

/// Hands a job back that was cut off because the program is to end. It is due at once, and the attempt is not its fault.
///
/// # Errors
/// The database.
pub async fn release(room: &Room, job: &Claimed, now: Timestamp) -> Result<()> {
    let mut tx = room.store().begin().await?;
    let rows = on_tx!(&mut tx, on => sqlx::query(
        "UPDATE job SET leased_until = NULL WHERE id = $1 AND attempts = $2 AND done_at IS NULL AND leased_until IS NOT \
         NULL").bind(job.id).bind(job.attempt).execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault("handing a job back"))?;
    if rows == 1 {
        runs::ended(&mut tx, job, now, Outcome::CutOff, None).await?;
    }
    tx.commit().await
}

/// Lets a job that was given up, or that waits for its next attempt, be tried at once and from the beginning. `false`
/// when there is none such.
///
/// # Errors
/// The database.
pub async fn again(change: &mut Change<'_>, permit: Permit<Write>, id: Uuid) -> Result<bool> {
    let (now, act) = (change.now().as_microsecond(), permit.act());
    change.take_about(permit, act, json!({ "job": id.to_string(), "again": true }))?;
    // The number of the attempt stays, for it names the rows of the history; what was given up gets one more.
    let rows = on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE job SET given_up_at = NULL, run_at = $1, attempts = CASE WHEN attempts >= $3 THEN $3 - 1 ELSE attempts END \
         WHERE id = $2 AND done_at IS NULL AND leased_until IS NULL")
        .bind(now).bind(id).bind(ATTEMPTS).execute(on).await.map(|it| it.rows_affected()));
    rows.map(|rows| rows == 1).map_err(fault("trying a job again"))
}

/// Wait after a failed attempt: 10 s, 20 s, 40 s … 6 h.
fn wait(attempt: i64) -> SignedDuration {
    let doublings = u32::try_from(attempt.clamp(1, 30) - 1).unwrap_or(0);
    FIRST_WAIT.checked_mul(2_i32.saturating_pow(doublings)).unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_six_hours() {
        let seconds = [1, 2, 3, 9, 10, 12, 40].map(|attempt| wait(attempt).as_secs());
        assert_eq!(seconds, [10, 20, 40, 2560, 5120, 20_480, 21_600]);
    }
}
