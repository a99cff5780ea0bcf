//! Import: the two canonical files into the room, and a new generation of results.
//!
//! What can refuse comes first: until the files are read and nothing speaks against them, nothing is written. Then the
//! roster goes into the room a little at a time while the lesson files are written and scanned. What a scan leaves lies
//! under a number that nobody reads, until one small change makes it visible together with the manifest that it was
//! scanned from, and ends the enrolments that the roster no longer has. Cut off before that, an import leaves the lists
//! as they were.

mod delivered;
mod gather;
pub mod kept;
mod leaving;
mod publish;
mod read;
pub mod rehearse;
pub mod rescan;
mod roster;
mod scan;
pub mod told;

use std::sync::Arc;

use absence::history::Prepared;
use absence::history::held::Held;
use absence::scan::Question;
use access::{Target, WriteAct};
use domain::Day;
use room::imports::{self, State};
use room::people::PupilKey;
use text::Message;
use uuid::Uuid;

use crate::blocking::{blocking, both, telling};
use crate::secret::random;
use crate::{Cx, Failure, Refusal, Result, calendar, figures, history, method};
pub use delivered::{Content, Delivered};
use leaving::Leaving;
use publish::Over;
use read::{Before, Delivery};
use scan::Asked;
pub(crate) use scan::Scanned;
pub use told::Told;

/// What is to be imported.
#[derive(Clone, Debug)]
pub struct Import {
    /// The files, in any order: roster, lessons, whatever a system exports.
    pub files: Vec<Delivered>,
    /// The day that the figures are to be of: today, or the last day with lessons before.
    pub as_of: Day,
    /// Whether a person has looked at what speaks against it.
    pub confirm: bool,
    /// Threads for the scan.
    pub threads: usize,
}

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading: rows so far, and how far of all there is to read, in bytes or rows.
    Reading {
        /// Rows so far.
        rows: u64,
        /// How far.
        at: u64,
        /// Of all.
        of: u64,
    },
    /// Taking in the roster: pupils so far, and all.
    Roster(u64, u64),
    /// Writing the history.
    Writing,
    /// Computing signals.
    Scanning,
    /// Storing results: pupils so far, and all.
    Storing(u64, u64),
}

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// The import, for its page.
    pub id: Uuid,
    /// Everything that there is to tell.
    pub told: Told,
}

/// Imports files of this machine: everything becomes visible in one step, or nothing. Held, it keeps the files sealed until
/// a person has confirmed or discarded it.
///
/// # Errors
/// Refused: a file cannot be read; something speaks against it and it is not confirmed (every reason as a message).
/// Denied. The room; the disk.
pub async fn run(cx: &Cx, import: Import, progress: &(dyn Fn(Stage) + Send + Sync)) -> Result<Imported> {
    let id = random::id(cx.now())?;
    let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?;
    let mut change = cx.room().change(cx.now()).await?;
    let (by, detail) = (cx.actor().to_string(), Told::default().to_json()?);
    let draft = imports::Draft { id, state: State::Queued, source: "command", made_by: &by, detail: &detail };
    imports::begin(&mut change, permit, draft).await?;
    change.commit().await?;
    let import = Arc::new(import);
    match read_and_publish(cx, id, Arc::clone(&import), progress).await {
        Ok(told) => Ok(Imported { id, told }),
        Err(Stopped::Held(told, reasons)) => {
            kept::keep(cx, id, &import.files).await?;
            kept::step(cx, id, State::Held, &told).await?;
            Err(Failure::Refused(reasons.into_iter().map(|message| Refusal { field: None, message }).collect()))
        }
        Err(Stopped::Failed(failure)) => {
            kept::step(cx, id, State::Failed, &Told::failed(&failure)).await?;
            Err(failure)
        }
    }
}

/// Why nothing of an import is visible.
enum Stopped {
    /// A person should look first: what there is to tell, and why.
    Held(Told, Vec<Message>),
    /// It could not be read, or something broke.
    Failed(Failure),
}

impl<F: Into<Failure>> From<F> for Stopped {
    fn from(failure: F) -> Stopped {
        Stopped::Failed(failure.into())
    }
}

