//! Tasks: what somebody has been given to do about a pupil. What it is stands in the statement.

use access::{List, ListAct, Permit, PupilId, Subject, UserId, Zone};
use domain::Day;
use domain::step::Kind;
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::change::Change;
use crate::failure::{Result, broken, fault};
use crate::people::scope;
use crate::reading::Reading;
use crate::seal::Place;
use crate::statements::{Written, zone_hash};
use crate::store::{on_read, on_tx};

const FAILED: &str = "the tasks of somebody";
/// Open tasks shown, at most.
const PAGE: i64 = 200;

/// A task to be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct New {
    /// Its id.
    pub id: Uuid,
    /// Who is to do it.
    pub account: UserId,
    /// The kind of step that it comes from.
    pub kind: Kind,
    /// By when.
    pub due: Day,
}

/// A task that is not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Task {
    /// Its id.
    pub id: Uuid,
    /// About whom.
    pub person: PupilId,
    /// The statement that says what it is.
    pub statement: Uuid,
    /// The zone of that statement: who may not read it may not know the kind either. `None` when it needs a newer program.
    pub zone: Option<Zone>,
    /// The kind of step that it comes from; `None` when it needs a newer program.
    pub kind: Option<Kind>,
    /// By when.
    pub due: Day,
}

/// Gives somebody a task, together with the statement that says what it is.
///
/// # Errors
/// The database, also when there is no such account.
pub async fn put(change: &mut Change<'_>, written: &Written, task: &New) -> Result<()> {
    let kind = change.room().keys().seal(kind_place(&task.id), task.kind.code().as_bytes())?.0;
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO task (id, account, person, statement, sealed_kind, due_day) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(task.id).bind(Uuid::from_u128(task.account.0)).bind(written.person).bind(written.id).bind(kind).bind(i64::from(task.due.0)).execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

/// A task as the list of somebody's tasks reads it.
type TaskRow = (Uuid, Uuid, Uuid, Vec<u8>, i64, Vec<u8>);

/// What somebody has to do about the pupils within the scope of the permit, most urgent first.
///
/// # Errors
/// A permit for something else than listing pupils; the database.
pub async fn of_account(
    reading: &mut Reading<'_>,
    permit: Permit<List>,
    account: UserId,
    day: Day,
) -> Result<Vec<Task>> {
    let used = reading.take(permit, ListAct::ListPupils.code())?;
    let Subject::Scope(within) = &used.subject else { return Err(broken("a list without a scope")) };
    let rows: Vec<TaskRow> = on_read!(reading.room().store(), on => {
        let mut sql = QueryBuilder::new(
            "SELECT t.id, t.person, t.statement, t.sealed_kind, t.due_day, s.zone_hash FROM task t JOIN person p ON p.id = \
             t.person JOIN statement s ON s.id = t.statement WHERE t.done_at IS NULL AND t.account = ");
        sql.push_bind(Uuid::from_u128(account.0));
        scope::push(&mut sql, within, day);
        sql.push(" ORDER BY t.due_day, t.id LIMIT ").push_bind(PAGE);
        sql.build_query_as().fetch_all(on).await
    })
    .map_err(fault(FAILED))?;
    reading.shown(rows.iter().map(|(_, person, ..)| *person));
    let keys = reading.room().keys();
    let task = |(id, person, statement, kind, due, hash): (Uuid, Uuid, Uuid, Vec<u8>, i64, Vec<u8>)| {
        let zone = Zone::OF_STEPS.into_iter().find(|zone| zone_hash(&keys.hash, person, *zone) == hash);
        let kind = keys.open_text(kind_place(&id), &kind)?;
        let due = Day(i32::try_from(due).map_err(fault(FAILED))?);
        Ok(Task { id, person: PupilId(person.as_u128()), statement, zone, kind: Kind::from_code(&kind), due })
    };
    rows.into_iter().map(task).collect()
}

/// A task that is not done, for whoever decides whether it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Open {
    /// Its id.
    pub id: Uuid,
    /// Who was to do it.
    pub account: UserId,
    /// The kind of step that it comes from; `None` when it needs a newer program.
    pub kind: Option<Kind>,
}

/// Marks those open tasks about the pupil of a statement that `is_done` says were done with it. If it is taken back, they
/// are open again.
///
/// # Errors
/// The database; a row that was tampered with.
pub async fn done_with(change: &mut Change<'_>, written: &Written, is_done: impl Fn(Open) -> bool) -> Result<()> {
    let now = change.now().as_microsecond();
    let rows: Vec<(Uuid, Uuid, Vec<u8>)> = on_tx!(&mut change.tx, on => sqlx::query_as(
        "SELECT id, account, sealed_kind FROM task WHERE person = $1 AND statement <> $2 AND done_at IS NULL")
        .bind(written.person).bind(written.id).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    for (id, account, kind) in rows {
        let kind = change.room().keys().open_text(kind_place(&id), &kind)?;
        if is_done(Open { id, account: UserId(account.as_u128()), kind: Kind::from_code(&kind) }) {
            on_tx!(&mut change.tx, on => sqlx::query("UPDATE task SET done_at = $1, done_by = $2 WHERE id = $3")
                .bind(now).bind(written.id).bind(id).execute(on).await.map(drop))
            .map_err(fault(FAILED))?;
        }
    }
    Ok(())
}

/// Marks a task of an account as done; `false` when it has none such to do.
///
/// # Errors
/// The database.
pub async fn done(change: &mut Change<'_>, account: UserId, id: Uuid) -> Result<bool> {
    let now = change.now().as_microsecond();
    let rows = on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE task SET done_at = $1 WHERE id = $2 AND account = $3 AND done_at IS NULL")
        .bind(now).bind(id).bind(Uuid::from_u128(account.0)).execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    Ok(rows == 1)
}

/// Which kind of step a task comes from tells of an inquiry, so it is sealed.
fn kind_place(id: &Uuid) -> Place<'_> {
    Place { table: "task", column: "sealed_kind", row: id.as_bytes() }
}
