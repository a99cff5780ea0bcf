//! Jobs: what the room does by itself, and where each kind of job is mapped to the function that does it.
//!
//! **To add a kind**, write a function `async fn run(run: Run) -> Worked` and one line in [`Kinds::ours`]:
//! `Kind::new("purge", Job::Purge, WriteAct::Purge, purge::run)`. The code is what stands in the database, the actor has
//! its policy in `access/policies/jobs.cedar`, and the sentence `job-kind-purge` is what pages call it. What needs
//! something that only the executable knows (a folder, a key) is a closure: `Kinds::ours().with(Kind::new(…))`.
//!
//! A job may be run twice, after a crash, so it must not matter: it begins by looking at what is done already. It is
//! journalled once a run, with the permit that it ran under; a run that finds nothing to do leaves no trace.

mod alarm;
mod door;
mod import;
mod name;
mod progress;
mod rescan;
mod said;
mod standing;
mod sweep;
mod undo;
mod when;
mod work;

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::Arc;

use access::{Job, WriteAct};
use text::Message;
use uuid::Uuid;

use crate::source::{service, take};
use crate::{Cx, Failure, Office};

pub use alarm::Alarm;
pub(crate) use alarm::of as alarms;
pub use name::name;
pub(crate) use name::name_with;
pub(crate) use progress::Board;
pub use progress::{At, Progress};
pub(crate) use said::message;
pub(crate) use standing::carrying;
pub use standing::{asked, nightly_backup, standing};
pub(crate) use when::next;
pub use work::{Worker, step};

/// One run of a job: who does it and when, about what, and where it tells how far it has come.
pub struct Run {
    /// The room, with the job as actor.
    pub cx: Cx,
    /// The job. The same again after a crash.
    pub id: Uuid,
    /// About what.
    pub args: Vec<Uuid>,
    /// The recurring job that asked for it, if one did.
    pub recurring: Option<Uuid>,
    office: Office,
}

impl Run {
    /// Tells how far it has come, for the pages. Cheap; call it as often as there is something to tell.
    pub fn tell(&self, at: At) {
        self.office.board().tell(self.id, at);
    }

    /// The room, with what its jobs share.
    pub(crate) fn office(&self) -> &Office {
        &self.office
    }

    /// The same, for work that goes on by itself.
    pub fn teller(&self) -> impl Fn(At) + Send + Sync + Clone + 'static {
        let (office, id) = (self.office.clone(), self.id);
        move |at| office.board().tell(id, at)
    }
}

/// What came of a run that went well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// There was nothing to do. The history does not show it.
    Nothing,
    /// Something was done: what, for the history.
    Said(Message),
}

/// Why a run did not go well.
#[derive(Debug)]
pub enum Stopped {
    /// It is tried again by itself, a little later each time: another machine does not answer.
    Later(Message),
    /// It waits for a person: a file cannot be read, a password is wrong. A fault is tried again first.
    Failed(Failure),
}

impl<F: Into<Failure>> From<F> for Stopped {
    /// What passes by itself is tried again; anything else waits for a person.
    fn from(failure: F) -> Stopped {
        match failure.into() {
            Failure::Refused(all) => match all.iter().find(|one| one.may_pass()) {
                Some(busy) => Stopped::Later(busy.message.clone()),
                None => Stopped::Failed(Failure::Refused(all)),
            },
            failure => Stopped::Failed(failure),
        }
    }
}

/// What a job gives.
pub type Worked = Result<Done, Stopped>;

type Working = Pin<Box<dyn Future<Output = Worked> + Send>>;

/// A kind of job.
#[derive(Clone)]
pub struct Kind {
    /// The code in the database.
    pub code: &'static str,
    /// Whom it acts as, by the policies.
    pub actor: Job,
    /// What it needs a permit for to run at all.
    pub act: WriteAct,
    work: Arc<dyn Fn(Run) -> Working + Send + Sync>,
}

impl Kind {
    /// A kind and the function that does it.
    pub fn new<W>(
        code: &'static str,
        actor: Job,
        act: WriteAct,
        work: impl Fn(Run) -> W + Send + Sync + 'static,
    ) -> Kind
    where
        W: Future<Output = Worked> + Send + 'static,
    {
        Kind { code, actor, act, work: Arc::new(move |run| Box::pin(work(run))) }
    }
}

/// The kinds that a process can run.
#[derive(Clone, Default)]
pub struct Kinds(BTreeMap<&'static str, Kind>);

impl Kinds {
    /// Those of this crate.
    pub fn ours() -> Kinds {
        let ours = [
            Kind::new("import", Job::Import, WriteAct::Import, import::run),
            Kind::new("folder", Job::Import, WriteAct::Import, take::run),
            Kind::new("ss12000", Job::Import, WriteAct::Import, service::run),
            Kind::new(crate::verb::undo::JOB, Job::Import, WriteAct::Import, undo::run),
            Kind::new(crate::verb::import::rescan::JOB, Job::Scan, WriteAct::ComputeFigures, rescan::run),
            Kind::new("sweep", Job::Import, WriteAct::Import, sweep::run),
        ];
        ours.into_iter().fold(Kinds::default(), Kinds::with)
    }

    /// With the one that carries letters, to these rooms of the process and to other servers.
    #[must_use]
    pub fn with_door(self, rooms: Vec<room::Room>) -> Kinds {
        let out = door::Out::of(rooms);
        self.with(Kind::new("door", Job::Door, WriteAct::ReceiveLetter, move |run| door::run(run, out.clone())))
    }

    /// With one more.
    #[must_use]
    pub fn with(mut self, kind: Kind) -> Kinds {
        self.0.insert(kind.code, kind);
        self
    }

    /// The kind with that code, if this process knows it.
    pub fn get(&self, code: &str) -> Option<&Kind> {
        self.0.get(code)
    }
}

/// Asks for a job in the transaction of the change that needs it, to be run as soon as possible. The same id again
/// changes nothing.
///
/// # Errors
/// The room.
pub async fn enqueue(
    change: &mut room::Change<'_>,
    cx: &Cx,
    kind: &'static str,
    id: Uuid,
    args: &[Uuid],
) -> crate::Result<()> {
    Ok(room::jobs::enqueue(change, id, kind, args, cx.now()).await?)
}

/// How far the job that is about something, an import for example, has come; `None` when none runs in this process.
pub fn progress_about(office: &Office, about: Uuid) -> Option<Progress> {
    office.board().about(about)
}

/// How far the job has come that counts the lists again; `None` when none runs in this process.
pub fn counting(office: &Office) -> Option<Progress> {
    office.board().of_kind(crate::verb::import::rescan::JOB)
}

/// How far a job that runs in this process has come; `None` when none with that id runs.
pub fn progress(office: &Office, id: Uuid) -> Option<Progress> {
    office.board().of(id)
}
