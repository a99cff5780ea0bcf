//! A room filled from a backup, in one transaction: until it is finished the database is as it was, whatever happens.

mod clear;
mod fill;

pub(crate) use clear::{drop_all, holds};

use std::collections::BTreeMap;

use access::{Permit, Write};
use jiff::Timestamp;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::backup::{Count, FORMAT, Head, Holds, Piece, Tail, hex};
use crate::failure::{Result, broken, fault, refuse};
use crate::journal::{self, Chain, Draft, Kind};
use crate::seal::{KeySource, Keyring, Wrapped};
use crate::sessions::HALF_OPEN;
use crate::store::{Store, Tx, catalog, connect, on_tx, remove_new};

const FAILED: &str = "restoring a room";

/// A database that is being filled. Dropped without [`Restoring::finish`] it is as it was.
pub struct Restoring {
    store: Store,
    tx: Tx,
    head: Head,
    tables: BTreeMap<String, Filling>,
    /// The SQLite file that was made for it.
    made: Option<String>,
}

/// A table that is being filled.
struct Filling {
    columns: Vec<(String, Holds)>,
    count: Count,
}

/// Begins: the tables of the backup's version, empty. With `replace` what the database holds of the same room goes.
///
/// # Errors
/// Refused: the key is missing; the backup is of a newer program; the database holds a room and `replace` is not said, or another room. The
/// database.
pub async fn begin(url: &str, key: &KeySource, head: &Head, replace: bool) -> Result<Restoring> {
    // Without the key nothing of it can be read: that is told before anything is done.
    key.check()?;
    if head.format != FORMAT {
        return Err(refuse("room-newer"));
    }
    let is_new = match url.strip_prefix("sqlite:") {
        Some(path) => !std::path::Path::new(path).try_exists().map_err(fault(FAILED))?,
        None => false,
    };
    let store = connect(url, is_new).await?;
    match prepare(&store, head, replace).await {
        Ok((tx, tables)) => {
            Ok(Restoring { store, tx, head: head.clone(), tables, made: is_new.then(|| url.to_owned()) })
        }
        Err(reason) => {
            store.close().await;
            if is_new {
                remove_new(url);
            }
            Err(reason)
        }
    }
}

async fn prepare(store: &Store, head: &Head, replace: bool) -> Result<(Tx, BTreeMap<String, Filling>)> {
    clear::without_foreign_keys(store).await?;
    let mut tx = store.begin().await?;
    match clear::holds(&mut tx).await? {
        Some(slug) if slug != head.slug => return Err(refuse("restore-holds-another")),
        Some(_) if !replace => return Err(refuse("restore-holds-something")),
        _ => {}
    }
    clear::drop_all(&mut tx).await?;
    clear::make(&mut tx, &head.migrations).await?;
    let mut tables: BTreeMap<String, Filling> = BTreeMap::new();
    let found = catalog::raw(&mut tx).await?;
    for (table, columns) in &head.tables {
        let of = |name: &String| {
            let it = found.iter().find(|it| it.0 == *table && it.1 == *name);
            let (_, _, told, _) = it.ok_or_else(|| broken("a backup has a column that there is not"))?;
            Ok((name.clone(), Holds::of(told)?))
        };
        let columns = columns.iter().map(of).collect::<Result<Vec<_>>>()?;
        tables.insert(table.clone(), Filling { columns, count: Count::default() });
    }
    Ok((tx, tables))
}

impl Restoring {
    /// Puts rows into their table.
    ///
    /// # Errors
    /// The bytes are no rows of the table. The database.
    pub async fn take(&mut self, piece: &Piece) -> Result<()> {
        let filling = self.tables.get_mut(&piece.table).ok_or_else(|| broken("a backup has rows of no table"))?;
        fill::put(&mut self.tx, piece, &filling.columns, &mut filling.count).await
    }

