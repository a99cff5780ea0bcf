//! One side closes its file: one of two keys.

use access::EpisodeId;
use domain::Day;
use domain::episode::body::FileClosed;
use domain::episode::guard;
use uuid::Uuid;

use crate::episode::{Said, by, say};
use crate::{Cx, Result};

/// One side closes its file: one of two keys. The id is the statement's: the same form sent twice is one statement.
///
/// # Errors
/// Refused: everything that stands in the way. Denied. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, day: Day) -> Result<Said> {
    let it = FileClosed { by: by(cx)?, day };
    let today = cx.today();
    say(cx, episode, id, Vec::new(), |episode, side| guard::close_file(episode, side, it, today)).await
}
