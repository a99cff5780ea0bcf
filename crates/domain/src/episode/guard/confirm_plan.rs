//! The other side confirms a plan.

use super::{Reason, Why, names_own_plan, plan_unknown, stated};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::PlanConfirmed},
};

/// The other side confirms a plan.
///
/// # Errors
/// Every reason why not.
pub fn confirm_plan(episode: &Episode, side: Side, it: PlanConfirmed, today: Day) -> Result<Body, Vec<Reason>> {
    let missing = super::these([
        (names_own_plan(episode, side, &it.of), Why::OwnPlan),
        (plan_unknown(episode, &it.of), Why::PlanUnknown),
    ]);
    stated(episode, side, Body::PlanConfirmed(it), today, missing)
}
