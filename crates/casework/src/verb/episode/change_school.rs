//! The pupil changes school.

use access::EpisodeId;
use domain::Day;
use domain::episode::body::SchoolChanged;
use domain::episode::guard;
use uuid::Uuid;

use crate::episode::{Said as Became, by, say};
use crate::{Cx, Result};

/// What is said.
pub struct Said {
    /// When.
    pub day: Day,
    /// Whether the new school has the same huvudman.
    pub same_authority: bool,
}

/// The pupil changes school. The id is the statement's: the same form sent twice is one statement.
///
/// # Errors
/// Refused: everything that stands in the way. Denied. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, said: Said) -> Result<Became> {
    let it = SchoolChanged { by: by(cx)?, day: said.day, same_authority: said.same_authority };
    let today = cx.today();
    say(cx, episode, id, Vec::new(), |episode, side| guard::change_school(episode, side, it, today)).await
}
