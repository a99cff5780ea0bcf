//! The social board's part of the family's sheet, as it came with letters.

use access::{EpisodeAt, ReadAct, Zone};
use domain::consent::disclosure::{Body, DisclosureConsent};
use door::letter::Opened;
use room::Reading;
use room::door::inbox;
use uuid::Uuid;

use super::{letter, permit};
use crate::{Cx, Result};

/// A part that came.
pub(crate) struct Came {
    /// The id of the messenger's statement.
    pub(crate) id: Uuid,
    /// The statement, byte for byte.
    pub(crate) body: Vec<u8>,
    /// What it says.
    pub(crate) consent: DisclosureConsent,
}

/// The parts that came and are this room's to record: those in which it is the one that tells.
pub(crate) async fn came(cx: &Cx, reading: &mut Reading<'_>, stands: &[EpisodeAt]) -> Result<Vec<Came>> {
    let letters = inbox::came(reading, permit::of(cx, stands, ReadAct::ReadEpisode(Zone::Shared))?).await?;
    let mut all = Vec::new();
    for (taken, _) in letters {
        let Ok(Opened::Letter(letter)) = door::letter::read(&taken.letter) else { continue };
        for sheet in letter.items.iter().filter_map(letter::says::<letter::Sheet>) {
            let body = sheet.body.get().as_bytes().to_vec();
            if let Some(Body::Consent(consent)) = Body::from_json(&body)
                && consent.from.id == cx.room().id().to_string()
                && consent.to.id == taken.peer.to_string()
            {
                all.push(Came { id: sheet.statement, body, consent });
            }
        }
    }
    Ok(all)
}
