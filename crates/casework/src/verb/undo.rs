//! Undo of an import: its windows return to what they were before, as do the lists. The roster stays as it is. Somebody
//! asks for it, and a job does it: the lists are counted again, which takes as long as an import.

use access::{Target, WriteAct};
use room::imports::{self, State};
use room::jobs::runs::{self, Stands};
use uuid::Uuid;

use super::import::{self, Stage};
use crate::blocking::blocking;
use crate::secret::random;
use crate::view::imports::one;
use crate::{Cx, Refusal, Result, history, job};

/// The kind of the job.
pub(crate) const JOB: &str = "undo";

/// Asks for an import to be undone. Asked again while it goes on, it is undone once.
///
/// # Errors
/// Refused: it has changed nothing or is not visible, a later import has changed the same days, or what was there before
/// is gone (after 30 days, or after a purge). Denied. The room; the disk.
pub async fn ask(cx: &Cx, id: Uuid) -> Result<()> {
    let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?;
    let import = one(cx, id).await?;
    let Some(version) = import.version else { return Err(Refusal::new("import-changed-nothing").into()) };
    if runs::latest_of(cx.room(), JOB, Some(id)).await? == Some(Stands::UnderWay) {
        return Ok(());
    }
    let history = history::of(cx)?;
    blocking(move || Ok(history.may_undo(version)?)).await?;
    let mut change = cx.room().change(cx.now()).await?;
    imports::undo_asked(&mut change, permit, id)?;
    job::enqueue(&mut change, cx, JOB, random::id(cx.now())?, &[id]).await?;
    Ok(change.commit().await?)
}

/// Undoes an import: what the job does. `false` when there is nothing to undo any more.
///
/// # Errors
/// As for [`ask`], by then.
pub(crate) async fn run(cx: &Cx, id: Uuid, progress: &(dyn Fn(Stage) + Send + Sync)) -> Result<bool> {
    let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?;
    let mut reading = cx.room().reading(cx.now());
    let found = imports::to_do(&mut reading, permit, id, State::Done).await?;
    let Some(version) = reading.show(found).await?.and_then(|import| import.version) else { return Ok(false) };
    import::undo(cx, id, version, progress).await?;
    Ok(true)
}
