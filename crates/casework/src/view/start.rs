//! Start: what needs the reader today.

use access::PupilId;
use domain::Day;
use domain::step::StepKind;
use uuid::Uuid;

use super::School;
use crate::{Cx, Result};

/// The first page. What does not concern the reader's roles is empty or `None`.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// The day that the figures are of; `None` before the first import.
    pub as_of: Option<Day>,
    /// Of the school list, within what the reader may list.
    pub list: Option<super::worklist::Counts>,
    /// Of the team list.
    pub team: Option<super::worklist::Counts>,
    /// What the reader has been given to do, the most urgent first.
    pub tasks: Vec<Task>,
    /// Schools where the first sitting is still to be finished.
    pub sittings: Vec<School>,
    /// A meeting that was begun and not ended.
    pub meeting: Option<(Uuid, School)>,
    /// Head teacher, coordinator: how it looks, school by school.
    pub schools: Vec<SchoolNumbers>,
    /// The officer: the day by which protected pupils' attendance is to be checked by hand, if it is due.
    pub protected_due: Option<Day>,
    /// Administrator: the day of the latest import, and the number of accounts.
    pub running: Option<Running>,
}

/// Something to do about a pupil.
#[derive(Clone, Debug)]
pub struct Task {
    /// The pupil.
    pub pupil: PupilId,
    /// Name.
    pub name: String,
    /// School and class.
    pub school: School,
    /// Class.
    pub class: String,
    /// What it comes from.
    pub kind: StepKind,
    /// When it is due.
    pub due: Day,
}

/// A school in numbers; small ones suppressed.
#[derive(Clone, Debug)]
pub struct SchoolNumbers {
    /// The school.
    pub school: School,
    /// Pupils in the figures; `None` when too few to show.
    pub pupils: Option<i64>,
    /// On the school list and nobody has acted or follow-up is due; `None` when 1–4.
    pub open: Option<i64>,
    /// Reported share of the last four weeks: reported and scheduled minutes.
    pub reported: (i64, i64),
    /// Pupils whose reporting or timetable is a question (S12, P15); `None` when 1–4.
    pub questions: Option<i64>,
}

/// How the room runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Running {
    /// The day of the latest import.
    pub imported: Option<Day>,
    /// Accounts in use.
    pub accounts: i64,
}

/// The page.
///
/// # Errors
/// The room.
pub async fn view(cx: &Cx) -> Result<Start> {
    Err(crate::failure::unbuilt())
}
