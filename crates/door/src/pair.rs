//! Pairing two rooms: each hands the other a small signed text with its public key, and somebody on each side compares a
//! code over another way, by telephone. Only then is anything taken from the other room.

use access::{Permit, Write};
use data_encoding::HEXLOWER;
use room::door::peers::{self, Pin};
use room::{Change, PublicKey, Room, RoomKind};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::envelope::{self, Sort};
use crate::failure::{Failure, Result};
use crate::transport::{LOOPBACK, may_be_sent_to};

/// The version that this program writes.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Written {
    v: u32,
    room: Uuid,
    kind: String,
    name: String,
    address: String,
    /// In hexadecimal.
    key: String,
}

/// What a room says of itself. That it is the room it says is what the code is compared for.
#[derive(Clone, PartialEq, Eq)]
pub struct Offer {
    /// What it is known by.
    pub room: Uuid,
    /// What kind of room it is.
    pub kind: RoomKind,
    /// The name of the authority.
    pub name: String,
    /// Where letters go.
    pub address: String,
    /// What its signatures are verified with.
    pub key: PublicKey,
}

impl std::fmt::Debug for Offer {
    /// The id only.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Offer").field("room", &self.room).finish_non_exhaustive()
    }
}

impl Offer {
    /// What is read out and compared: eight groups of five digits.
    pub fn code(&self) -> String {
        self.key.code(self.room)
    }
}

/// What this room reads out.
///
/// # Errors
/// The room lacks its key.
pub fn own_code(room: &Room) -> Result<String> {
    Ok(room.public_key()?.code(room.id()))
}

/// The text that this room hands to another: its public key, its name and its address, signed with the key itself.
///
/// # Errors
/// Refused: letters cannot be sent to such an address. The room lacks its key.
pub fn offer(room: &Room, address: &str) -> Result<String> {
    if !is_address(address) {
        return Err(Failure::Refused("door-address"));
    }
    let written = Written {
        v: VERSION,
        room: room.id(),
        kind: room.kind().code().to_owned(),
        name: room.name().to_owned(),
        address: address.to_owned(),
        key: HEXLOWER.encode(&room.public_key()?.0),
    };
    let unreadable = || Failure::Refused("door-offer-unreadable");
    let body = serde_json::to_vec(&written).map_err(|_| unreadable())?;
    String::from_utf8(envelope::seal(room, Sort::Pairing, &body)?).map_err(|_| unreadable())
}

/// Reads what another room hands over. It is whole, and whoever wrote it holds the key in it; no more is known.
///
/// # Errors
/// Refused: it is not whole, of a later version, or its address is none that letters can be sent to.
pub fn read(text: &str) -> Result<Offer> {
    let unreadable = || Failure::Refused("door-offer-unreadable");
    // Mail programs change how lines end, and what stands around a text.
    let text = text.trim().replace("\r\n", "\n");
    let envelope = envelope::open(Sort::Pairing, text.as_bytes()).map_err(|failure| match failure {
        Failure::Refused("door-newer") => failure,
        _ => unreadable(),
    })?;
    let written: Written = serde_json::from_slice(envelope.body).map_err(|_| unreadable())?;
    let key = HEXLOWER.decode(written.key.as_bytes()).ok().and_then(|key| key.try_into().ok()).map(PublicKey);
    let key = key.filter(|key| envelope.is_signed_by(*key)).ok_or_else(unreadable)?;
    if written.v > VERSION {
        return Err(Failure::Refused("door-newer"));
    }
    if !is_address(&written.address) {
        return Err(Failure::Refused("door-address"));
    }
    let kind = RoomKind::from_code(&written.kind).ok_or_else(unreadable)?;
    Ok(Offer { room: written.room, kind, name: written.name, address: written.address, key })
}

/// Pairs with the room of an offer, when the code that somebody was read out is the code of the offer. The other room does
/// the same with this one's.
///
/// # Errors
/// Refused: the code is another; it is this room; it is paired with another key, and must be unpaired first. A permit for
/// something else than configuring; the database.
pub async fn confirm(change: &mut Change<'_>, permit: Permit<Write>, offer: &Offer, heard: &str) -> Result<()> {
    let digits = |code: &str| code.chars().filter(char::is_ascii_digit).collect::<String>();
    if digits(heard) != digits(&offer.code()) {
        return Err(Failure::Refused("door-code-differs"));
    }
    let Offer { room, kind, name, address, key } = offer;
    let pin = Pin { id: *room, kind: *kind, name, address, key: *key };
    Ok(peers::pin(change, permit, &pin).await?)
}

/// Ends a pairing. Letters that wait for the room are stopped: how many.
///
/// # Errors
/// Refused: no such room is paired. A permit for something else than configuring; the database.
pub async fn unpair(change: &mut Change<'_>, permit: Permit<Write>, room: Uuid) -> Result<u64> {
    Ok(peers::unpin(change, permit, room).await?)
}

fn is_address(address: &str) -> bool {
    address.strip_prefix(LOOPBACK).map_or_else(|| may_be_sent_to(address), |slug| !slug.is_empty())
}
