//! It is paused until a day when it is looked at again. The reason stays in the room of whoever pauses.

use access::EpisodeId;
use domain::Day;
use domain::episode::body::{OwnReason, Paused, Private};
use domain::episode::guard;
use uuid::Uuid;

use crate::episode::{Said as Became, by, own, say};
use crate::{Cx, Result};

/// What is said.
pub struct Said {
    /// From when.
    pub day: Day,
    /// When to look at it again.
    pub recheck: Day,
    /// Why, for the own room; may be empty.
    pub text: String,
}

/// Pauses.
///
/// # Errors
/// Refused: everything that stands in the way. Denied. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, said: Said) -> Result<Became> {
    let reason = OwnReason { by: by(cx)?, of: id.to_string(), reason: None, text: said.text };
    let it = Paused { by: by(cx)?, day: said.day, recheck: said.recheck };
    let (today, beside) = (cx.today(), vec![own::body(&Private::OwnReason(reason))?]);
    say(cx, episode, id, beside, |episode, side| guard::pause(episode, side, it, today)).await
}
