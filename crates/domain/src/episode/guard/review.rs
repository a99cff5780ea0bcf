//! The plan was looked at.

use super::{Reason, Why, has_goal, latest_review, stated};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::ReviewHeld},
};

/// The plan was looked at.
///
/// # Errors
/// Every reason why not.
pub fn review(episode: &Episode, side: Side, it: ReviewHeld, today: Day) -> Result<Body, Vec<Reason>> {
    let missing = super::these([
        (it.next <= it.day, Why::ReviewTooEarly),
        (it.next > latest_review(episode, it.day), Why::ReviewTooLate),
        (it.pupil.trim().is_empty(), Why::PupilsWordsMissing),
        (!it.goals.iter().all(|seen| has_goal(episode, &seen.goal)), Why::GoalUnknown),
    ]);
    stated(episode, side, Body::ReviewHeld(it), today, missing)
}
