//! The few pupils whose reporting or timetable is a question, for whoever may list pupils: within the scope of the permit.

use access::{Act, List, ListAct, Permit, PupilId, Read, ReadAct, Subject, UnitId};
use domain::{Day, Signals};
use sqlx::{Database, Encode, QueryBuilder, Type};
use uuid::Uuid;

use super::FAILED;
use crate::failure::{Result, broken, fault};
use crate::people::scope;
use crate::reading::Reading;
use crate::store::on_read;

/// The most that a page has room for.
const MOST: i64 = 200;

/// A pupil who is a question, by id; the name comes from [`crate::people::found`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The pupil.
    pub pupil: PupilId,
    /// Signals that fire: S12a and S12b are of interest.
    pub signals: Signals,
    /// The timetable has stopped (P15).
    pub stopped: bool,
    /// Enrolled, and no lesson for weeks; with the last day that there was one.
    pub without_rows: Option<Option<Day>>,
}

/// A pupil's id, signals, whether the timetable has stopped, and without rows since when.
type Row = (Uuid, i64, bool, bool, Option<i64>);

/// The pupils of a school who are a question, within the scope of the permit: 200 at most. Nobody is noted as shown
/// before their names are read.
///
/// # Errors
/// A permit for something else than listing pupils; the database.
pub async fn asked_about(
    reading: &mut Reading<'_>,
    permit: Permit<List>,
    unit: UnitId,
    today: Day,
) -> Result<Vec<Asked>> {
    let used = reading.take(permit, ListAct::ListPupils.code())?;
    let Subject::Scope(within) = &used.subject else { return Err(broken("a list without a scope")) };
    let rows: Vec<Row> = on_read!(reading.room().store(), on =>
        query(within, unit, today).build_query_as().persistent(false).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let one = |(id, signals, stopped, without, latest): Row| {
        let latest = latest.map(|day| i32::try_from(day).map(Day)).transpose().map_err(fault(FAILED))?;
        Ok(Asked {
            pupil: PupilId(id.as_u128()),
            signals: Signals(u16::try_from(signals).map_err(fault(FAILED))?),
            stopped,
            without_rows: without.then_some(latest),
        })
    };
    rows.into_iter().map(one).collect()
}

fn query<DB: Database>(within: &access::Scope, unit: UnitId, today: Day) -> QueryBuilder<DB>
where
    for<'a> i64: Encode<'a, DB> + Type<DB>,
    for<'a> String: Encode<'a, DB> + Type<DB>,
{
    let code = i64::from(unit.0);
    let mut sql = QueryBuilder::new(
        "SELECT p.id, COALESCE(s.signals, 0), COALESCE(s.stale, 0 = 1), a.person IS NOT NULL, a.latest_day FROM person p \
         LEFT JOIN standing s ON s.person = p.id AND (s.stale OR (s.signals & 6144) <> 0) AND s.generation = (SELECT \
         current_generation FROM room) AND s.unit = ",
    );
    sql.push_bind(code);
    sql.push(" LEFT JOIN quality_unit q ON q.unit = ");
    sql.push_bind(code);
    sql.push(
        " LEFT JOIN quality_absent_row a ON a.unit = q.unit AND a.stamp = q.stamp AND a.person = p.id WHERE (s.person IS \
         NOT NULL OR a.person IS NOT NULL) AND p.id IN (SELECT w.person FROM enrolment w WHERE w.unit = ",
    );
    sql.push_bind(code).push(")");
    scope::push(&mut sql, within, today);
    sql.push(" ORDER BY p.id LIMIT ").push_bind(MOST);
    sql
}

/// Numbers of pupils of a school who are a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Questions {
    /// Lessons that nobody reported (S12a).
    pub unreported: i64,
    /// A timetable that is far shorter than that of others (S12b).
    pub shorter: i64,
    /// No timetable for long (P15).
    pub stopped: i64,
}

/// The same as numbers, by school.
///
/// # Errors
/// A permit for something else than seeing data quality; the database.
pub async fn questions(
    reading: &mut Reading<'_>,
    permit: Permit<Read>,
) -> Result<std::collections::BTreeMap<UnitId, Questions>> {
    let used = reading.take(permit, ReadAct::SeeDataQuality.code())?;
    let only = match &used.subject {
        Subject::Room => None,
        Subject::Unit(unit) => Some(i64::from(unit.0)),
        _ => return Err(broken("data quality is a school's or the room's")),
    };
    let rows: Vec<(i64, i64, i64, i64)> = on_read!(reading.room().store(), on => {
        let mut sql = QueryBuilder::new(
            "SELECT s.unit, SUM(CASE WHEN NOT s.stale AND (s.signals & 2048) <> 0 THEN 1 ELSE 0 END), SUM(CASE WHEN NOT \
             s.stale AND (s.signals & 4096) <> 0 THEN 1 ELSE 0 END), SUM(CASE WHEN s.stale THEN 1 ELSE 0 END) FROM \
             standing s WHERE (s.stale OR (s.signals & 6144) <> 0) AND s.generation = (SELECT current_generation FROM \
             room) AND ");
        sql.push(scope::NOT_PROTECTED);
        if let Some(unit) = only {
            sql.push(" AND s.unit = ").push_bind(unit);
        }
        sql.push(" GROUP BY s.unit");
        sql.build_query_as().fetch_all(on).await
    })
    .map_err(fault(FAILED))?;
    let one = |(unit, unreported, shorter, stopped): (i64, i64, i64, i64)| {
        Ok((UnitId(i32::try_from(unit).map_err(fault(FAILED))?), Questions { unreported, shorter, stopped }))
    };
    rows.into_iter().map(one).collect()
}
