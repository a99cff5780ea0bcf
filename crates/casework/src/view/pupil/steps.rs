//! What has been done about a pupil, as the reader may see it: what it was in the zones that the reader reads, and of
//! everything else only that it was done, and when.

use std::collections::BTreeSet;

use access::{PupilAt, ReadAct, Zone};
use domain::Day;
use domain::step::{Body, Done, Mark, fold};
use room::statements::{self, Statement as Stored};
use room::{Reading, marks};
use uuid::Uuid;

use super::{StepContent, StepLine};
use crate::steps::{own, permit};
use crate::{Cx, Result, days};

/// The mark on the work list and the steps, newest first. Nothing when the reader may not even see that they occurred.
pub(in crate::view) async fn of(
    cx: &Cx,
    reading: &mut Reading<'_>,
    places: &[PupilAt],
) -> Result<(Mark, Vec<StepLine>)> {
    let see = || permit::read(cx, places, ReadAct::SeeStepOccurred);
    let (Ok(allowed), Ok(again)) = (see(), see()) else { return Ok((Mark::default(), Vec::new())) };
    let mark = marks::of_pupil(reading, allowed).await?;
    let occurred = marks::occurred(reading, again).await?;
    let mut lines = Vec::new();
    for zone in Zone::OF_STEPS {
        let Ok(allowed) = permit::read(cx, places, ReadAct::ReadStepContent(zone)) else { continue };
        lines.extend(in_zone(cx, zone, &statements::read(reading, allowed).await?)?);
    }
    let read: BTreeSet<Uuid> = lines.iter().map(|line| line.id).collect();
    let unread = occurred.iter().map(|it| (Uuid::from_u128(it.id), it.day)).filter(|(id, _)| !read.contains(id));
    lines.extend(unread.map(|(id, day)| StepLine { id, day, content: None }));
    lines.sort_by_key(|line| std::cmp::Reverse((line.day, line.id)));
    Ok((mark, lines))
}

fn in_zone(cx: &Cx, zone: Zone, stored: &[Stored]) -> Result<Vec<StepLine>> {
    let steps = fold(&stored.iter().map(own::folded).collect::<Vec<_>>());
    let mut lines = Vec::new();
    for done in steps.steps {
        let retracted = match &done.retracted {
            Some(reason) => Some((retracted_on(stored, done.id)?, reason.clone())),
            None => None,
        };
        lines.push(line(cx, zone, done, retracted));
    }
    for id in steps.newer {
        let Some(it) = stored.iter().find(|it| it.id.as_u128() == id) else { continue };
        let content = StepContent {
            kind: None,
            zone,
            by: String::new(),
            text: String::new(),
            follow_up: None,
            assignee: None,
            retracted: None,
            own: false,
        };
        lines.push(StepLine { id: it.id, day: days::swedish(it.recorded_at)?, content: Some(content) });
    }
    Ok(lines)
}

fn line(cx: &Cx, zone: Zone, done: Done, retracted: Option<(Day, String)>) -> StepLine {
    let is_own = cx.who().is_some_and(|who| who.user.to_string() == done.step.by_id) && retracted.is_none();
    let content = StepContent {
        kind: Some(done.step.kind),
        zone,
        by: done.step.by,
        text: done.step.text,
        follow_up: done.follow_up,
        assignee: done.step.assignee,
        retracted,
        own: is_own,
    };
    StepLine { id: Uuid::from_u128(done.id), day: done.step.day, content: Some(content) }
}

/// The day on which a step was first taken back.
fn retracted_on(stored: &[Stored], step: u128) -> Result<Day> {
    let of = |it: &&Stored| match Body::from_json(&it.body) {
        Some(Body::Retraction(back)) => Uuid::parse_str(&back.of).is_ok_and(|id| id.as_u128() == step),
        _ => false,
    };
    let first = stored.iter().filter(of).map(|it| it.recorded_at).min();
    first.map_or(Ok(Day::default()), days::swedish)
}
