//! Carrying what waits in a room's outbox: in order, until each letter has a signed answer.

use std::future::Future;

use jiff::Timestamp;
use room::Room;
use room::door::outbox::{self, Waiting};
use room::door::peers::{self, Peer};

use crate::failure::{Failure, Result};
use crate::receipt::{self, Answer};
use crate::step::{self, Step, Unwatched, Watch};
use crate::transport::{Transport, Trouble};

/// Whether a letter may still leave. Asked again each time it is about to, for a consent may have been withdrawn.
pub trait StillLawful: Send + Sync {
    /// Nothing when it may; otherwise the code of why not. The letter is then stopped, for good.
    ///
    /// # Errors
    /// It cannot be found out: then the letter waits.
    fn still_lawful(
        &self,
        room: &Room,
        letter: &Waiting,
    ) -> impl Future<Output = room::Result<Option<&'static str>>> + Send;
}

/// What a round came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Letters that lie in the other's inbox.
    pub delivered: u32,
    /// Letters that the other will never take.
    pub refused: u32,
    /// Letters that must not leave any more.
    pub stopped: u32,
    /// Rooms that could not be reached, or answered strangely: the code of why. Their letters wait.
    pub troubles: Vec<(uuid::Uuid, &'static str)>,
}

/// Carries every letter of a room that is due.
///
/// # Errors
/// The room's database. What was carried stays carried.
pub async fn deliver(room: &Room, over: &impl Transport, lawful: &impl StillLawful, now: Timestamp) -> Result<Round> {
    deliver_watched(room, over, lawful, now, &Unwatched).await
}

/// The same, watched.
///
/// # Errors
/// The room's database; cut off.
pub async fn deliver_watched(
    room: &Room,
    over: &impl Transport,
    lawful: &impl StillLawful,
    now: Timestamp,
    watch: &dyn Watch,
) -> Result<Round> {
    let mut round = Round::default();
    for id in outbox::due(room, now).await? {
        while let Some(peer) = peers::find(room, id).await?.filter(|peer| peer.unpaired.is_none()) {
            let Some(letter) = outbox::first(room, id, now).await? else { break };
            step::after(Step::Read, watch)?;
            match carry(room, &peer, &letter, over, lawful, now, watch).await? {
                End::Delivered => round.delivered += 1,
                End::Refused => round.refused += 1,
                End::Stopped => round.stopped += 1,
                End::Taken => {}
                End::Waits(code) => {
                    round.troubles.push((id, code));
                    // Those behind it wait too, so that they keep their order.
                    break;
                }
            }
        }
    }
    Ok(round)
}

/// What became of one letter.
enum End {
    Delivered,
    Refused,
    Stopped,
    /// Somebody else carries or has stopped it.
    Taken,
    Waits(&'static str),
}

async fn carry(
    room: &Room,
    peer: &Peer,
    letter: &Waiting,
    over: &impl Transport,
    lawful: &impl StillLawful,
    now: Timestamp,
    watch: &dyn Watch,
) -> Result<End> {
    if let Some(code) = lawful.still_lawful(room, letter).await? {
        return Ok(if outbox::stop(room, letter, code, now).await? { End::Stopped } else { End::Taken });
    }
    step::after(Step::Lawful, watch)?;
    if !outbox::leave(room, letter, now).await? {
        return Ok(End::Taken);
    }
    step::after(Step::Leaving, watch)?;
    let receipt = match over.send(peer, &letter.letter, now).await {
        Ok(receipt) => receipt,
        Err(Trouble::CutOff) => return Err(Failure::CutOff),
        Err(Trouble::NotSent(code)) => {
            outbox::stayed(room, letter).await?;
            return Ok(End::Waits(code));
        }
        Err(Trouble::NoAnswer(code)) => return Ok(End::Waits(code)),
    };
    step::after(Step::Answered, watch)?;
    let answer = match receipt::read(&receipt, room, peer, letter.id, &letter.letter) {
        Ok(answer) => answer,
        Err(Failure::Refused(code)) => return Ok(End::Waits(code)),
        Err(other) => return Err(other),
    };
    step::after(Step::Believed, watch)?;
    let end = match answer {
        Answer::Received if outbox::delivered(room, letter, &receipt, now).await? => End::Delivered,
        Answer::Refused(code) if outbox::refused(room, letter, &receipt, code, now).await? => End::Refused,
        _ => End::Taken,
    };
    step::after(Step::Noted, watch)?;
    Ok(end)
}
