//! What is needed to destroy a room: what its database holds, told without its key, and taking all of it away.

use sqlx::AssertSqlSafe;

use crate::failure::{Result, fault};
use crate::restore::{drop_all, holds};
use crate::store::{catalog, connect, on_tx, remove_new};

const FAILED: &str = "destroying a room";

/// What a database holds. Counts and a hash: nothing about a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// The short name of the room, if there is one.
    pub slug: Option<String>,
    /// Each table with its number of rows.
    pub tables: Vec<(String, i64)>,
    /// Number of the last entry of the journal, and its hash in hexadecimal.
    pub journal: Option<(i64, String)>,
}

/// The file of a SQLite database.
fn file(url: &str) -> Option<&std::path::Path> {
    url.strip_prefix("sqlite:").map(std::path::Path::new)
}

/// Looks what a database holds. A SQLite file that is not there holds nothing.
///
/// # Errors
/// The database.
pub async fn look(url: &str) -> Result<Held> {
    if file(url).is_some_and(|path| !path.exists()) {
        return Ok(Held::default());
    }
    let store = connect(url, false).await?;
    let mut tx = store.begin().await?;
    let mut names: Vec<String> = catalog::raw(&mut tx).await?.into_iter().map(|it| it.0).collect();
    names.dedup();
    let mut held = Held { slug: holds(&mut tx).await?, ..Held::default() };
    for name in names {
        let sql = format!("SELECT count(*) FROM \"{name}\"");
        let (rows,): (i64,) =
            on_tx!(&mut tx, on => sqlx::query_as(AssertSqlSafe(sql)).fetch_one(on).await).map_err(fault(FAILED))?;
        held.tables.push((name, rows));
    }
    if held.tables.iter().any(|(name, _)| name == "journal_head") {
        let last: Option<(i64, Vec<u8>)> = on_tx!(&mut tx, on =>
            sqlx::query_as("SELECT seq, hash FROM journal_head WHERE one = 1").fetch_optional(on).await)
        .map_err(fault(FAILED))?;
        held.journal = last.map(|(seq, hash)| (seq, crate::backup::hex(&hash)));
    }
    drop(tx);
    store.close().await;
    Ok(held)
}

/// Takes everything away: the SQLite file and its companions, or every table and function of the PostgreSQL database,
/// which itself stays, empty. Nothing to take away is no fault.
///
/// # Errors
/// The database.
pub async fn remove(url: &str) -> Result<()> {
    if file(url).is_some() {
        remove_new(url);
        return Ok(());
    }
    let store = connect(url, false).await?;
    let mut tx = store.begin().await?;
    drop_all(&mut tx).await?;
    tx.commit().await?;
    store.close().await;
    Ok(())
}

/// Whether nothing is left of a room in its database.
///
/// # Errors
/// The database.
pub async fn is_gone(url: &str) -> Result<bool> {
    match file(url) {
        Some(path) => Ok(["", "-wal", "-shm"].iter().all(|ending| {
            let mut name = path.as_os_str().to_owned();
            name.push(ending);
            std::path::Path::new(&name).symlink_metadata().is_err()
        })),
        None => Ok(look(url).await?.tables.is_empty()),
    }
}
