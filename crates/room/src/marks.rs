//! Marks: whether somebody has acted about a pupil, and until when that holds. Computed anew by each change from what
//! each step means for it, so that no text of another zone is ever opened.

use access::{Act, Permit, Read, ReadAct, Subject};
use domain::step::{Cleared, Fact, Last, Mark, Seen};
use domain::{Day, Signals};
use uuid::Uuid;

use crate::change::Change;
use crate::failure::{Result, broken, fault, refuse};
use crate::reading::Reading;
use crate::statements::{Written, zone_hash};
use crate::store::{on_read, on_tx};

const FAILED: &str = "the mark of a pupil";

/// What a statement does to the mark of its pupil.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It is a step. The id of the fact is that of the statement.
    Step(Fact),
    /// It moves the follow-up of an earlier step: what that step means from now on.
    Moved(Fact),
    /// It takes an earlier step back.
    Retracted(Uuid),
}

pub(crate) type FactRow = (Uuid, i64, Option<i64>, i64, i64, i64, i64, String);

/// Notes what a statement means for the mark, and computes the mark anew. A step is moved or taken back only by a
/// statement about the same pupil in the same zone. When a step is taken back, the tasks that it gave are done with, and those
/// that were done with it are open again.
///
/// # Errors
/// Refused: there is no such step. The database.
pub async fn apply(change: &mut Change<'_>, written: &Written, effect: &Effect) -> Result<Mark> {
    match effect {
        Effect::Step(fact) if fact.id == written.id.as_u128() => put(change, written, fact).await?,
        Effect::Step(_) => return Err(broken("the step of another statement")),
        Effect::Moved(fact) => {
            let until = fact.until.map(|day| i64::from(day.0));
            earlier(change, written, fact.id, until, false).await?;
        }
        Effect::Retracted(of) => {
            earlier(change, written, of.as_u128(), None, true).await?;
            let now = change.now().as_microsecond();
            on_tx!(&mut change.tx, on => sqlx::query(
                "UPDATE task SET done_at = $1 WHERE statement = $2 AND done_at IS NULL").bind(now).bind(*of)
                .execute(on).await.map(drop))
            .map_err(fault(FAILED))?;
            on_tx!(&mut change.tx, on => sqlx::query(
                "UPDATE task SET done_at = NULL, done_by = NULL WHERE done_by = $1").bind(*of).execute(on).await.map(drop))
            .map_err(fault(FAILED))?;
        }
    }
    refold(change, written.person).await
}

