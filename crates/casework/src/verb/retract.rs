//! Taking back a step that was wrong. It stays readable, as taken back.

use access::PupilId;
use uuid::Uuid;

use crate::{Cx, Result};

/// Takes back one's own step, with a reason.
///
/// # Errors
/// Refused: `reason` missing. Denied. The room.
pub async fn run(cx: &Cx, id: Uuid, pupil: PupilId, step: Uuid, reason: &str) -> Result<()> {
    Err(crate::failure::unbuilt())
}
