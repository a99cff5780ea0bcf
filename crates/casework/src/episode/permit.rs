//! Permits about one episode: asked for wherever the pupil is enrolled, or at the team's unit, until one gives it.

use access::{Act, EpisodeAt, EpisodeId, Permit, Target};

use crate::{Cx, Failure, Result};

/// How the one who asks stands to an episode today. None, when there is no such episode.
pub(crate) async fn stands(cx: &Cx, id: EpisodeId) -> Result<Vec<EpisodeAt>> {
    let user = cx.who().map(|who| who.user);
    Ok(room::relations::of_episode(cx.room(), id, user, cx.today()).await?)
}

/// A permit, wherever one is given. That there is no such episode is a no like the others.
pub(crate) fn of<A: Act>(cx: &Cx, stands: &[EpisodeAt], act: A) -> Result<Permit<A::Kind>> {
    let ask = |at: &EpisodeAt| cx.access().decide(cx.actor(), act, &Target::Episode(at.clone())).ok();
    stands.iter().find_map(ask).ok_or_else(|| Failure::denied("denied-case"))
}

/// Whether a permit would be given.
pub(crate) fn may<A: Act>(cx: &Cx, stands: &[EpisodeAt], act: A) -> bool {
    of(cx, stands, act).is_ok()
}
