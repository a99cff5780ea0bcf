//! Tasks: what somebody has been given to do about a pupil. What it is stands in the statement.

use access::{List, ListAct, Permit, PupilId, Subject, UserId};
use domain::Day;
use domain::step::Kind;
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::change::Change;
use crate::failure::{Result, broken, fault};
use crate::people::scope;
use crate::reading::Reading;
use crate::statements::Written;
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
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO task (id, account, person, statement, kind, due_day) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(task.id).bind(Uuid::from_u128(task.account.0)).bind(written.person).bind(written.id)
        .bind(task.kind.code()).bind(i64::from(task.due.0)).execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

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
    let rows: Vec<(Uuid, Uuid, Uuid, String, i64)> = on_read!(reading.room().store(), on => {
        let mut sql = QueryBuilder::new(
            "SELECT t.id, t.person, t.statement, t.kind, t.due_day FROM task t JOIN person p ON p.id = t.person WHERE \
             t.done_at IS NULL AND t.account = ");
        sql.push_bind(Uuid::from_u128(account.0));
        scope::push(&mut sql, within, day);
        sql.push(" ORDER BY t.due_day, t.id LIMIT ").push_bind(PAGE);
        sql.build_query_as().fetch_all(on).await
    })
    .map_err(fault(FAILED))?;
    reading.shown(rows.iter().map(|(_, person, ..)| *person));
    let task = |(id, person, statement, kind, due): (Uuid, Uuid, Uuid, String, i64)| {
        let due = Day(i32::try_from(due).map_err(fault(FAILED))?);
        Ok(Task { id, person: PupilId(person.as_u128()), statement, kind: Kind::from_code(&kind), due })
    };
    rows.into_iter().map(task).collect()
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
