//! What a side writes for itself: a note, what its conflict check found, that something was copied to its record system, and
//! what the family agreed to after closing. It never leaves the room.

use access::EpisodeId;
use domain::Day;
use domain::closing::FOLLOW_UP_MONTHS;
use domain::episode::body::{ConflictCheck, CopiedToJournal, FollowUpAgreed, Note, Private};
use uuid::Uuid;

use crate::episode::{by, own, permit, side};
use crate::{Cx, Failure, Refusal, Result};

/// Writes a note.
///
/// # Errors
/// Refused: it is empty. Denied. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, day: Day, text: &str) -> Result<()> {
    if text.trim().is_empty() {
        return Err(Refusal::at("text", "episode-note-empty").into());
    }
    keep(cx, episode, id, &Private::Note(Note { by: by(cx)?, day, text: text.trim().to_owned() })).await
}

/// Writes what the conflict check found (SoL 11 kap. 1 §: an inquiry that goes on). The social services only.
///
/// # Errors
/// Denied: not in this room. The room.
pub async fn conflict(cx: &Cx, episode: EpisodeId, id: Uuid, day: Day, found: bool, text: &str) -> Result<()> {
    if side(cx)? != access::Side::Social {
        return Err(Failure::denied("denied-case"));
    }
    let it = ConflictCheck { by: by(cx)?, day, found, text: text.trim().to_owned() };
    keep(cx, episode, id, &Private::ConflictCheck(it)).await
}

/// Marks that something was copied to the side's own record system.
///
/// # Errors
/// Denied. The room.
pub async fn copied(cx: &Cx, episode: EpisodeId, id: Uuid, of: Uuid) -> Result<()> {
    let it = CopiedToJournal { by: by(cx)?, of: of.to_string(), day: cx.today() };
    keep(cx, episode, id, &Private::CopiedToJournal(it)).await
}

/// Writes that the family agrees to the school's follow-up, after so many months each.
///
/// # Errors
/// Refused: months that are not among those of the method. Denied: not in this room. The room.
pub async fn follow_up(cx: &Cx, episode: EpisodeId, id: Uuid, day: Day, months: Vec<u8>) -> Result<()> {
    if side(cx)? != access::Side::School {
        return Err(Failure::denied("denied-case"));
    }
    if months.is_empty() || !months.iter().all(|it| FOLLOW_UP_MONTHS.contains(it)) {
        return Err(Refusal::at("months", "episode-follow-up-months").into());
    }
    keep(cx, episode, id, &Private::FollowUpAgreed(FollowUpAgreed { by: by(cx)?, day, months })).await
}

async fn keep(cx: &Cx, episode: EpisodeId, id: Uuid, says: &Private) -> Result<()> {
    let stands = permit::stands(cx, episode).await?;
    if stands.is_empty() {
        return Err(Failure::denied("denied-case"));
    }
    let body = own::body(says)?;
    let mut change = cx.room().change(cx.now()).await?;
    own::write(cx, &mut change, &stands, &[(id, body)]).await?;
    Ok(change.commit().await?)
}
