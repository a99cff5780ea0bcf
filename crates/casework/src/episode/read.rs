//! What has been said in an episode, read with a permit.

use access::{EpisodeAt, ReadAct, Zone};
use domain::episode::{Body, Episode, fold};
use domain::statement;
use room::Reading;
use room::episodes;
use room::statements::Statement;

use super::{permit, side};
use crate::{Cx, Result};

/// What both sides have said, and what it comes to.
pub(crate) struct Shared {
    /// The episode on the day of the request.
    pub(crate) episode: Episode,
    /// The statements in order, each with what it says; those of a newer program are left out.
    pub(crate) said: Vec<(Statement, Body)>,
}

/// Statements as the fold takes them.
pub(crate) fn folded(all: &[Statement]) -> Vec<statement::Statement<'_>> {
    all.iter()
        .map(|Statement { id, lamport, side, body, .. }| statement::Statement {
            id: id.as_u128(),
            lamport: *lamport,
            side,
            body,
        })
        .collect()
}

/// What is shared.
pub(crate) async fn shared(cx: &Cx, reading: &mut Reading<'_>, stands: &[EpisodeAt]) -> Result<Shared> {
    let all = episodes::read(reading, permit::of(cx, stands, ReadAct::ReadEpisode(Zone::Shared))?).await?;
    let episode = fold(&folded(&all), cx.today(), side(cx)?);
    let said = all.into_iter().filter_map(|it| Body::from_json(&it.body).map(|body| (it, body))).collect();
    Ok(Shared { episode, said })
}
