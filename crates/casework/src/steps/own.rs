//! One's own earlier step: found through the zones that one may read, and only changed by whoever made it.

use access::{PupilAt, ReadAct, Zone};
use domain::step::{Done, Statement, fold};
use uuid::Uuid;

use super::permit;
use crate::{Cx, Failure, Result};

/// A step as it stands, and its zone.
pub(crate) struct Found {
    pub(crate) done: Done,
    pub(crate) zone: Zone,
    /// Ids of all statements in its zone: to know a form that was sent before.
    pub(crate) ids: Vec<Uuid>,
}

/// The step with an id, in whichever zone the actor may read. Denied when there is none, or it is not for the actor:
/// the two are never told apart.
pub(crate) async fn find(cx: &Cx, places: &[PupilAt], step: Uuid) -> Result<Found> {
    let mut reading = cx.room().reading(cx.now());
    let mut found = None;
    for zone in Zone::OF_STEPS {
        let Ok(permit) = permit::read(cx, places, ReadAct::ReadStepContent(zone)) else { continue };
        let all = room::statements::read(&mut reading, permit).await?;
        let steps = fold(&all.iter().map(folded).collect::<Vec<_>>()).steps;
        if let Some(done) = steps.into_iter().find(|it| it.id == step.as_u128()) {
            found = Some(Found { done, zone, ids: all.iter().map(|it| it.id).collect() });
            break;
        }
    }
    reading.show(found).await?.ok_or_else(|| Failure::denied("denied-content"))
}

/// The same, when the actor made it.
pub(crate) async fn of_actor(cx: &Cx, places: &[PupilAt], step: Uuid) -> Result<Found> {
    let found = find(cx, places, step).await?;
    let own = cx.who().is_some_and(|who| who.user.to_string() == found.done.step.by_id);
    if own { Ok(found) } else { Err(Failure::denied("denied-content")) }
}

/// A statement of the room as the fold takes it.
pub(crate) fn folded(it: &room::statements::Statement) -> Statement<'_> {
    Statement { id: it.id.as_u128(), lamport: it.lamport, side: &it.side, body: &it.body }
}
