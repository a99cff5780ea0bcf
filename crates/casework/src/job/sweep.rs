//! The nightly job: what imports left behind, the officer's task, and what is too old in the history of jobs.

use jiff::SignedDuration;
use text::{Arg, Message};

use super::{Done, Run, Worked};
use crate::verb::sweep;
use crate::{Failure, Result};

/// How long the history of jobs is kept: a school year and the summer, so that last year's autumn can be looked at.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 400);

/// Sweeps.
pub(super) async fn run(run: Run) -> Worked {
    let removed = sweep::run(&run.cx).await?;
    forget(&run).await?;
    if removed == 0 {
        return Ok(Done::Nothing);
    }
    let removed = i64::try_from(removed).unwrap_or(i64::MAX);
    Ok(Done::Said(Message::new("job-swept").with("files", Arg::Count(removed))))
}

async fn forget(run: &Run) -> Result<()> {
    let before = run.cx.now().checked_sub(KEPT);
    let before =
        before.map_err(|source| Failure::Fault { context: "the history of jobs", source: Box::new(source) })?;
    let mut change = run.cx.room().change(run.cx.now()).await?;
    room::jobs::runs::forget_before(&mut change, before).await?;
    Ok(change.commit().await?)
}
