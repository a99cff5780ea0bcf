//! The jobs of the room: what runs, what waits, what comes, what was given up, and what became of each run.

use std::collections::BTreeMap;

use access::{Target, WriteAct};
use jiff::Timestamp;
pub use room::jobs::Outcome;
pub use room::jobs::recurring::Often;
use room::jobs::{self, recurring, runs};
use text::Message;
use uuid::Uuid;

use crate::job::{self, Alarm, At};
use crate::{Cx, Result};

/// The page.
#[derive(Clone, Debug, Default)]
pub struct Jobs {
    /// What runs now.
    pub running: Vec<Running>,
    /// What is due, or waits for its next attempt, the soonest first.
    pub waiting: Vec<Waiting>,
    /// What was given up and waits for a person.
    pub given_up: Vec<GivenUp>,
    /// What comes again, the soonest first; what is paused last.
    pub coming: Vec<Coming>,
    /// What became of the latest runs, newest first.
    pub history: Vec<Ran>,
    /// What somebody must hear of.
    pub alarms: Vec<Alarm>,
}

/// A job at work.
#[derive(Clone, Debug)]
pub struct Running {
    /// The job.
    pub id: Uuid,
    /// What people call it.
    pub name: Message,
    /// When this attempt began, when it runs in this process.
    pub since: Option<Timestamp>,
    /// How far it has come, when it has told and runs in this process.
    pub at: Option<At>,
}

/// A job that waits.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The job.
    pub id: Uuid,
    /// What people call it.
    pub name: Message,
    /// When it is run, at the earliest.
    pub run_at: Timestamp,
    /// Attempts that have failed.
    pub failed: i64,
    /// Whether the last attempt was cut off: it is done again.
    pub cut_off: bool,
}

/// A job that was given up.
#[derive(Clone, Debug)]
pub struct GivenUp {
    /// The job.
    pub id: Uuid,
    /// What people call it.
    pub name: Message,
    /// When.
    pub at: Timestamp,
    /// Why, as far as it is known.
    pub why: Vec<Message>,
}

/// A job that comes again.
#[derive(Clone, Debug)]
pub struct Coming {
    /// The recurring job.
    pub id: Uuid,
    /// What people call it.
    pub name: Message,
    /// How often.
    pub often: Often,
    /// When next; `None` when it is paused.
    pub next: Option<Timestamp>,
    /// The last run without a fault.
    pub ok: Option<Timestamp>,
}

/// One attempt.
#[derive(Clone, Debug)]
pub struct Ran {
    /// What people call the job.
    pub name: Message,
    /// When it began.
    pub started: Timestamp,
    /// When it ended.
    pub ended: Option<Timestamp>,
    /// What became of it.
    pub outcome: Outcome,
    /// What it said.
    pub said: Vec<Message>,
}

/// The page.
///
/// # Errors
/// Denied: the actor does not configure the room. The room.
pub async fn view(cx: &Cx) -> Result<Jobs> {
    let permit = cx.access().decide(cx.actor(), WriteAct::Configure, &Target::Room)?;
    let mut reading = cx.room().reading(cx.now());
    let runs = runs::latest(&mut reading, permit).await?;
    let sources = super::sources::names(cx).await?;
    let mut page = Jobs { alarms: job::alarms(cx).await?, ..Jobs::default() };
    for one in runs::waiting(cx.room()).await? {
        put(cx, &mut page, one, (&runs, &sources));
    }
    page.coming = recurring::all(cx.room()).await?.into_iter().map(|it| coming(it, &sources)).collect();
    page.coming.sort_by_key(|it| (it.next.is_none(), it.next, it.id));
    page.history = runs.into_iter().filter(|run| run.outcome != Outcome::Running).map(|it| ran(it, &sources)).collect();
    Ok(reading.show(page).await?)
}

type Names = BTreeMap<Uuid, String>;

fn put(cx: &Cx, page: &mut Jobs, one: runs::Waiting, (runs, sources): (&[runs::Run], &Names)) {
    let name = job::name_with(&one.kind, one.recurring.and_then(|id| sources.get(&id)));
    let here = cx.progress(one.id);
    if let Some(at) = one.given_up {
        // The newest first: what it said the last time.
        let why = runs.iter().find(|run| run.job == one.id).map(|run| said(run.said.as_deref())).unwrap_or_default();
        page.given_up.push(GivenUp { id: one.id, name, at, why });
    } else if here.is_some() || one.leased_until.is_some_and(|until| until >= cx.now()) {
        let (since, at) = here.map_or((None, None), |here| (Some(here.since), here.at));
        page.running.push(Running { id: one.id, name, since, at });
    } else {
        let cut_off = one.leased_until.is_some();
        page.waiting.push(Waiting { id: one.id, name, run_at: one.run_at, failed: one.attempts, cut_off });
    }
}

fn coming(one: recurring::Recurring, sources: &Names) -> Coming {
    let next = one.enabled.then_some(one.next);
    Coming { id: one.id, name: job::name_with(&one.kind, sources.get(&one.id)), often: one.often, next, ok: one.ok }
}

fn ran(run: jobs::runs::Run, sources: &Names) -> Ran {
    let name = job::name_with(&run.kind, run.recurring.and_then(|id| sources.get(&id)));
    let said = said(run.said.as_deref());
    Ran { name, started: run.started, ended: run.ended, outcome: run.outcome, said }
}

fn said(bytes: Option<&Vec<u8>>) -> Vec<Message> {
    bytes.map(|bytes| job::message(bytes)).unwrap_or_default()
}
