//! The family, the pupil or the team withdraws. No reason is needed.

use access::EpisodeId;
use domain::Day;
use domain::episode::body::Withdrawn;
use domain::episode::guard;
use uuid::Uuid;

use crate::episode::{Said, by, say};
use crate::{Cx, Result};

/// The family, the pupil or the team withdraws. No reason is needed. The id is the statement's: the same form sent twice is one statement.
///
/// # Errors
/// Refused: everything that stands in the way. Denied. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, day: Day) -> Result<Said> {
    let it = Withdrawn { by: by(cx)?, day };
    let today = cx.today();
    say(cx, episode, id, Vec::new(), |episode, side| guard::withdraw(episode, side, it, today)).await
}
