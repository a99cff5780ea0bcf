//! The minutes of a meeting, made of what was decided in it.

use std::collections::BTreeMap;

use access::{ListAct, PupilId, ReadAct, UnitId, UserId};
use domain::Day;
use domain::step::{StepKind, fold};
use room::{people, statements};
use uuid::Uuid;

use super::School;
use crate::steps::meeting::{ZONE, of_actor};
use crate::steps::when::day_of;
use crate::steps::{colleagues, own, permit, school};
use crate::{Cx, Result};

/// The minutes.
#[derive(Clone, Debug)]
pub struct Minutes {
    /// The meeting.
    pub meeting: Uuid,
    /// School.
    pub school: School,
    /// Day.
    pub day: Day,
    /// Who led it.
    pub by: String,
    /// Whether it has been ended.
    pub ended: bool,
    /// What was decided, in the order of the meeting.
    pub decisions: Vec<Decision>,
    /// Pupils who were not reached or passed over.
    pub left: i64,
}

/// A decision.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The pupil.
    pub pupil: PupilId,
    /// Name.
    pub name: String,
    /// Class.
    pub class: String,
    /// What.
    pub kind: StepKind,
    /// The words.
    pub text: String,
    /// Who is to do it.
    pub assignee: Option<String>,
    /// When.
    pub follow_up: Option<Day>,
}

/// The minutes of a meeting: only what the reader may read.
///
/// # Errors
/// Denied: no such meeting, or not for the actor. The room.
pub async fn view(cx: &Cx, meeting: Uuid) -> Result<Minutes> {
    let found = of_actor(cx, meeting).await?;
    let decided: Vec<_> =
        found.items.iter().filter_map(|item| item.statement.map(|statement| (item.person, statement))).collect();
    let mut reading = cx.room().reading(cx.now());
    let pupils: Vec<PupilId> = decided.iter().map(|(pupil, _)| *pupil).collect();
    let permit = cx.access().scope(cx.actor(), ListAct::ListPupils)?;
    let names: BTreeMap<PupilId, String> =
        people::names(&mut reading, permit, &pupils, cx.today()).await?.into_iter().collect();
    let mut decisions = Vec::new();
    for (pupil, statement) in decided {
        let places = permit::places(cx, pupil).await?;
        let (Some(name), Ok(read)) = (names.get(&pupil), permit::read(cx, &places, ReadAct::ReadStepContent(ZONE)))
        else {
            continue;
        };
        let all = statements::read(&mut reading, read).await?;
        let steps = fold(&all.iter().map(own::folded).collect::<Vec<_>>()).steps;
        let done = steps.into_iter().find(|it| it.id == statement.as_u128() && it.retracted.is_none());
        let Some(done) = done else { continue };
        let class = places.iter().find(|at| at.unit == found.unit).and_then(|at| at.class.clone());
        decisions.push(Decision {
            pupil,
            name: name.clone(),
            class: class.unwrap_or_default(),
            kind: done.step.kind,
            text: done.step.text,
            assignee: done.step.assignee.map(|it| it.name),
            follow_up: done.follow_up,
        });
    }
    let by = leader(cx, found.account, found.unit).await?;
    let left = found.items.len().saturating_sub(decisions.len());
    Ok(reading
        .show(Minutes {
            meeting,
            school: school::named(cx, found.unit).await?,
            day: day_of(found.begun),
            by,
            ended: found.ended.is_some(),
            decisions,
            left: i64::try_from(left).unwrap_or(i64::MAX),
        })
        .await?)
}

/// The name of who led a meeting; empty when she or he no longer works at the school.
async fn leader(cx: &Cx, account: UserId, unit: UnitId) -> Result<String> {
    if let Some(who) = cx.who().filter(|who| who.user == account) {
        return Ok(who.name.clone());
    }
    let all = colleagues::of_school(cx, unit).await?;
    Ok(all.into_iter().map(|it| it.colleague).find(|it| it.user == account).map(|it| it.name).unwrap_or_default())
}
