//! A pause ends.

use access::EpisodeId;
use domain::Day;
use domain::episode::body::Resumed;
use domain::episode::guard;
use uuid::Uuid;

use crate::episode::{Said, by, say};
use crate::{Cx, Result};

/// A pause ends. The id is the statement's: the same form sent twice is one statement.
///
/// # Errors
/// Refused: everything that stands in the way. Denied. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, day: Day) -> Result<Said> {
    let it = Resumed { by: by(cx)?, day };
    let today = cx.today();
    say(cx, episode, id, Vec::new(), |episode, side| guard::resume(episode, side, it, today)).await
}
