//! The family's consent to the social services, which came with the referral, is taken into the board's own records by whoever
//! works with it: from then on the board can answer by letter.

use access::{EpisodeId, WriteAct};
use uuid::Uuid;

use crate::episode::{following, own, permit, sheets};
use crate::{Cx, Failure, Result};

/// Records the part of the sheet that came. The id is that of the messenger's statement; the same again changes nothing.
///
/// # Errors
/// Denied: the actor does not see to consents, or no such part has come. The room.
pub async fn run(cx: &Cx, episode: EpisodeId, part: Uuid) -> Result<()> {
    let stands = permit::stands(cx, episode).await?;
    let noted = permit::of(cx, &stands, WriteAct::ManageConsent)?;
    let mut reading = cx.room().reading(cx.now());
    let came = sheets::came(cx, &mut reading, &stands).await?;
    let came = reading.show(came).await?;
    let sheet = came.into_iter().find(|it| it.id == part).ok_or_else(|| Failure::denied("denied-case"))?;
    let mut change = cx.room().change(cx.now()).await?;
    change.noted(noted)?;
    own::write(cx, &mut change, &stands, &[(following(part, "registered"), sheet.body)]).await?;
    Ok(change.commit().await?)
}
