//! Meetings of pupil health: a queue of pupils, and what became of each.

use access::{Act, List, ListAct, Permit, PupilId, Subject, UnitId, UserId, Write, WriteAct, Zone};
use domain::Day;
use jiff::Timestamp;
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::change::Change;
use crate::failure::{Result, broken, fault, refuse};
use crate::people::scope;
use crate::reading::Reading;
use crate::seal::Place;
use crate::statements::Written;
use crate::store::{on_read, on_tx};

const FAILED: &str = "a meeting";
/// The zone that a meeting works in.
const ZONE: Zone = Zone::SchoolSupport;

/// A meeting to be begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct New {
    /// Its id.
    pub id: Uuid,
    /// The school.
    pub unit: UnitId,
    /// Who leads it.
    pub account: UserId,
}

/// A meeting, as far as its reader may see its queue.
#[derive(Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Its id.
    pub id: Uuid,
    /// The school.
    pub unit: UnitId,
    /// Who leads it.
    pub account: UserId,
    /// When it began.
    pub begun: Timestamp,
    /// When it ended, if it has.
    pub ended: Option<Timestamp>,
    /// What was written down about the meeting as such; empty until it has ended.
    pub minutes: String,
    /// The pupils within the scope, in the order of the queue.
    pub items: Vec<Item>,
}

/// A pupil in the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Place in the queue, from 1.
    pub number: u16,
    /// The pupil.
    pub person: PupilId,
    /// The statement of what was decided last, if something was.
    pub statement: Option<Uuid>,
    /// When it was passed by, if it was.
    pub passed: Option<Timestamp>,
}

impl std::fmt::Debug for Meeting {
    /// The id only: minutes must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Meeting").field("id", &self.id).field("items", &self.items.len()).finish_non_exhaustive()
    }
}

/// Begins a meeting. Who is in the queue, and in which order, stands in the permits: to document about each in the zone of
/// pupil support.
///
/// # Errors
/// A permit for something else; the database.
pub async fn begin(change: &mut Change<'_>, queue: Vec<Permit<Write>>, new: &New) -> Result<()> {
    let (at, unit) = (change.now().as_microsecond(), i64::from(new.unit.0));
    on_tx!(&mut change.tx, on => sqlx::query("INSERT INTO meeting (id, unit, account, begun_at) VALUES ($1, $2, $3, $4)")
        .bind(new.id).bind(unit).bind(Uuid::from_u128(new.account.0)).bind(at).execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    for (number, permit) in (1_i64..).zip(queue) {
        let person = pupil(change, permit)?;
        on_tx!(&mut change.tx, on => sqlx::query(
            "INSERT INTO meeting_item (meeting, number, person) VALUES ($1, $2, $3)")
            .bind(new.id).bind(number).bind(person).execute(on).await.map(drop))
        .map_err(fault(FAILED))?;
    }
    Ok(())
}

fn pupil(change: &mut Change<'_>, permit: Permit<Write>) -> Result<Uuid> {
    if permit.zone() != Some(ZONE) {
        return Err(broken("a meeting works in the zone of pupil support"));
    }
    let used = change.take(permit, WriteAct::DocumentStep(ZONE).code())?;
    match used.subject {
        Subject::Pupil(pupil) => Ok(Uuid::from_u128(pupil.0)),
        _ => Err(broken("a queue is of pupils")),
    }
}

/// Notes that a statement is what the meeting decided about its pupil, in the place of `before`: what had been decided
/// when whoever decides looked.
///
/// # Errors
/// Refused: the pupil is not in the queue, or the meeting has ended; something else than `before` stands there. The
/// database.
pub async fn decided(change: &mut Change<'_>, written: &Written, meeting: Uuid, before: Option<Uuid>) -> Result<()> {
    let rows = on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE meeting_item SET statement = $3, passed_at = NULL WHERE person = $2 AND statement IS NOT DISTINCT FROM $4 \
         AND meeting = (SELECT id FROM meeting WHERE id = $1 AND ended_at IS NULL)")
        .bind(meeting).bind(written.person).bind(written.id).bind(before).execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    if rows > 0 {
        return Ok(());
    }
    let (open,): (i64,) = on_tx!(&mut change.tx, on => sqlx::query_as(
        "SELECT COUNT(*) FROM meeting_item i JOIN meeting m ON m.id = i.meeting WHERE m.id = $1 AND m.ended_at IS NULL AND \
         i.person = $2").bind(meeting).bind(written.person).fetch_one(on).await)
    .map_err(fault(FAILED))?;
    Err(refuse(if open > 0 { "meeting-decided-meanwhile" } else { "meeting-not-open" }))
}

/// Notes that a pupil was passed by.
///
/// # Errors
/// Refused: the pupil is not in the queue, or the meeting has ended. A permit for something else than documenting in the
/// zone of pupil support; the database.
pub async fn passed(change: &mut Change<'_>, permit: Permit<Write>, meeting: Uuid) -> Result<()> {
    let (person, now) = (pupil(change, permit)?, change.now().as_microsecond());
    let rows = on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE meeting_item SET passed_at = $3 WHERE person = $2 AND meeting = (SELECT id FROM meeting WHERE id = $1 AND \
         ended_at IS NULL)").bind(meeting).bind(person).bind(now).execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    if rows > 0 { Ok(()) } else { Err(refuse("meeting-not-open")) }
}

/// Ends a meeting, with what was written down about it as such: who was there, not what was said about a pupil.
/// Anybody can who may hold meetings there: whoever began it may be ill or have left. No pupil, so it needs no permit.
///
/// # Errors
/// Refused: it has ended. The database.
pub async fn end(change: &mut Change<'_>, meeting: Uuid, minutes: &str) -> Result<()> {
    let now = change.now().as_microsecond();
    let sealed = change.room().keys().seal(minutes_place(&meeting), minutes.as_bytes())?.0;
    let rows = on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE meeting SET ended_at = $2, sealed_minutes = $3 WHERE id = $1 AND ended_at IS NULL")
        .bind(meeting).bind(now).bind(sealed).execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    if rows == 1 { Ok(()) } else { Err(refuse("meeting-not-open")) }
}

type Row = (Uuid, i64, Uuid, i64, Option<i64>, Option<Vec<u8>>);

/// A meeting at a school of the scope, with those of its queue who are within the scope of the permit: to list steps in
/// the zone of pupil support. A meeting elsewhere is not told from one that does not exist.
///
/// # Errors
/// A permit for something else; the database; a row that was tampered with.
pub async fn read(reading: &mut Reading<'_>, permit: Permit<List>, meeting: Uuid, day: Day) -> Result<Option<Meeting>> {
    let used = reading.take(permit, ListAct::ListSteps(ZONE).code())?;
    let Subject::Scope(within) = &used.subject else { return Err(broken("a list without a scope")) };
    if used.zone != Some(ZONE) {
        return Err(broken("a meeting works in the zone of pupil support"));
    }
    let room = reading.room();
    let row: Option<Row> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT id, unit, account, begun_at, ended_at, sealed_minutes FROM meeting WHERE id = $1").bind(meeting)
        .fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    let Some((id, unit, account, begun, ended, minutes)) = row else { return Ok(None) };
    let unit = UnitId(i32::try_from(unit).map_err(fault(FAILED))?);
    if !within.everywhere() && !within.units().contains(&unit) {
        return Ok(None);
    }
    let items: Vec<(i64, Uuid, Option<Uuid>, Option<i64>)> = on_read!(room.store(), on => {
        let mut sql = QueryBuilder::new(
            "SELECT i.number, i.person, i.statement, i.passed_at FROM meeting_item i JOIN person p ON p.id = i.person \
             WHERE i.meeting = ");
        sql.push_bind(meeting);
        scope::push(&mut sql, within, day);
        sql.push(" ORDER BY i.number");
        sql.build_query_as().fetch_all(on).await
    })
    .map_err(fault(FAILED))?;
    reading.shown(items.iter().map(|(_, person, ..)| *person));
    let at = |at: Option<i64>| at.map(Timestamp::from_microsecond).transpose().map_err(fault(FAILED));
    let item = |(number, person, statement, passed): (i64, Uuid, Option<Uuid>, Option<i64>)| {
        let number = u16::try_from(number).map_err(fault(FAILED))?;
        Ok(Item { number, person: PupilId(person.as_u128()), statement, passed: at(passed)? })
    };
    let minutes = minutes.map(|sealed| room.keys().open_text(minutes_place(&id), &sealed)).transpose()?;
    Ok(Some(Meeting {
        id,
        unit,
        account: UserId(account.as_u128()),
        begun: Timestamp::from_microsecond(begun).map_err(fault(FAILED))?,
        ended: at(ended)?,
        minutes: minutes.unwrap_or_default(),
        items: items.into_iter().map(item).collect::<Result<_>>()?,
    }))
}

/// A meeting in a list of meetings: no pupil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brief {
    /// Its id.
    pub id: Uuid,
    /// Who leads it.
    pub account: UserId,
    /// When it began.
    pub begun: Timestamp,
    /// Whether it has ended.
    pub ended: bool,
    /// Pupils in its queue within the scope.
    pub pupils: i64,
}

