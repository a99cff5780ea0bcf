//! A programme of the school becomes a referral to another: a new episode is begun, and this one ends.

use access::EpisodeId;
use domain::Day;
use domain::episode::body::Converted;
use domain::episode::guard;
use uuid::Uuid;

use super::begin;
use crate::episode::{Said, by, permit, say};
use crate::{Cx, Failure, Result};

/// Converts to a programme; the new episode has the id `to`.
///
/// # Errors
/// Refused: everything that stands in the way. Denied. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, id: Uuid, day: Day, programme: &str, to: EpisodeId) -> Result<Said> {
    let stands = permit::stands(cx, episode).await?;
    let pupil = stands.first().map(|at| at.pupil).ok_or_else(|| Failure::denied("denied-case"))?;
    begin::run(cx, pupil, to, programme).await?;
    let (it, today) = (Converted { by: by(cx)?, day, episode: to.to_string() }, cx.today());
    say(cx, episode, id, Vec::new(), |episode, side| guard::convert(episode, side, it, today)).await
}
