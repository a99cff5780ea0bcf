//! Mina beslut: the pupils who wait for the head teacher's decision on an inquiry (skollagen 7 kap. 19 a §), one of them
//! with what the decision can rest on, and the report that an inquiry has been opened.

use std::collections::{BTreeMap, BTreeSet};

use access::{ListAct, PupilId, ReadAct, UnitId, Zone};
use domain::step::{StepKind, fold};
use domain::{Answer, Day};
use room::people::{self, Found};
use room::tasks::Asked;
use room::{Reading, statements};
use uuid::Uuid;

use super::School;
use super::pupil::{self, PupilPage, StepContent, StepLine};
use super::step_form::{self, StepForm};
use crate::steps::inquiry::{ZONES, proposals, schools};
use crate::steps::{own, permit};
use crate::{Cx, Failure, Result, calendar, days, lists, schools as names};

/// What waits, and what was decided lately.
#[derive(Clone, Debug)]
pub struct Decisions {
    /// Those who wait, the longest first.
    pub waiting: Vec<Waiting>,
    /// Proposals that were answered within the last four weeks, the latest first.
    pub decided: Vec<Decided>,
}

/// A pupil as both lists name her or him.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pupil {
    /// The pupil.
    pub id: PupilId,
    /// Name.
    pub name: String,
    /// School.
    pub school: School,
    /// Class.
    pub class: String,
}

/// A pupil about whom an inquiry is proposed and nobody has decided since.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Who.
    pub pupil: Pupil,
    /// The day on which it was proposed first.
    pub since: Day,
}

/// A decision that answered a proposal.
#[derive(Clone, Debug)]
pub struct Decided {
    /// About whom.
    pub pupil: Pupil,
    /// When.
    pub day: Day,
    /// What: an inquiry, or that none is needed.
    pub kind: StepKind,
    /// The step, for whoever can take it back.
    pub step: Uuid,
    /// Whether the reader made it.
    pub own: bool,
}

/// One pupil of the sitting.
#[derive(Clone, Debug)]
pub struct Item {
    /// Number among those who wait, from 1, and how many they are.
    pub at: (i64, i64),
    /// The one before.
    pub previous: Option<PupilId>,
    /// The one after.
    pub next: Option<PupilId>,
    /// Since when a decision is waited for.
    pub since: Day,
    /// The form of the decision, with what was begun.
    pub form: StepForm,
    /// The pupil as on the pupil page, but for steps in pupil health, of which not even that they occurred is here.
    pub page: PupilPage,
    /// What a reason can be begun with.
    pub basis: Basis,
}

/// What a decision can rest on: what was proposed and what the figures say. Nothing of pupil health.
#[derive(Clone, Debug, Default)]
pub struct Basis {
    /// The latest proposal.
    pub proposed: Option<Proposed>,
    /// Absent and reported minutes of the term so far.
    pub absent: (i64, i64),
    /// The days that they are of; nothing before the first import.
    pub period: Option<(Day, Day)>,
    /// Since when there has been a reason to ask.
    pub since: Option<Day>,
}

/// A proposal that an inquiry be opened.
#[derive(Clone, PartialEq, Eq)]
pub struct Proposed {
    /// When.
    pub day: Day,
    /// Who wrote it.
    pub by: String,
    /// Why.
    pub text: String,
}

impl std::fmt::Debug for Proposed {
    /// The day only: what was written must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Proposed").field("day", &self.day).finish_non_exhaustive()
    }
}

/// The report to the school authority (huvudman) that an inquiry has been opened (skollagen 7 kap. 19 a §).
#[derive(Clone, Debug)]
pub struct Report {
    /// The pupil.
    pub pupil: Pupil,
    /// The school authority: the room.
    pub to: String,
    /// When the inquiry was decided.
    pub day: Day,
    /// The head teacher who decided.
    pub by: String,
    /// Her or his reason.
    pub reason: String,
    /// The figures, as they are today.
    pub basis: Basis,
}

