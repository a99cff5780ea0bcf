//! Finding a pupil by personal number: exactly, through the keyed hash, and within the scope only.

use access::{List, ListAct, Permit, PupilId, Subject};
use domain::Day;
use sqlx::QueryBuilder;
use uuid::Uuid;

use super::scope;
use crate::failure::{Result, broken, fault};
use crate::reading::Reading;
use crate::seal::number;
use crate::store::on_read;

/// The pupil with that personal number, if one is within the scope of the permit on that day. A pupil outside is not
/// told from one who does not exist.
///
/// # Errors
/// A permit for something else than listing pupils; the database.
pub async fn find(
    reading: &mut Reading<'_>,
    permit: Permit<List>,
    personal_number: &str,
    day: Day,
) -> Result<Option<PupilId>> {
    let used = reading.take(permit, ListAct::ListPupils.code())?;
    let Subject::Scope(scope) = &used.subject else { return Err(broken("a list without a scope")) };
    let room = reading.room();
    let Some(hash) = number::hash(&room.keys().hash, personal_number) else { return Ok(None) };
    let found: Option<(Uuid,)> = on_read!(room.store(), on => {
        let mut sql = QueryBuilder::new("SELECT p.id FROM person p WHERE p.number_hash = ");
        sql.push_bind(hash.to_vec());
        scope::push(&mut sql, scope, day);
        sql.build_query_as().fetch_optional(on).await
    })
    .map_err(fault("finding a pupil"))?;
    reading.shown(found.iter().map(|(id,)| *id));
    Ok(found.map(|(id,)| PupilId(id.as_u128())))
}
