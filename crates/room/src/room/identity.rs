//! What other rooms know a room by: its id and its signing key. A room that lacks them is given them when it is opened.

use uuid::{Builder, Uuid};

use crate::failure::{Result, broken, fault};
use crate::seal::{KeySource, Keyring, SIGNING};
use crate::store::{Store, on_tx};

/// Gives the room what it lacks. Two processes that open it at once agree: the first row that is written holds.
pub(super) async fn give(store: &Store, source: &KeySource) -> Result<Uuid> {
    let failed = "giving the room its identity";
    let mut random = [0; 10];
    getrandom::fill(&mut random).map_err(fault(failed))?;
    let mut tx = store.begin().await?;
    // Opening has no clock: the id and the key bear the room's own date.
    let (made,): (i64,) = on_tx!(&mut tx, on =>
        sqlx::query_as("SELECT created_at FROM room WHERE one = 1").fetch_one(on).await)
    .map_err(fault(failed))?;
    let millis = u64::try_from(made / 1_000).map_err(fault(failed))?;
    let drawn = Builder::from_unix_timestamp_millis(millis, &random).into_uuid();
    // The update takes the lock on the row, also where another process opens the room.
    let (id,): (Uuid,) = on_tx!(&mut tx, on => sqlx::query_as(
        "UPDATE room SET uuid = COALESCE(uuid, $1) WHERE one = 1 RETURNING uuid").bind(drawn).fetch_one(on).await)
    .map_err(fault(failed))?;
    let (there, last): (i64, i64) = on_tx!(&mut tx, on => sqlx::query_as(
        "SELECT COUNT(CASE WHEN purpose = $1 THEN 1 END), MAX(id) FROM room_key").bind(SIGNING).fetch_one(on).await)
    .map_err(fault(failed))?;
    if there == 0 {
        let next = u32::try_from(last + 1).map_err(|_| broken("a key with an impossible id"))?;
        let key = Keyring::signing(source, next)?;
        on_tx!(&mut tx, on => sqlx::query(
            "INSERT INTO room_key (id, purpose, sealed_key, created_at) VALUES ($1, $2, $3, $4)")
            .bind(key.id).bind(key.purpose).bind(key.sealed).bind(made).execute(on).await.map(drop))
        .map_err(fault(failed))?;
    }
    tx.commit().await?;
    Ok(id)
}
