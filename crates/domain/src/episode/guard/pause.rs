//! It is paused, and looked at again in time. The reason stays in the room.

use super::{Reason, Why, latest_recheck, stated};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::Paused},
};

/// It is paused, and looked at again in time. The reason stays in the room.
///
/// # Errors
/// Every reason why not.
pub fn pause(episode: &Episode, side: Side, it: Paused, today: Day) -> Result<Body, Vec<Reason>> {
    let missing = super::these([
        (episode.pause.is_some(), Why::PausedAlready),
        (it.recheck <= it.day, Why::RecheckTooEarly),
        (it.recheck > latest_recheck(episode, it.day), Why::RecheckTooLate),
    ]);
    stated(episode, side, Body::Paused(it), today, missing)
}
