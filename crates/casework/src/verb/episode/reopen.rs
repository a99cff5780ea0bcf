//! A closed episode goes on, within three months and with a consent of its own.

use access::EpisodeId;
use domain::Day;
use domain::consent::intervention::{Asked, outcome};
use domain::episode::body::{InterventionConsent, Reopened};
use domain::episode::guard;
use uuid::Uuid;

use crate::episode::{Said as Became, by, say};
use crate::{Cx, Result};

/// What is said.
pub struct Said {
    /// When.
    pub day: Day,
    /// When the plan is looked at.
    pub review: Day,
    /// What was asked and answered anew, where the programme asks for consent.
    pub asked: Option<Asked>,
}

/// Reopens.
///
/// # Errors
/// Refused: everything that stands in the way. Denied. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, said: Said) -> Result<Became> {
    let (by, today) = (by(cx)?, cx.today());
    say(cx, episode, id, Vec::new(), |episode, side| {
        let after = || episode.noes.iter().map(|no| Uuid::from_u128(*no).to_string()).collect();
        let consent = said.asked.map(|asked| InterventionConsent {
            by: by.clone(),
            outcome: outcome(&asked),
            after: after(),
            asked,
        });
        guard::reopen(episode, side, Reopened { by, day: said.day, review: said.review, consent }, today)
    })
    .await
}
