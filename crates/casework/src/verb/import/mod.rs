//! Import: the two canonical files into the room, and a new generation of results.
//!
//! What can refuse comes first: until the files are read and nothing speaks against them, nothing is written. Then the
//! roster goes into the room a little at a time while the lesson files are written and scanned. What a scan leaves lies
//! under a number that nobody reads, until one small change makes it visible together with the manifest that it was
//! scanned from, and ends the enrolments that the roster no longer has. Cut off before that, an import leaves the lists
//! as they were.

mod leaving;
mod publish;
mod read;
pub mod rescan;
mod roster;
mod scan;

use std::path::PathBuf;
use std::sync::Arc;

use absence::canonical::BadRows;
use absence::history::Prepared;
use absence::scan::Question;
use access::{Target, WriteAct};
use domain::Day;
use text::Message;

use crate::blocking::{blocking, both, telling};
use crate::{Cx, Result, calendar, history, method};
use read::Delivery;
use scan::Asked;

/// What is to be imported.
#[derive(Clone, Debug)]
pub struct Import {
    /// The `pupils` file.
    pub pupils: PathBuf,
    /// The `lessons` file.
    pub lessons: PathBuf,
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
    /// Reading lessons: rows so far, and about how many there are when it is known.
    Reading(u64, Option<u64>),
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
    /// Rows read.
    pub rows: u64,
    /// Pupils in the roster.
    pub pupils: u64,
    /// Pupils on the school list.
    pub listed: u64,
    /// Schools and school years whose file changed.
    pub changed: u64,
    /// Bad rows of the roster and of the lessons.
    pub bad: [BadRows; 2],
}

/// Imports: everything becomes visible in one step, or nothing.
///
/// # Errors
/// Refused: a file cannot be read; something speaks against it and it is not confirmed (every reason as a message).
/// Denied. The room; the disk.
pub async fn run(cx: &Cx, import: Import, progress: &(dyn Fn(Stage) + Send + Sync)) -> Result<Imported> {
    drop(cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?); // asked again for each change
    let history = history::of(cx)?;
    let terms = room::calendar::load(cx.room()).await?.terms;
    let protected = room::relations::protected(cx.room()).await?;
    let enrolled = room::relations::enrolled(cx.room(), import.as_of).await?;
    let (as_of, threads) = (import.as_of, import.threads.max(1));

    let read = {
        let history = history.clone();
        move |tell: &(dyn Fn(Stage) + Send + Sync)| read::delivery(&import, &history, &protected, &enrolled, tell)
    };
    let Delivery { roster, leaving, plan, rows, bad, subjects } = telling(progress, read).await?;

    let roster = Arc::new(roster);
    let work = {
        let (history, roster, pack, today) =
            (history.clone(), Arc::clone(&roster), method::at(cx, cx.now()).await?, cx.today());
        move |tell: &(dyn Fn(Stage) + Send + Sync)| {
            let prepared = history.prepare(&plan, &subjects, today, threads)?;
            drop(plan); // the rows; the leases are the prepared change's too
            tell(Stage::Scanning);
            let question = Question::with_fridays(as_of, calendar::terms_of(&terms, as_of));
            let asked = Asked { question: &question, pack: &pack, protected: roster.protected(), threads };
            let answered = scan::scan(&history, &prepared.after, &asked)?;
            Ok((prepared, answered))
        }
    };
    let worked = telling(progress, work);
    let ((prepared, answered), ()) = both(worked, roster::put(cx, &roster, progress)).await?;
    let (changed, listed) = (prepared.done.changed, answered.listed);
    publish::publish(cx, as_of, &prepared, answered, &leaving, progress).await?;
    crate::officer::remind(cx).await?;
    settle(cx, history, prepared).await?;
    Ok(Imported { rows, pupils: many(roster.len()), listed: many(listed), changed: many(changed), bad })
}

/// Removes files that may hold somebody who is protected by now, and what earlier scans left.
async fn settle(cx: &Cx, history: absence::history::History, prepared: Prepared) -> Result<()> {
    blocking(move || Ok(history.settle(&prepared).map(drop)?)).await?;
    Ok(room::results::discard_old(cx.room(), cx.now()).await?)
}

fn many(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

/// What speaks against an import that was refused, if that was why: for the command line.
pub fn held(failure: &crate::Failure) -> Vec<&Message> {
    match failure {
        crate::Failure::Refused(all) => all.iter().map(|one| &one.message).collect(),
        _ => Vec::new(),
    }
}