/// How many pupils wait for the actor; nothing for who decides on no inquiries.
///
/// # Errors
/// The room.
pub async fn waiting(cx: &Cx) -> Result<Option<i64>> {
    let units = schools(cx);
    if units.is_empty() {
        return Ok(None);
    }
    let mut reading = cx.room().reading(cx.now());
    let mut pupils = BTreeSet::new();
    for zone in ZONES {
        let Ok(permit) = cx.access().scope(cx.actor(), ListAct::ListSteps(zone)) else { continue };
        let kind = StepKind::InquiryProposed;
        pupils.extend(room::tasks::waiting(&mut reading, permit, &units, kind, cx.today()).await?);
    }
    Ok(reading.show(Some(i64::try_from(pupils.len()).unwrap_or(i64::MAX))).await?)
}

/// Both lists.
///
/// # Errors
/// Denied: the actor decides on no inquiries. The room.
pub async fn view(cx: &Cx) -> Result<Decisions> {
    let units = of_actor(cx)?;
    let mut reading = cx.room().reading(cx.now());
    let all = proposals(cx, &mut reading, &units).await?;
    let order = order(&all)?;
    let pupils: BTreeSet<PupilId> = all.iter().map(|it| it.person).collect();
    let pupils = named(cx, &mut reading, &pupils.into_iter().collect::<Vec<_>>()).await?;
    let who = |(id, since): &(PupilId, Day)| Some(Waiting { pupil: pupils.get(id)?.clone(), since: *since });
    let waiting = order.iter().filter_map(who).collect();
    let answers: BTreeSet<(PupilId, Uuid)> = all.iter().filter_map(|it| Some((it.person, it.answered?))).collect();
    let mut decided = Vec::new();
    for (id, step) in answers {
        let Some(pupil) = pupils.get(&id) else { continue };
        decided.extend(answer(cx, &mut reading, pupil, step).await?);
    }
    decided.sort_by_key(|it| std::cmp::Reverse((it.day, it.step)));
    Ok(reading.show(Decisions { waiting, decided }).await?)
}

/// One pupil of the sitting; nothing when she or he does not wait for the actor's decision, or does no more.
///
/// # Errors
/// Denied: the actor decides on no inquiries. The room; the history.
pub async fn item(cx: &Cx, pupil: PupilId) -> Result<Option<Item>> {
    let units = of_actor(cx)?;
    let mut reading = cx.room().reading(cx.now());
    let all = proposals(cx, &mut reading, &units).await?;
    let order = order(&reading.show(all).await?)?;
    let Some(at) = order.iter().position(|(id, _)| *id == pupil) else { return Ok(None) };
    let Some((_, since)) = order.get(at).copied() else { return Ok(None) };
    let other = |at: Option<usize>| at.and_then(|at| order.get(at)).map(|(id, _)| *id);
    let (page, basis) = known(cx, pupil).await?;
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    Ok(Some(Item {
        at: (count(at.saturating_add(1)), count(order.len())),
        previous: other(at.checked_sub(1)),
        next: other(at.checked_add(1)),
        since,
        form: step_form::view(cx, pupil, StepKind::InquiryOpened).await?,
        page,
        basis,
    }))
}

/// The report about the inquiry that was opened last, whoever proposed it.
///
/// # Errors
/// Denied: the actor does not decide about the pupil, or no inquiry stands that was opened. The room; the history.
pub async fn report(cx: &Cx, pupil: PupilId) -> Result<Report> {
    let places = permit::places(cx, pupil).await?;
    let _ = permit::inquiry(cx, &places)?;
    let (page, basis) = known(cx, pupil).await?;
    let decision = standing(&page.steps).find(|(_, it)| it.kind.is_some_and(StepKind::is_inquiry_decision));
    let opened = decision.filter(|(_, it)| it.kind == Some(StepKind::InquiryOpened));
    let (step, content) = opened.ok_or_else(|| Failure::denied("denied-content"))?;
    Ok(Report {
        to: cx.room().name().to_owned(),
        day: step.day,
        by: content.by.clone(),
        reason: content.text.clone(),
        basis,
        pupil: Pupil { id: pupil, name: page.name, school: page.school, class: page.class },
    })
}

