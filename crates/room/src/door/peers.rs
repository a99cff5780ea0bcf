//! The rooms that this one is paired with: their keys, pinned when somebody compared codes, and where they are.

use access::{Act, Permit, Write, WriteAct};
use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

use super::outbox;
use crate::change::Change;
use crate::failure::{Result, broken, fault, refuse};
use crate::room::{Room, RoomKind};
use crate::seal::{Place, PublicKey};
use crate::store::{on_read, on_tx};

const FAILED: &str = "a paired room";

/// Another room.
#[derive(Clone, PartialEq, Eq)]
pub struct Peer {
    /// What it is known by.
    pub id: Uuid,
    /// What kind of room it is.
    pub kind: RoomKind,
    /// The name of the authority.
    pub name: String,
    /// Where letters go: `https://…`, or `loopback:` and a short name for a room in the same process.
    pub address: String,
    /// What its signatures are verified with.
    pub key: PublicKey,
    /// When it was paired.
    pub pinned: Timestamp,
    /// When it was unpaired, if it was: then nothing is taken from it and nothing goes to it.
    pub unpaired: Option<Timestamp>,
}

impl std::fmt::Debug for Peer {
    /// The id only.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Peer").field("id", &self.id).finish_non_exhaustive()
    }
}

/// A room to pair with.
#[derive(Clone, Copy)]
pub struct Pin<'a> {
    /// What it is known by.
    pub id: Uuid,
    /// What kind of room it is.
    pub kind: RoomKind,
    /// The name of the authority.
    pub name: &'a str,
    /// Where letters go.
    pub address: &'a str,
    /// What its signatures are verified with.
    pub key: PublicKey,
}

/// Pairs with a room, or notes another name or address of one that is paired.
///
/// # Errors
/// Refused: it is paired with another key, and must be unpaired first; it is this room. A permit for something else than
/// configuring; the database.
pub async fn pin(change: &mut Change<'_>, permit: Permit<Write>, pin: &Pin<'_>) -> Result<()> {
    let about = json!({ "peer": pin.id.to_string(), "did": "paired", "key": pin.key.name() });
    change.take_about(permit, WriteAct::Configure.code(), about)?;
    let (room, at) = (change.room(), change.now().as_microsecond());
    if pin.id == room.id() || pin.key == room.public_key()? {
        return Err(refuse("door-own-room"));
    }
    let name = room.keys().seal(place("sealed_name", &pin.id), pin.name.as_bytes())?.0;
    let address = room.keys().seal(place("sealed_address", &pin.id), pin.address.as_bytes())?.0;
    // What was counted stays: a place is never given twice.
    let rows = on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO peer (id, kind, sealed_name, sealed_address, public_key, pinned_at, sent, received) VALUES ($1, $2, $3, \
         $4, $5, $6, 0, 0) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, sealed_name = excluded.sealed_name, \
         sealed_address = excluded.sealed_address, pinned_at = CASE WHEN peer.unpaired_at IS NULL THEN peer.pinned_at ELSE \
         excluded.pinned_at END, public_key = excluded.public_key, unpaired_at = NULL WHERE peer.unpaired_at IS NOT NULL OR \
         peer.public_key = excluded.public_key")
        .bind(pin.id).bind(pin.kind.code()).bind(name).bind(address).bind(pin.key.0.as_slice()).bind(at)
        .execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    if rows == 1 { Ok(()) } else { Err(refuse("door-key-changed")) }
}

/// Unpairs: from now on nothing is taken from the room. Letters that wait for it are stopped, for they are written to a key
/// that holds no longer. How many they were.
///
/// # Errors
/// Refused: no such room is paired. A permit for something else than configuring; the database.
pub async fn unpin(change: &mut Change<'_>, permit: Permit<Write>, id: Uuid) -> Result<u64> {
    change.take_about(permit, WriteAct::Configure.code(), json!({ "peer": id.to_string(), "did": "unpaired" }))?;
    let at = change.now().as_microsecond();
    let rows = on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE peer SET unpaired_at = $2 WHERE id = $1 AND unpaired_at IS NULL").bind(id).bind(at)
        .execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    if rows == 0 {
        return Err(refuse("door-not-paired"));
    }
    outbox::stop_all(change, id, "door-unpaired").await
}

type Row = (Uuid, String, Vec<u8>, Vec<u8>, Vec<u8>, i64, Option<i64>);

/// A room that is, or was, paired. It holds nothing about a person, so it needs no permit.
///
/// # Errors
/// The database; a row that was tampered with.
pub async fn find(room: &Room, id: Uuid) -> Result<Option<Peer>> {
    let row: Option<Row> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT id, kind, sealed_name, sealed_address, public_key, pinned_at, unpaired_at FROM peer WHERE id = $1")
        .bind(id).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    row.map(|row| peer(room, row)).transpose()
}

/// Every room that is, or was, paired, the earliest first.
///
/// # Errors
/// The database; a row that was tampered with.
pub async fn all(room: &Room) -> Result<Vec<Peer>> {
    let rows: Vec<Row> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT id, kind, sealed_name, sealed_address, public_key, pinned_at, unpaired_at FROM peer ORDER BY pinned_at, id")
        .fetch_all(on).await)
    .map_err(fault(FAILED))?;
    rows.into_iter().map(|row| peer(room, row)).collect()
}

fn peer(room: &Room, (id, kind, name, address, key, pinned, unpaired): Row) -> Result<Peer> {
    Ok(Peer {
        id,
        kind: RoomKind::from_code(&kind).ok_or_else(|| broken("a room of an unknown kind"))?,
        name: room.keys().open_text(place("sealed_name", &id), &name)?,
        address: room.keys().open_text(place("sealed_address", &id), &address)?,
        key: PublicKey(key.try_into().map_err(|_| broken("a public key of the wrong length"))?),
        pinned: Timestamp::from_microsecond(pinned).map_err(fault(FAILED))?,
        unpaired: unpaired.map(Timestamp::from_microsecond).transpose().map_err(fault(FAILED))?,
    })
}

fn place<'a>(column: &'static str, id: &'a Uuid) -> Place<'a> {
    Place { table: "peer", column, row: id.as_bytes() }
}
