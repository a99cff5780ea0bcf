//! Letting letters take effect that have come about episodes of the room: each once, whole or not at all.

use access::{EpisodeId, Job, WriteAct, Zone};
use domain::episode::Body;
use door::letter::{Letter, Opened};
use room::door::inbox::{self, Waits};
use room::door::outbox;
use room::episodes;
use room::statements::Said;
use uuid::Uuid;

use super::letter::{self, Told};
use super::permit;
use crate::{Cx, Result};

/// How far ahead a Lamport number of the other side may be: more than any episode has statements.
const MOST_AHEAD: u32 = 100_000;

/// Takes in what waits. A letter about an episode that nobody has matched waits; so does one of a later version.
pub(crate) async fn run(cx: &Cx) -> Result<usize> {
    let mut taken = 0;
    for waits in inbox::waiting(cx.room()).await? {
        if let Some(episode) = waits.episode {
            taken += usize::from(one(cx, EpisodeId(episode.as_u128()), &waits).await?);
        }
    }
    Ok(taken)
}

async fn one(cx: &Cx, id: EpisodeId, waits: &Waits) -> Result<bool> {
    // Only the room that shares the episode speaks in it.
    if room::relations::peer_of(cx.room(), id).await? != Some(waits.peer) {
        return Ok(false);
    }
    let door = cx.as_job(Job::Door);
    let stands = permit::stands(&door, id).await?;
    let mut change = cx.room().change(cx.now()).await?;
    let permit = permit::of(&door, &stands, WriteAct::ReceiveLetter)?;
    let Some(taken) = inbox::take(&mut change, permit, waits.id).await? else { return Ok(false) };
    let Ok(Opened::Letter(letter)) = door::letter::read(&taken.letter) else { return Ok(false) };
    let pen = episodes::hold(&mut change, permit::of(&door, &stands, WriteAct::ReceiveLetter)?).await?;
    let known = pen.next_lamport(&mut change).await?;
    for told in statements(&letter).filter(|it| it.lamport <= known.saturating_add(MOST_AHEAD)) {
        let episode = Some(Uuid::from_u128(id.0));
        let (side, body) = (pen.side().code(), told.body.get().as_bytes());
        let said = Said { id: told.statement, episode, lamport: told.lamport, side, body };
        match pen.append(&mut change, &said).await {
            Ok(_) => {}
            // Another statement has that id: the first stays.
            Err(room::Failure::Refused(_)) => {}
            Err(fault) => return Err(fault.into()),
        }
    }
    let ended = |told: Told| matches!(Body::from_json(told.body.get().as_bytes()), Some(Body::SharingEnded(_)));
    if statements(&letter).any(ended) {
        // It takes effect here when it arrives: what has not left stays.
        let permit = permit::of(&door, &stands, WriteAct::SendLetter(Zone::Shared))?;
        outbox::cancel_all(&mut change, permit, "episode-sharing-ended").await?;
    }
    change.commit().await?;
    Ok(true)
}

/// The statements that a letter tells.
pub(crate) fn statements(letter: &Letter) -> impl Iterator<Item = Told> + '_ {
    letter.items.iter().filter_map(letter::says::<Told>)
}
