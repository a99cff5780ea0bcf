//! Who may hold a meeting of the pupil health team, and who is to be taken up in it.

use access::{ListAct, Place, PupilAt, PupilId, Target, UnitId, WriteAct, Zone};
use room::meetings::Meeting;
use room::results::{self, ListAsk, ListRow, Wanted, WorkList};
use uuid::Uuid;

use crate::{Cx, Failure, Result};

/// The zone that a meeting writes in.
pub(crate) const ZONE: Zone = Zone::SchoolSupport;
/// Pupils of a meeting, at most: what half an hour is enough for. The others come up next time.
pub(crate) const MOST: u16 = 20;

/// Whether the actor may hold meetings at a school: asked about a pupil there who does not exist.
///
/// # Errors
/// Denied.
pub(crate) fn may_hold(cx: &Cx, unit: UnitId) -> Result<()> {
    let nobody = PupilAt { id: PupilId(0), unit, class: None, protected: false, extract_consented: false };
    let _ = cx.access().decide(cx.actor(), WriteAct::DocumentStep(ZONE), &Target::Pupil(nobody))?;
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
///
/// # Errors
/// Denied. The room.
pub(crate) async fn of_actor(cx: &Cx, meeting: Uuid) -> Result<Meeting> {
    let permit = cx.access().scope(cx.actor(), ListAct::ListSteps(ZONE))?;
    let mut reading = cx.room().reading(cx.now());
    let found = room::meetings::read(&mut reading, permit, meeting, cx.today()).await?;
    let found = reading.show(found).await?.ok_or_else(|| Failure::denied("denied-content"))?;
    may_hold(cx, found.unit)?;
    Ok(found)
}

/// Those of a school's list whom nobody has acted on or whose follow-up is due, in the order of the list, and how many
/// there are in all.
///
/// # Errors
/// Denied. The room.
pub(crate) async fn open(cx: &Cx, unit: UnitId, most: u16) -> Result<(Vec<ListRow>, u64)> {
    let mut reading = cx.room().reading(cx.now());
    let (mut rows, mut all) = (Vec::new(), 0);
    for state in [Wanted::Untouched, Wanted::FollowUp] {
        let permit = cx.access().scope(cx.actor(), ListAct::ListPupils)?;
        let ask = ListAsk { list: WorkList::School, units: vec![unit], state, limit: most, ..ListAsk::default() };
        let Some(page) = results::list(&mut reading, permit, Vec::new(), &ask, cx.today()).await? else { continue };
        all = page.totals.untouched + page.totals.follow_up;
        rows.extend(page.rows);
    }
    rows.sort_by_key(|row| row.place);
    rows.truncate(most.into());
    Ok(reading.show((rows, all)).await?)
}
