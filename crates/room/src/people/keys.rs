//! Pupil numbers by the keys that other systems have for pupils. Only a keyed hash of a key is kept: it is found by
//! whoever holds both the key and the room's own, and can be read by nobody.

use std::collections::HashMap;

use sqlx::QueryBuilder;

use crate::change::Change;
use crate::failure::{Result, fault};
use crate::room::Room;
use crate::seal::number;
use crate::store::{on_read, on_tx};

const FAILED: &str = "the numbers of pupils";
/// Rows in one statement.
const CHUNK: usize = 500;

/// A key by which another system knows a pupil.
#[derive(Clone, Copy)]
pub enum PupilKey<'a> {
    /// Personal, coordination or temporary number.
    Personal(&'a str),
    /// Any other.
    Id(&'a str),
}

/// The numbers that keys have.
pub struct Keys {
    room: Room,
    numbers: HashMap<Vec<u8>, i32>,
    /// The first number that nobody has had.
    pub free: i32,
}

impl Keys {
    /// The number of a key, if it has one.
    pub fn find(&self, key: PupilKey<'_>) -> Option<i32> {
        self.numbers.get(hash(&self.room, key)?.as_slice()).copied()
    }
}

fn hash(room: &Room, key: PupilKey<'_>) -> Option<Vec<u8>> {
    let mac = &room.keys().hash;
    match key {
        PupilKey::Personal(text) => number::hash(mac, text).map(|hash| hash.to_vec()),
        PupilKey::Id(text) => Some(mac.of(&[b"pupil key", text.as_bytes()]).to_vec()),
    }
}

/// Every number that a key has, those of the roster's personal numbers among them.
///
/// # Errors
/// The database.
pub async fn keys(room: &Room) -> Result<Keys> {
    let rows: Vec<(Vec<u8>, i64)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT number_hash, pupil FROM person WHERE number_hash IS NOT NULL UNION ALL SELECT hash, pupil FROM pupil_key")
        .fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let last: (i64,) = on_read!(room.store(), on => sqlx::query_as(
        "SELECT COALESCE(MAX(pupil), 0) FROM (SELECT pupil FROM person UNION ALL SELECT pupil FROM pupil_key) AS numbers")
        .fetch_one(on).await)
    .map_err(fault(FAILED))?;
    let small = |number: i64| i32::try_from(number).map_err(fault(FAILED));
    let numbers = rows.into_iter().map(|(hash, pupil)| Ok((hash, small(pupil)?))).collect::<Result<_>>()?;
    Ok(Keys { room: room.clone(), numbers, free: small(last.0)?.saturating_add(1) })
}

/// Keeps the numbers of keys. A key that has one keeps it.
///
/// # Errors
/// The database.
pub async fn put_keys(change: &mut Change<'_>, pairs: &[(PupilKey<'_>, i32)]) -> Result<()> {
    let room = change.room();
    let hashed: Vec<(Vec<u8>, i32)> =
        pairs.iter().filter_map(|(key, pupil)| Some((hash(room, *key)?, *pupil))).collect();
    for chunk in hashed.chunks(CHUNK) {
        on_tx!(&mut change.tx, on => {
            let mut sql = QueryBuilder::new("INSERT INTO pupil_key (hash, pupil) ");
            sql.push_values(chunk, |mut row, (hash, pupil)| {
                row.push_bind(hash.as_slice()).push_bind(i64::from(*pupil));
            });
            sql.push(" ON CONFLICT (hash) DO NOTHING");
            sql.build().persistent(false).execute(on).await.map(drop)
        })
        .map_err(fault(FAILED))?;
    }
    Ok(())
}
