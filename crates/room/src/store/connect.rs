//! Opening the pools: durable on SQLite, and nowhere a test query before each use.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use super::Store;
use crate::failure::{Result, fault, refuse, refuse_file};

/// Readers of a SQLite room, and connections to a PostgreSQL room.
const READERS: u32 = 4;
const CONNECTIONS: u32 = 8;
/// Pages of the file that each connection keeps, in kibibytes after the minus. With less, one list reads the same page
/// several times over.
const CACHE: &str = "-16384";
/// How long to wait for another process that writes the same SQLite file.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long to wait for a connection to PostgreSQL: longer than that, nobody waits for a page.
const ACQUIRE: Duration = Duration::from_secs(5);

/// Opens the database of a URL, `sqlite:PATH` or `postgres://…`. With `new`, the SQLite file is made.
pub(crate) async fn connect(url: &str, new: bool) -> Result<Store> {
    if let Some(path) = file(url) {
        return sqlite(path, new).await;
    }
    if !url.starts_with("postgres:") && !url.starts_with("postgresql:") {
        return Err(refuse("room-database-unknown"));
    }
    let options = PgConnectOptions::from_str(url).map_err(|_| refuse("room-database-unknown"))?;
    let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(ACQUIRE).test_before_acquire(false);
    let pool = pool.connect_with(options).await.map_err(|error| match error {
        sqlx::Error::PoolTimedOut | sqlx::Error::Io(_) => refuse("room-database-unreachable"),
        other => fault("connecting to the database")(other),
    })?;
    Ok(Store::Postgres { pool })
}

/// The file of a SQLite URL.
fn file(url: &str) -> Option<&Path> {
    let path = url.strip_prefix("sqlite:")?;
    Some(Path::new(path.strip_prefix("//").unwrap_or(path)))
}

/// Removes the file that [`connect`] made, with its companions. Only for whoever has just made it.
pub(crate) fn remove_new(url: &str) {
    let Some(path) = file(url) else { return };
    for ending in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        // Most often there are no companions left, and a file that stays is told of by the next try.
        std::fs::remove_file(name).ok();
    }
}

async fn sqlite(path: &Path, new: bool) -> Result<Store> {
    if new {
        // Made here, and not by SQLite, so that nobody else may read it; its companions inherit the mode.
        let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
        made.map_err(|error| match error.kind() {
            ErrorKind::AlreadyExists => refuse_file("room-exists", path),
            ErrorKind::NotFound => refuse_file("file-not-found", path),
            ErrorKind::PermissionDenied => refuse_file("file-not-permitted", path),
            _ => fault("making the room's file")(error),
        })?;
    } else if !path.try_exists().map_err(fault("looking for the room's file"))? {
        return Err(refuse_file("room-missing", path));
    }
    let options = SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        .pragma("temp_store", "MEMORY")
        .pragma("cache_size", CACHE);
    let pool = |size| SqlitePoolOptions::new().max_connections(size).test_before_acquire(false);
    let writer = pool(1).connect_with(options.clone()).await.map_err(fault("opening the room's file"))?;
    let readers = pool(READERS).connect_with(options.read_only(true)).await;
    Ok(Store::Sqlite { writer, readers: readers.map_err(fault("opening the room's file to read"))? })
}
