//! The school begins to write about a pupil: an episode in which consents are recorded and a referral is made. Nothing of it
//! is known anywhere else.

use access::{EpisodeAt, EpisodeId, PupilAt, PupilId, Side, Target, WriteAct};
use room::RoomKind;
use room::door::peers;
use room::episodes::{self, New};
use uuid::Uuid;

use crate::episode::permit as at;
use crate::steps::permit;
use crate::{Cx, Failure, Refusal, Result};

/// Begins, for a programme of the method pack. The id is the episode's: the same again changes nothing.
///
/// # Errors
/// Refused: there is no such programme today; the social services take part in it, and no room of theirs is paired with
/// this one, or several are. Denied: the actor may not refer the pupil. The room.
pub async fn run(cx: &Cx, pupil: PupilId, id: EpisodeId, programme: &str) -> Result<()> {
    let programme = cx.pack().programme_on(programme, cx.today());
    let programme = programme.ok_or_else(|| Refusal::at("programme", "episode-programme-unknown"))?;
    if !at::stands(cx, id).await?.is_empty() {
        return Ok(());
    }
    let places = permit::places(cx, pupil).await?;
    let asked = |place: &PupilAt| {
        let at = of_pupil(id, place);
        let permit = cx.access().decide(cx.actor(), WriteAct::ReferPupil, &Target::Episode(at)).ok()?;
        Some((place.unit, permit))
    };
    let (unit, permit) = places.iter().find_map(asked).ok_or_else(|| Failure::denied("denied-case"))?;
    let peer = if programme.two_sided { Some(other_side(cx).await?) } else { None };
    let mut change = cx.room().change(cx.now()).await?;
    episodes::open(&mut change, permit, &New { unit, peer, person: None }).await?;
    Ok(change.commit().await?)
}

fn of_pupil(id: EpisodeId, place: &PupilAt) -> EpisodeAt {
    EpisodeAt {
        id,
        pupil: place.id,
        side: Side::School,
        unit: place.unit,
        class: place.class.clone(),
        assigned: false,
        notifier: false,
        protected: place.protected,
    }
}

/// The room of the social services that this one is paired with.
async fn other_side(cx: &Cx) -> Result<Uuid> {
    let all = peers::all(cx.room()).await?;
    let social: Vec<_> = all.iter().filter(|it| it.kind == RoomKind::Social && it.unpaired.is_none()).collect();
    match social.as_slice() {
        [one] => Ok(one.id),
        [] => Err(Refusal::at("programme", "episode-no-other-room").into()),
        _ => Err(Refusal::at("programme", "episode-several-rooms").into()),
    }
}
