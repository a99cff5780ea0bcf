//! The database under a room: SQLite or PostgreSQL, one SQL text for both.

pub(crate) mod catalog;
mod connect;
mod dialect;
mod migrate;

pub(crate) use connect::{connect, remove_new};
pub(crate) use dialect::Dialect;
pub(crate) use migrate::migrate;
use sqlx::{PgPool, Postgres, Sqlite, SqlitePool, Transaction};

use crate::failure::{Result, fault, refuse};

/// The pools of a room.
#[derive(Clone, Debug)]
pub(crate) enum Store {
    /// One writer, for SQLite has one, and readers beside it.
    Sqlite { writer: SqlitePool, readers: SqlitePool },
    /// One pool for both.
    Postgres { pool: PgPool },
}

/// A transaction that writes.
pub(crate) enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// Runs an expression on the connection of a [`Tx`]. It is written once and expanded for both databases.
macro_rules! on_tx {
    ($tx:expr, $on:ident => $run:expr) => {
        match $tx {
            $crate::store::Tx::Sqlite(tx) => {
                let $on = &mut **tx;
                $run
            }
            $crate::store::Tx::Postgres(tx) => {
                let $on = &mut **tx;
                $run
            }
        }
    };
}

/// Runs an expression on the pool of a [`Store`] that is for reading.
macro_rules! on_read {
    ($store:expr, $on:ident => $run:expr) => {
        match $store {
            $crate::store::Store::Sqlite { readers: $on, .. } => $run,
            $crate::store::Store::Postgres { pool: $on } => $run,
        }
    };
}

pub(crate) use {on_read, on_tx};

impl Store {
    /// Begins a transaction that writes. On SQLite it takes the writer at once, so that it never fails half-way.
    pub(crate) async fn begin(&self) -> Result<Tx> {
        let begun = match self {
            Store::Sqlite { writer, .. } => writer.begin_with("BEGIN IMMEDIATE").await.map(Tx::Sqlite),
            Store::Postgres { pool } => pool.begin().await.map(Tx::Postgres),
        };
        begun.map_err(|error| match error {
            sqlx::Error::PoolTimedOut => refuse("room-database-busy"),
            other => fault("beginning to write")(other),
        })
    }

    /// Closes every connection; waits for those at work.
    pub(crate) async fn close(&self) {
        match self {
            Store::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Store::Postgres { pool } => pool.close().await,
        }
    }
}

impl Tx {
    /// Which database it is.
    pub(crate) fn dialect(&self) -> Dialect {
        match self {
            Tx::Sqlite(_) => Dialect::Sqlite,
            Tx::Postgres(_) => Dialect::Postgres,
        }
    }

    /// Makes it last: when this returns, it is on disk.
    pub(crate) async fn commit(self) -> Result<()> {
        let done = match self {
            Tx::Sqlite(tx) => tx.commit().await,
            Tx::Postgres(tx) => tx.commit().await,
        };
        done.map_err(fault("committing"))
    }
}
