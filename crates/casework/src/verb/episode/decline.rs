//! Either side says that it cannot begin. Its own reason stays in its room; what travels is the same whatever it is.

use access::EpisodeId;
use domain::Day;
use domain::closing::{self, Stage};
use domain::episode::body::{Declined, OwnReason, Private};
use domain::episode::guard;
use uuid::Uuid;

use crate::episode::{Said as Became, by, own, say};
use crate::{Cx, Result};

/// What is said.
pub struct Said {
    /// When.
    pub day: Day,
    /// The side's own reason.
    pub reason: closing::Reason,
    /// In words, for the own room; may be empty.
    pub text: String,
}

/// Declines.
///
/// # Errors
/// Refused: everything that stands in the way. Denied. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, said: Said) -> Result<Became> {
    let reason = closing::travels(said.reason, Stage::BeforeStart);
    let own_reason = OwnReason { by: by(cx)?, of: id.to_string(), reason: Some(said.reason), text: said.text };
    let it = Declined { by: by(cx)?, day: said.day, reason };
    let (today, beside) = (cx.today(), vec![own::body(&Private::OwnReason(own_reason))?]);
    say(cx, episode, id, beside, |episode, side| guard::decline(episode, side, it, today)).await
}
