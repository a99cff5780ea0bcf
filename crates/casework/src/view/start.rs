//! Start: what needs the reader today.

mod numbers;

use std::collections::{BTreeMap, BTreeSet};

use access::{List, ListAct, Permit, PupilId, ReadAct, Scope, Target, WriteAct};
use domain::Day;
use domain::step::StepKind;
use room::results::ListAsk;
use room::{Reading, people};
use uuid::Uuid;

use super::School;
use super::worklist::ListName;
use crate::schools::Schools;
use crate::steps::meeting::ZONE;
use crate::steps::permit;
use crate::{Cx, Result, days, job, lists, schools};

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
    /// Administrator: jobs that were given up, and sources that brought nothing in time.
    pub alarms: Vec<job::Alarm>,
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
    /// What it comes from, when the reader may read it there.
    pub kind: Option<StepKind>,
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
    /// Reported share of the last four weeks: reported and scheduled minutes; `None` when too few pupils to show.
    pub reported: Option<(i64, i64)>,
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
    let now = cx.versions().await?;
    let schools = schools::of(cx, &now).await?;
    let mut start = Start::default();
    let latest = now.generation;
    start.as_of = latest.as_ref().map(|it| it.as_of);
    let mut reading = cx.room().reading(cx.now());
    if let Ok(allowed) = lists::permit(cx) {
        let scope = allowed.scope().cloned();
        start.list = lists::counts(cx, &mut reading, ListAsk::default()).await?;
        let team = ListAsk { list: ListName::Team.in_room(), ..ListAsk::default() };
        start.team = lists::counts(cx, &mut reading, team).await?;
        start.tasks = tasks(cx, &mut reading, allowed, &schools).await?;
        if let Some(scope) = scope {
            start.sittings = schools.sittings(&scope);
            start.meeting = meeting(cx, &mut reading, &scope, &schools).await?;
        }
    }
    start.schools = numbers::of(cx, &mut reading, start.as_of, &schools).await?;
    if let Ok(allowed) = cx.access().decide(cx.actor(), WriteAct::ReviewProtected, &Target::Room) {
        let tasks = room::officer::tasks(&mut reading, allowed).await?;
        let open = tasks.iter().filter(|task| task.done.is_none()).map(|task| task.due).min();
        start.protected_due = open.filter(|due| *due <= cx.today());
    }
    if let Ok(allowed) = cx.access().decide(cx.actor(), WriteAct::ManageAccounts, &Target::Room) {
        let accounts = room::accounts::list(&mut reading, allowed).await?;
        let in_use = accounts.iter().filter(|account| account.disabled.is_none()).count();
        let imported = latest.map(|it| days::swedish(it.made_at)).transpose()?;
        start.running = Some(Running { imported, accounts: i64::try_from(in_use).unwrap_or(i64::MAX) });
    }
    if cx.access().decide(cx.actor(), WriteAct::Configure, &Target::Room).is_ok() {
        start.alarms = job::alarms(cx).await?;
    }
    Ok(reading.show(start).await?)
}

/// What the reader has been given to do about pupils that she or he may list.
async fn tasks(cx: &Cx, reading: &mut Reading<'_>, allowed: Permit<List>, schools: &Schools) -> Result<Vec<Task>> {
    let Some(who) = cx.who() else { return Ok(Vec::new()) };
    let given = room::tasks::of_account(reading, allowed, who.user, cx.today()).await?;
    let pupils: BTreeSet<PupilId> = given.iter().map(|task| task.person).collect();
    let pupils: Vec<PupilId> = pupils.into_iter().collect();
    let found = people::found(reading, lists::permit(cx)?, &pupils, pupils.len(), cx.today()).await?;
    let by_id: BTreeMap<PupilId, people::Found> = found.into_iter().map(|it| (it.id, it)).collect();
    let mut tasks = Vec::new();
    for task in given {
        let Some(pupil) = by_id.get(&task.person) else { continue };
        let places = permit::places(cx, task.person).await?;
        // A pupil moves, and so do roles: who may not read the zone learns that something is to be done, not what.
        let may = |zone| permit::read(cx, &places, ReadAct::ReadStepContent(zone)).is_ok();
        tasks.push(Task {
            pupil: task.person,
            name: pupil.name.clone(),
            school: schools.school(pupil.unit),
            class: pupil.class.clone(),
            kind: task.kind.filter(|_| task.zone.is_some_and(may)),
            due: task.due,
        });
    }
    Ok(tasks)
}

/// A meeting that was begun and not ended, at a school that is the reader's as a whole.
async fn meeting(
    cx: &Cx,
    reading: &mut Reading<'_>,
    scope: &Scope,
    schools: &Schools,
) -> Result<Option<(Uuid, School)>> {
    for unit in scope.units() {
        let Ok(allowed) = cx.access().scope(cx.actor(), ListAct::ListSteps(ZONE)) else { return Ok(None) };
        let all = room::meetings::of_unit(reading, allowed, *unit, cx.today()).await?;
        if let Some(open) = all.into_iter().find(|it| !it.ended) {
            return Ok(Some((open.id, schools.school(*unit))));
        }
    }
    Ok(None)
}
