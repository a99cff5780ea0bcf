//! The recurring task of the officer for pupils with protected identity: to go through them by hand, since nothing here
//! watches them. A count, and never who.

use access::{Act, Permit, UserId, Write, WriteAct};
use domain::Day;
use jiff::Timestamp;
use uuid::Uuid;

use crate::change::Change;
use crate::failure::{Result, fault};
use crate::reading::Reading;
use crate::room::Room;
use crate::store::{on_read, on_tx};

const FAILED: &str = "the task of the officer";

/// One time that the task came up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfficerTask {
    /// By when.
    pub due: Day,
    /// How many the pupils were when it was given.
    pub pupils: u64,
    /// When it was done, if it was.
    pub done: Option<Timestamp>,
}

/// Gives the task, with the number of protected pupils now. The same day again changes nothing.
///
/// # Errors
/// A permit for something else than reminding about protected pupils; the database.
pub async fn remind(change: &mut Change<'_>, permit: Permit<Write>, due: Day) -> Result<()> {
    change.take(permit, WriteAct::RemindAboutProtected.code())?;
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO officer_task (due_day, pupils) SELECT $1, COUNT(*) FROM person WHERE protected ON CONFLICT \
         (due_day) DO NOTHING").bind(i64::from(due.0)).execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

/// The latest tasks, newest first: twelve at most.
///
/// # Errors
/// A permit for something else than seeing to the recurring task; the database.
pub async fn tasks(reading: &mut Reading<'_>, permit: Permit<Write>) -> Result<Vec<OfficerTask>> {
    reading.take(permit, WriteAct::ReviewProtected.code())?;
    let rows: Vec<Row> = on_read!(reading.room().store(), on => sqlx::query_as(
        "SELECT due_day, pupils, done_at FROM officer_task ORDER BY due_day DESC LIMIT 12").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    rows.into_iter().map(task).collect()
}

type Row = (i64, i64, Option<i64>);

fn task((due, pupils, done): Row) -> Result<OfficerTask> {
    Ok(OfficerTask {
        due: Day(i32::try_from(due).map_err(fault(FAILED))?),
        pupils: pupils.unsigned_abs(),
        done: done.map(Timestamp::from_microsecond).transpose().map_err(fault(FAILED))?,
    })
}

/// The latest task, if it was ever given: for giving the next one. A day and a number, so it needs no permit.
///
/// # Errors
/// The database.
pub async fn latest(room: &Room) -> Result<Option<OfficerTask>> {
    let row: Option<Row> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT due_day, pupils, done_at FROM officer_task ORDER BY due_day DESC LIMIT 1").fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    row.map(task).transpose()
}

/// Notes that the task of a day was done, and by whom; `false` when there is none to do.
///
/// # Errors
/// A permit for something else than seeing to the recurring task; the database.
pub async fn done(change: &mut Change<'_>, permit: Permit<Write>, due: Day, by: UserId) -> Result<bool> {
    change.take(permit, WriteAct::ReviewProtected.code())?;
    let now = change.now().as_microsecond();
    let rows = on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE officer_task SET done_at = $2, done_by = $3 WHERE due_day = $1 AND done_at IS NULL")
        .bind(i64::from(due.0)).bind(now).bind(Uuid::from_u128(by.0)).execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    Ok(rows == 1)
}
