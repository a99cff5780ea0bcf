//! Pupil and family have been met.

use access::EpisodeId;
use domain::Day;
use domain::episode::body::MappingDone;
use domain::episode::guard;
use uuid::Uuid;

use crate::episode::{Said as Became, by, say};
use crate::{Cx, Result};

/// What is said.
pub struct Said {
    /// When.
    pub day: Day,
    /// The pupil's own words.
    pub pupil: String,
    /// What was found; may be empty.
    pub words: String,
}

/// Pupil and family have been met. The id is the statement's: the same form sent twice is one statement.
///
/// # Errors
/// Refused: everything that stands in the way. Denied. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, said: Said) -> Result<Became> {
    let it = MappingDone { by: by(cx)?, day: said.day, pupil: said.pupil, words: said.words };
    let today = cx.today();
    say(cx, episode, id, Vec::new(), |episode, side| guard::map(episode, side, it, today)).await
}
