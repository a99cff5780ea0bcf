//! An item of a plan was done or looked at.

use super::{Reason, Why, stated};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::ItemFollowed},
};

/// An item of a plan was done or looked at.
///
/// # Errors
/// Every reason why not.
pub fn follow_item(episode: &Episode, side: Side, it: ItemFollowed, today: Day) -> Result<Body, Vec<Reason>> {
    let missing = super::these([(
        !episode.plans.iter().any(|plan| plan.plan.items.iter().any(|item| item.id == it.followed.item)),
        Why::ItemUnknown,
    )]);
    stated(episode, side, Body::ItemFollowed(it), today, missing)
}
