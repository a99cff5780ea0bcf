//! What became of a job.

use jiff::{SignedDuration, Timestamp};

use super::Claimed;
use crate::change::Change;
use crate::failure::{Result, fault};
use crate::room::Room;
use crate::store::on_tx;

/// Attempts before a job is given up and waits for a person.
const ATTEMPTS: i64 = 10;
/// Wait after the first failure; it doubles with each, up to the longest.
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(10);
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(6);

/// Marks a job as done, in the transaction of what it did: both happen, or neither. `false` when the lease ran out and
/// another has taken it; then the change must not be committed.
///
/// # Errors
/// The database.
pub async fn done(change: &mut Change<'_>, job: &Claimed) -> Result<bool> {
    let now = change.now().as_microsecond();
    let rows = on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE job SET done_at = $1, leased_until = NULL WHERE id = $2 AND attempts = $3 AND done_at IS NULL")
        .bind(now).bind(job.id).bind(job.attempt).execute(on).await.map(|it| it.rows_affected()));
    rows.map(|rows| rows == 1).map_err(fault("marking a job as done"))
}

/// Hands a job back after a failure: it is due again later, or given up after the last attempt. `None` when given up or
/// no longer ours.
///
/// # Errors
/// The database.
pub async fn retry(room: &Room, job: &Claimed, now: Timestamp) -> Result<Option<Timestamp>> {
    let failed = "handing a job back";
    let again =
        if job.attempt >= ATTEMPTS { None } else { Some(now.checked_add(wait(job.attempt)).map_err(fault(failed))?) };
    let given_up = again.is_none().then_some(now.as_microsecond());
    let mut tx = room.store().begin().await?;
    let rows = on_tx!(&mut tx, on => sqlx::query(
        "UPDATE job SET leased_until = NULL, run_at = COALESCE($1, run_at), given_up_at = $2 WHERE id = $3 AND \
         attempts = $4 AND done_at IS NULL")
        .bind(again.map(Timestamp::as_microsecond)).bind(given_up).bind(job.id).bind(job.attempt)
        .execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(failed))?;
    tx.commit().await?;
    Ok(again.filter(|_| rows == 1))
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
