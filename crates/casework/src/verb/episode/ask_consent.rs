//! Guardians and child have been asked about the support (SoL 21 kap. 2 §): whatever they answered is recorded, and what it
//! comes to is computed.

use access::{EpisodeId, WriteAct};
use domain::consent::intervention::{Asked, outcome};
use domain::episode::body::InterventionConsent;
use domain::episode::guard;
use uuid::Uuid;

use crate::episode::{Said, by, permit, say};
use crate::{Cx, Result};

/// Records the answers.
///
/// # Errors
/// Refused: everything that stands in the way. Denied: the actor does not see to consents. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, asked: Asked) -> Result<Said> {
    drop(permit::of(cx, &permit::stands(cx, episode).await?, WriteAct::ManageConsent)?);
    let (by, today) = (by(cx)?, cx.today());
    say(cx, episode, id, Vec::new(), |episode, side| {
        let after = episode.noes.iter().map(|no| Uuid::from_u128(*no).to_string()).collect();
        let it = InterventionConsent { by, outcome: outcome(&asked), after, asked };
        guard::consent(episode, side, it, today)
    })
    .await
}