    /// The attendance files that count in what was restored: school year, school, name.
    ///
    /// # Errors
    /// The database.
    pub async fn files(&mut self) -> Result<Vec<(i64, i64, String)>> {
        on_tx!(&mut self.tx, on => sqlx::query_as("SELECT school_year, school, content FROM attendance_file")
            .fetch_all(on).await)
        .map_err(fault(FAILED))
    }

    /// Checks everything against the tail, the room's own key and the chain of the journal, ends every session, notes in
    /// the journal that the room was restored, and makes it last.
    ///
    /// # Errors
    /// Refused: the key is missing or another room's; the backup is not whole, or was changed. Then nothing has changed.
    pub async fn finish(
        self,
        key: &KeySource,
        tail: &Tail,
        permit: Permit<Write>,
        done: Value,
        now: Timestamp,
    ) -> Result<()> {
        let Restoring { store, mut tx, head, tables, made } = self;
        let checked = check(&mut tx, &head, &tables, tail, key).await;
        let finished = match checked {
            Ok(keys) => last(tx, &keys, permit, done, now).await,
            Err(reason) => {
                drop(tx);
                Err(reason)
            }
        };
        store.close().await;
        if let (Err(_), Some(url)) = (&finished, &made) {
            remove_new(url);
        }
        finished
    }

    /// Leaves the database as it was.
    pub async fn leave(self) {
        drop(self.tx);
        self.store.close().await;
        if let Some(url) = &self.made {
            remove_new(url);
        }
    }
}

async fn check(
    tx: &mut Tx,
    head: &Head,
    tables: &BTreeMap<String, Filling>,
    tail: &Tail,
    key: &KeySource,
) -> Result<Keyring> {
    let counts: BTreeMap<&str, Count> = tail.tables.iter().map(|(table, count)| (table.as_str(), *count)).collect();
    let whole =
        counts.len() == tables.len() && tables.iter().all(|(name, it)| counts.get(name.as_str()) == Some(&it.count));
    if !whole {
        return Err(refuse("restore-not-whole"));
    }
    let rows: Vec<(i64, String, Vec<u8>)> = on_tx!(&mut *tx, on =>
        sqlx::query_as("SELECT id, purpose, sealed_key FROM room_key ORDER BY id").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let rows: Vec<_> = rows.into_iter().map(|(id, purpose, sealed)| Wrapped { id, purpose, sealed }).collect();
    let keys = Keyring::open(key, &rows)?;
    let seal = hex(&keys.journal.of(&[b"backup", &tail.sealed(head)?]));
    // Of two hashes, so that how long it takes to compare them tells nothing.
    if Sha256::digest(seal) != Sha256::digest(&tail.seal) {
        return Err(refuse("restore-changed"));
    }
    clear::with_foreign_keys(tx).await?;
    match journal::verify_in(tx, &keys.journal).await? {
        Chain::Whole(_) => Ok(keys),
        Chain::Broken { .. } => Err(refuse("restore-journal-broken")),
    }
}

async fn last(mut tx: Tx, keys: &Keyring, permit: Permit<Write>, done: Value, now: Timestamp) -> Result<()> {
    // A session that was ended after the backup was made must not come back with it.
    on_tx!(&mut tx, on => sqlx::query("DELETE FROM session").execute(on).await.map(drop)).map_err(fault(FAILED))?;
    on_tx!(&mut tx, on => sqlx::query("DELETE FROM draft WHERE form = $1").bind(HALF_OPEN).execute(on).await.map(drop))
        .map_err(fault(FAILED))?;
    let used = permit.into_used();
    if used.act != access::Act::code(access::WriteAct::Maintain) {
        return Err(broken("a permit for another act"));
    }
    let about = BTreeMap::from([(0, done)]);
    let draft = Draft::new(now, Kind::Write, &[used], &about, std::collections::BTreeSet::new());
    journal::append(&mut tx, keys, draft.as_slice()).await?;
    tx.commit().await
}
