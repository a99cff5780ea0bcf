//! Reading how schools report: counts, under the permit to see data quality.

use std::collections::BTreeMap;

use access::{Act, Permit, Read, ReadAct, Subject, UnitId};
use domain::{Day, Week};
use sqlx::{Database, Encode, QueryBuilder, Type};

use super::{Course, FAILED, LateWeek, cells};
use crate::failure::{Result, broken, fault};
use crate::reading::Reading;
use crate::store::on_read;

/// How a school reports. Pupils are counts here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quality {
    /// The day that it was counted for.
    pub as_of: Day,
    /// Classes and subjects with lessons, in order of both.
    pub courses: Vec<Course>,
    /// Classes with pupils, and how many.
    pub classes: Vec<(String, i64)>,
    /// Number of enrolled pupils who have had no lesson for weeks, by class.
    pub without_rows: BTreeMap<String, i64>,
    /// Late corrections, the latest import first.
    pub late: Vec<LateWeek>,
    /// The latest day that somebody phoned about it.
    pub called: Option<Day>,
}

/// How the school of the permit reports, or each school when it is for the room.
///
/// # Errors
/// A permit for something else than seeing data quality; the database.
pub async fn quality(reading: &mut Reading<'_>, permit: Permit<Read>) -> Result<BTreeMap<UnitId, Quality>> {
    let used = reading.take(permit, ReadAct::SeeDataQuality.code())?;
    let only = match &used.subject {
        Subject::Room => None,
        Subject::Unit(unit) => Some(i64::from(unit.0)),
        _ => return Err(broken("data quality is a school's or the room's")),
    };
    let store = reading.room().store();
    let mut all: BTreeMap<UnitId, Quality> = BTreeMap::new();
    let rows: Vec<(i64, i64)> = on_read!(store, on =>
        current("SELECT q.unit, q.as_of FROM quality_unit q WHERE 1 = 1", only).build_query_as().fetch_all(on).await)
    .map_err(fault(FAILED))?;
    for (of, as_of) in rows {
        all.insert(unit(of)?, Quality { as_of: Day(small(as_of)?), ..Quality::default() });
    }
    let rows: Vec<(i64, String, String, Vec<u8>)> = on_read!(store, on => current(
        "SELECT q.unit, c.class, c.subject, c.weeks FROM quality_unit q JOIN quality_cell c ON c.unit = q.unit AND \
         c.stamp = q.stamp WHERE 1 = 1", only).build_query_as().fetch_all(on).await)
    .map_err(fault(FAILED))?;
    for (of, class, subject, weeks) in rows {
        if let Some(found) = all.get_mut(&unit(of)?) {
            found.courses.push(Course { class, subject, weeks: cells::read(&weeks)? });
        }
    }
    let rows: Vec<(i64, String, i64)> = on_read!(store, on => current(
        "SELECT q.unit, c.class, c.pupils FROM quality_unit q JOIN quality_class c ON c.unit = q.unit AND c.stamp = \
         q.stamp WHERE 1 = 1", only).build_query_as().fetch_all(on).await)
    .map_err(fault(FAILED))?;
    for (of, class, pupils) in rows {
        if let Some(found) = all.get_mut(&unit(of)?) {
            found.classes.push((class, pupils));
        }
    }
    let rows: Vec<(i64, String)> = on_read!(store, on => current(
        "SELECT q.unit, a.class FROM quality_unit q JOIN quality_absent_row a ON a.unit = q.unit AND a.stamp = q.stamp \
         JOIN person p ON p.id = a.person WHERE NOT p.protected", only).build_query_as().fetch_all(on).await)
    .map_err(fault(FAILED))?;
    for (of, class) in rows {
        if let Some(found) = all.get_mut(&unit(of)?) {
            *found.without_rows.entry(class).or_default() += 1;
        }
    }
    let rows: Vec<(i64, i64, i64, i64, i64)> = on_read!(store, on => current(
        "SELECT q.unit, l.week, l.seen_day, l.lessons, l.days FROM quality_unit q JOIN quality_late l ON l.unit = \
         q.unit AND l.stamp <= q.stamp WHERE 1 = 1", only).build_query_as().fetch_all(on).await)
    .map_err(fault(FAILED))?;
    for (of, week, seen, lessons, days) in rows {
        if let Some(found) = all.get_mut(&unit(of)?) {
            found.late.push(LateWeek { week: Week(small(week)?), seen: Day(small(seen)?), lessons, days });
        }
    }
    let rows: Vec<(i64, i64)> = on_read!(store, on => current(
        "SELECT q.unit, c.called_day FROM quality_unit q JOIN quality_call c ON c.unit = q.unit WHERE 1 = 1", only)
        .build_query_as().fetch_all(on).await)
    .map_err(fault(FAILED))?;
    for (of, day) in rows {
        if let Some(found) = all.get_mut(&unit(of)?) {
            found.called = Some(Day(small(day)?));
        }
    }
    for found in all.values_mut() {
        found.courses.sort_by(|a, b| (&a.class, &a.subject).cmp(&(&b.class, &b.subject)));
        found.classes.sort();
        found.late.sort_by_key(|it| (std::cmp::Reverse(it.seen), it.week));
    }
    Ok(all)
}

fn small(number: i64) -> Result<i32> {
    i32::try_from(number).map_err(fault(FAILED))
}

fn unit(code: i64) -> Result<UnitId> {
    small(code).map(UnitId)
}

/// The rows of one school or of all.
fn current<DB: Database>(select: &str, only: Option<i64>) -> QueryBuilder<DB>
where
    for<'a> i64: Encode<'a, DB> + Type<DB>,
{
    let mut sql = QueryBuilder::new(select);
    if let Some(unit) = only {
        sql.push(" AND q.unit = ").push_bind(unit);
    }
    sql
}
