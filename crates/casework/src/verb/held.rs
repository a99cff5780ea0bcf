//! Held: somebody has looked at an import that something speaks against, and says yes or no. And undo, when it was wrong.

use access::{Target, WriteAct};
use room::imports::{self, State};
use uuid::Uuid;

use super::import::kept;
use super::import::told::{Told, ToldFile};
use crate::view::imports::one;
use crate::{Cx, Refusal, Result};

/// Confirms a held import: it is read once more, and becomes visible.
///
/// # Errors
/// Refused: it is not held any more, or what speaks against it cannot be confirmed. Denied. The room.
pub async fn confirm(cx: &Cx, id: Uuid) -> Result<()> {
    let mut told = one(cx, id).await?.told;
    if told.reasons.iter().any(|reason| reason.is_final) {
        return Err(Refusal::new("import-held-final").into());
    }
    told.confirmed = true;
    let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?;
    let mut change = cx.room().change(cx.now()).await?;
    let detail = told.to_json()?;
    if !imports::step(&mut change, permit, id, &[State::Held], State::Queued, Some(&detail)).await? {
        return Err(Refusal::new("import-not-held").into());
    }
    kept::ask(&mut change, cx, id).await?;
    Ok(change.commit().await?)
}

/// Throws away an import that is not visible: its files go, what was told of it stays, without the names of its files.
///
/// # Errors
/// Refused: it is visible, or gone. Denied. The room; the disk.
pub async fn discard(cx: &Cx, id: Uuid) -> Result<()> {
    let told = one(cx, id).await?.told;
    let files = told.files.into_iter().map(|file| ToldFile { name: String::new(), ..file });
    let told = Told { files: files.collect(), ..told };
    let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room)?;
    let mut change = cx.room().change(cx.now()).await?;
    let from = [State::Waiting, State::Held, State::Failed];
    if !imports::step(&mut change, permit, id, &from, State::Discarded, Some(&told.to_json()?)).await? {
        return Err(Refusal::new("import-not-held").into());
    }
    change.commit().await?;
    kept::remove(cx, id).await
}
