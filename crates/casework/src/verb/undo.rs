//! Undo of an import: its windows return to what they were before, as do the lists. The roster stays as it is.

use access::{Target, WriteAct};
use uuid::Uuid;

use super::import;
use crate::view::imports::one;
use crate::{Cx, Refusal, Result};

/// Undoes an import.
///
/// # Errors
/// Refused: it has changed nothing or is not visible, a later import has changed the same days, or what was there before
/// is gone (after 30 days, or after a purge). Denied. The room; the disk.
pub async fn run(cx: &Cx, id: Uuid) -> Result<()> {
    let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?;
    let Some(version) = one(cx, id).await?.version else { return Err(Refusal::new("import-changed-nothing").into()) };
    let mut change = cx.room().change(cx.now()).await?;
    room::imports::undo_asked(&mut change, permit, id)?;
    change.commit().await?;
    import::undo(cx, id, version).await
}
