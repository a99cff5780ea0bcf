//! The name of the list of figures that belongs to what everybody sees: what a simulator of thresholds may read.

use crate::change::Change;
use crate::failure::{Result, fault};
use crate::room::Room;
use crate::store::{on_read, on_tx};

const FAILED: &str = "the list of figures";

/// Makes a list the one that is read. Call it in the change that publishes the generation of the same scan.
///
/// # Errors
/// The database.
pub async fn show(change: &mut Change<'_>, name: &str) -> Result<()> {
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO figures (one, name) VALUES (1, $1) ON CONFLICT (one) DO UPDATE SET name = excluded.name")
        .bind(name).execute(on).await.map(drop))
    .map_err(fault(FAILED))
}

/// The list that is read; none before the first scan that kept figures. A name and no content, so it needs no permit.
///
/// # Errors
/// The database.
pub async fn current(room: &Room) -> Result<Option<String>> {
    let row: Option<(String,)> = on_read!(room.store(), on =>
        sqlx::query_as("SELECT name FROM figures").fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    Ok(row.map(|(name,)| name))
}
