//! The pupil health team's meeting: begin, decide, end.

use access::{PupilId, UnitId, UserId};
use domain::Day;
use domain::step::{Body, Retraction, Seen, StepKind};
use room::marks::{self, Effect};
use room::meetings::{self, New};
use uuid::Uuid;

use crate::secret::random;
use crate::steps::form::{self, Filled};
use crate::steps::meeting::{MOST, ZONE, may_hold, of_actor, open};
use crate::steps::take::{self, Take};
use crate::steps::{colleagues, permit, when};
use crate::{Cx, Failure, Refusal, Result};

/// Why a decision is taken back when the meeting makes another about the same pupil. It stands in the record, which is
/// in Swedish.
const REPLACED: &str = "Nytt beslut på samma möte.";

/// The three choices about a pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Wait until a day.
    Wait {
        /// Until when.
        until: Day,
    },
    /// Do something: who, when and what.
    Do {
        /// Who.
        assignee: UserId,
        /// When.
        by: Day,
        /// What.
        text: String,
    },
    /// Propose an inquiry (skollagen 7 kap. 19 a §) to the head teacher.
    Inquiry {
        /// Why.
        text: String,
    },
}

/// What a form about a pupil of a meeting showed. A number would not do: pupils leave the queue when they move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The pupil.
    pub pupil: PupilId,
    /// What had been decided about the pupil at the meeting: the statement.
    pub decided: Option<Uuid>,
    /// The figures: nothing that has come since is cleared by the decision.
    pub seen: Seen,
}

/// Pupils of a meeting, at most: what half an hour is enough for. The others come up next time.
pub const PUPILS: i64 = MOST as i64;

/// Begins a meeting at a school with those of its list whom nobody has acted on or whose follow-up is due, twenty at
/// most.
/// The same id again is the same meeting.
///
/// # Errors
/// Refused: nobody to talk about. Denied. The room.
pub async fn begin(cx: &Cx, id: Uuid, school: UnitId) -> Result<()> {
    may_hold(cx, school)?;
    let who = cx.who().ok_or_else(|| Failure::denied("denied-content"))?;
    if of_actor(cx, id).await.is_ok() {
        return Ok(());
    }
    let mut queue = Vec::new();
    for row in open(cx, school, MOST).await?.0 {
        let places = permit::places(cx, row.person).await?;
        queue.extend(permit::document(cx, &places, ZONE).ok().map(|(_, permit)| permit));
    }
    if queue.is_empty() {
        return Err(Refusal::new("meeting-nobody").into());
    }
    let mut change = cx.room().change(cx.now()).await?;
    meetings::begin(&mut change, queue, &New { id, unit: school, account: who.user }).await?;
    Ok(change.commit().await?)
}

/// Decides about a pupil of the meeting. A new choice takes the place of the one that the form showed.
///
/// # Errors
/// Refused, by field as in [`super::document`]: `follow_up` is the day of each choice; somebody has decided something
/// else since the form was shown. Denied. The room.
pub async fn decide(cx: &Cx, id: Uuid, meeting: Uuid, shown: Shown, choice: Choice) -> Result<()> {
    let found = of_actor(cx, meeting).await?;
    if found.ended.is_some() {
        return Err(Refusal::new("meeting-ended").into());
    }
    let item = found.items.iter().find(|item| item.person == shown.pupil);
    let item = item.ok_or_else(|| Failure::denied("denied-content"))?;
    // The same form again is judged as it is written: it may say something else.
    let again = item.statement == Some(id);
    if item.statement != shown.decided && !again {
        return Err(Refusal::new("meeting-decided-meanwhile").into());
    }
    let places = permit::places(cx, item.person).await?;
    let (at, permit) = permit::document(cx, &places, ZONE)?;
    let calendar = room::calendar::load(cx.room()).await?;
    let (kind, text, day, assignee) = match choice {
        Choice::Wait { until } => (StepKind::Wait, String::new(), until, None),
        Choice::Do { assignee, by, text } => (StepKind::Assigned, text, by, Some(assignee)),
        Choice::Inquiry { text } => (StepKind::InquiryProposed, text, when::usual(&calendar, cx.today()), None),
    };
    let text = form::lines(&text);
    let known = if assignee.is_some() { colleagues::of_pupil(cx, &at, ZONE).await? } else { Vec::new() };
    let assignee = assignee.map(|user| known.iter().find(|it| it.user == user));
    let filled = Filled {
        kind,
        day: cx.today(),
        text: &text,
        follow_up: Some(day),
        assignee: assignee.map(|found| found.is_some()),
    };
    let wrong = form::wrong(&filled, cx.today());
    if !wrong.is_empty() {
        return Err(Failure::Refused(wrong));
    }
    let tasks = match kind {
        StepKind::InquiryProposed => colleagues::head_teachers(cx, at.unit).await?,
        _ => assignee.flatten().map(|it| it.user).into_iter().collect(),
    };
    let take = Take {
        id,
        at: &at,
        kind,
        day: cx.today(),
        text: &text,
        follow_up: Some(day),
        assignee: assignee.flatten(),
        seen: take::seen(cx, &places).await?.and(shown.seen),
        meeting: Some(meeting),
        tasks,
    };
    let (replaces, to_replace) = (random::id(cx.now())?, permit::document(cx, &places, ZONE)?.1);
    let mut change = cx.room().change(cx.now()).await?;
    let Some(written) = take::write(cx, &mut change, permit, &take).await? else { return Ok(change.commit().await?) };
    // Two who decide at once: the second finds that the first has, and all of this is undone.
    meetings::decided(&mut change, &written, meeting, shown.decided).await?;
    if let Some(before) = shown.decided {
        let body = Body::Retraction(Retraction { of: before.to_string(), reason: REPLACED.to_owned() });
        if let Some(written) = take::say(&mut change, to_replace, &at, replaces, &body).await? {
            // Whoever made it may have taken it back on the pupil's page: then there is nothing to take back here.
            match marks::apply(&mut change, &written, &Effect::Retracted(before)).await {
                Ok(_) => {}
                Err(room::Failure::Refused(_)) => {}
                Err(fault) => return Err(fault.into()),
            }
        }
    }
    Ok(change.commit().await?)
}

/// Ends the meeting: whoever may hold meetings at the school can, for who began it may have left; ended already, it stays so.
///
/// # Errors
/// Denied. The room.
pub async fn end(cx: &Cx, meeting: Uuid) -> Result<()> {
    let found = of_actor(cx, meeting).await?;
    if found.ended.is_some() {
        return Ok(());
    }
    let mut change = cx.room().change(cx.now()).await?;
    meetings::end(&mut change, meeting, "").await?;
    Ok(change.commit().await?)
}
