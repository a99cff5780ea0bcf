//! Somebody says whom a referral is about: a person whom the room has met, or one whom it has not. The letters about it then
//! take effect.

use access::{EpisodeAt, EpisodeId, Permit, PupilId, Side, Target, UnitId, Write, WriteAct};
use door::letter::Opened;
use room::door::inbox::{self, Taken, Waits};
use room::episodes::{self, New};
use room::people::Identity;
use uuid::Uuid;

use crate::episode::{following, letter, take_in};
use crate::{Cx, Failure, Refusal, Result};

/// A referral, opened: who it is about, by the letter and by the room.
#[derive(Clone)]
pub struct Opening {
    /// The episode.
    pub episode: EpisodeId,
    /// From which room.
    pub peer: Uuid,
    /// Name and number, as the letter has them.
    pub who: Identity,
    /// The person in the room with that number, if there is one.
    pub known: Option<PupilId>,
}

/// Opens a referral, for a unit of the actor's. The journal tells of it.
///
/// # Errors
/// Denied: no such referral waits, or the actor does not take them in. The room.
pub async fn open(cx: &Cx, letter: Uuid, unit: UnitId) -> Result<Opening> {
    let waits = waits(cx, letter).await?;
    let mut change = cx.room().change(cx.now()).await?;
    let opening = opened(cx, &mut change, &waits, unit).await?;
    change.commit().await?;
    Ok(opening)
}

/// Says whom it is about: the person of the room, or a new one.
///
/// # Errors
/// Refused: a new person has the number of one whom the room knows. Denied. The room.
pub async fn run(cx: &Cx, letter: Uuid, unit: UnitId, known: Option<PupilId>) -> Result<EpisodeId> {
    let waits = waits(cx, letter).await?;
    let mut change = cx.room().change(cx.now()).await?;
    let opening = opened(cx, &mut change, &waits, unit).await?;
    if known.is_some() && known != opening.known {
        return Err(Refusal::new("referral-other-person").into());
    }
    let (_, permit) = permit(cx, &waits, unit, known)?;
    let person = known.is_none().then_some(&opening.who);
    episodes::open(&mut change, permit, &New { unit, peer: Some(waits.peer), person }).await?;
    change.commit().await?;
    take_in::run(cx).await?;
    Ok(opening.episode)
}

async fn waits(cx: &Cx, letter: Uuid) -> Result<Waits> {
    let all = inbox::unmatched(cx.room()).await?;
    all.into_iter().find(|it| it.id == letter).ok_or_else(|| Failure::denied("denied-case"))
}

async fn opened(cx: &Cx, change: &mut room::Change<'_>, waits: &Waits, unit: UnitId) -> Result<Opening> {
    let (episode, permit) = permit(cx, waits, unit, None)?;
    let number = |bytes: &[u8]| recognised(bytes).map(|it| it.number).filter(|it| !it.is_empty());
    let shown = inbox::show(change, permit, waits.id, number).await?;
    let (Taken { letter, .. }, known) = shown.ok_or_else(|| Failure::denied("denied-case"))?;
    let who = recognised(&letter).ok_or_else(|| Refusal::new("referral-nobody"))?;
    let number = (!who.number.is_empty()).then_some(who.number);
    Ok(Opening { episode, peer: waits.peer, who: Identity { name: who.name, personal_number: number }, known })
}

/// Who a letter is about.
fn recognised(bytes: &[u8]) -> Option<letter::Recognised> {
    let Ok(Opened::Letter(it)) = door::letter::read(bytes) else { return None };
    it.items.iter().find_map(letter::says::<letter::Recognised>)
}

/// To say whom it is about. A person whom the room has not met gets an id that follows from the episode.
fn permit(cx: &Cx, waits: &Waits, unit: UnitId, known: Option<PupilId>) -> Result<(EpisodeId, Permit<Write>)> {
    let episode = waits.episode.ok_or_else(|| Failure::denied("denied-case"))?;
    let new = PupilId(following(episode, "person").as_u128());
    let at = EpisodeAt {
        id: EpisodeId(episode.as_u128()),
        pupil: known.unwrap_or(new),
        side: Side::Social,
        unit,
        class: None,
        assigned: false,
        notifier: false,
        protected: false,
    };
    let id = at.id;
    Ok((id, cx.access().decide(cx.actor(), WriteAct::MatchPerson, &Target::Episode(at))?))
}
