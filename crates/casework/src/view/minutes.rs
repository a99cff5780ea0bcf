//! The minutes of a meeting, made of what was decided in it.

use access::PupilId;
use domain::Day;
use domain::step::StepKind;
use uuid::Uuid;

use super::School;
use crate::{Cx, Result};

/// The minutes.
#[derive(Clone, Debug)]
pub struct Minutes {
    /// The meeting.
    pub meeting: Uuid,
    /// School.
    pub school: School,
    /// Day.
    pub day: Day,
    /// Who led it.
    pub by: String,
    /// Whether it has been ended.
    pub ended: bool,
    /// What was decided, in the order of the meeting.
    pub decisions: Vec<Decision>,
    /// Pupils who were not reached or passed over.
    pub left: i64,
}

/// A decision.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The pupil.
    pub pupil: PupilId,
    /// Name.
    pub name: String,
    /// Class.
    pub class: String,
    /// What.
    pub kind: StepKind,
    /// The words.
    pub text: String,
    /// Who is to do it.
    pub assignee: Option<String>,
    /// When.
    pub follow_up: Option<Day>,
}

/// The minutes of a meeting: only what the reader may read.
///
/// # Errors
/// Denied: no such meeting, or not for the actor. The room.
pub async fn view(cx: &Cx, meeting: Uuid) -> Result<Minutes> {
    Err(crate::failure::unbuilt())
}
