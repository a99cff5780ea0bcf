//! Keeping what somebody has begun to write, on the server.

use access::PupilId;
use domain::step::StepKind;

use crate::view::step_form::Draft;
use crate::{Cx, Result};

/// Keeps the form as typed; an empty one goes.
///
/// # Errors
/// Denied: the actor may not document such a step about the pupil. The room.
pub async fn run(cx: &Cx, pupil: PupilId, kind: StepKind, draft: &Draft) -> Result<()> {
    Err(crate::failure::unbuilt())
}
