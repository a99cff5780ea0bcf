//! Either side declines before the start. There is one reason that travels, whatever the side knows.

use super::{Reason, Why, stated};
use crate::closing::Neutral;
use crate::{
    Day,
    episode::{Body, Episode, Side, body::Declined},
};

/// Either side declines before the start. There is one reason that travels, whatever the side knows.
///
/// # Errors
/// Every reason why not.
pub fn decline(episode: &Episode, side: Side, it: Declined, today: Day) -> Result<Body, Vec<Reason>> {
    let missing = super::these([(it.reason != Neutral::CannotStartNow, Why::ReasonNotNeutral)]);
    stated(episode, side, Body::Declined(it), today, missing)
}