async fn put(change: &mut Change<'_>, written: &Written, fact: &Fact) -> Result<()> {
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO step_fact (statement, person, day, until, seen_signals, seen_band, seen_level5, retracted) VALUES \
         ($1, $2, $3, $4, $5, $6, $7, $8)")
        .bind(written.id).bind(written.person).bind(i64::from(fact.day.0)).bind(fact.until.map(|day| i64::from(day.0)))
        .bind(i64::from(fact.seen.signals.0)).bind(i64::from(fact.seen.band)).bind(i64::from(fact.seen.level5))
        .bind(false).execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

/// Changes an earlier step of the same pupil and zone. What was taken back stays so.
async fn earlier(
    change: &mut Change<'_>,
    written: &Written,
    of: u128,
    until: Option<i64>,
    retracted: bool,
) -> Result<()> {
    let hash = zone_hash(&change.room().keys().hash, written.person, written.zone);
    let rows = on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE step_fact SET until = $4, retracted = $5 WHERE NOT retracted AND statement = (SELECT id FROM statement \
         WHERE id = $1 AND person = $2 AND zone_hash = $3)")
        .bind(Uuid::from_u128(of)).bind(written.person).bind(hash).bind(until).bind(retracted)
        .execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    if rows == 1 { Ok(()) } else { Err(refuse("step-not-there")) }
}

/// The mark that the steps of one pupil make.
pub(crate) fn folded(rows: &mut [FactRow]) -> Result<Mark> {
    rows.sort_by(|a, b| (a.6, &a.7, a.0).cmp(&(b.6, &b.7, b.0)));
    Ok(Mark::of(rows.iter().map(fact).collect::<Result<Vec<_>>>()?))
}

async fn refold(change: &mut Change<'_>, person: Uuid) -> Result<Mark> {
    let mut rows: Vec<FactRow> = on_tx!(&mut change.tx, on => sqlx::query_as(
        "SELECT f.statement, f.day, f.until, f.seen_signals, f.seen_band, f.seen_level5, s.lamport, s.side FROM step_fact \
         f JOIN statement s ON s.id = f.statement WHERE f.person = $1 AND NOT f.retracted").bind(person)
        .fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let mark = folded(&mut rows)?;
    let (acted, statement) = (mark.last.map(|it| i64::from(it.day.0)), mark.last.map(|it| Uuid::from_u128(it.id)));
    let seen = mark.cleared.map(|it| it.seen).unwrap_or_default();
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO mark (person, acted_day, statement, cleared_until, seen_signals, seen_band, seen_level5, cleared_by, \
         cleared_day) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (person) DO UPDATE SET acted_day = \
         excluded.acted_day, statement = excluded.statement, cleared_by = excluded.cleared_by, cleared_day = \
         excluded.cleared_day, cleared_until = excluded.cleared_until, seen_signals = excluded.seen_signals, seen_band = \
         excluded.seen_band, seen_level5 = excluded.seen_level5")
        .bind(person).bind(acted).bind(statement).bind(mark.cleared.map(|it| i64::from(it.until.0)))
        .bind(i64::from(seen.signals.0)).bind(i64::from(seen.band)).bind(i64::from(seen.level5))
        .bind(mark.cleared.map(|it| Uuid::from_u128(it.id))).bind(mark.cleared.map(|it| i64::from(it.day.0)))
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    Ok(mark)
}

fn fact((id, at, until, signals, band, level5, ..): &FactRow) -> Result<Fact> {
    let seen = seen(*signals, *band, *level5)?;
    Ok(Fact { id: id.as_u128(), day: day(*at)?, until: until.map(day).transpose()?, seen })
}

fn seen(signals: i64, band: i64, level5: i64) -> Result<Seen> {
    Ok(Seen {
        signals: Signals(u16::try_from(signals).map_err(fault(FAILED))?),
        band: u8::try_from(band).map_err(fault(FAILED))?,
        level5: u8::try_from(level5).map_err(fault(FAILED))?,
    })
}

fn day(number: i64) -> Result<Day> {
    Ok(Day(i32::try_from(number).map_err(fault(FAILED))?))
}

pub(crate) type MarkRow = (Option<i64>, Option<Uuid>, Option<Uuid>, Option<i64>, Option<i64>, i64, i64, i64);

/// The mark of the pupil of the permit: that something was done and when, in whichever zone.
///
/// # Errors
/// A permit for something else than seeing that a step occurred; the database.
pub async fn of_pupil(reading: &mut Reading<'_>, permit: Permit<Read>) -> Result<Mark> {
    let used = reading.take(permit, ReadAct::SeeStepOccurred.code())?;
    let Subject::Pupil(pupil) = used.subject else { return Err(broken("a mark is a pupil's")) };
    let row: Option<MarkRow> = on_read!(reading.room().store(), on => sqlx::query_as(
        "SELECT acted_day, statement, cleared_by, cleared_day, cleared_until, seen_signals, seen_band, seen_level5 FROM mark \
         WHERE person = $1")
        .bind(Uuid::from_u128(pupil.0)).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    row.map_or_else(|| Ok(Mark::default()), mark)
}

/// A mark as it is stored.
pub(crate) fn mark((acted, statement, by, on, until, signals, band, level5): MarkRow) -> Result<Mark> {
    let seen = seen(signals, band, level5)?;
    Ok(Mark {
        last: match acted.zip(statement) {
            Some((at, id)) => Some(Last { id: id.as_u128(), day: day(at)? }),
            None => None,
        },
        cleared: match by.zip(on).zip(until) {
            Some(((by, on), until)) => Some(Cleared { id: by.as_u128(), day: day(on)?, until: day(until)?, seen }),
            None => None,
        },
    })
}

/// That steps were taken about the pupil of the permit, in whichever zone, and when: newest first, without those taken
/// back. Not what, not by whom, not in which zone.
///
/// # Errors
/// A permit for something else than seeing that a step occurred; the database.
pub async fn occurred(reading: &mut Reading<'_>, permit: Permit<Read>) -> Result<Vec<Last>> {
    let used = reading.take(permit, ReadAct::SeeStepOccurred.code())?;
    let Subject::Pupil(pupil) = used.subject else { return Err(broken("a mark is a pupil's")) };
    let rows: Vec<(Uuid, i64)> = on_read!(reading.room().store(), on => sqlx::query_as(
        "SELECT statement, day FROM step_fact WHERE person = $1 AND NOT retracted ORDER BY day DESC, statement DESC")
        .bind(Uuid::from_u128(pupil.0)).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    rows.into_iter().map(|(id, at)| Ok(Last { id: id.as_u128(), day: day(at)? })).collect()
}
