//! The school refers a pupil. Disclosure is another question, put at the gate of the letter.

use super::{Reason, Why, stated};
use crate::episode::{TargetRule, is_target};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::Referral},
};

/// The school refers a pupil. Disclosure is another question, put at the gate of the letter.
///
/// # Errors
/// Every reason why not.
pub fn refer(
    episode: &Episode,
    side: Side,
    it: Referral,
    today: Day,
    target: &[TargetRule],
) -> Result<Body, Vec<Reason>> {
    let missing = super::these([
        (!is_target(target, it.grade.grade()), Why::OutOfTarget),
        (it.asks.trim().is_empty(), Why::AskMissing),
        (it.tried.trim().is_empty(), Why::TriedMissing),
    ]);
    stated(episode, side, Body::Referral(it), today, missing)
}
