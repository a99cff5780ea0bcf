//! The answer to a letter, signed by the room that it was written to.

use data_encoding::HEXLOWER;
use jiff::Timestamp;
use room::Room;
use room::door::peers::Peer;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::envelope::{self, Sort};
use crate::failure::{Failure, Result};
use crate::letter::{End, own_end};

/// The version that this program writes.
const VERSION: u32 = 1;
/// The letter lies in the inbox.
const RECEIVED: &str = "received";

/// Why a letter is not taken, and never will be: the codes that a signed answer may hold.
const FINAL: [&str; 3] = ["door-letter-id-taken", "door-not-for-us", "door-unreadable"];

#[derive(Serialize, Deserialize)]
struct Receipt {
    v: u32,
    letter: Uuid,
    /// SHA-256 of the envelope of the letter, so that the answer is to these bytes and no other.
    digest: String,
    from: End,
    to: End,
    at: Timestamp,
    answer: String,
}

/// What the other room answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The letter lies in its inbox.
    Received,
    /// It takes the letter neither now nor later: the code of why.
    Refused(&'static str),
}

/// Writes and signs an answer to a letter.
pub(crate) fn write(room: &Room, to: &End, id: Uuid, letter: &[u8], answer: Answer, at: Timestamp) -> Result<Vec<u8>> {
    let answer = match answer {
        Answer::Received => RECEIVED,
        Answer::Refused(code) => code,
    };
    let receipt = Receipt {
        v: VERSION,
        letter: id,
        digest: digest(letter),
        from: own_end(room)?,
        to: to.clone(),
        at,
        answer: answer.to_owned(),
    };
    let body = serde_json::to_vec(&receipt).map_err(|_| Failure::Refused("door-unreadable"))?;
    envelope::seal(room, Sort::Receipt, &body)
}

/// Reads an answer: only when the peer's pinned key signed it, for this letter and this room.
///
/// # Errors
/// Refused: it is not such an answer, or of a later version.
pub fn read(bytes: &[u8], room: &Room, peer: &Peer, id: Uuid, letter: &[u8]) -> Result<Answer> {
    let envelope = envelope::open(Sort::Receipt, bytes)?;
    let wrong = || Failure::Refused("door-receipt-wrong");
    if !envelope.is_signed_by(peer.key) {
        return Err(wrong());
    }
    let receipt: Receipt = serde_json::from_slice(envelope.body).map_err(|_| wrong())?;
    if receipt.v > VERSION {
        return Err(Failure::Refused("door-newer"));
    }
    let from = End { room: peer.id, key: peer.key.name() };
    let fits = receipt.letter == id && receipt.digest == digest(letter);
    if receipt.v != VERSION || !fits || receipt.from != from || receipt.to.room != room.id() {
        return Err(wrong());
    }
    if receipt.answer == RECEIVED {
        return Ok(Answer::Received);
    }
    FINAL.into_iter().find(|code| *code == receipt.answer).map(Answer::Refused).ok_or_else(wrong)
}

fn digest(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}
