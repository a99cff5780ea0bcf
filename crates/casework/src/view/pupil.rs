//! The pupil page: the school line, what each signal says, and what has been done.

use access::{PupilId, Zone};
use domain::step::{State, StepKind};
use domain::{Answer, Day, Signal, Week};
use text::Message;
use uuid::Uuid;

use super::School;
use crate::{Cx, Result};

/// Everything about a pupil that the reader may see.
#[derive(Clone, Debug)]
pub struct PupilPage {
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
    /// The day that the figures are of; `None` before the first import.
    pub as_of: Option<Day>,
    /// Where it stands.
    pub state: State,
    /// Since when the timetable has stopped; then no signal is shown (P15).
    pub stale_since: Option<Day>,
    /// The signals S01–S12, in order: those that fire first is for the page to decide.
    pub signals: Vec<Told>,
    /// Absent and scheduled minutes of the term so far.
    pub absent: (i64, i64),
    /// The school line.
    pub line: Line,
    /// What has been done, newest first.
    pub steps: Vec<StepLine>,
    /// Which steps the reader may document, in the order of the menu; empty when none.
    pub may: Vec<StepKind>,
    /// The next pupil of the reader's list that nobody has acted on, for going on.
    pub next: Option<PupilId>,
}

/// What a signal says.
#[derive(Clone, Debug)]
pub struct Told {
    /// The signal.
    pub signal: Signal,
    /// Its answer.
    pub answer: Answer,
    /// Since when it fires.
    pub since: Option<Day>,
    /// The sentences of the explanation (method, section 1.4).
    pub explained: Vec<Message>,
}

/// The weeks of two school years.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// Every week from the start of the previous school year to the day of the figures.
    pub weeks: Vec<LineWeek>,
    /// Changes of school: the day and the name of the new school.
    pub moves: Vec<(Day, String)>,
    /// Decision on a reduced timetable: first day and, if known, last.
    pub reduced: Vec<(Day, Option<Day>)>,
}

/// A week of the line; minutes.
#[derive(Clone, Debug)]
pub struct LineWeek {
    /// The week.
    pub week: Week,
    /// Scheduled; 0 in a week without lessons.
    pub scheduled: i64,
    /// Reported.
    pub reported: i64,
    /// Valid absence, late arrivals not included.
    pub valid: i64,
    /// Invalid absence, late arrivals not included.
    pub invalid: i64,
    /// Late arrivals.
    pub late: i64,
    /// The name of the break, when the calendar has one that covers the school week.
    pub holiday: Option<String>,
    /// Level of others in the same grade at the school: lower quartile, median, upper quartile in permille.
    pub peers: Option<(i64, i64, i64)>,
}

/// A documented step as the reader may see it.
#[derive(Clone, Debug)]
pub struct StepLine {
    /// The statement.
    pub id: Uuid,
    /// When it happened.
    pub day: Day,
    /// What it says; `None` when the reader may see only that something was done, and when.
    pub content: Option<StepContent>,
}

/// What a step says.
#[derive(Clone, Debug)]
pub struct StepContent {
    /// The kind; `None` when a newer program wrote it.
    pub kind: Option<StepKind>,
    /// The zone.
    pub zone: Zone,
    /// Who documented it.
    pub by: String,
    /// The words; empty when there are none.
    pub text: String,
    /// When it is to be followed up.
    pub follow_up: Option<Day>,
    /// Who is to do it.
    pub assignee: Option<String>,
    /// When and why it was taken back.
    pub retracted: Option<(Day, String)>,
    /// Whether the reader can take it back or move its follow-up: it is the reader's own.
    pub own: bool,
}

/// The page.
///
/// # Errors
/// Denied: the actor may not see the pupil, or there is none. The room; the history.
pub async fn view(cx: &Cx, pupil: PupilId) -> Result<PupilPage> {
    Err(crate::failure::unbuilt())
}
