//! What a side writes for itself in an episode: it never leaves the room.

use access::{EpisodeAt, WriteAct};
use domain::consent::disclosure;
use domain::episode::body::Private;
use room::Change;
use room::episodes::{self, own_zone};
use room::statements::Said;
use uuid::Uuid;

use super::{permit, side, uuid};
use crate::{Cx, Failure, Result};

/// The body of a private statement.
pub(crate) fn body(says: &Private) -> Result<Vec<u8>> {
    says.to_json().map_err(unwritable)
}

/// The body of a statement about disclosure.
pub(crate) fn disclosure(says: &disclosure::Body) -> Result<Vec<u8>> {
    says.to_json().map_err(unwritable)
}

pub(super) fn unwritable(source: serde_json::Error) -> Failure {
    Failure::Fault { context: "writing a statement", source: Box::new(source) }
}

/// Writes private statements in the room's own zone of an episode, in the caller's change.
pub(crate) async fn write(
    cx: &Cx,
    change: &mut Change<'_>,
    stands: &[EpisodeAt],
    all: &[(Uuid, Vec<u8>)],
) -> Result<()> {
    let (Some(at), false) = (stands.first(), all.is_empty()) else { return Ok(()) };
    let permit = permit::of(cx, stands, WriteAct::WriteEpisode(own_zone(side(cx)?)))?;
    let pen = episodes::hold(change, permit).await?;
    for (id, body) in all {
        let lamport = pen.next_lamport(change).await?;
        let side = pen.side().code();
        let said = Said { id: *id, episode: Some(uuid(at.id)), lamport, side, body };
        pen.append(change, &said).await?;
    }
    Ok(())
}
