//! The first sitting: marking pupils as known, work going on.

use access::{PupilId, UnitId, UserId};
use domain::Day;
use uuid::Uuid;

use crate::{Cx, Result};

/// Pupils who are known: each with a fresh id, who works with her or him, and when it is to be followed up.
#[derive(Clone, Debug)]
pub struct Known {
    /// The school.
    pub school: UnitId,
    /// Fresh id, pupil.
    pub pupils: Vec<(Uuid, PupilId)>,
    /// Who works with them.
    pub assignee: UserId,
    /// Follow-up.
    pub follow_up: Day,
}

/// Marks them; how many were.
///
/// # Errors
/// Refused: no pupil chosen, `assignee` or `follow_up` not as in the form. Denied. The room.
pub async fn run(cx: &Cx, known: Known) -> Result<usize> {
    Err(crate::failure::unbuilt())
}

/// Ends the first sitting of a school.
///
/// # Errors
/// Denied. The room.
pub async fn end(cx: &Cx, school: UnitId) -> Result<()> {
    Err(crate::failure::unbuilt())
}