/// The schools of the actor.
fn of_actor(cx: &Cx) -> Result<Vec<UnitId>> {
    let units = schools(cx);
    if units.is_empty() { Err(Failure::denied("denied-inquiry")) } else { Ok(units) }
}

/// Those who wait, each once, with the day of the first proposal that nobody has answered.
fn order(all: &[Asked]) -> Result<Vec<(PupilId, Day)>> {
    let mut order: Vec<(PupilId, Day)> = Vec::new();
    for it in all.iter().filter(|it| it.answered.is_none()) {
        if !order.iter().any(|(id, _)| *id == it.person) {
            order.push((it.person, days::swedish(it.at)?));
        }
    }
    Ok(order)
}

async fn named(cx: &Cx, reading: &mut Reading<'_>, ids: &[PupilId]) -> Result<BTreeMap<PupilId, Pupil>> {
    let schools = names::of(cx, &cx.versions().await?).await?;
    let found = people::found(reading, lists::permit(cx)?, ids, ids.len(), cx.today()).await?;
    let pupil = |it: Found| Pupil { id: it.id, name: it.name, school: schools.school(it.unit), class: it.class };
    Ok(found.into_iter().map(|it| (it.id, pupil(it))).collect())
}

/// The decision that answered a proposal, unless it was taken back.
async fn answer(cx: &Cx, reading: &mut Reading<'_>, pupil: &Pupil, step: Uuid) -> Result<Option<Decided>> {
    let places = permit::places(cx, pupil.id).await?;
    let Ok(read) = permit::read(cx, &places, ReadAct::ReadStepContent(Zone::SchoolSupport)) else { return Ok(None) };
    let all = statements::read(reading, read).await?;
    let steps = fold(&all.iter().map(own::folded).collect::<Vec<_>>()).steps;
    let done = steps.into_iter().find(|it| it.id == step.as_u128() && it.retracted.is_none());
    Ok(done.map(|done| Decided {
        pupil: pupil.clone(),
        day: done.step.day,
        kind: done.step.kind,
        step,
        own: cx.who().is_some_and(|who| who.user.to_string() == done.step.by_id),
    }))
}

/// The pupil, without anything of pupil health, and what that gives to rest a decision on.
async fn known(cx: &Cx, pupil: PupilId) -> Result<(PupilPage, Basis)> {
    let mut page = pupil::view(cx, pupil).await?;
    page.steps.retain(|step| step.content.as_ref().is_some_and(|it| ZONES.contains(&it.zone)));
    let calendar = calendar::of(cx, &cx.versions().await?).await?;
    let period = page.as_of.and_then(|day| {
        let terms = calendar::terms_of(&calendar.terms, day);
        let begun = terms.iter().map(|term| term.start).filter(|start| *start <= day).max();
        begun.map(|start| (start, day))
    });
    let firing = page.signals.iter().filter(|told| told.answer == Answer::Yes && told.signal.about_pupil());
    let basis = Basis {
        proposed: proposed(&page.steps),
        absent: page.absent,
        period,
        since: firing.filter_map(|told| told.since).min(),
    };
    Ok((page, basis))
}

/// Steps that have not been taken back, newest first, with what they say.
fn standing(steps: &[StepLine]) -> impl Iterator<Item = (&StepLine, &StepContent)> {
    let said = steps.iter().filter_map(|step| Some((step, step.content.as_ref()?)));
    said.filter(|(_, content)| content.retracted.is_none())
}

/// The latest proposal that no decision has answered.
fn proposed(steps: &[StepLine]) -> Option<Proposed> {
    let mut since = standing(steps).take_while(|(_, it)| !it.kind.is_some_and(StepKind::is_inquiry_decision));
    let (step, content) = since.find(|(_, it)| it.kind == Some(StepKind::InquiryProposed))?;
    Some(Proposed { day: step.day, by: content.by.clone(), text: content.text.clone() })
}
