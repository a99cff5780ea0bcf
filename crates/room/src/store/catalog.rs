//! What the database really holds: tables and columns, in words that both databases share.

use super::{Dialect, Store, Tx, on_tx};
use crate::failure::{Result, fault};

/// A column as found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its table.
    pub table: String,
    /// Its name.
    pub name: String,
    /// What it holds: `whole number`, `text` or `bytes`.
    pub holds: String,
    /// Whether it may be empty.
    pub may_be_empty: bool,
}

/// A column in the database's own words: table, column, type, whether it may be empty.
pub(crate) type Raw = (String, String, String, bool);

/// The same within a transaction, in the database's own words.
pub(crate) async fn raw(tx: &mut Tx) -> Result<Vec<Raw>> {
    let dialect = tx.dialect();
    on_tx!(tx, on => sqlx::query_as(dialect.catalog()).fetch_all(on).await)
        .map_err(fault("reading which tables there are"))
}

/// Every column of every table, by table and place.
pub(crate) async fn columns(store: &Store) -> Result<Vec<Column>> {
    let failed = "reading which tables there are";
    let rows: Vec<(String, String, String, bool)> = match store {
        Store::Sqlite { readers, .. } => {
            sqlx::query_as(Dialect::Sqlite.catalog()).fetch_all(readers).await.map_err(fault(failed))?
        }
        Store::Postgres { pool } => {
            sqlx::query_as(Dialect::Postgres.catalog()).fetch_all(pool).await.map_err(fault(failed))?
        }
    };
    let column = |(table, name, holds, may_be_empty): (_, _, String, _)| {
        let holds = Dialect::common_type(&holds).to_owned();
        Column { table, name, holds, may_be_empty }
    };
    Ok(rows.into_iter().map(column).collect())
}
