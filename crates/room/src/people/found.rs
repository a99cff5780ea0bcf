//! Pupils who were looked for: those of some ids who are within the scope, in the order given.

use std::collections::BTreeMap;

use access::{List, ListAct, Permit, PupilId, Scope, Subject, UnitId};
use domain::Day;
use sqlx::{Database, Encode, QueryBuilder, Type};
use uuid::Uuid;

use super::{name_place, scope};
use crate::failure::{Result, broken, fault};
use crate::reading::Reading;
use crate::store::on_read;

const FAILED: &str = "looking for pupils";
/// Ids asked about in one statement.
const CHUNK: usize = 400;

/// A pupil as a search or a list of tasks shows her or him.
#[derive(Clone, PartialEq, Eq)]
pub struct Found {
    /// The pupil.
    pub id: PupilId,
    /// Name.
    pub name: String,
    /// A school where the pupil is within the scope.
    pub unit: UnitId,
    /// The class there; empty when there is none.
    pub class: String,
}

impl std::fmt::Debug for Found {
    /// The id only: a name must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Found").field("id", &self.id).finish_non_exhaustive()
    }
}

/// The first `limit` of the pupils who are within the scope of the permit on that day, in the order given. Only those
/// are noted as shown.
///
/// # Errors
/// A permit for something else than listing pupils; the database; a row that was tampered with.
pub async fn found(
    reading: &mut Reading<'_>,
    permit: Permit<List>,
    pupils: &[PupilId],
    limit: usize,
    day: Day,
) -> Result<Vec<Found>> {
    let used = reading.take(permit, ListAct::ListPupils.code())?;
    let Subject::Scope(within) = &used.subject else { return Err(broken("a list without a scope")) };
    let room = reading.room();
    let mut found = Vec::new();
    for chunk in pupils.chunks(CHUNK) {
        let rows: Vec<(Uuid, Vec<u8>, i64, String)> = on_read!(room.store(), on =>
            query(within, chunk, day).build_query_as().persistent(false).fetch_all(on).await)
        .map_err(fault(FAILED))?;
        let mut by_id = BTreeMap::new();
        for (id, name, unit, class) in rows {
            by_id.entry(id.as_u128()).or_insert((name, unit, class)); // at two schools of the reader: the first
        }
        for pupil in chunk {
            if found.len() == limit {
                break;
            }
            let Some((name, unit, class)) = by_id.remove(&pupil.0) else { continue };
            let id = Uuid::from_u128(pupil.0);
            let unit = UnitId(i32::try_from(unit).map_err(fault(FAILED))?);
            found.push(Found { id: *pupil, name: room.keys().open_text(name_place(&id), &name)?, unit, class });
        }
        if found.len() == limit {
            break;
        }
    }
    reading.shown(found.iter().map(|it| Uuid::from_u128(it.id.0)));
    Ok(found)
}

fn query<DB: Database>(within: &Scope, pupils: &[PupilId], day: Day) -> QueryBuilder<DB>
where
    for<'a> i64: Encode<'a, DB> + Type<DB>,
    for<'a> String: Encode<'a, DB> + Type<DB>,
    for<'a> Uuid: Encode<'a, DB> + Type<DB>,
{
    let mut sql = QueryBuilder::new(
        "SELECT p.id, i.sealed_name, e.unit, e.class FROM person p JOIN identity i ON i.person = p.id JOIN enrolment e ON \
         e.person = p.id WHERE p.id IN (",
    );
    let mut ids = sql.separated(", ");
    for pupil in pupils {
        ids.push_bind(Uuid::from_u128(pupil.0));
    }
    sql.push(")");
    scope::push_at(&mut sql, within, day);
    sql.push(" ORDER BY p.id, e.unit, e.from_day");
    sql
}
