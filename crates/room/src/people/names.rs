//! The names on one page of a list: only of those within the scope, and only the rows that are shown.

use access::{List, ListAct, Permit, PupilId, Subject};
use domain::Day;
use sqlx::QueryBuilder;
use uuid::Uuid;

use super::{name_place, scope};
use crate::failure::{Result, broken, fault, refuse};
use crate::reading::Reading;
use crate::store::on_read;

/// Rows on a page, at most.
const PAGE: usize = 500;

/// The names of those of the pupils who are within the scope of the permit on that day, by id.
///
/// # Errors
/// A permit for something else than listing pupils; more than 500 pupils; the database.
pub async fn names(
    reading: &mut Reading<'_>,
    permit: Permit<List>,
    pupils: &[PupilId],
    day: Day,
) -> Result<Vec<(PupilId, String)>> {
    let used = reading.take(permit, ListAct::ListPupils.code())?;
    let Subject::Scope(scope) = &used.subject else { return Err(broken("a list without a scope")) };
    if pupils.len() > PAGE {
        return Err(refuse("room-page-too-long"));
    }
    if pupils.is_empty() {
        return Ok(Vec::new());
    }
    let room = reading.room();
    let rows: Vec<(Uuid, Vec<u8>)> = on_read!(room.store(), on => {
        let mut sql = QueryBuilder::new(
            "SELECT p.id, i.sealed_name FROM person p JOIN identity i ON i.person = p.id WHERE p.id IN (");
        let mut ids = sql.separated(", ");
        for pupil in pupils {
            ids.push_bind(Uuid::from_u128(pupil.0));
        }
        sql.push(")");
        scope::push(&mut sql, scope, day);
        sql.push(" ORDER BY p.id");
        sql.build_query_as().persistent(false).fetch_all(on).await
    })
    .map_err(fault("reading names"))?;
    reading.shown(rows.iter().map(|(id, _)| *id));
    let name =
        |(id, sealed): (Uuid, Vec<u8>)| Ok((PupilId(id.as_u128()), room.keys().open_text(name_place(&id), &sealed)?));
    rows.into_iter().map(name).collect()
}
