//! The family, the pupil or the team withdraws. Nothing is asked for.

use super::{Reason, Why, stated};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::Withdrawn},
};

/// The family, the pupil or the team withdraws. Nothing is asked for.
///
/// # Errors
/// Every reason why not.
pub fn withdraw(episode: &Episode, side: Side, it: Withdrawn, today: Day) -> Result<Body, Vec<Reason>> {
    let missing = super::these([(!episode.state.is_live(), Why::NothingToWithdraw)]);
    stated(episode, side, Body::Withdrawn(it), today, missing)
}
