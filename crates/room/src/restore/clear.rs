//! What stands in a database before it is filled: whether it holds a room, taking everything away, and empty tables of a
//! certain version.

use sha2::{Digest, Sha256};
use sqlx::AssertSqlSafe;

use super::FAILED;
use crate::failure::{Result, fault, refuse};
use crate::store::{Dialect, Store, Tx, catalog, on_tx};

/// On SQLite tables are filled in any order; [`with_foreign_keys`] looks at the end. The writer is one connection.
pub(super) async fn without_foreign_keys(store: &Store) -> Result<()> {
    if let Store::Sqlite { writer, .. } = store {
        sqlx::query("PRAGMA foreign_keys = OFF").execute(writer).await.map_err(fault(FAILED))?;
    }
    Ok(())
}

/// The short name of the room that the database holds, if it holds one.
pub(crate) async fn holds(tx: &mut Tx) -> Result<Option<String>> {
    if !catalog::raw(tx).await?.iter().any(|it| it.0 == "room") {
        return Ok(None);
    }
    let row: Option<(String,)> =
        on_tx!(tx, on => sqlx::query_as("SELECT slug FROM room WHERE one = 1").fetch_optional(on).await)
            .map_err(fault(FAILED))?;
    Ok(row.map(|row| row.0))
}

/// Takes every table away, and on PostgreSQL the functions of their triggers. The database is a room's own.
pub(crate) async fn drop_all(tx: &mut Tx) -> Result<()> {
    let dialect = tx.dialect();
    let mut tables: Vec<String> = catalog::raw(tx).await?.into_iter().map(|it| it.0).collect();
    tables.dedup();
    for table in tables {
        run(tx, format!("DROP TABLE \"{table}\"{}", dialect.cascade())).await?;
    }
    if let Some(functions) = dialect.functions() {
        let found: Vec<(String,)> =
            on_tx!(&mut *tx, on => sqlx::query_as(functions).fetch_all(on).await).map_err(fault(FAILED))?;
        for (function,) in found {
            run(tx, format!("DROP FUNCTION {function} CASCADE")).await?;
        }
    }
    Ok(())
}

/// Makes the tables as these migrations leave them.
pub(super) async fn make(tx: &mut Tx, migrations: &[i64]) -> Result<()> {
    let dialect = tx.dialect();
    on_tx!(&mut *tx, on => sqlx::query(dialect.migration_table()).execute(on).await.map(drop))
        .map_err(fault(FAILED))?;
    for wanted in migrations {
        let known = dialect.migrations().iter().find(|(version, ..)| version == wanted);
        let (version, name, ddl) = known.ok_or_else(|| refuse("room-newer"))?;
        on_tx!(&mut *tx, on => sqlx::raw_sql(*ddl).execute(on).await.map(drop)).map_err(fault(FAILED))?;
        on_tx!(&mut *tx, on => sqlx::query("INSERT INTO migration (version, name, digest) VALUES ($1, $2, $3)")
            .bind(*version).bind(*name).bind(Sha256::digest(ddl.as_bytes()).to_vec()).execute(on).await.map(drop))
        .map_err(fault(FAILED))?;
    }
    if dialect == Dialect::Postgres {
        for constraint in foreign_keys(tx).await? {
            run(tx, format!("{constraint} DEFERRABLE INITIALLY DEFERRED")).await?;
        }
    }
    Ok(())
}

/// That every reference leads somewhere; from here on each is looked at as it is written.
pub(super) async fn with_foreign_keys(tx: &mut Tx) -> Result<()> {
    if tx.dialect() == Dialect::Postgres {
        run(tx, "SET CONSTRAINTS ALL IMMEDIATE".to_owned()).await.map_err(|_| refuse("restore-not-whole"))?;
        for constraint in foreign_keys(tx).await? {
            run(tx, format!("{constraint} NOT DEFERRABLE")).await?;
        }
        return Ok(());
    }
    let astray = on_tx!(tx, on => sqlx::raw_sql("PRAGMA foreign_key_check").fetch_all(on).await.map(|rows| rows.len()))
        .map_err(fault(FAILED))?;
    if astray == 0 { Ok(()) } else { Err(refuse("restore-not-whole")) }
}

/// The beginning of a statement that alters a foreign key, for each on PostgreSQL.
async fn foreign_keys(tx: &mut Tx) -> Result<Vec<String>> {
    let rows: Vec<(String, String)> = on_tx!(tx, on => sqlx::query_as(
        "SELECT conrelid::regclass::text, conname::text FROM pg_constraint WHERE contype = 'f' AND connamespace = \
         (SELECT oid FROM pg_namespace WHERE nspname = current_schema())").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    Ok(rows.iter().map(|(table, name)| format!("ALTER TABLE {table} ALTER CONSTRAINT \"{name}\"")).collect())
}

/// Runs a statement whose names come from the database's own catalogue.
async fn run(tx: &mut Tx, sql: String) -> Result<()> {
    on_tx!(tx, on => sqlx::query(AssertSqlSafe(sql)).persistent(false).execute(on).await.map(drop))
        .map_err(fault(FAILED))
}
