//! The referral is taken in by whoever works with it.

use access::EpisodeId;
use domain::Day;
use domain::episode::body::Received;
use domain::episode::guard;
use uuid::Uuid;

use crate::episode::{Said, by, say};
use crate::{Cx, Result};

/// The referral is taken in by whoever works with it. The id is the statement's: the same form sent twice is one statement.
///
/// # Errors
/// Refused: everything that stands in the way. Denied. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, day: Day) -> Result<Said> {
    let it = Received { by: by(cx)?, day };
    let today = cx.today();
    say(cx, episode, id, Vec::new(), |episode, side| guard::receive(episode, side, it, today)).await
}
