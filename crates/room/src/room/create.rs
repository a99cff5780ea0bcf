//! Making a room: its tables, its keys and its one row.

use jiff::Timestamp;

use super::{Room, RoomKind};
use crate::failure::{Result, fault, refuse};
use crate::seal::{KeySource, Keyring};
use crate::store::{Store, connect, migrate, on_tx, remove_new};

/// A room to be made.
#[derive(Clone, Debug)]
pub struct New<'a> {
    /// Lower-case letters, digits and hyphens.
    pub slug: &'a str,
    /// School, social services or region.
    pub kind: RoomKind,
    /// The name of the authority.
    pub name: &'a str,
    /// Whether it is made by the demo, where a role is chosen instead of signing in. It cannot be changed afterwards.
    pub demo: bool,
}

impl New<'_> {
    /// Whether such a room can be made, before anything of it is.
    ///
    /// # Errors
    /// Refused: the slug or the name cannot be used.
    pub fn check(&self) -> Result<()> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let slug = (1..=40).contains(&self.slug.len()) && self.slug.chars().all(fits) && !self.slug.starts_with('-');
        if slug && !self.name.trim().is_empty() { Ok(()) } else { Err(refuse("room-slug")) }
    }
}

impl Room {
    /// Makes a room in a new SQLite file or an empty PostgreSQL database, and its master key.
    ///
    /// # Errors
    /// Refused: the slug cannot be used, the database holds a room or the key file is there already.
    pub async fn create(url: &str, key: &KeySource, new: &New<'_>, now: Timestamp) -> Result<Room> {
        new.check()?;
        let store = connect(url, true).await?;
        let made = make(&store, key, new, now).await;
        if made.is_err() {
            // A file that we made and that holds no room would stand in the way of the next try.
            store.close().await;
            remove_new(url);
        }
        made?;
        Room::over(store, key).await
    }
}

/// Makes the tables, the room's row and its keys.
async fn make(store: &Store, key: &KeySource, new: &New<'_>, now: Timestamp) -> Result<()> {
    migrate(store).await?;
    let failed = "making the room";
    let mut tx = store.begin().await?;
    let made: Option<(i64,)> = on_tx!(&mut tx, on => sqlx::query_as(
            "INSERT INTO room (one, slug, kind, name, created_at, people_version, demo) VALUES (1, $1, $2, $3, $4, 0, $5) \
             ON CONFLICT (one) DO NOTHING RETURNING one").bind(new.slug).bind(new.kind.code()).bind(new.name.trim())
            .bind(now.as_microsecond()).bind(new.demo).fetch_optional(on).await)
        .map_err(fault(failed))?;
    if made.is_none() {
        return Err(refuse("room-exists"));
    }
    // After the row, so that no key file is left behind when there is a room already.
    for key in Keyring::create(key)? {
        on_tx!(&mut tx, on => sqlx::query(
                "INSERT INTO room_key (id, purpose, sealed_key, created_at) VALUES ($1, $2, $3, $4)")
                .bind(key.id).bind(key.purpose).bind(key.sealed).bind(now.as_microsecond()).execute(on).await.map(drop))
        .map_err(fault(failed))?;
    }
    on_tx!(&mut tx, on => sqlx::query("INSERT INTO journal_head (one, seq, hash) VALUES (1, 0, $1)")
            .bind([0_u8; 32].as_slice()).execute(on).await.map(drop))
    .map_err(fault(failed))?;
    on_tx!(&mut tx, on => sqlx::query("INSERT INTO attendance (one, version) VALUES (1, 0)")
            .execute(on).await.map(drop))
    .map_err(fault(failed))?;
    tx.commit().await
}
