//! Närvaro: the pupils to ask about, why, and what has been done.

use access::{PupilId, UnitId, Zone};
use domain::step::{State, StepKind};
use domain::{Day, Signal};

use super::School;
use crate::{Cx, Result};

/// Rows on a page.
pub const PAGE: usize = 50;

/// Which of the pack's lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListName {
    /// Every pupil whom the school should ask about.
    #[default]
    School,
    /// The pupils who may need the team.
    Team,
}

/// Which rows, by what has been done about them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Acted {
    /// Nobody has acted, or it is time to follow up: what is left to do.
    #[default]
    Open,
    /// Nobody has acted.
    Nobody,
    /// It is time to follow up.
    FollowUp,
    /// Something has been done, and its follow-up is still to come.
    Cleared,
    /// All.
    All,
}

/// What is asked of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// Which list.
    pub list: ListName,
    /// One school only.
    pub school: Option<UnitId>,
    /// One class only, of that school.
    pub class: Option<String>,
    /// One grade level only.
    pub level: Option<u8>,
    /// Only those with this signal.
    pub signal: Option<Signal>,
    /// By what has been done.
    pub acted: Acted,
    /// After this place: the next page.
    pub after: Option<i64>,
}

/// The list as it is shown.
#[derive(Clone, Debug)]
pub struct WorkList {
    /// What was asked, without what the reader cannot choose.
    pub ask: Ask,
    /// The day that the figures are of; `None` before the first import.
    pub as_of: Option<Day>,
    /// The schools that the reader can choose among.
    pub schools: Vec<School>,
    /// The classes of the chosen school.
    pub classes: Vec<String>,
    /// The grade levels to choose among.
    pub levels: Vec<u8>,
    /// How many there are of each.
    pub counts: Counts,
    /// The rows of this page.
    pub rows: Vec<Row>,
    /// The place to ask for the page after this one.
    pub next: Option<i64>,
    /// Schools where the first sitting is still to be finished.
    pub sittings: Vec<School>,
    /// The keys of the sort rule in order, as codes of sentences.
    pub order: Vec<&'static str>,
}

/// Numbers of pupils on the list within the other filters, whatever was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Nobody has acted.
    pub nobody: i64,
    /// Time to follow up.
    pub follow_up: i64,
    /// Something done, follow-up to come.
    pub cleared: i64,
}

/// A pupil on the list.
#[derive(Clone, Debug)]
pub struct Row {
    /// The pupil.
    pub pupil: PupilId,
    /// Name.
    pub name: String,
    /// School.
    pub school: School,
    /// Class.
    pub class: String,
    /// Grade level, 0 to 10.
    pub level: u8,
    /// The signals about the pupil that fire, in order.
    pub signals: Vec<Signal>,
    /// The band of S01 in percent, when it fires.
    pub band: Option<i64>,
    /// The level of S05, when it fires.
    pub level5: Option<i64>,
    /// The first day of the signal that has been true longest.
    pub since: Option<Day>,
    /// Whether the mentor asks first; otherwise pupil health.
    pub mentor_first: bool,
    /// Absent and scheduled minutes of the term so far.
    pub absent: (i64, i64),
    /// Absence of the last ten weeks in percent, oldest first; `None` in a week without lessons.
    pub recent: Vec<Option<u8>>,
    /// Where it stands.
    pub state: State,
    /// The day of the last step of any kind.
    pub acted: Option<Day>,
    /// How it was cleared and by whom, when the reader may read that.
    pub how: Option<How>,
}

/// How a pupil was cleared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct How {
    /// The kind of step.
    pub kind: StepKind,
    /// Who documented it.
    pub by: String,
    /// The zone that it was written in.
    pub zone: Zone,
}

/// The list.
///
/// # Errors
/// Denied: the actor may list no pupils. The room.
pub async fn view(cx: &Cx, ask: Ask) -> Result<WorkList> {
    Err(crate::failure::unbuilt())
}
