//! Moving the follow-up of a step.

use access::PupilId;
use domain::Day;
use uuid::Uuid;

use crate::{Cx, Result};

/// Moves the follow-up of one's own step to another day.
///
/// # Errors
/// Refused: `follow_up` not after today or more than a year ahead. Denied. The room.
pub async fn run(cx: &Cx, id: Uuid, pupil: PupilId, step: Uuid, to: Day) -> Result<()> {
    Err(crate::failure::unbuilt())
}
