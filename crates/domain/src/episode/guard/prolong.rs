//! The lead group lets the support go on beyond its longest time.

use super::{Reason, Why, longest, stated, times_left};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::Prolonged},
};

/// The lead group lets the support go on beyond its longest time.
///
/// # Errors
/// Every reason why not.
pub fn prolong(episode: &Episode, side: Side, it: Prolonged, today: Day) -> Result<Body, Vec<Reason>> {
    let missing = super::these([
        (!times_left(episode), Why::NoProlongationLeft),
        (Some(it.until) <= episode.until, Why::UntilTooEarly),
        (Some(it.until) > longest(episode), Why::UntilTooLate),
    ]);
    stated(episode, side, Body::Prolonged(it), today, missing)
}
