//! Migrations: numbered DDL, run once each, in one transaction. A migration that was run is never edited.

use sha2::{Digest, Sha256};

use super::{Store, on_tx};
use crate::failure::{Result, broken, fault, refuse};

/// Brings the database to the version of this program: the version before (0 when it was empty) and now. Refused: it
/// is newer.
pub(crate) async fn migrate(store: &Store) -> Result<(i64, i64)> {
    let mut tx = store.begin().await?;
    let dialect = tx.dialect();
    let failed = "bringing the database to this version";
    on_tx!(&mut tx, on => sqlx::query(dialect.migration_lock()).execute(on).await.map(drop)).map_err(fault(failed))?;
    on_tx!(&mut tx, on => sqlx::query(dialect.migration_table()).execute(on).await.map(drop)).map_err(fault(failed))?;
    let run: Vec<(i64, Vec<u8>)> = on_tx!(&mut tx, on =>
        sqlx::query_as("SELECT version, digest FROM migration ORDER BY version").fetch_all(on).await)
    .map_err(fault(failed))?;

    let ours = dialect.migrations();
    if run.len() > ours.len() {
        return Err(refuse("room-newer"));
    }
    let from = run.last().map_or(0, |(version, _)| *version);
    for (place, (version, name, ddl)) in ours.iter().enumerate() {
        let digest = Sha256::digest(ddl.as_bytes()).to_vec();
        if let Some((was, before)) = run.get(place) {
            if was != version || *before != digest {
                return Err(broken("the database was made by other migrations than this program's"));
            }
            continue;
        }
        on_tx!(&mut tx, on => sqlx::raw_sql(*ddl).execute(on).await.map(drop)).map_err(fault(failed))?;
        on_tx!(&mut tx, on => sqlx::query("INSERT INTO migration (version, name, digest) VALUES ($1, $2, $3)")
            .bind(*version).bind(*name).bind(digest).execute(on).await.map(drop))
        .map_err(fault(failed))?;
    }
    tx.commit().await?;
    Ok((from, ours.last().map_or(0, |(version, ..)| *version)))
}
