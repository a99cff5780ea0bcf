//! A programme of the school becomes a referral to another: a new episode is begun, and this one ends.

use access::EpisodeId;
use domain::Day;
use domain::episode::body::Converted;
use domain::episode::guard;
use uuid::Uuid;

use super::begin;
use crate::episode::{Said, by, permit, read, refused, say, side};
use crate::{Cx, Failure, Result};

/// Converts to a programme; the new episode has the id `to`.
///
/// # Errors
/// Refused: everything that stands in the way. Denied. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, day: Day, programme: &str, to: EpisodeId) -> Result<Said> {
    let stands = permit::stands(cx, episode).await?;
    let pupil = stands.first().map(|at| at.pupil).ok_or_else(|| Failure::denied("denied-case"))?;
    let (it, today) = (Converted { by: by(cx)?, day, episode: to.to_string() }, cx.today());
    // Refused before anything is begun: a new episode that nothing leads to would be left.
    let mut reading = cx.room().reading(cx.now());
    let shared = read::shared(cx, &mut reading, &stands).await?;
    let shared = reading.show(shared).await?;
    if !shared.said.iter().any(|(said, _)| said.id == id) {
        guard::convert(&shared.episode, side(cx)?, it.clone(), today).map_err(refused)?;
    }
    begin::run(cx, pupil, to, programme).await?;
    say(cx, episode, id, Vec::new(), |episode, side| guard::convert(episode, side, it, today)).await
}