/// The meetings of a school of the scope, latest first, twenty at most. Counted are those of a queue whom the reader may
/// see there: who is protected or has moved since is not told of by a number either.
///
/// # Errors
/// A permit for something else than listing steps in the zone of pupil support; the database.
pub async fn of_unit(reading: &mut Reading<'_>, permit: Permit<List>, unit: UnitId, day: Day) -> Result<Vec<Brief>> {
    let used = reading.take(permit, ListAct::ListSteps(ZONE).code())?;
    let Subject::Scope(within) = &used.subject else { return Err(broken("a list without a scope")) };
    if used.zone != Some(ZONE) {
        return Err(broken("a meeting works in the zone of pupil support"));
    }
    if !within.everywhere() && !within.units().contains(&unit) {
        return Ok(Vec::new());
    }
    let rows: Vec<(Uuid, Uuid, i64, bool, i64)> = on_read!(reading.room().store(), on => {
        let mut sql = QueryBuilder::new(
            "SELECT m.id, m.account, m.begun_at, m.ended_at IS NOT NULL, (SELECT COUNT(*) FROM meeting_item i JOIN person p \
             ON p.id = i.person WHERE i.meeting = m.id");
        scope::push(&mut sql, within, day);
        sql.push(") FROM meeting m WHERE m.unit = ").push_bind(i64::from(unit.0));
        sql.push(" ORDER BY m.begun_at DESC LIMIT 20");
        sql.build_query_as().fetch_all(on).await
    })
    .map_err(fault(FAILED))?;
    let meeting = |(id, account, begun, ended, pupils): (Uuid, Uuid, i64, bool, i64)| {
        let begun = Timestamp::from_microsecond(begun).map_err(fault(FAILED))?;
        Ok(Brief { id, account: UserId(account.as_u128()), begun, ended, pupils })
    };
    rows.into_iter().map(meeting).collect()
}

fn minutes_place(id: &Uuid) -> Place<'_> {
    Place { table: "meeting", column: "sealed_minutes", row: id.as_bytes() }
}
