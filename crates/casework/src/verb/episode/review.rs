//! The plan was looked at.

use access::EpisodeId;
use domain::Day;
use domain::episode::body::{GoalSeen, Review, ReviewHeld};
use domain::episode::guard;
use uuid::Uuid;

use crate::episode::{Said as Became, by, say};
use crate::{Cx, Result};

/// What is said.
pub struct Said {
    /// When.
    pub day: Day,
    /// When to look again.
    pub next: Day,
    /// What it came to.
    pub outcome: Review,
    /// Where each goal stands.
    pub goals: Vec<GoalSeen>,
    /// The pupil's own words.
    pub pupil: String,
    /// What was said; may be empty.
    pub words: String,
}

/// The plan was looked at. The id is the statement's: the same form sent twice is one statement.
///
/// # Errors
/// Refused: everything that stands in the way. Denied. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, said: Said) -> Result<Became> {
    let it = ReviewHeld {
        by: by(cx)?,
        day: said.day,
        next: said.next,
        outcome: said.outcome,
        goals: said.goals,
        pupil: said.pupil,
        words: said.words,
    };
    let today = cx.today();
    say(cx, episode, id, Vec::new(), |episode, side| guard::review(episode, side, it, today)).await
}
