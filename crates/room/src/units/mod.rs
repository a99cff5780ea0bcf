//! The schools of the room: what they are called, and how far each has come.

mod contact;

pub use contact::{Contact, contacts, put_contact};

use access::{Act, Permit, UnitId, Write, WriteAct};
use domain::Day;
use jiff::Timestamp;

use crate::change::Change;
use crate::failure::{Result, fault, refuse};
use crate::room::Room;
use crate::store::{on_read, on_tx};
use crate::versions::settings_changed;

const FAILED: &str = "the schools of the room";

/// A school unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// School unit code.
    pub id: UnitId,
    /// Name; the code until somebody has told it.
    pub name: String,
    /// District; empty when there is none.
    pub district: String,
    /// The day of the first import with rows of the school.
    pub first_import: Option<Day>,
    /// When its first sitting was done with.
    pub sitting_done: Option<Timestamp>,
}

type Row = (i64, String, String, Option<i64>, Option<i64>);

/// Every school, by name.
///
/// # Errors
/// The database.
pub async fn all(room: &Room) -> Result<Vec<Unit>> {
    let rows: Vec<Row> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT code, name, district, first_import_day, sitting_done_at FROM unit ORDER BY code").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let unit = |(code, name, district, first, done): Row| {
        Ok(Unit {
            id: UnitId(i32::try_from(code).map_err(fault(FAILED))?),
            name,
            district,
            first_import: first.map(|day| i32::try_from(day).map(Day)).transpose().map_err(fault(FAILED))?,
            sitting_done: done.map(Timestamp::from_microsecond).transpose().map_err(fault(FAILED))?,
        })
    };
    let mut units: Vec<Unit> = rows.into_iter().map(unit).collect::<Result<_>>()?;
    units.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    Ok(units)
}

/// Names the schools that have no name yet, as the source of an import calls them. What somebody has written stays.
///
/// # Errors
/// A permit for something else than importing; the database.
pub async fn name_new(change: &mut Change<'_>, permit: Permit<Write>, names: &[(UnitId, &str)]) -> Result<()> {
    change.take(permit, WriteAct::Import.code())?;
    for (unit, name) in names {
        on_tx!(&mut change.tx, on => sqlx::query(
            "INSERT INTO unit (code, name) VALUES ($1, $2) ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE \
             unit.name = $3").bind(i64::from(unit.0)).bind(*name).bind(unit.0.to_string()).execute(on).await.map(drop))
        .map_err(fault(FAILED))?;
    }
    settings_changed(change).await
}

/// Tells what a school is called and which district it lies in. A school that is new to the room is added.
///
/// # Errors
/// A permit for something else than configuring; the database.
pub async fn name(
    change: &mut Change<'_>,
    permit: Permit<Write>,
    unit: UnitId,
    name: &str,
    district: &str,
) -> Result<()> {
    change.take(permit, WriteAct::Configure.code())?;
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO unit (code, name, district) VALUES ($1, $2, $3) ON CONFLICT (code) DO UPDATE SET name = \
         excluded.name, district = excluded.district")
        .bind(i64::from(unit.0)).bind(name).bind(district).execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    settings_changed(change).await
}

/// Notes that rows of a school were imported on a day. Only the first time counts. Part of an import, whose permit the
/// same change uses.
///
/// # Errors
/// The database.
pub async fn imported(change: &mut Change<'_>, unit: UnitId, day: Day) -> Result<()> {
    on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE unit SET first_import_day = $2 WHERE code = $1 AND first_import_day IS NULL")
        .bind(i64::from(unit.0)).bind(i64::from(day.0)).execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    settings_changed(change).await
}

/// Notes that the first sitting of a school is done with. `false` when it was already. It says nothing about a pupil, so
/// it needs no permit; whose school it is, the verb knows.
///
/// # Errors
/// Refused: there is no such school. The database.
pub async fn sitting_done(change: &mut Change<'_>, unit: UnitId) -> Result<bool> {
    let now = change.now().as_microsecond();
    let before: Option<(Option<i64>,)> = on_tx!(&mut change.tx, on => sqlx::query_as(
        "SELECT sitting_done_at FROM unit WHERE code = $1").bind(i64::from(unit.0)).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    let Some((before,)) = before else { return Err(refuse("unit-not-there")) };
    on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE unit SET sitting_done_at = $2 WHERE code = $1 AND sitting_done_at IS NULL")
        .bind(i64::from(unit.0)).bind(now).execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    settings_changed(change).await?;
    Ok(before.is_none())
}
