//! The start meeting was held, with what must be told and consent where it is needed (SoL 11 kap. 6 §, 19 kap. 1 §, 21 kap.
//! 2 §).

use access::EpisodeId;
use domain::Day;
use domain::consent::intervention::{Asked, outcome};
use domain::episode::body::{Came, InterventionConsent, StartHeld};
use domain::episode::guard;
use uuid::Uuid;

use crate::episode::{Said as Became, by, say};
use crate::{Cx, Result};

/// What is said.
pub struct Said {
    /// When.
    pub day: Day,
    /// Who came.
    pub came: Vec<Came>,
    /// The family was told that it may apply for assessed support.
    pub told_of_application: bool,
    /// The family was told of the duty to notify.
    pub told_of_duty: bool,
    /// The family was told that it may say no at any time, and how.
    pub told_how_to_say_no: bool,
    /// What was asked and answered, when the consent was given at the meeting.
    pub asked: Option<Asked>,
    /// The pupil's own words; may be empty.
    pub pupil: String,
}

/// Writes the meeting down.
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
        let it = StartHeld {
            by,
            day: said.day,
            came: said.came,
            told_of_application: said.told_of_application,
            told_of_duty: said.told_of_duty,
            told_how_to_say_no: said.told_how_to_say_no,
            consent,
            pupil: said.pupil,
        };
        guard::hold_start(episode, side, it, today)
    })
    .await
}
