//! Keeping what somebody has begun to write, on the server.

use access::PupilId;
use domain::step::StepKind;
use room::drafts;
use serde_json::{Map, Value, json};

use crate::steps::permit;
use crate::view::step_form::Draft;
use crate::{Cx, Failure, Result};

/// Characters kept of all fields together, at most: more than any form takes.
const LONGEST: usize = 20_000;

/// Keeps the form as typed; an empty one goes.
///
/// # Errors
/// Denied: the actor may not document such a step about the pupil. The room.
pub async fn run(cx: &Cx, pupil: PupilId, kind: StepKind, draft: &Draft) -> Result<()> {
    let places = permit::places(cx, pupil).await?;
    if permit::zones(cx, &places, kind).is_empty() {
        return Err(Failure::denied("denied-content"));
    }
    let length: usize = draft.fields.iter().map(|(name, value)| name.len() + value.len()).sum();
    let empty = draft.fields.iter().all(|(_, value)| value.trim().is_empty());
    if empty || length > LONGEST {
        return forget(cx, pupil, kind).await;
    }
    let mut kept = load(cx, pupil).await?;
    kept.insert(kind.code().to_owned(), json!(draft.fields));
    save(cx, pupil, kept).await
}

/// What was begun of a kind.
pub(crate) async fn of_kind(cx: &Cx, pupil: PupilId, kind: StepKind) -> Result<Option<Draft>> {
    let kept = load(cx, pupil).await?;
    let fields = kept.get(kind.code()).and_then(|value| serde_json::from_value(value.clone()).ok());
    Ok(fields.map(|fields| Draft { fields }))
}

/// Throws it away.
pub(crate) async fn forget(cx: &Cx, pupil: PupilId, kind: StepKind) -> Result<()> {
    let mut kept = load(cx, pupil).await?;
    match kept.remove(kind.code()) {
        Some(_) => save(cx, pupil, kept).await,
        None => Ok(()),
    }
}

/// The drafts of an account about a pupil lie in one value, so that no kind of step stands in the clear.
fn form(pupil: PupilId) -> String {
    format!("step:{pupil}")
}

async fn load(cx: &Cx, pupil: PupilId) -> Result<Map<String, Value>> {
    let Some(who) = cx.who() else { return Ok(Map::new()) };
    let found = drafts::get(cx.room(), who.user, &form(pupil)).await?;
    // What an older or newer program wrote and this one cannot read is begun anew.
    Ok(found.and_then(|(body, _)| serde_json::from_slice(&body).ok()).unwrap_or_default())
}

async fn save(cx: &Cx, pupil: PupilId, kept: Map<String, Value>) -> Result<()> {
    let Some(who) = cx.who() else { return Ok(()) };
    if kept.is_empty() {
        return Ok(drafts::delete(cx.room(), who.user, &form(pupil)).await?);
    }
    let body = Value::Object(kept).to_string();
    Ok(drafts::put(cx.room(), who.user, &form(pupil), body.as_bytes(), cx.now()).await?)
}
