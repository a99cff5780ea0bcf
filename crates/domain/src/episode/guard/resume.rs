//! The pause ends.

use super::{Reason, Why, stated};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::Resumed},
};

/// The pause ends.
///
/// # Errors
/// Every reason why not.
pub fn resume(episode: &Episode, side: Side, it: Resumed, today: Day) -> Result<Body, Vec<Reason>> {
    let missing = super::these([(episode.pause.is_none(), Why::NotPaused)]);
    stated(episode, side, Body::Resumed(it), today, missing)
}
