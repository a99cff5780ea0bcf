//! The form of a step: what can be chosen, and what was begun before.

use access::{PupilId, ReadAct, Zone};
use domain::Day;
use domain::step::{Seen, StepKind};

use super::pupil::{StepLine, steps};
use super::{Colleague, School};
use crate::steps::{colleagues, form, permit, school, take, when};
use crate::verb::draft;
use crate::{Cx, Failure, Result, calendar};

/// The form.
#[derive(Clone, Debug)]
pub struct StepForm {
    /// The pupil.
    pub pupil: PupilId,
    /// Name.
    pub name: String,
    /// School.
    pub school: School,
    /// Class.
    pub class: String,
    /// The kind.
    pub kind: StepKind,
    /// The zones that the actor may choose, the usual one first.
    pub zones: Vec<Zone>,
    /// Follow-up days to choose with one click: number of school weeks and the day. The usual one is `usual`.
    pub follow_ups: Vec<(u8, Day)>,
    /// The usual follow-up day; `None` for a kind without one.
    pub usual: Option<Day>,
    /// Who can be given something to do: those who may read one of the zones, and which of them they may not.
    pub colleagues: Vec<Colleague>,
    /// What the figures say, which the form shows and sends along.
    pub seen: Seen,
    /// For a decision on an inquiry, what has been done before, newest first: as on the pupil's page.
    pub steps: Vec<StepLine>,
    /// What the actor had begun to write.
    pub draft: Option<Draft>,
}

/// What was begun. As typed: it need not be right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The fields of the form, by name.
    pub fields: Vec<(String, String)>,
}

/// The form of a kind of step.
///
/// # Errors
/// Denied: the actor may not document such a step about the pupil. The room.
pub async fn view(cx: &Cx, pupil: PupilId, kind: StepKind) -> Result<StepForm> {
    let places = permit::places(cx, pupil).await?;
    let zones = permit::zones(cx, &places, kind);
    let Some(first) = zones.first() else { return Err(Failure::denied("denied-content")) };
    let (at, _) = permit::document(cx, &places, *first)?;
    let read = permit::read(cx, &places, ReadAct::SeeAbsenceFigures)?;
    let mut reading = cx.room().reading(cx.now());
    let who = room::people::identity(&mut reading, read).await?;
    let seen = take::seen_in(cx, &mut reading, &places).await?;
    let decides = kind.is_inquiry_decision();
    let steps = if decides { steps::of(cx, &mut reading, &places).await?.1 } else { Vec::new() };
    let name = reading.show(who).await?.ok_or_else(|| Failure::denied("denied-content"))?.name;
    let colleagues = if form::has_assignee(kind) { colleagues::of_zones(cx, &at, &zones).await? } else { Vec::new() };
    let calendar = calendar::of(cx, &cx.versions().await?).await?;
    let followed = form::has_follow_up(kind);
    Ok(StepForm {
        pupil,
        name,
        school: school::named(cx, at.unit).await?,
        class: at.class.clone().unwrap_or_default(),
        kind,
        zones,
        follow_ups: if followed { when::choices(&calendar, cx.today()) } else { Vec::new() },
        usual: followed.then(|| when::usual(&calendar, cx.today())),
        colleagues,
        seen,
        steps,
        draft: draft::of_kind(cx, pupil, kind).await?,
    })
}
