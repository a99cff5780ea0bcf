//! Documenting a step: also the head teacher's decision under skollagen 7 kap. 19 a §.

use access::{PupilId, UserId, Zone};
use domain::Day;
use domain::step::{Seen, StepKind};
use uuid::Uuid;

use super::draft;
use crate::steps::form::{self, Filled};
use crate::steps::take::{self, Take};
use crate::steps::{colleagues, permit, zones};
use crate::{Cx, Failure, Refusal, Result};

/// What was done.
#[derive(Clone, Debug)]
pub struct Document {
    /// A fresh id of the form, so that a form sent twice is one step.
    pub id: Uuid,
    /// About whom.
    pub pupil: PupilId,
    /// What kind.
    pub kind: StepKind,
    /// The zone that the writer was shown.
    pub zone: Zone,
    /// When it happened.
    pub day: Day,
    /// The words.
    pub text: String,
    /// When it is to be followed up, for the kinds that are; the expiry of a dismissal.
    pub follow_up: Option<Day>,
    /// Who is to do it, when somebody is.
    pub assignee: Option<UserId>,
    /// What the form showed of the figures: nothing that has come since is cleared by the step.
    pub shown: Seen,
}

/// Documents it; the draft goes.
///
/// # Errors
/// Refused, by field: `zone` another than that of the decision on an inquiry; `day` in the future or before the school
/// year before; `text` missing where a reason is needed, longer than 4,000 characters, or there for a kind without;
/// `follow_up` missing, not after the day and today or more than a year ahead; `assignee` missing or somebody who may not read
/// the zone. Denied. The room.
pub async fn run(cx: &Cx, document: Document) -> Result<()> {
    let text = form::lines(&document.text);
    let places = permit::places(cx, document.pupil).await?;
    let decides = if document.kind.is_inquiry_decision() { Some(permit::inquiry(cx, &places)?) } else { None };
    if !zones::of(document.kind).contains(&document.zone) {
        return Err(Refusal::at("zone", "step-zone-inquiry").into());
    }
    let (at, permit) = permit::document(cx, &places, document.zone)?;
    let colleagues = match document.assignee {
        Some(_) => colleagues::of_pupil(cx, &at, document.zone).await?,
        None => Vec::new(),
    };
    let assignee = document.assignee.map(|user| colleagues.iter().find(|it| it.user == user));
    let filled = Filled {
        kind: document.kind,
        day: document.day,
        text: &text,
        follow_up: document.follow_up,
        assignee: assignee.map(|found| found.is_some()),
    };
    let wrong = form::wrong(&filled, cx.today());
    if !wrong.is_empty() {
        return Err(Failure::Refused(wrong));
    }
    let assignee = assignee.flatten();
    let tasks = match document.kind {
        StepKind::InquiryProposed => colleagues::head_teachers(cx, at.unit).await?,
        _ => assignee.iter().map(|it| it.user).collect(),
    };
    let take = Take {
        id: document.id,
        at: &at,
        kind: document.kind,
        day: document.day,
        text: &text,
        follow_up: document.follow_up,
        assignee,
        seen: take::seen(cx, &places).await?.and(document.shown),
        meeting: None,
        tasks,
    };
    let mut change = cx.room().change(cx.now()).await?;
    if let Some(decides) = decides {
        change.noted(decides)?;
    }
    let _ = take::write(cx, &mut change, permit, &take).await?;
    change.commit().await?;
    draft::forget(cx, document.pupil, document.kind).await
}
