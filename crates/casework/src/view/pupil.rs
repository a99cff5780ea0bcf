//! The pupil page: the school line, what each signal says, and what has been done.

pub(super) mod figures;
pub(super) mod steps;

use access::{EpisodeId, PupilAt, PupilId, ReadAct, Target, WriteAct, Zone};
use domain::step::{Assignee, Seen, State, StepKind};
use domain::{Answer, Day, Signal, Week};
use room::results::{self, ListAsk, OfPupil, Wanted};
use room::{Reading, people};
use text::Message;
use uuid::Uuid;

use super::School;
use crate::episode;
use crate::steps::permit;
use crate::{Cx, Failure, Result, lists, schools};
use figures::Figures;

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
    /// What the figures say, as a step has seen it.
    pub seen: Seen,
    /// Since when the timetable has stopped; then no signal is shown (P15).
    pub stale_since: Option<Day>,
    /// The signals S01–S12, in order: those that fire first is for the page to decide.
    pub signals: Vec<Told>,
    /// Absent and reported minutes of the term so far.
    pub absent: (i64, i64),
    /// The school line.
    pub line: Line,
    /// What has been done, newest first.
    pub steps: Vec<StepLine>,
    /// Which steps the reader may document, in the order of the menu; empty when none.
    pub may: Vec<StepKind>,
    /// The episodes about the pupil that the reader may read, oldest first, each with how far it has come.
    pub episodes: Vec<(EpisodeId, domain::episode::State)>,
    /// Whether the reader may begin one.
    pub refers: bool,
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
    pub assignee: Option<Assignee>,
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
    let places = permit::places(cx, pupil).await?;
    let see = || permit::read(cx, &places, ReadAct::SeeAbsenceFigures);
    let (allowed, at) = (see()?, at(cx, &places)?);
    let mut reading = cx.room().reading(cx.now());
    let stands = results::of_pupil(&mut reading, allowed).await?;
    let identity = people::identity(&mut reading, see()?).await?;
    let Some(identity) = identity else { return Err(Failure::Denied(Message::new("denied-pupil"))) };
    let enrolments = people::schooling(&mut reading, see()?).await?;
    let (mark, steps) = steps::of(cx, &mut reading, &places).await?;
    let now = cx.versions().await?;
    let schools = schools::of(cx, &now).await?;
    let figures = match &stands {
        Some(stands) => figures::of(cx, &now, stands, &enrolments, &schools).await?,
        None => Figures::default(),
    };
    let seen = stands.as_ref().map(|it| Seen {
        signals: it.standing.signals,
        band: it.standing.band,
        level5: it.standing.level5,
    });
    let here = enrolments.iter().rfind(|it| it.unit == at.unit && it.enrolled.contains(cx.today()));
    let page = PupilPage {
        pupil,
        name: identity.name,
        school: schools.school(at.unit),
        class: at.class.clone().unwrap_or_default(),
        level: here.map_or(0, |it| it.grade.level),
        as_of: stands.as_ref().map(|it| it.as_of),
        state: mark.state(cx.today(), seen.unwrap_or_default()),
        seen: seen.unwrap_or_default(),
        stale_since: figures.stale_since,
        signals: figures.signals,
        absent: stands.as_ref().map_or((0, 0), |it| (it.standing.absent, it.standing.reported)),
        line: figures.line,
        steps,
        may: may(cx, &places),
        episodes: episodes(cx, &mut reading, pupil).await?,
        refers: places
            .iter()
            .any(|at| cx.access().decide(cx.actor(), WriteAct::ReferPupil, &Target::Pupil(at.clone())).is_ok()),
        next: next(cx, &mut reading, stands.as_ref()).await?,
    };
    Ok(reading.show(page).await?)
}

/// Where the episodes stand that the reader may read.
async fn episodes(
    cx: &Cx,
    reading: &mut room::Reading<'_>,
    pupil: PupilId,
) -> Result<Vec<(EpisodeId, domain::episode::State)>> {
    let mut found = Vec::new();
    for id in room::relations::episodes_of(cx.room(), pupil).await? {
        let stands = episode::permit::stands(cx, id).await?;
        if episode::permit::may(cx, &stands, ReadAct::ReadEpisode(Zone::Shared)) {
            found.push((id, episode::read::shared(cx, reading, &stands).await?.episode.state));
        }
    }
    Ok(found)
}

/// The school of the pupil's that the reader sees her or him at: of several, the first that is the reader's.
pub(super) fn at<'a>(cx: &Cx, places: &'a [PupilAt]) -> Result<&'a PupilAt> {
    let sees = |place: &&PupilAt| {
        let target = Target::Pupil((*place).clone());
        cx.access().decide(cx.actor(), ReadAct::SeeAbsenceFigures, &target).is_ok()
    };
    places.iter().find(sees).ok_or_else(|| Failure::Denied(Message::new("denied-pupil")))
}

/// What can be documented on the page of a pupil, in the order of the menu. The others belong to meetings and to the
/// first sitting.
const MENU: [StepKind; 9] = [
    StepKind::PupilTalk,
    StepKind::GuardianContact,
    StepKind::NoAnswer,
    StepKind::Adaptation,
    StepKind::PupilHealthReview,
    StepKind::InquiryOpened,
    StepKind::InquiryNotNeeded,
    StepKind::Dismissed,
    StepKind::Elsewhere,
];

fn may(cx: &Cx, places: &[PupilAt]) -> Vec<StepKind> {
    MENU.into_iter().filter(|kind| !permit::zones(cx, places, *kind).is_empty()).collect()
}

/// The next pupil of the school's list whom nobody has acted on, after this one's place, within the reader's scope.
async fn next(cx: &Cx, reading: &mut Reading<'_>, stands: Option<&OfPupil>) -> Result<Option<PupilId>> {
    let (Some(stands), Ok(allowed)) = (stands, lists::permit(cx)) else { return Ok(None) };
    let after = stands.standing.place_school;
    let ask = ListAsk { state: Wanted::Open, after, limit: 2, uncounted: true, ..ListAsk::default() };
    let page = results::list(reading, allowed, Vec::new(), &ask, cx.today()).await?;
    let rows = page.into_iter().flat_map(|page| page.rows);
    Ok(rows.map(|row| row.person).find(|person| *person != stands.person))
}
