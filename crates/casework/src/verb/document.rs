//! Documenting a step: also the head teacher's decision under skollagen 7 kap. 19 a §.

use access::{PupilId, UserId, Zone};
use domain::Day;
use domain::step::StepKind;
use uuid::Uuid;

use crate::{Cx, Result};

/// What was done.
#[derive(Clone, Debug)]
pub struct Document {
    /// A fresh id of the form, so that a form sent twice is one step.
    pub id: Uuid,
    /// About whom.
    pub pupil: PupilId,
    /// What kind.
    pub kind: StepKind,
    /// The zone that the writer was shown.
    pub zone: Zone,
    /// When it happened.
    pub day: Day,
    /// The words.
    pub text: String,
    /// When it is to be followed up, for the kinds that are; the expiry of a dismissal.
    pub follow_up: Option<Day>,
    /// Who is to do it, when somebody is.
    pub assignee: Option<UserId>,
}

/// Documents it; the draft goes.
///
/// # Errors
/// Refused, by field: `day` in the future or before the school year before; `text` missing where a reason is needed or
/// longer than 4,000 characters; `follow_up` missing, not after the day or more than a year ahead; `assignee` missing
/// or not somebody of the school; text for a kind without. Denied. The room.
pub async fn run(cx: &Cx, document: Document) -> Result<()> {
    Err(crate::failure::unbuilt())
}