/// Reads, and publishes unless something speaks against it.
async fn read_and_publish(
    cx: &Cx,
    id: Uuid,
    import: Arc<Import>,
    progress: &(dyn Fn(Stage) + Send + Sync),
) -> std::result::Result<Told, Stopped> {
    figures::sweep(cx).await?; // what an import that was cut off left may hold somebody who is protected by now
    let history = history::of(cx)?;
    let (as_of, threads, confirm) = (import.as_of, import.threads.max(1), import.confirm);
    let terms = room::calendar::load(cx.room()).await?.terms;
    let before = before(cx, &import).await?;
    let read = {
        let history = history.clone();
        move |tell: &(dyn Fn(Stage) + Send + Sync)| read::delivery(&import, &history, before, id, tell)
    };
    let Delivery { roster, leaving, plan, reasons, subjects, guardians, schools, teachers, fresh, mut told } =
        telling(progress, read).await?;
    told.confirmed = confirm;
    if !plan.held.is_empty() && (!confirm || plan.held.iter().any(Held::is_final)) {
        return Err(Stopped::Held(told, reasons));
    }
    if !fresh.is_empty() {
        let mut change = cx.room().change(cx.now()).await?;
        let pairs: Vec<(PupilKey<'_>, i32)> =
            fresh.iter().filter_map(|(key, number)| Some((read::keys_of(key)?, *number))).collect();
        room::people::put_keys(&mut change, &pairs).await?;
        change.commit().await?;
    }

    let pack = Arc::new(method::at(cx, cx.now()).await?);
    let question = Question::with_fridays(as_of, calendar::terms_of(&terms, as_of));
    let work = {
        let (history, today) = (history.clone(), cx.today());
        move |tell: &(dyn Fn(Stage) + Send + Sync)| {
            tell(Stage::Writing);
            Ok(history.prepare(&plan, &subjects, today, threads)?) // the rows go; the leases are the change's too
        }
    };
    let beside = roster::Beside { guardians: &guardians, schools: &schools, teachers: &teachers };
    let prepared = Arc::new(telling(progress, work).await?);
    let taken_in = !prepared.changes() && leaving.ended.is_empty();
    if taken_in {
        roster::put(cx, &roster, &beside, progress).await?;
        if scan::stands(cx, &question, &pack, &prepared).await? {
            told.listed = room::results::on_school_list(cx.room()).await?;
            publish::unchanged(cx, as_of, id, &told).await?;
            settle(cx, history, prepared).await?;
            return Ok(told);
        }
    }
    let roster = Arc::new(roster);
    let work = {
        let (history, roster, prepared) = (history.clone(), Arc::clone(&roster), Arc::clone(&prepared));
        let hold = figures::hold(cx).await?;
        let kept = scan::left(cx, &hold).await?;
        move |tell: &(dyn Fn(Stage) + Send + Sync)| {
            tell(Stage::Scanning);
            let asked = Asked { question: &question, pack: &pack, protected: roster.protected(), threads, kept, hold };
            scan::scan(&history, &prepared.after, asked)
        }
    };
    let put = async { if taken_in { Ok(()) } else { roster::put(cx, &roster, &beside, progress).await } };
    let (answered, ()) = both(telling(progress, work), put).await?;
    (told.changed, told.listed) = (many(prepared.done.changed), many(answered.listed));
    let kept = publish::publish(cx, as_of, &prepared, answered, &leaving, &Over::Done(id, &told), progress).await?;
    cx.kept().scanned.keep(kept);
    crate::officer::remind(cx).await?;
    settle(cx, history, prepared).await?;
    Ok(told)
}

/// Brings back what was in the history before an import, and publishes what a scan of it answers.
pub(super) async fn undo(cx: &Cx, id: Uuid, version: u64, progress: &(dyn Fn(Stage) + Send + Sync)) -> Result<()> {
    let (history, as_of) = (history::of(cx)?, cx.today());
    let terms = room::calendar::load(cx.room()).await?.terms;
    let protected = room::relations::protected(cx.room()).await?;
    let (on, pack, today) = (history.clone(), method::at(cx, cx.now()).await?, cx.today());
    let hold = figures::hold(cx).await?;
    let kept = scan::left(cx, &hold).await?;
    let work = move |tell: &(dyn Fn(Stage) + Send + Sync)| {
        tell(Stage::Writing);
        let prepared = on.prepare_undo(version, today)?;
        tell(Stage::Scanning);
        let question = Question::with_fridays(as_of, calendar::terms_of(&terms, as_of));
        let asked =
            Asked { question: &question, pack: &pack, protected: &protected, threads: kept::THREADS, kept, hold };
        let answered = scan::scan(&on, &prepared.after, asked)?;
        Ok((prepared, answered))
    };
    let (prepared, answered) = telling(progress, work).await?;
    let prepared = Arc::new(prepared);
    let nobody_leaves = Leaving::default();
    let kept = publish::publish(cx, as_of, &prepared, answered, &nobody_leaves, &Over::Undone(id), progress).await?;
    cx.kept().scanned.keep(kept);
    settle(cx, history, prepared).await
}

/// What the room knows beforehand.
async fn before(cx: &Cx, import: &Arc<Import>) -> Result<Before> {
    let room = cx.room();
    let brings_roster = {
        let (import, today) = (Arc::clone(import), cx.today());
        blocking(move || read::brings_roster(&import.files, today)).await?
    };
    let levels = if brings_roster {
        Vec::new()
    } else {
        let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?;
        let mut reading = room.reading(cx.now());
        let levels = room::people::levels(&mut reading, permit).await?;
        reading.show(levels).await?
    };
    let units = room::units::all(room).await?;
    Ok(Before {
        protected: room::relations::protected(room).await?,
        enrolled: room::relations::enrolled(room, import.as_of).await?,
        spans: room::relations::spans(room).await?,
        levels,
        keys: Some(room::people::keys(room).await?),
        schools: units.into_iter().map(|unit| (unit.name, unit.id.0)).collect(),
        today: cx.today(),
    })
}

/// Removes files that may hold somebody who is protected by now, and what earlier scans left.
async fn settle(cx: &Cx, history: absence::history::History, prepared: Arc<Prepared>) -> Result<()> {
    blocking(move || Ok(history.settle(&prepared).map(drop)?)).await?;
    Ok(room::results::discard_old(cx.room(), cx.now()).await?)
}

fn many(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
