//! The files of an import: what is noted of each, while its content lies sealed on disk.

use std::path::Path;

use uuid::Uuid;
use zeroize::Zeroizing;

use crate::change::Change;
use crate::failure::{Result, fault};
use crate::room::Room;
use crate::seal::Place;
use crate::store::{on_read, on_tx};

const FAILED: &str = "the files of an import";

/// A delivered file.
#[derive(Clone, Debug)]
pub struct ImportFile {
    /// Which of the import's files; the first is 0.
    pub place: i64,
    /// The name of its content on disk.
    pub content: Uuid,
    /// Bytes.
    pub bytes: u64,
    /// Its name and how it is read: JSON of whoever wrote it.
    pub detail: Zeroizing<Vec<u8>>,
}

/// Adds a file to an import.
///
/// # Errors
/// The database.
pub async fn add_file(change: &mut Change<'_>, import: Uuid, file: &ImportFile) -> Result<()> {
    let row = file_row(import, file.place);
    let sealed = change.room().keys().seal(name_place(&row), &file.detail)?.0;
    let bytes = i64::try_from(file.bytes).map_err(fault(FAILED))?;
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO import_file (import, place, content, bytes, sealed_name) VALUES ($1, $2, $3, $4, $5) ON CONFLICT \
         (import, place) DO UPDATE SET sealed_name = excluded.sealed_name")
        .bind(import).bind(file.place).bind(file.content).bind(bytes).bind(sealed).execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

/// The files of an import, in order.
///
/// # Errors
/// The database; a row that was tampered with.
pub async fn files(room: &Room, import: Uuid) -> Result<Vec<ImportFile>> {
    let rows: Vec<(i64, Uuid, i64, Vec<u8>)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT place, content, bytes, sealed_name FROM import_file WHERE import = $1 ORDER BY place")
        .bind(import).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let file = |(place, content, bytes, sealed): (i64, Uuid, i64, Vec<u8>)| {
        let detail = room.keys().open_value(name_place(&file_row(import, place)), &sealed)?;
        Ok(ImportFile { place, content, bytes: u64::try_from(bytes).map_err(fault(FAILED))?, detail })
    };
    rows.into_iter().map(file).collect()
}

/// Takes the files of an import away, first from the disk and then from the room.
///
/// # Errors
/// The database; the disk.
pub async fn remove_files(room: &Room, folder: &Path, import: Uuid) -> Result<()> {
    let rows: Vec<(Uuid,)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT content FROM import_file WHERE import = $1").bind(import).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    for (content,) in &rows {
        crate::files::remove(folder, *content)?;
    }
    let mut tx = room.store().begin().await?;
    on_tx!(&mut tx, on => sqlx::query("DELETE FROM import_file WHERE import = $1").bind(import).execute(on).await
        .map(drop))
    .map_err(fault(FAILED))?;
    tx.commit().await
}

/// The imports that are over and still have files: who was to take them away was cut off.
///
/// # Errors
/// The database.
pub async fn over_with_files(room: &Room) -> Result<Vec<Uuid>> {
    on_read!(room.store(), on => sqlx::query_scalar(
        "SELECT DISTINCT f.import FROM import_file f JOIN import i ON i.id = f.import WHERE i.state IN ('done', 'failed', \
         'discarded', 'undone')").fetch_all(on).await)
    .map_err(fault(FAILED))
}

/// The content of every file that an import still has: what lies beside them in the folder was left by a crash.
///
/// # Errors
/// The database.
pub async fn contents(room: &Room) -> Result<Vec<Uuid>> {
    let rows: Vec<(Uuid,)> = on_read!(room.store(), on =>
        sqlx::query_as("SELECT content FROM import_file").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    Ok(rows.into_iter().map(|(content,)| content).collect())
}

fn file_row(import: Uuid, place: i64) -> Vec<u8> {
    [import.as_bytes().as_slice(), &place.to_be_bytes()].concat()
}

fn name_place(row: &[u8]) -> Place<'_> {
    Place { table: "import_file", column: "sealed_name", row }
}
