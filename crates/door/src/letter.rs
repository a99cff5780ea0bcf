//! A letter: named items from one room to another, sent by somebody through a gate. What is signed is kept byte for byte.

use domain::Day;
use room::Room;
use room::door::peers::Peer;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

use crate::envelope::{self, Sort};
use crate::failure::{Failure, Result};

/// The version that this program writes.
const VERSION: u32 = 1;

/// A room with the key that it signs with, or that is to verify.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// The room.
    pub room: Uuid,
    /// The name of its key: [`room::PublicKey::name`].
    pub key: String,
}

/// An item. Its value stays as it was written, also when this program does not know its kind.
#[derive(Clone, Serialize, Deserialize)]
pub struct Item {
    /// What it tells: a code.
    pub kind: String,
    /// The version of that kind.
    pub v: u32,
    /// JSON, byte for byte.
    pub value: Box<RawValue>,
}

impl Item {
    /// An item whose value is JSON already.
    ///
    /// # Errors
    /// Refused: it is not.
    pub fn new(kind: &str, v: u32, value: &[u8]) -> Result<Item> {
        let value = String::from_utf8(value.to_vec()).ok().and_then(|json| RawValue::from_string(json).ok());
        let value = value.ok_or(Failure::Refused("door-unreadable"))?;
        Ok(Item { kind: kind.to_owned(), v, value })
    }
}

impl PartialEq for Item {
    fn eq(&self, other: &Item) -> bool {
        (&self.kind, self.v, self.value.get()) == (&other.kind, other.v, other.value.get())
    }
}

impl std::fmt::Debug for Item {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Item")
    }
}

/// A letter of version 1.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Letter {
    v: u32,
    /// A UUID of version 7.
    pub id: Uuid,
    /// Who sends it.
    pub from: End,
    /// To whom.
    pub to: End,
    /// About which episode, if about one.
    pub episode: Option<Uuid>,
    /// The code of the gate that it goes through.
    pub gate: String,
    /// Who sends it, as the recipient is to see it: a role and an authority, or a name.
    pub by: String,
    /// The day that it is sent: `2026-11-22`.
    pub day: String,
    /// The highest Lamport number in the sender's episode.
    pub lamport: u32,
    /// What it tells.
    pub items: Vec<Item>,
}

impl std::fmt::Debug for Letter {
    /// The id only: what it says must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Letter").field("id", &self.id).finish_non_exhaustive()
    }
}

/// What whoever writes a letter decides; the ends and the signature are the door's.
#[derive(Clone)]
pub struct Draft<'a> {
    /// A UUID of version 7.
    pub id: Uuid,
    /// About which episode, if about one.
    pub episode: Option<Uuid>,
    /// The code of the gate.
    pub gate: &'a str,
    /// Who sends it, as the recipient is to see it.
    pub by: &'a str,
    /// The day.
    pub day: Day,
    /// The highest Lamport number in the episode.
    pub lamport: u32,
    /// What it tells.
    pub items: Vec<Item>,
}

/// Writes and signs a letter: the bytes for [`room::door::outbox::put`].
///
/// # Errors
/// Refused: it is too large. The room lacks its key.
pub fn write(room: &Room, to: &Peer, draft: Draft<'_>) -> Result<Vec<u8>> {
    let Draft { id, episode, gate, by, day, lamport, items } = draft;
    let letter = Letter {
        v: VERSION,
        id,
        from: own_end(room)?,
        to: End { room: to.id, key: to.key.name() },
        episode,
        gate: gate.to_owned(),
        by: by.to_owned(),
        day: day.to_string(),
        lamport,
        items,
    };
    let body = serde_json::to_vec(&letter).map_err(|_| Failure::Refused("door-unreadable"))?;
    envelope::seal(room, Sort::Letter, &body)
}

/// This room as an end of a letter.
pub(crate) fn own_end(room: &Room) -> Result<End> {
    Ok(End { room: room.id(), key: room.public_key()?.name() })
}

/// What every version of a letter has: enough to carry and keep it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Head {
    /// The version.
    pub v: u32,
    /// Id.
    pub id: Uuid,
    /// Who sends it.
    pub from: End,
    /// To whom.
    pub to: End,
    /// About which episode, if about one.
    pub episode: Option<Uuid>,
}

/// A letter that was read.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// One that this program understands. Its items may still be of kinds that it does not know.
    Letter(Letter),
    /// One of a later version: it is kept, and waits until the program is updated.
    Newer(Head),
}

/// Reads the head of a letter.
///
/// # Errors
/// Refused: it is none.
pub fn head(bytes: &[u8]) -> Result<Head> {
    read_head(envelope::open(Sort::Letter, bytes)?.body)
}

pub(crate) fn read_head(body: &[u8]) -> Result<Head> {
    let head: Head = serde_json::from_slice(body).map_err(|_| Failure::Refused("door-unreadable"))?;
    if head.v == 0 { Err(Failure::Refused("door-unreadable")) } else { Ok(head) }
}

/// Reads a letter that was verified when it came.
///
/// # Errors
/// Refused: it is none.
pub fn read(bytes: &[u8]) -> Result<Opened> {
    let body = envelope::open(Sort::Letter, bytes)?.body;
    let head = read_head(body)?;
    if head.v > VERSION {
        return Ok(Opened::Newer(head));
    }
    serde_json::from_slice(body).map(Opened::Letter).map_err(|_| Failure::Refused("door-unreadable"))
}
