//! Nothing more is shared. It says nothing of why.

use super::{Reason, Why, stated};
use crate::episode::State;
use crate::{
    Day,
    episode::{Body, Episode, Side, body::SharingEnded},
};

/// Nothing more is shared. It says nothing of why.
///
/// # Errors
/// Every reason why not.
pub fn end_sharing(episode: &Episode, side: Side, it: SharingEnded, today: Day) -> Result<Body, Vec<Reason>> {
    let missing = super::these([
        (!episode.is_two_sided(), Why::SchoolAlone),
        (!episode.state.is_live() && episode.state != State::Withdrawn, Why::NothingShared),
    ]);
    stated(episode, side, Body::SharingEnded(it), today, missing)
}
