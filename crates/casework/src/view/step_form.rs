//! The form of a step: what can be chosen, and what was begun before.

use access::{PupilId, Zone};
use domain::Day;
use domain::step::StepKind;

use super::{Colleague, School};
use crate::{Cx, Result};

/// The form.
#[derive(Clone, Debug)]
pub struct StepForm {
    /// The pupil.
    pub pupil: PupilId,
    /// Name.
    pub name: String,
    /// School.
    pub school: School,
    /// Class.
    pub class: String,
    /// The kind.
    pub kind: StepKind,
    /// The zones that the actor may choose, the usual one first.
    pub zones: Vec<Zone>,
    /// Follow-up days to choose with one click: number of school weeks and the day. The usual one is `usual`.
    pub follow_ups: Vec<(u8, Day)>,
    /// The usual follow-up day; `None` for a kind without one.
    pub usual: Option<Day>,
    /// Who can be given something to do.
    pub colleagues: Vec<Colleague>,
    /// What the actor had begun to write.
    pub draft: Option<Draft>,
}

/// What was begun. As typed: it need not be right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The fields of the form, by name.
    pub fields: Vec<(String, String)>,
}

/// The form of a kind of step.
///
/// # Errors
/// Denied: the actor may not document such a step about the pupil. The room.
pub async fn view(cx: &Cx, pupil: PupilId, kind: StepKind) -> Result<StepForm> {
    Err(crate::failure::unbuilt())
}
