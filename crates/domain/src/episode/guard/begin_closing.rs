//! Closing begins, with one of the reasons that travel.

use super::{Reason, Why, stated};
use crate::closing::Neutral;
use crate::{
    Day,
    episode::{Body, Episode, Side, body::ClosingBegun},
};

/// Closing begins, with one of the reasons that travel.
///
/// # Errors
/// Every reason why not.
pub fn begin_closing(episode: &Episode, side: Side, it: ClosingBegun, today: Day) -> Result<Body, Vec<Reason>> {
    let missing = super::these([(it.reason == Neutral::CannotStartNow, Why::ReasonNotForClosing)]);
    stated(episode, side, Body::ClosingBegun(it), today, missing)
}
