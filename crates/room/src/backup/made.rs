//! Which backups a room has made, and where: so that old ones are thinned out, and whoever destroys the room finds them.

use jiff::Timestamp;
use uuid::Uuid;

use crate::change::Change;
use crate::failure::{Result, fault};
use crate::room::Room;
use crate::seal::Place;
use crate::store::{on_read, on_tx};

const FAILED: &str = "the list of backups";

/// A backup that was made and, as far as the room knows, is still there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its id.
    pub id: Uuid,
    /// When.
    pub made_at: Timestamp,
    /// Where it was put.
    pub file: String,
    /// Bytes.
    pub size: u64,
}

fn place(id: &Uuid) -> Place<'_> {
    Place { table: "backup", column: "sealed_file", row: id.as_bytes() }
}

/// Notes a backup that is on disk, with its SHA-256.
///
/// # Errors
/// The database.
pub async fn note(change: &mut Change<'_>, known: &Known, digest: &[u8]) -> Result<()> {
    let sealed = change.room().keys().seal(place(&known.id), known.file.as_bytes())?.0;
    let size = i64::try_from(known.size).map_err(fault(FAILED))?;
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO backup (id, made_at, sealed_file, size, digest) VALUES ($1, $2, $3, $4, $5)")
        .bind(known.id).bind(known.made_at.as_microsecond()).bind(sealed).bind(size).bind(digest)
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

/// The backups that are still there, oldest first.
///
/// # Errors
/// The database; a row that was tampered with.
pub async fn known(room: &Room) -> Result<Vec<Known>> {
    let rows: Vec<(Uuid, i64, Vec<u8>, i64)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT id, made_at, sealed_file, size FROM backup WHERE removed_at IS NULL ORDER BY made_at, id")
        .fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let known = |(id, at, file, size): (Uuid, i64, Vec<u8>, i64)| {
        Ok(Known {
            id,
            made_at: Timestamp::from_microsecond(at).map_err(fault(FAILED))?,
            file: room.keys().open_text(place(&id), &file)?,
            size: size.unsigned_abs(),
        })
    };
    rows.into_iter().map(known).collect()
}

/// Notes that a backup has been removed.
///
/// # Errors
/// The database.
pub async fn forget(change: &mut Change<'_>, id: Uuid) -> Result<()> {
    let now = change.now().as_microsecond();
    on_tx!(&mut change.tx, on => sqlx::query("UPDATE backup SET removed_at = $2 WHERE id = $1").bind(id).bind(now)
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))
}
