//! The rooms that this one is paired with, and the letters that wait for them: how many and since when, nothing of what
//! they say.

use access::{Target, WriteAct};
use jiff::Timestamp;
use room::RoomKind;
use room::door::{outbox, peers};
use uuid::Uuid;

use crate::{Cx, Result};

/// The page.
#[derive(Clone, Debug)]
pub struct Peers {
    /// What this room reads out.
    pub code: String,
    /// The rooms that are paired, the earliest first.
    pub peers: Vec<Paired>,
}

/// A room that is paired.
#[derive(Clone, Debug)]
pub struct Paired {
    /// Id.
    pub id: Uuid,
    /// What kind of room it is.
    pub kind: RoomKind,
    /// The name of the authority.
    pub name: String,
    /// Where letters go.
    pub address: String,
    /// The code that was compared.
    pub code: String,
    /// Since when.
    pub since: Timestamp,
    /// How many letters wait, and since when the first has; nothing when none does.
    pub waiting: Option<(u64, Timestamp)>,
}

/// The page.
///
/// # Errors
/// Denied: the actor does not configure the room. The room.
pub async fn view(cx: &Cx) -> Result<Peers> {
    drop(cx.access().decide(cx.actor(), WriteAct::Configure, &Target::Room)?);
    let waiting = outbox::waiting(cx.room()).await?;
    let all = peers::all(cx.room()).await?;
    let paired = |it: peers::Peer| Paired {
        id: it.id,
        kind: it.kind,
        code: it.key.code(it.id),
        name: it.name,
        address: it.address,
        since: it.pinned,
        waiting: waiting.iter().find(|(peer, ..)| *peer == it.id).map(|(_, count, since)| (*count, *since)),
    };
    let peers = all.into_iter().filter(|it| it.unpaired.is_none()).map(paired).collect();
    Ok(Peers { code: door::pair::own_code(cx.room())?, peers })
}
