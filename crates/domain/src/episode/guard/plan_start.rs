//! Either side books the start meeting.

use super::{Reason, Why, stated};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::StartPlanned},
};

/// Either side books the start meeting.
///
/// # Errors
/// Every reason why not.
pub fn plan_start(episode: &Episode, side: Side, it: StartPlanned, today: Day) -> Result<Body, Vec<Reason>> {
    let missing = super::these([(it.meeting < it.day, Why::MeetingTooEarly)]);
    stated(episode, side, Body::StartPlanned(it), today, missing)
}
