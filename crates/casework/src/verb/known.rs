//! The first sitting: marking pupils as known, work going on.

use access::{PupilId, UnitId, UserId};
use domain::Day;
use domain::step::{Seen, StepKind};
use uuid::Uuid;

use crate::steps::colleagues::{self, Candidate};
use crate::steps::form::{self, Filled};
use crate::steps::take::{self, Take};
use crate::steps::{meeting, permit, zones};
use crate::{Cx, Failure, Refusal, Result};

/// Pupils marked in one change: some ten milliseconds, so that nobody else waits.
const AT_ONCE: usize = 20;
/// Pupils marked by one form, at most.
const MOST: usize = 500;

/// Pupils who are known: each with a fresh id and what the table showed of the figures, who works with her or him, and when it is to be followed up.
#[derive(Clone, Debug)]
pub struct Known {
    /// The school.
    pub school: UnitId,
    /// Fresh id, pupil, and what was shown: nothing that has come since is cleared.
    pub pupils: Vec<(Uuid, PupilId, Seen)>,
    /// Who works with them.
    pub assignee: UserId,
    /// Follow-up.
    pub follow_up: Day,
}

/// Marks them; how many were. Those who were marked by the same form before are not counted.
///
/// # Errors
/// Refused: no pupil chosen, `assignee` or `follow_up` not as in the form. Denied: one of them is not for the actor; then
/// none is marked. The room: then some may be marked, and the same form again marks the rest.
pub async fn run(cx: &Cx, known: Known) -> Result<usize> {
    let mut wrong = Vec::new();
    if known.pupils.is_empty() {
        wrong.push(Refusal::at("pupils", "known-nobody"));
    } else if known.pupils.len() > MOST {
        wrong.push(Refusal::at("pupils", "known-too-many"));
    }
    let colleagues = colleagues::of_school(cx, known.school).await?;
    let assignee = colleagues.iter().find(|it| it.colleague.user == known.assignee);
    let mut all = Vec::new();
    for (id, pupil, shown) in known.pupils.iter().take(MOST) {
        let mut places = permit::places(cx, *pupil).await?;
        places.retain(|at| at.unit == known.school);
        // All are judged before any is written: half a form is no form.
        let _ = permit::document(cx, &places, zones::usual(StepKind::KnownOngoing))?;
        all.push((*id, places, *shown));
    }
    let zone = zones::usual(StepKind::KnownOngoing);
    let fits = |it: &Candidate| all.iter().flat_map(|(_, places, _)| places.first()).all(|at| it.fits(cx, at, zone));
    let filled = Filled {
        kind: StepKind::KnownOngoing,
        day: cx.today(),
        text: "",
        follow_up: Some(known.follow_up),
        assignee: Some(assignee.is_some_and(fits)),
    };
    wrong.extend(form::wrong(&filled, cx.today()));
    let Some(assignee) = assignee.filter(|_| wrong.is_empty()) else { return Err(Failure::Refused(wrong)) };
    let mut marked = 0;
    for chunk in all.chunks(AT_ONCE) {
        let mut reading = cx.room().reading(cx.now());
        let mut ready = Vec::new();
        for (id, places, shown) in chunk {
            let (at, permit) = permit::document(cx, places, zones::usual(StepKind::KnownOngoing))?;
            ready.push((*id, at, permit, take::seen_in(cx, &mut reading, places).await?.and(*shown)));
        }
        let ready = reading.show(ready).await?;
        let mut change = cx.room().change(cx.now()).await?;
        let mut new = 0;
        for (id, at, permit, seen) in ready {
            let take = Take {
                id,
                at: &at,
                kind: StepKind::KnownOngoing,
                day: cx.today(),
                text: "",
                follow_up: Some(known.follow_up),
                assignee: Some(&assignee.colleague),
                seen,
                meeting: None,
                tasks: vec![known.assignee],
            };
            new += usize::from(take::write(cx, &mut change, permit, &take).await?.is_some());
        }
        change.commit().await?;
        marked += new;
    }
    Ok(marked)
}

/// Ends the first sitting of a school. Whoever may hold its meetings may.
///
/// # Errors
/// Denied. The room.
pub async fn end(cx: &Cx, school: UnitId) -> Result<()> {
    meeting::may_hold(cx, school)?;
    let mut change = cx.room().change(cx.now()).await?;
    room::units::sitting_done(&mut change, school).await?;
    Ok(change.commit().await?)
}
