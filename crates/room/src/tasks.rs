//! Tasks: what somebody has been given to do about a pupil. What it is stands in the statement.

use std::collections::BTreeSet;

use access::{List, ListAct, Permit, PupilId, Subject, UnitId, Used, UserId, Zone};
use domain::Day;
use domain::step::Kind;
use jiff::Timestamp;
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
/// Tasks gone through for one kind, at most: which kind each is can be told only when it is opened.
const MOST: i64 = 5000;

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

/// What a step asked of somebody at a school, whoever that was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// About whom.
    pub person: PupilId,
    /// The statement that asked.
    pub statement: Uuid,
    /// When it was written.
    pub at: Timestamp,
    /// The statement that answered; `None` as long as it waits.
    pub answered: Option<Uuid>,
}

/// What steps of a kind have asked for about the pupils of some schools, in the zone and the scope of the permit: what
/// waits, and what was answered since an instant. The oldest first, each statement once, however many were asked.
///
/// # Errors
/// A permit for something else than listing steps; the database; a row that was tampered with.
pub async fn asked(
    reading: &mut Reading<'_>,
    permit: Permit<List>,
    units: &[UnitId],
    (kind, since): (Kind, Timestamp),
    day: Day,
) -> Result<Vec<Asked>> {
    let found = asked_of(reading, permit, units, (kind, since), day).await?;
    reading.shown(found.iter().map(|it| Uuid::from_u128(it.person.0)));
    Ok(found)
}

/// How many pupils wait for an answer to a step of a kind, for a page that shows none of them.
///
/// # Errors
/// As for [`asked`].
pub async fn waiting(
    reading: &mut Reading<'_>,
    permit: Permit<List>,
    units: &[UnitId],
    kind: Kind,
    day: Day,
) -> Result<BTreeSet<PupilId>> {
    let found = asked_of(reading, permit, units, (kind, Timestamp::MAX), day).await?;
    Ok(found.into_iter().filter(|it| it.answered.is_none()).map(|it| it.person).collect())
}

/// A task as the search for what was asked reads it.
type AskedRow = (Uuid, Uuid, Uuid, Vec<u8>, Option<Uuid>, Vec<u8>, i64);

async fn asked_of(
    reading: &mut Reading<'_>,
    permit: Permit<List>,
    units: &[UnitId],
    (kind, since): (Kind, Timestamp),
    day: Day,
) -> Result<Vec<Asked>> {
    let used: Used = reading.take(permit, ListAct::ListSteps(Zone::SchoolSupport).code())?;
    let (Subject::Scope(within), Some(zone)) = (&used.subject, used.zone) else {
        return Err(broken("a list of steps without a scope in a zone"));
    };
    let rows: Vec<AskedRow> = on_read!(reading.room().store(), on => {
        let mut sql = QueryBuilder::new(
            "SELECT t.id, t.person, t.statement, t.sealed_kind, t.done_by, s.zone_hash, s.recorded_at FROM task t JOIN \
             person p ON p.id = t.person JOIN statement s ON s.id = t.statement WHERE (t.done_at IS NULL OR (t.done_by IS \
             NOT NULL AND t.done_at >= ");
        sql.push_bind(since.as_microsecond());
        sql.push(")) AND EXISTS (SELECT 1 FROM enrolment n WHERE n.person = p.id AND n.from_day <= ");
        sql.push_bind(i64::from(day.0)).push(" AND (n.to_day IS NULL OR n.to_day >= ").push_bind(i64::from(day.0));
        sql.push(") AND (1 = 0");
        for unit in units {
            sql.push(" OR n.unit = ").push_bind(i64::from(unit.0));
        }
        sql.push("))");
        scope::push(&mut sql, within, day);
        sql.push(" ORDER BY s.recorded_at, t.statement, t.id LIMIT ").push_bind(MOST);
        sql.build_query_as().fetch_all(on).await
    })
    .map_err(fault(FAILED))?;
    let keys = reading.room().keys();
    let mut found: Vec<Asked> = Vec::new();
    for (id, person, statement, sealed, answered, hash, at) in rows {
        // In another zone it is nobody's here, and is not even opened.
        if zone_hash(&keys.hash, person, zone) != hash || found.last().is_some_and(|it| it.statement == statement) {
            continue;
        }
        if Kind::from_code(&keys.open_text(kind_place(&id), &sealed)?) == Some(kind) {
            let at = Timestamp::from_microsecond(at).map_err(fault(FAILED))?;
            found.push(Asked { person: PupilId(person.as_u128()), statement, at, answered });
        }
    }
    Ok(found)
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
