//! Who may hold a meeting of the pupil health team: those who may document in the school's support zone.

use access::{Place, PupilAt, PupilId, Target, UnitId, WriteAct, Zone};
use room::meetings::Meeting;
use uuid::Uuid;

use crate::{Cx, Failure, Result};

/// Pupils of a meeting, at most.
pub(crate) const MOST: usize = 60;

/// Whether the actor may hold meetings at a school: asked about a pupil there who does not exist.
///
/// # Errors
/// Denied.
pub(crate) fn may_hold(cx: &Cx, unit: UnitId) -> Result<()> {
    let nobody = PupilAt { id: PupilId(0), unit, class: None, protected: false, extract_consented: false };
    let act = WriteAct::DocumentStep(Zone::SchoolSupport);
    cx.access().decide(cx.actor(), act, &Target::Pupil(nobody))?;
    Ok(())
}

/// The schools where the actor may hold meetings.
pub(crate) fn schools(cx: &Cx) -> Vec<UnitId> {
    let places = cx.who().into_iter().flat_map(|who| &who.roles).filter_map(|held| match &held.place {
        Place::Unit(unit) => Some(*unit),
        Place::Class(_) | Place::Room => None,
    });
    let mut units: Vec<UnitId> = places.filter(|unit| may_hold(cx, *unit).is_ok()).collect();
    units.sort_unstable();
    units.dedup();
    units
}

/// A meeting at a school where the actor may hold it. One that is not there and one elsewhere are the same no.
pub(crate) async fn of_actor(cx: &Cx, meeting: Uuid) -> Result<Meeting> {
    let found = room::meetings::get(cx.room(), meeting).await?;
    let found = found.ok_or_else(|| Failure::denied("denied-content"))?;
    may_hold(cx, found.unit)?;
    Ok(found)
}
