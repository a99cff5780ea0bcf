//! Writing a step: the statement, what it means for the mark, and tasks. All in the caller's change.

use access::{Permit, PupilAt, ReadAct, Role, UserId, Write};
use domain::Day;
use domain::step::{Assignee, Body, Seen, Step, StepKind};
use room::marks::{self, Effect};
use room::statements::{self, Said, Written};
use room::{Change, Reading, tasks};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::permit;
use crate::view::Colleague;
use crate::{Cx, Failure, Result, Who};

/// Which side makes the statements of a school's room.
const SIDE: &str = "school";

/// A step that has been judged and may be written.
pub(crate) struct Take<'a> {
    pub(crate) id: Uuid,
    /// The pupil, at the school where the step is written.
    pub(crate) at: &'a PupilAt,
    pub(crate) kind: StepKind,
    pub(crate) day: Day,
    pub(crate) text: &'a str,
    pub(crate) follow_up: Option<Day>,
    pub(crate) assignee: Option<&'a Colleague>,
    /// What was shown of the figures and is so today.
    pub(crate) seen: Seen,
    pub(crate) meeting: Option<Uuid>,
    /// Who gets a task from it.
    pub(crate) tasks: Vec<UserId>,
}

/// What the figures of a pupil say today. Nothing before the first import.
pub(crate) async fn seen(cx: &Cx, places: &[PupilAt]) -> Result<Seen> {
    let mut reading = cx.room().reading(cx.now());
    let seen = seen_in(cx, &mut reading, places).await?;
    Ok(reading.show(seen).await?)
}

/// The same, as part of a request that reads more.
pub(crate) async fn seen_in(cx: &Cx, reading: &mut Reading<'_>, places: &[PupilAt]) -> Result<Seen> {
    let permit = permit::read(cx, places, ReadAct::SeeAbsenceFigures)?;
    let found = room::results::of_pupil(reading, permit).await?.map(|it| it.standing);
    Ok(found.map(|it| Seen { signals: it.signals, band: it.band, level5: it.level5 }).unwrap_or_default())
}

/// Writes the step. The same that is there already gives nothing: a form sent twice is one step. Another with its id is
/// refused.
pub(crate) async fn write(
    cx: &Cx,
    change: &mut Change<'_>,
    permit: Permit<Write>,
    take: &Take<'_>,
) -> Result<Option<Written>> {
    let who = cx.who().ok_or_else(|| Failure::denied("denied-content"))?;
    let step = Step {
        kind: take.kind,
        day: take.day,
        text: take.text.trim().to_owned(),
        by: who.name.clone(),
        by_id: who.user.to_string(),
        role: role(who, take.at).map_or("", Role::code).to_owned(),
        follow_up: take.follow_up,
        seen: take.seen,
        assignee: take.assignee.map(|it| Assignee { id: it.user.to_string(), name: it.name.clone() }),
        meeting: take.meeting.map(|id| id.to_string()),
    };
    let effect = Effect::Step(step.fact(take.id.as_u128()));
    let Some(written) = say(change, permit, take.at, take.id, &Body::Step(step)).await? else { return Ok(None) };
    marks::apply(change, &written, &effect).await?;
    tasks::done_with(change, &written, |task| is_done(task, take.kind, who.user)).await?;
    for user in &take.tasks {
        let due = take.follow_up.unwrap_or(take.day);
        let task = tasks::New { id: task_id(take.id, *user), account: *user, kind: take.kind, due };
        tasks::put(change, &written, &task).await?;
    }
    Ok(Some(written))
}

/// Whether a task about a pupil is done when somebody documents a step of a kind. A proposal is answered by the head
/// teacher's decision, whichever of several head teachers makes it. The others are done by whoever has them, with
/// something that was done; that nobody answered, and what a meeting plans, leaves them open.
fn is_done(task: tasks::Open, kind: StepKind, by: UserId) -> bool {
    if task.kind == Some(StepKind::InquiryProposed) {
        return kind.is_inquiry_decision();
    }
    let plan = matches!(kind, StepKind::KnownOngoing | StepKind::Wait | StepKind::Assigned | StepKind::InquiryProposed);
    task.account == by && kind != StepKind::NoAnswer && !plan
}

/// Makes a statement; nothing when the same was made before.
pub(crate) async fn say(
    change: &mut Change<'_>,
    permit: Permit<Write>,
    at: &PupilAt,
    id: Uuid,
    body: &Body,
) -> Result<Option<Written>> {
    let body =
        body.to_json().map_err(|source| Failure::Fault { context: "writing a step", source: Box::new(source) })?;
    let lamport = statements::next_lamport(change, at.id).await?;
    let said = Said { id, episode: None, lamport, side: SIDE, body: &body };
    Ok(statements::append(change, permit, &said).await?)
}

/// The role in which somebody writes about a pupil: the first that holds there.
fn role(who: &Who, at: &PupilAt) -> Option<Role> {
    let holds = |place: &access::Place| match place {
        access::Place::Room => true,
        access::Place::Unit(unit) => *unit == at.unit,
        access::Place::Class(class) => at.class().as_ref() == Some(class),
    };
    who.roles.iter().find(|held| holds(&held.place)).map(|held| held.role)
}

/// The id of a task follows from the step and from whom it is for, so the same form again gives the same task.
fn task_id(step: Uuid, user: UserId) -> Uuid {
    let hash = Sha256::new().chain_update(step.as_bytes()).chain_update(user.0.to_be_bytes()).finalize();
    let mut half = [0; 16];
    half.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
    uuid::Builder::from_custom_bytes(half).into_uuid()
}
