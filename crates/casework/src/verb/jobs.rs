//! What a person does about a job: tries it again.

use access::{Target, WriteAct};
use room::jobs;
use uuid::Uuid;

use crate::{Cx, Refusal, Result};

/// Tries a job again at once that was given up or waits for its next attempt.
///
/// # Errors
/// Refused: it runs just now, or there is none such. Denied. The room.
pub async fn again(cx: &Cx, id: Uuid) -> Result<()> {
    let permit = cx.access().decide(cx.actor(), WriteAct::Configure, &Target::Room)?;
    let mut change = cx.room().change(cx.now()).await?;
    if !jobs::again(&mut change, permit, id).await? {
        return Err(Refusal::new("job-not-waiting").into());
    }
    Ok(change.commit().await?)
}
