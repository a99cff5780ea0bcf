//! Opening a room: its tables brought to this version, its keys unwrapped.

use std::sync::Arc;

use uuid::Uuid;

use super::{Room, RoomKind, identity};
use crate::failure::{Result, broken, fault, refuse};
use crate::journal::Writer;
use crate::seal::{KeySource, Keyring, SIGNING, Wrapped};
use crate::store::{Store, connect, migrate, on_read};

impl Room {
    /// Opens a room that was made before. Call it inside a tokio runtime: the journal's writer runs there.
    ///
    /// # Errors
    /// Refused: there is no room, it was made by a newer program, or its master key is missing, open to others or
    /// another room's.
    pub async fn open(url: &str, key: &KeySource) -> Result<Room> {
        let store = connect(url, false).await?;
        migrate(&store).await?;
        Room::over(store, key).await
    }

    pub(super) async fn over(store: Store, key: &KeySource) -> Result<Room> {
        let failed = "opening the room";
        let row: Option<(String, String, String, bool, Option<Uuid>)> = on_read!(&store, on =>
            sqlx::query_as("SELECT slug, kind, name, demo, uuid FROM room WHERE one = 1").fetch_optional(on).await)
        .map_err(fault(failed))?;
        let (slug, kind, name, demo, id) = row.ok_or_else(|| refuse("room-empty"))?;
        let mut keys = wrapped(&store).await?;
        // Looked at before anything is written: with the wrong master key nothing is.
        let mut opened = Keyring::open(key, &keys)?;
        let id = match id.filter(|_| keys.iter().any(|key| key.purpose == SIGNING)) {
            Some(id) => id,
            None => {
                let id = identity::give(&store, key).await?;
                keys = wrapped(&store).await?;
                opened = Keyring::open(key, &keys)?;
                id
            }
        };
        let keys = Arc::new(opened);
        Ok(Room {
            id,
            writer: Writer::start(store.clone(), Arc::clone(&keys)),
            store,
            keys,
            slug: slug.into(),
            name: name.into(),
            demo,
            kind: RoomKind::from_code(&kind).ok_or_else(|| broken("a room of an unknown kind"))?,
        })
    }
}

/// The room's keys, as they lie in the database.
async fn wrapped(store: &Store) -> Result<Vec<Wrapped>> {
    let keys: Vec<(i64, String, Vec<u8>)> = on_read!(store, on =>
        sqlx::query_as("SELECT id, purpose, sealed_key FROM room_key ORDER BY id").fetch_all(on).await)
    .map_err(fault("opening the room"))?;
    Ok(keys.into_iter().map(|(id, purpose, sealed)| Wrapped { id, purpose, sealed }).collect())
}

/// Brings a database to the version of this program, also an empty one that is to hold a room: the version before and
/// the version now.
///
/// # Errors
/// Refused: it was made by a newer program. The database.
pub async fn migrate_database(url: &str) -> Result<(i64, i64)> {
    let store = connect(url, false).await?;
    let migrated = migrate(&store).await;
    store.close().await;
    migrated
}
