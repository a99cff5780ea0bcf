//! Profiles: how the tables of a system are read. What is inside is JSON of whoever wrote it, and sealed.

use access::{Act, Permit, Write, WriteAct};
use serde_json::json;
use uuid::Uuid;

use crate::change::Change;
use crate::failure::{Result, fault};
use crate::room::Room;
use crate::seal::Place;
use crate::store::{on_read, on_tx};

const FAILED: &str = "a profile";

/// Keeps a profile. One with the same id is replaced.
///
/// # Errors
/// A permit for something else than importing; the database.
pub async fn put(change: &mut Change<'_>, permit: Permit<Write>, id: Uuid, by: &str, body: &[u8]) -> Result<()> {
    change.take_about(permit, WriteAct::Import.code(), json!({ "profile": id.to_string() }))?;
    let sealed = change.room().keys().seal(place(&id), body)?.0;
    let at = change.now().as_microsecond();
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO profile (id, changed_at, changed_by, sealed_body) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO UPDATE \
         SET changed_at = excluded.changed_at, changed_by = excluded.changed_by, sealed_body = excluded.sealed_body")
        .bind(id).bind(at).bind(by).bind(sealed).execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

/// Throws a profile away. `false` when there is none with that id.
///
/// # Errors
/// A permit for something else than importing; the database.
pub async fn delete(change: &mut Change<'_>, permit: Permit<Write>, id: Uuid) -> Result<bool> {
    change.take_about(permit, WriteAct::Import.code(), json!({ "profile": id.to_string(), "deleted": true }))?;
    let gone = on_tx!(&mut change.tx, on => sqlx::query("DELETE FROM profile WHERE id = $1").bind(id).execute(on).await
        .map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    Ok(gone == 1)
}

/// Every profile: id and body. Nothing of it is about a person.
///
/// # Errors
/// The database; a row that was tampered with.
pub async fn all(room: &Room) -> Result<Vec<(Uuid, Vec<u8>)>> {
    let rows: Vec<(Uuid, Vec<u8>)> = on_read!(room.store(), on =>
        sqlx::query_as("SELECT id, sealed_body FROM profile ORDER BY id").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    rows.into_iter().map(|(id, sealed)| Ok((id, room.keys().open_value(place(&id), &sealed)?.to_vec()))).collect()
}

fn place(id: &Uuid) -> Place<'_> {
    Place { table: "profile", column: "sealed_body", row: id.as_bytes() }
}
