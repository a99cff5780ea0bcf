//! Ending enrolments: pupils who have left a school, as its roster says by no longer having them.

use domain::Day;
use sqlx::QueryBuilder;

use crate::change::Change;
use crate::failure::{Result, fault};
use crate::relations::Enrolled;
use crate::store::on_tx;

/// Rows in one statement.
const CHUNK: usize = 250;

/// Ends enrolments: the day is the first without them. One that begins on that day or later never was, and is removed.
/// Part of an import, whose permit the same change uses.
///
/// # Errors
/// The database.
pub async fn end(change: &mut Change<'_>, day: Day, enrolments: &[Enrolled]) -> Result<()> {
    if enrolments.is_empty() {
        return Ok(());
    }
    let (begun, coming): (Vec<&Enrolled>, Vec<&Enrolled>) = enrolments.iter().partition(|it| it.from < day);
    for chunk in begun.chunks(CHUNK) {
        write(change, Some(i64::from(day.0) - 1), chunk).await?;
    }
    for chunk in coming.chunks(CHUNK) {
        write(change, None, chunk).await?;
    }
    let (version,): (i64,) = on_tx!(&mut change.tx, on => sqlx::query_as(
        "UPDATE room SET people_version = people_version + 1 WHERE one = 1 RETURNING people_version")
        .fetch_one(on).await)
    .map_err(fault("raising the version of the people"))?;
    for chunk in enrolments.chunks(CHUNK) {
        on_tx!(&mut change.tx, on => {
            let mut sql = QueryBuilder::new("UPDATE person SET touched = ");
            sql.push_bind(version).push(" WHERE id IN (");
            let mut ids = sql.separated(", ");
            chunk.iter().for_each(|it| _ = ids.push_bind(it.person));
            sql.push(")");
            sql.build().persistent(false).execute(on).await.map(drop)
        })
        .map_err(fault("noting who has left"))?;
    }
    Ok(())
}

/// Sets the last day of some enrolments, or removes them when there is none.
async fn write(change: &mut Change<'_>, last: Option<i64>, enrolments: &[&Enrolled]) -> Result<()> {
    on_tx!(&mut change.tx, on => {
        let mut sql = QueryBuilder::new("");
        match last {
            // the row that it was written from no longer says what stands
            Some(last) => sql.push("UPDATE enrolment SET digest = 0, to_day = ").push_bind(last),
            None => sql.push("DELETE FROM enrolment"),
        };
        sql.push(" WHERE (person, unit, from_day) IN (");
        sql.push_values(enrolments, |mut row, it| {
            row.push_bind(it.person).push_bind(i64::from(it.school)).push_bind(i64::from(it.from.0));
        });
        sql.push(")");
        sql.build().persistent(false).execute(on).await.map(drop)
    })
    .map_err(fault("ending enrolments"))
}
