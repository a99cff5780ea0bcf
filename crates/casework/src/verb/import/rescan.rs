//! Scanning again what is there: a new generation of the same files, as after a change of thresholds.

use std::collections::BTreeSet;
use std::sync::Arc;

use absence::scan::Question;
use access::{Target, WriteAct};

use super::leaving::Leaving;
use super::scan::{Asked, scan};
use super::{Stage, many, publish};
use crate::blocking::telling;
use crate::{Cx, Refusal, Result, calendar, figures, history, method};

/// The kind of the job that does it.
pub(crate) const JOB: &str = "rescan";

/// Scans the files that count, for the day that the lists are of, and publishes a new generation. Gives the number of
/// pupils on the school's list. All schools are leased meanwhile, so no import comes in between.
///
/// # Errors
/// Refused: nothing has been imported; an import is at work. Denied: the actor does not compute figures. The room; the
/// disk.
pub async fn run(cx: &Cx, threads: usize, progress: &(dyn Fn(Stage) + Send + Sync)) -> Result<u64> {
    drop(cx.access().decide(cx.actor(), WriteAct::ComputeFigures, &Target::Room)?);
    let generation = cx.versions().await?.generation;
    let as_of = generation.ok_or_else(|| Refusal::new("thresholds-nothing-imported"))?.as_of;
    let (history, today) = (history::of(cx)?, cx.today());
    let terms = room::calendar::load(cx.room()).await?.terms;
    let protected: BTreeSet<i32> = room::relations::protected(cx.room()).await?;
    let pack = method::at(cx, cx.now()).await?;
    drop(cx.kept().scanned.take()); // every file is read: what is there is not trusted to be what the files say
    let hold = figures::hold(cx).await?;
    let work = move |tell: &(dyn Fn(Stage) + Send + Sync)| {
        let prepared = history.prepare_sweep(today)?;
        tell(Stage::Scanning);
        let question = Question::with_fridays(as_of, calendar::terms_of(&terms, as_of));
        let asked = Asked {
            question: &question,
            pack: &pack,
            protected: &protected,
            threads: threads.max(1),
            kept: None,
            hold,
        };
        let answered = scan(&history, &prepared.after, asked)?;
        Ok((history, prepared, answered))
    };
    let (history, prepared, answered) = telling(progress, work).await?;
    let listed = answered.listed;
    let (stays, over) = (Leaving::default(), publish::Over::Rescanned);
    let kept = publish::publish(cx, as_of, &prepared, answered, &stays, &over, progress).await?;
    cx.kept().scanned.keep(kept);
    super::settle(cx, history, Arc::new(prepared)).await?;
    Ok(many(listed))
}
