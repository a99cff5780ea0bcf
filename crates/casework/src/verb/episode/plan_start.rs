//! A start meeting is booked.

use access::EpisodeId;
use domain::Day;
use domain::episode::body::StartPlanned;
use domain::episode::guard;
use uuid::Uuid;

use crate::episode::{Said as Became, by, say};
use crate::{Cx, Result};

/// What is said.
pub struct Said {
    /// When.
    pub day: Day,
    /// The day of the meeting.
    pub meeting: Day,
}

/// A start meeting is booked. The id is the statement's: the same form sent twice is one statement.
///
/// # Errors
/// Refused: everything that stands in the way. Denied. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, said: Said) -> Result<Became> {
    let it = StartPlanned { by: by(cx)?, day: said.day, meeting: said.meeting };
    let today = cx.today();
    say(cx, episode, id, Vec::new(), |episode, side| guard::plan_start(episode, side, it, today)).await
}
