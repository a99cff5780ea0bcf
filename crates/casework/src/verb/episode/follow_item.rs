//! An item of a plan was done, or its try was looked at.

use access::EpisodeId;
use domain::episode::body::ItemFollowed;
use domain::episode::guard;
use domain::plan::Followed;
use uuid::Uuid;

use crate::episode::{Said, by, say};
use crate::{Cx, Result};

/// Writes it down.
///
/// # Errors
/// Refused: everything that stands in the way. Denied. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, followed: Followed) -> Result<Said> {
    let (it, today) = (ItemFollowed { by: by(cx)?, followed }, cx.today());
    say(cx, episode, id, Vec::new(), |episode, side| guard::follow_item(episode, side, it, today)).await
}
