//! The unit manager gives an episode to somebody, or takes it back.

use access::{EpisodeId, UserId, WriteAct};
use room::episodes;

use crate::episode::permit;
use crate::{Cx, Result};

/// Gives it to somebody from today.
///
/// # Errors
/// Denied: the actor does not lead the unit. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, to: UserId) -> Result<()> {
    let permit = permit::of(cx, &permit::stands(cx, episode).await?, WriteAct::AssignEpisode)?;
    let mut change = cx.room().change(cx.now()).await?;
    episodes::assign(&mut change, permit, to, cx.today()).await?;
    Ok(change.commit().await?)
}

/// Takes it back: yesterday was the last day.
///
/// # Errors
/// Denied: the actor does not lead the unit. The room.
pub async fn take_back(cx: &Cx, episode: EpisodeId, from: UserId) -> Result<()> {
    let permit = permit::of(cx, &permit::stands(cx, episode).await?, WriteAct::AssignEpisode)?;
    let mut change = cx.room().change(cx.now()).await?;
    episodes::unassign(&mut change, permit, from, cx.today()).await?;
    Ok(change.commit().await?)
}
