//! The lead group's decision that it may go on is written down.

use access::EpisodeId;
use domain::Day;
use domain::episode::body::Prolonged;
use domain::episode::guard;
use uuid::Uuid;

use crate::episode::{Said as Became, by, say};
use crate::{Cx, Result};

/// What is said.
pub struct Said {
    /// When it was decided.
    pub day: Day,
    /// The last day.
    pub until: Day,
}

/// Prolongs.
///
/// # Errors
/// Refused: everything that stands in the way. Denied. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, said: Said) -> Result<Became> {
    let (it, today) = (Prolonged { by: by(cx)?, day: said.day, until: said.until }, cx.today());
    say(cx, episode, id, Vec::new(), |episode, side| guard::prolong(episode, side, it, today)).await
}
