//! Reading how schools report: counts, under the permit to see data quality.

use std::collections::BTreeMap;

use access::{Act, Permit, Read, ReadAct, Subject, UnitId};
use domain::{Day, Week};
use sqlx::{Database, Encode, QueryBuilder, Type};

use super::{Course, CourseWeek, FAILED, LateWeek, OfClass, cells};
use crate::failure::{Result, broken, fault};
use crate::reading::Reading;
use crate::store::on_read;

/// How a school reports. Pupils are counts here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quality {
    /// The day that it was counted for.
    pub as_of: Day,
    /// The weeks with lessons, oldest first.
    pub weeks: Vec<CourseWeek>,
    /// Classes with pupils or lessons, in order of name.
    pub classes: Vec<OfClass>,
    /// Number of enrolled pupils who have had no lesson for weeks.
    pub without_rows: i64,
    /// Late corrections that were seen lately, the latest import first.
    pub late: Vec<LateWeek>,
    /// The latest day that somebody phoned about it.
    pub called: Option<Day>,
}

/// How the school of the permit reports, or each school when it is for the room; with the late corrections that were seen
/// on a day or later.
///
/// # Errors
/// A permit for something else than seeing data quality; the database.
pub async fn quality(
    reading: &mut Reading<'_>,
    permit: Permit<Read>,
    late_since: Day,
) -> Result<BTreeMap<UnitId, Quality>> {
    let used = reading.take(permit, ReadAct::SeeDataQuality.code())?;
    let only = match &used.subject {
        Subject::Room => None,
        Subject::Unit(unit) => Some(i64::from(unit.0)),
        _ => return Err(broken("data quality is a school's or the room's")),
    };
    let store = reading.room().store();
    let mut all: BTreeMap<UnitId, Quality> = BTreeMap::new();
    let rows: Vec<(i64, i64, Vec<u8>)> = on_read!(store, on =>
        current("SELECT q.unit, q.as_of, q.weeks FROM quality_unit q WHERE 1 = 1", only).build_query_as()
            .fetch_all(on).await)
    .map_err(fault(FAILED))?;
    for (of, as_of, weeks) in rows {
        let (as_of, weeks) = (Day(small(as_of)?), cells::read(&weeks)?);
        all.insert(unit(of)?, Quality { as_of, weeks, ..Quality::default() });
    }
    let rows: Vec<(i64, String, i64, Vec<u8>)> = on_read!(store, on => current(
        "SELECT q.unit, c.class, c.pupils, c.weeks FROM quality_unit q JOIN quality_class c ON c.unit = q.unit AND \
         c.stamp = q.stamp WHERE 1 = 1", only).build_query_as().fetch_all(on).await)
    .map_err(fault(FAILED))?;
    for (of, class, pupils, weeks) in rows {
        if let Some(found) = all.get_mut(&unit(of)?) {
            found.classes.push(OfClass { class, pupils, weeks: cells::read(&weeks)? });
        }
    }
    let rows: Vec<(i64, i64)> = on_read!(store, on => current_by(
        "SELECT q.unit, COUNT(*) FROM quality_unit q JOIN quality_absent_row a ON a.unit = q.unit AND a.stamp = \
         q.stamp JOIN person p ON p.id = a.person WHERE NOT p.protected", only, " GROUP BY q.unit").build_query_as()
            .fetch_all(on).await)
    .map_err(fault(FAILED))?;
    for (of, pupils) in rows {
        if let Some(found) = all.get_mut(&unit(of)?) {
            found.without_rows = pupils;
        }
    }
    let rows: Vec<(i64, i64, i64, i64, i64)> = on_read!(store, on => {
        let mut sql = current(
            "SELECT q.unit, l.week, l.seen_day, l.lessons, l.days FROM quality_unit q JOIN quality_late l ON l.unit = \
             q.unit AND l.stamp <= q.stamp WHERE 1 = 1", only);
        sql.push(" AND l.seen_day >= ").push_bind(i64::from(late_since.0));
        sql.build_query_as().fetch_all(on).await
    })
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
        found.classes.sort_by(|a, b| a.class.cmp(&b.class));
        found.late.sort_by_key(|it| (std::cmp::Reverse(it.seen), it.week));
    }
    Ok(all)
}

/// The courses of the school of the permit: classes and subjects with lessons, in order of both.
///
/// # Errors
/// A permit for something else than seeing data quality of one school; the database.
pub async fn courses(reading: &mut Reading<'_>, permit: Permit<Read>) -> Result<Vec<Course>> {
    let used = reading.take(permit, ReadAct::SeeDataQuality.code())?;
    let Subject::Unit(unit) = used.subject else { return Err(broken("courses are a school's")) };
    let rows: Vec<(String, String, Vec<u8>)> = on_read!(reading.room().store(), on => current(
        "SELECT c.class, c.subject, c.weeks FROM quality_unit q JOIN quality_cell c ON c.unit = q.unit AND c.stamp = \
         q.stamp WHERE 1 = 1", Some(i64::from(unit.0))).build_query_as().fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let one =
        |(class, subject, weeks): (String, String, Vec<u8>)| Ok(Course { class, subject, weeks: cells::read(&weeks)? });
    let mut all: Vec<Course> = rows.into_iter().map(one).collect::<Result<_>>()?;
    all.sort_by(|a, b| (&a.class, &a.subject).cmp(&(&b.class, &b.subject)));
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

/// The same, with what comes last.
fn current_by<DB: Database>(select: &str, only: Option<i64>, last: &str) -> QueryBuilder<DB>
where
    for<'a> i64: Encode<'a, DB> + Type<DB>,
{
    let mut sql = current(select, only);
    sql.push(last);
    sql
}
