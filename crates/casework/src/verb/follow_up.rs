//! Moving the follow-up of a step.

use access::PupilId;
use domain::Day;
use domain::step::{Body, FollowUpMoved};
use room::marks::{self, Effect};
use uuid::Uuid;

use crate::steps::{form, own, permit, take};
use crate::{Cx, Refusal, Result};

/// Moves the follow-up of one's own step to another day.
///
/// # Errors
/// Refused: `follow_up` not after today or more than a year ahead; the step is not followed up, or was taken back.
/// Denied: also when it is somebody else's. The room.
pub async fn run(cx: &Cx, id: Uuid, pupil: PupilId, step: Uuid, to: Day) -> Result<()> {
    let places = permit::places(cx, pupil).await?;
    let found = own::of_actor(cx, &places, step).await?;
    if found.ids.contains(&id) {
        return Ok(());
    }
    let kind = found.done.step.kind;
    let Some(mut fact) = found.done.fact().filter(|_| form::has_follow_up(kind)) else {
        return Err(Refusal::new("step-not-moved").into());
    };
    if to <= cx.today() {
        return Err(Refusal::at("follow_up", "step-follow-up-passed").into());
    }
    if let Some(wrong) = form::follow_up(kind, found.done.step.day, Some(to), cx.today()) {
        return Err(wrong.into());
    }
    fact.until = Some(to);
    let (at, permit) = permit::document(cx, &places, found.zone)?;
    let body = Body::FollowUpMoved(FollowUpMoved { of: step.to_string(), day: to });
    let mut change = cx.room().change(cx.now()).await?;
    if let Some(written) = take::say(&mut change, permit, &at, id, &body).await? {
        marks::apply(&mut change, &written, &Effect::Moved(fact)).await?;
    }
    Ok(change.commit().await?)
}
