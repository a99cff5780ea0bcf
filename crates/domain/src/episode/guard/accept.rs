//! One side accepts: one of two keys.

use super::{Reason, Why, stated};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::Accepted},
};

/// One side accepts: one of two keys.
///
/// # Errors
/// Every reason why not.
pub fn accept(episode: &Episode, side: Side, it: Accepted, today: Day) -> Result<Body, Vec<Reason>> {
    let missing = super::these([(episode.accepted.of(side).is_some(), Why::KeyTurned)]);
    stated(episode, side, Body::Accepted(it), today, missing)
}
