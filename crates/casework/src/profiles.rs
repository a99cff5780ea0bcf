//! The profiles of the room: how the tables of each system are read.

use exchange::Profile;
use room::Room;
use uuid::Uuid;

use crate::{Failure, Result};

/// Every profile, by name.
pub(crate) async fn all(room: &Room) -> Result<Vec<(Uuid, Profile)>> {
    let read = |(id, body): (Uuid, Vec<u8>)| {
        let profile = serde_json::from_slice(&body)
            .map_err(|error| Failure::Fault { context: "a profile", source: Box::new(error) })?;
        Ok((id, profile))
    };
    let mut all: Vec<(Uuid, Profile)> =
        room::profiles::all(room).await?.into_iter().map(read).collect::<Result<_>>()?;
    all.sort_by(|(_, a), (_, b)| a.name.cmp(&b.name));
    Ok(all)
}
