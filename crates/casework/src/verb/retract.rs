//! Taking back a step that was wrong. It stays readable, as taken back.

use access::PupilId;
use domain::step::{Body, Retraction};
use room::marks::{self, Effect};
use uuid::Uuid;

use crate::steps::{form, own, permit, take};
use crate::{Cx, Refusal, Result};

/// Takes back one's own step, with a reason.
///
/// # Errors
/// Refused: `reason` missing or longer than 4,000 characters; it was taken back before. Denied: also when it is somebody else's. The room.
pub async fn run(cx: &Cx, id: Uuid, pupil: PupilId, step: Uuid, reason: &str) -> Result<()> {
    let reason = form::lines(reason);
    let places = permit::places(cx, pupil).await?;
    let found = own::of_actor(cx, &places, step).await?;
    if found.ids.contains(&id) {
        return Ok(());
    }
    if found.done.retracted.is_some() {
        return Err(Refusal::new("step-retracted-already").into());
    }
    if reason.trim().is_empty() {
        return Err(Refusal::at("reason", "step-reason-missing").into());
    }
    if reason.chars().count() > form::LONGEST {
        return Err(Refusal::at("reason", "step-text-long").into());
    }
    let (at, permit) = permit::document(cx, &places, found.zone)?;
    let body = Body::Retraction(Retraction { of: step.to_string(), reason: reason.trim().to_owned() });
    let mut change = cx.room().change(cx.now()).await?;
    if let Some(written) = take::say(&mut change, permit, &at, id, &body).await? {
        marks::apply(&mut change, &written, &Effect::Retracted(step)).await?;
    }
    Ok(change.commit().await?)
}
