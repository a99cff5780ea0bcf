//! That somebody has phoned a school about its reporting, and when.

use access::{Act, Permit, Subject, UserId, Write, WriteAct};
use domain::Day;
use uuid::Uuid;

use super::FAILED;
use crate::change::Change;
use crate::failure::{Result, broken, fault, refuse};
use crate::store::on_tx;

/// Notes that the school of the permit was phoned on a day; the day before gives way.
///
/// # Errors
/// Refused: the room has no such school. A permit for something else; the database.
pub async fn called(change: &mut Change<'_>, permit: Permit<Write>, by: UserId, day: Day) -> Result<()> {
    let unit = school(change, permit)?;
    let there: Option<(i64,)> = on_tx!(&mut change.tx, on =>
        sqlx::query_as("SELECT code FROM unit WHERE code = $1").bind(unit).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    if there.is_none() {
        return Err(refuse("unit-not-there"));
    }
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO quality_call (unit, called_day, account) VALUES ($1, $2, $3) ON CONFLICT (unit) DO UPDATE SET \
         called_day = excluded.called_day, account = excluded.account")
        .bind(unit).bind(i64::from(day.0)).bind(Uuid::from_u128(by.0)).execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

/// Takes the note back.
///
/// # Errors
/// A permit for something else; the database.
pub async fn not_called(change: &mut Change<'_>, permit: Permit<Write>) -> Result<()> {
    let unit = school(change, permit)?;
    on_tx!(&mut change.tx, on =>
        sqlx::query("DELETE FROM quality_call WHERE unit = $1").bind(unit).execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

fn school(change: &mut Change<'_>, permit: Permit<Write>) -> Result<i64> {
    match change.take(permit, WriteAct::NoteCall.code())?.subject {
        Subject::Unit(unit) => Ok(i64::from(unit.0)),
        _ => Err(broken("a call is to a school")),
    }
}
