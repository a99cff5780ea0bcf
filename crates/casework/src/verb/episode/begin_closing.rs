//! Closing begins. Each side's own reason stays in its room, and so does what the family says of the school's follow-up.

use access::EpisodeId;
use domain::Day;
use domain::closing::{self, Stage};
use domain::episode::body::{ClosingBegun, FollowUpAgreed, OwnReason, Private};
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
    /// After how many months the school may look again, as the family agreed; none for not at all.
    pub follow_up: Vec<u8>,
}

/// Begins closing.
///
/// # Errors
/// Refused: everything that stands in the way. Denied. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, said: Said) -> Result<Became> {
    let reason = closing::travels(said.reason, Stage::AfterStart);
    let own_reason = OwnReason { by: by(cx)?, of: id.to_string(), reason: Some(said.reason), text: said.text };
    let mut beside = vec![own::body(&Private::OwnReason(own_reason))?];
    if !said.follow_up.is_empty() {
        let agreed = FollowUpAgreed { by: by(cx)?, day: said.day, months: said.follow_up };
        beside.push(own::body(&Private::FollowUpAgreed(agreed))?);
    }
    let it = ClosingBegun { by: by(cx)?, day: said.day, reason };
    let today = cx.today();
    say(cx, episode, id, beside, |episode, side| guard::begin_closing(episode, side, it, today)).await
}
