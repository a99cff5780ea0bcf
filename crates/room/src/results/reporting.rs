//! How much is reported, school by school: about reporting and timetables, never about a pupil.

use access::{Act, Permit, Read, ReadAct, Subject};
use domain::Week;
use sqlx::{Database, Encode, QueryBuilder, Type};

use super::Generation;
use super::numbers::{REPORTING, REPORTING_UNIT};
use crate::failure::{Result, broken, fault};
use crate::reading::Reading;
use crate::room::Room;
use crate::store::on_read;

const FAILED: &str = "how much is reported";

/// A week of a school, in minutes of all its pupils.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfWeek {
    /// School unit code.
    pub school: i32,
    /// The week.
    pub week: Week,
    /// Scheduled minutes.
    pub scheduled: i64,
    /// Reported minutes.
    pub reported: i64,
}

/// A school: its pupils, and of how many somebody should look at reporting or timetable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfUnit {
    /// School unit code.
    pub school: i32,
    /// Pupils.
    pub pupils: i64,
    /// Pupils with lessons that nobody reported (S12a), a timetable far shorter than that of others (S12b), or about whom
    /// nothing has been reported for long: each counted once, or a small number would not be seen to be small.
    pub questions: i64,
}

/// What a head teacher, a coordinator or whoever sees to deliveries is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reporting {
    /// By school.
    pub units: Vec<OfUnit>,
    /// By school and week.
    pub weeks: Vec<OfWeek>,
}

/// Writes the reporting of a generation that is not published yet.
///
/// # Errors
/// The database.
pub async fn put_reporting(room: &Room, generation: &Generation, reporting: &Reporting) -> Result<()> {
    REPORTING.put(room, generation.number, &weeks(&reporting.weeks)).await?;
    REPORTING_UNIT.put(room, generation.number, &units(&reporting.units)).await
}

pub(super) fn weeks(weeks: &[OfWeek]) -> Vec<Vec<i64>> {
    let row = |it: &OfWeek| vec![i64::from(it.school), i64::from(it.week.0), it.scheduled, it.reported];
    weeks.iter().map(row).collect()
}

pub(super) fn units(units: &[OfUnit]) -> Vec<Vec<i64>> {
    units.iter().map(|it| vec![i64::from(it.school), it.pupils, it.questions]).collect()
}

/// The reporting of the current generation: of the school when the permit is for one, of all when it is for the room.
///
/// # Errors
/// A permit for something else than seeing data quality; the database.
pub async fn reporting(reading: &mut Reading<'_>, permit: Permit<Read>) -> Result<Reporting> {
    let used = reading.take(permit, ReadAct::SeeDataQuality.code())?;
    let only = match &used.subject {
        Subject::Room => None,
        Subject::Unit(unit) => Some(i64::from(unit.0)),
        _ => return Err(broken("reporting is a school's or the room's")),
    };
    let room = reading.room();
    let units: Vec<(i64, i64, i64)> = on_read!(room.store(), on =>
        current("SELECT unit, pupils, questions FROM reporting_unit", only, " ORDER BY unit").build_query_as()
            .fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let weeks: Vec<(i64, i64, i64, i64)> = on_read!(room.store(), on =>
        current("SELECT unit, week, scheduled, reported FROM reporting", only, " ORDER BY unit, week").build_query_as()
            .fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let small = |number: i64| i32::try_from(number).map_err(fault(FAILED));
    let of_unit = |(unit, pupils, questions): (i64, i64, i64)| Ok(OfUnit { school: small(unit)?, pupils, questions });
    let of_week = |(unit, week, scheduled, reported): (i64, i64, i64, i64)| {
        Ok(OfWeek { school: small(unit)?, week: Week(small(week)?), scheduled, reported })
    };
    Ok(Reporting {
        units: units.into_iter().map(of_unit).collect::<Result<_>>()?,
        weeks: weeks.into_iter().map(of_week).collect::<Result<_>>()?,
    })
}

/// The rows of the current generation, of one school or of all.
fn current<DB: Database>(select: &str, only: Option<i64>, order: &str) -> QueryBuilder<DB>
where
    for<'a> i64: Encode<'a, DB> + Type<DB>,
{
    let mut sql = QueryBuilder::new(select);
    sql.push(" WHERE generation = (SELECT current_generation FROM room)");
    if let Some(unit) = only {
        sql.push(" AND unit = ").push_bind(unit);
    }
    sql.push(order);
    sql
}
