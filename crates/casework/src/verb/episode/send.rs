//! What was said before and has stayed is sent, once the family's consent lets it through.

use access::EpisodeId;
use uuid::Uuid;

use crate::episode::{Said, send};
use crate::{Cx, Result};

/// Sends a statement of the own side. The id is that of the asking: the same form sent twice is one letter.
///
/// # Errors
/// Denied: the actor does not work with the episode, or the statement is none of the own side's. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, statement: Uuid) -> Result<Said> {
    send(cx, episode, id, statement).await
}
