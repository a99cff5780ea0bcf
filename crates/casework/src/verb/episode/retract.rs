//! A statement of one's own is taken back, with a reason.

use access::EpisodeId;
use domain::Day;
use domain::episode::body::Retracted;
use domain::episode::guard;
use uuid::Uuid;

use crate::episode::{Said as Became, by, say};
use crate::{Cx, Result};

/// What is said.
pub struct Said {
    /// When.
    pub day: Day,
    /// The statement, as a UUID is written.
    pub of: String,
    /// Why.
    pub reason: String,
}

/// A statement of one's own is taken back, with a reason. The id is the statement's: the same form sent twice is one statement.
///
/// # Errors
/// Refused: everything that stands in the way. Denied. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, said: Said) -> Result<Became> {
    let it = Retracted { by: by(cx)?, day: said.day, of: said.of, reason: said.reason };
    let today = cx.today();
    say(cx, episode, id, Vec::new(), |episode, side| guard::retract(episode, side, it, today)).await
}
