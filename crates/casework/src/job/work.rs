//! Running the next job: taken, done under a permit, and journalled; handed back when it fails, breaks or is cut off.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use access::{Actor, Permit, Target, Write};
use domain::Day;
use jiff::{SignedDuration, Timestamp};
use room::jobs::{self, Claimed, recurring};
use text::Message;
use tokio::task::JoinHandle;
use uuid::Uuid;

use super::{Done, Kind, Kinds, Run, Stopped, Worked, next, said};
use crate::{Failure, Office, Result};

/// How long a job is held before another process may take it. It is renewed well before.
const LEASE: SignedDuration = SignedDuration::from_secs(60);
/// How often we look whether a running job is done, still ours, and wanted.
const BEAT: Duration = Duration::from_secs(1);
/// Beats between two renewals.
const RENEW: u32 = 20;
/// Beats that a running job gets to finish when the program is to end.
const GRACE: u32 = 5;

/// What it takes to run the jobs of a room.
#[derive(Clone)]
pub struct Worker {
    /// The room.
    pub office: Office,
    /// What this process can do.
    pub kinds: Arc<Kinds>,
    /// The instant, and the day that it is in Sweden.
    pub clock: Arc<dyn Fn() -> (Timestamp, Day) + Send + Sync>,
    /// Fresh ids.
    pub new_id: Arc<dyn Fn() -> Uuid + Send + Sync>,
    /// A line for whoever runs the program: which kind failed and at what. It names nobody.
    pub log: Arc<dyn Fn(&str) + Send + Sync>,
    /// Set when the program is to end.
    pub stop: Arc<AtomicBool>,
}

/// What a step came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ran {
    /// The kind.
    pub kind: String,
    /// Whether it went well.
    pub well: bool,
    /// What there is to say about it.
    pub said: Vec<Message>,
}

/// Asks for the recurring jobs whose time has come, and runs the job that has been due the longest, of one kind or of any.
/// `None` when none is due.
///
/// # Errors
/// The room. What goes wrong in the job itself is not an error here: it is handed back.
pub async fn step(worker: &Worker, kind: Option<&str>) -> Result<Option<Ran>> {
    let room = worker.office.room();
    let (now, _) = (worker.clock)();
    if !jobs::waits(room, now).await? {
        return Ok(None);
    }
    for due in recurring::all(room).await?.into_iter().filter(|it| it.enabled && it.next <= now) {
        let mut change = room.change(now).await?;
        if recurring::ask(&mut change, &due, (worker.new_id)(), next(due.often, due.next, now)?).await? {
            change.commit().await?;
        }
    }
    let Some(job) = jobs::claim(room, now, LEASE, kind).await? else { return Ok(None) };
    run(worker, &job).await.map(Some)
}

async fn run(worker: &Worker, job: &Claimed) -> Result<Ran> {
    let office = &worker.office;
    let (now, today) = (worker.clock)();
    let Some(kind) = worker.kinds.get(&job.kind) else {
        return back(worker, job, &[Message::new("job-kind-unknown")], true).await;
    };
    let cx = office.actor(Actor::Job(kind.actor), now, today);
    let permit = match cx.access().decide(cx.actor(), kind.act, &Target::Room) {
        Ok(permit) => permit,
        Err(denied) => return back(worker, job, &[Message::new(denied.code())], true).await,
    };
    office.board().begin(job.id, kind.code, &job.args, now);
    let run = Run { cx, id: job.id, args: job.args.clone(), recurring: job.recurring, office: office.clone() };
    let worked = wait(worker, job, tokio::spawn((kind.work)(run))).await;
    office.board().end(job.id);
    finish(worker, job, kind, permit, worked?).await
}

/// What a job came to that we waited for.
enum Came {
    /// It ended, well or not.
    Ended(Worked),
    /// It panicked.
    Broke,
    /// The program is to end.
    CutOff,
    /// Another process has taken it.
    Lost,
}

/// Waits for a job, and holds it meanwhile.
async fn wait(worker: &Worker, job: &Claimed, mut working: JoinHandle<Worked>) -> Result<Came> {
    let (mut beats, mut stopping) = (0_u32, 0_u32);
    loop {
        match tokio::time::timeout(BEAT, &mut working).await {
            Ok(Ok(worked)) => return Ok(Came::Ended(worked)),
            Ok(Err(gone)) => return Ok(if gone.is_panic() { Came::Broke } else { Came::CutOff }),
            Err(_) => {}
        }
        beats = beats.wrapping_add(1);
        if worker.stop.load(Ordering::Relaxed) {
            stopping += 1;
            if stopping > GRACE {
                working.abort();
                return Ok(Came::CutOff);
            }
        }
        // What the database does not answer now, it may answer at the next beat; the lease is three renewals long.
        if beats.is_multiple_of(RENEW)
            && let Ok(false) = jobs::renew(worker.office.room(), job, (worker.clock)().0, LEASE).await
        {
            working.abort();
            return Ok(Came::Lost);
        }
    }
}

async fn finish(worker: &Worker, job: &Claimed, kind: &Kind, permit: Permit<Write>, came: Came) -> Result<Ran> {
    let room = worker.office.room();
    let (now, _) = (worker.clock)();
    let ran = |well, said| Ok(Ran { kind: job.kind.clone(), well, said });
    match came {
        Came::Ended(Ok(Done::Nothing)) => {
            let mut change = room.change(now).await?;
            if jobs::nothing(&mut change, job).await? {
                change.commit().await?;
            }
            ran(true, Vec::new())
        }
        Came::Ended(Ok(Done::Said(message))) => {
            let mut change = room.change(now).await?;
            if jobs::done(&mut change, job, &said::write(std::slice::from_ref(&message))).await? {
                jobs::journal(&mut change, permit, job)?;
                change.commit().await?;
            }
            ran(true, vec![message])
        }
        Came::Ended(Err(stopped)) => {
            if let Stopped::Failed(Failure::Fault { context, .. }) = &stopped {
                (worker.log)(&format!("job {}: {context}", kind.code));
            }
            let person = matches!(stopped, Stopped::Failed(Failure::Refused(_) | Failure::Denied(_)));
            back(worker, job, &said::why(&stopped), person).await
        }
        Came::Broke => {
            (worker.log)(&format!("job {}: a panic", kind.code));
            back(worker, job, &[Message::new("job-broke")], false).await
        }
        Came::CutOff => {
            jobs::release(room, job, now).await?;
            ran(false, vec![Message::new("job-cut-off")])
        }
        Came::Lost => ran(false, vec![Message::new("job-lost")]),
    }
}

/// Hands a job back with what there is to say.
async fn back(worker: &Worker, job: &Claimed, said: &[Message], person: bool) -> Result<Ran> {
    let (now, _) = (worker.clock)();
    jobs::retry(worker.office.room(), job, now, &said::write(said), person).await?;
    Ok(Ran { kind: job.kind.clone(), well: false, said: said.to_vec() })
}
