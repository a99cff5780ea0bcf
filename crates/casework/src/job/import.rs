//! Reading a delivery whose files the room keeps: one that came through the browser, from a watched folder or a service,
//! or one that somebody has confirmed.

use text::{Arg, Message};

use super::{At, Done, Run, Worked};
use crate::verb::import::kept::{self, Outcome};
use crate::verb::import::{Stage, Told};

/// Reads the delivery that the job is about. What is wrong with its files stands on its page: that is no failure of the
/// job.
pub(super) async fn run(run: Run) -> Worked {
    let Some(id) = run.args.first().copied() else { return Ok(Done::Nothing) };
    let tell = run.teller();
    let message = match kept::run(&run.cx, id, &|stage| tell(at(stage))).await? {
        Outcome::Gone => return Ok(Done::Nothing),
        Outcome::Visible(told) => done(&told),
        Outcome::Held => Message::new("job-import-held"),
        Outcome::Unreadable => Message::new("job-import-failed"),
    };
    Ok(Done::Said(message))
}

fn done(told: &Told) -> Message {
    let count = |n: u64| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
    Message::new("job-import-done").with("rows", count(told.rows)).with("bad", count(told.bad()))
}

/// A stage of an import as the pages of jobs show it.
pub(super) fn at(stage: Stage) -> At {
    let (code, done, of) = match stage {
        Stage::Reading { rows, .. } => ("job-import-reading", rows, None),
        Stage::Roster(done, of) => ("job-import-roster", done, Some(of)),
        Stage::Writing => ("job-import-writing", 0, None),
        Stage::Scanning => ("job-import-scanning", 0, None),
        Stage::Storing(done, of) => ("job-import-storing", done, Some(of)),
    };
    At { code, done, of }
}
