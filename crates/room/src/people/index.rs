//! What the index of names in memory is built from: for its job only, journalled once a run.

use access::{List, ListAct, Permit, PupilId, Subject};
use domain::Day;
use sqlx::QueryBuilder;
use uuid::Uuid;

use super::{name_place, scope};
use crate::failure::{Result, broken, fault};
use crate::reading::Reading;
use crate::store::on_read;

/// Every name within the scope of the permit on that day. The entry in the journal names the scope, not each pupil.
///
/// # Errors
/// A permit for something else than the index of names; the database.
pub async fn index(reading: &mut Reading<'_>, permit: Permit<List>, day: Day) -> Result<Vec<(PupilId, String)>> {
    let used = reading.take(permit, ListAct::IndexNames.code())?;
    let Subject::Scope(scope) = &used.subject else { return Err(broken("a list without a scope")) };
    let room = reading.room();
    let rows: Vec<(Uuid, Vec<u8>)> = on_read!(room.store(), on => {
        let mut sql = QueryBuilder::new(
            "SELECT p.id, i.sealed_name FROM person p JOIN identity i ON i.person = p.id WHERE 1 = 1");
        scope::push(&mut sql, scope, day);
        sql.push(" ORDER BY p.id");
        sql.build_query_as().fetch_all(on).await
    })
    .map_err(fault("reading names"))?;
    let name =
        |(id, sealed): (Uuid, Vec<u8>)| Ok((PupilId(id.as_u128()), room.keys().open_text(name_place(&id), &sealed)?));
    rows.into_iter().map(name).collect()
}
