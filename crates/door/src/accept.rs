//! What the receiving room does with bytes that somebody brings: verify, keep, answer. Nothing takes effect here.

use jiff::Timestamp;
use room::Room;
use room::door::inbox::{self, Came, Put};
use room::door::peers;
use uuid::Uuid;

use crate::envelope::{self, MOST, Sort};
use crate::failure::{Failure, Result};
use crate::letter::{self, own_end};
use crate::receipt::{self, Answer};
use crate::step::{self, Step, Unwatched, Watch};

/// An answer over HTTP.
#[derive(Clone, PartialEq, Eq)]
pub struct Reply {
    /// The status: 200 with a signed receipt, otherwise without anything that tells whose letter it was.
    pub status: u16,
    /// The receipt, or nothing.
    pub body: Vec<u8>,
}

impl std::fmt::Debug for Reply {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reply").field("status", &self.status).finish_non_exhaustive()
    }
}

/// The room that a letter says it is for, so that a server of several rooms can find it. Nobody has verified it yet.
pub fn addressed_to(bytes: &[u8]) -> Option<Uuid> {
    letter::head(bytes).ok().map(|head| head.to.room)
}

/// Answers a request whose body is a letter.
///
/// # Errors
/// The room's database: then the sender gets no answer, and tries again.
pub async fn answer(room: &Room, body: &[u8], now: Timestamp) -> Result<Reply> {
    answer_watched(room, body, now, &Unwatched).await
}

/// The same, watched.
///
/// # Errors
/// The room's database; cut off.
pub async fn answer_watched(room: &Room, body: &[u8], now: Timestamp, watch: &dyn Watch) -> Result<Reply> {
    let status = match accept(room, body, now, watch).await {
        Ok(body) => return Ok(Reply { status: 200, body }),
        Err(Failure::Refused("door-letter-too-large")) => 413,
        // To whoever is not paired everything looks the same.
        Err(Failure::Refused("door-newer")) => 501,
        Err(Failure::Refused(_)) => 403,
        Err(other) => return Err(other),
    };
    Ok(Reply { status, body: Vec::new() })
}

/// Verifies a letter and puts it into the inbox: the signed receipt. The same letter again gives the same receipt.
///
/// # Errors
/// Refused, and nobody is answered with a signature: it is too large, of a later version of envelopes, no letter, or not
/// signed with the pinned key of a paired room. The room's database; cut off.
pub async fn accept(room: &Room, bytes: &[u8], now: Timestamp, watch: &dyn Watch) -> Result<Vec<u8>> {
    if bytes.len() > MOST {
        return Err(Failure::Refused("door-letter-too-large"));
    }
    let envelope = envelope::open(Sort::Letter, bytes)?;
    let head = letter::read_head(envelope.body)?;
    let peer = peers::find(room, head.from.room).await?.filter(|peer| peer.unpaired.is_none());
    let stranger = || Failure::Refused("door-stranger");
    let peer = peer.ok_or_else(stranger)?;
    if peer.key.name() != head.from.key || !envelope.is_signed_by(peer.key) {
        return Err(stranger());
    }
    step::after(Step::Verified, watch)?;
    let say = |answer| receipt::write(room, &head.from, head.id, bytes, answer, now);
    let away = async |code| {
        inbox::turned_away(room, head.id, peer.id, now).await?;
        say(Answer::Refused(code))
    };
    if head.to != own_end(room)? {
        return away("door-not-for-us").await;
    }
    // A letter of this version must be one; what is later is kept as it is.
    if letter::read(bytes).is_err() {
        return away("door-unreadable").await;
    }
    let receipt = say(Answer::Received)?;
    let came = Came { id: head.id, peer: peer.id, episode: head.episode, letter: bytes, receipt: &receipt };
    let receipt = match inbox::put(room, &came, now).await? {
        Put::Stored => receipt,
        Put::Before(receipt) => receipt,
        Put::IdTaken => return away("door-letter-id-taken").await,
        Put::NotPaired => return Err(stranger()),
    };
    step::after(Step::Stored, watch)?;
    Ok(receipt)
}
