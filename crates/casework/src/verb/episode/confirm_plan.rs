//! The other side's plan is confirmed with one click. Waiting for it has not stopped the work.

use access::EpisodeId;
use domain::Day;
use domain::episode::body::PlanConfirmed;
use domain::episode::guard;
use uuid::Uuid;

use crate::episode::{Said as Became, by, say};
use crate::{Cx, Result};

/// What is said.
pub struct Said {
    /// When.
    pub day: Day,
    /// The statement that proposed it, as a UUID is written.
    pub of: String,
}

/// The other side's plan is confirmed with one click. Waiting for it has not stopped the work. The id is the statement's: the same form sent twice is one statement.
///
/// # Errors
/// Refused: everything that stands in the way. Denied. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, said: Said) -> Result<Became> {
    let it = PlanConfirmed { by: by(cx)?, day: said.day, of: said.of };
    let today = cx.today();
    say(cx, episode, id, Vec::new(), |episode, side| guard::confirm_plan(episode, side, it, today)).await
}
