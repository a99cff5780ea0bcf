//! A plan is proposed ([`crate::plan::check`]).

use super::{Reason, stated};
use crate::plan::{self, Toolbox};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::PlanProposed},
};

/// A plan is proposed ([`crate::plan::check`]).
///
/// # Errors
/// Every reason why not.
pub fn propose_plan(
    episode: &Episode,
    side: Side,
    it: PlanProposed,
    today: Day,
    toolbox: &Toolbox,
) -> Result<Body, Vec<Reason>> {
    let latest = super::latest_review(episode, it.day);
    let plan = plan::check(&it.plan, &it.agreement, toolbox, it.day, latest);
    let missing = plan.err().unwrap_or_default().into_iter().map(Reason::Plan).collect();
    stated(episode, side, Body::PlanProposed(it), today, missing)
}
