//! Undoing an import that somebody wants undone.

use text::Message;

use super::{Done, Run, Worked, import};
use crate::verb::undo;

/// Undoes the import that the job is about, unless that is done.
pub(super) async fn run(run: Run) -> Worked {
    let Some(id) = run.args.first().copied() else { return Ok(Done::Nothing) };
    let tell = run.teller();
    let is_undone = undo::run(&run.cx, id, &|stage| tell(import::at(stage))).await?;
    Ok(if is_undone { Done::Said(Message::new("job-undo-done")) } else { Done::Nothing })
}
