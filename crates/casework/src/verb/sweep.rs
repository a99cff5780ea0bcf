//! Sweep: what an import that was cut off left behind, in the attendance folder and in the room. The server sweeps when
//! it starts.

use room::attendance;

use crate::blocking::blocking;
use crate::history::{self, to_room};
use crate::source::spool;
use crate::{Cx, Failure, Result, figures};

/// How the history says that an import is at work.
const AT_WORK: [&str; 2] = ["history-busy", "history-changed-meanwhile"];

/// Removes what must go at once and what was half written, and finds the files that nobody names: they are kept as long
/// as those that an import left for an undo. Then imports that were cut off and files that no import has, what pulls left
/// that were cut off, results that nobody will see, and the officer's task if it was not given. Gives the number of files removed. Where an import is at work it is left alone: the next sweep comes.
///
/// # Errors
/// The room; the disk.
pub async fn run(cx: &Cx) -> Result<usize> {
    let removed = match files(cx).await {
        Err(Failure::Refused(all)) if all.iter().all(|one| AT_WORK.contains(&one.message.code)) => 0,
        removed => removed?,
    };
    let removed = removed + figures::sweep(cx).await?;
    crate::verb::import::kept::sweep(cx).await?;
    spool::sweep(cx).await?;
    room::results::discard_old(cx.room(), cx.now()).await?;
    crate::officer::remind(cx).await?;
    Ok(removed)
}

async fn files(cx: &Cx) -> Result<usize> {
    let (history, today) = (history::of(cx)?, cx.today());
    let prepare = move || Ok((history.prepare_sweep(today)?, history));
    let (prepared, history) = blocking(prepare).await?;
    if prepared.changes() {
        let mut change = cx.room().change(cx.now()).await?;
        attendance::replace(&mut change, &to_room(&prepared.before), &to_room(&prepared.after)).await?;
        change.commit().await?;
    }
    blocking(move || Ok(history.settle(&prepared)?)).await
}
