//! Where somebody decides on inquiries, and the proposals that wait there.

use access::{ListAct, Place, PupilAt, PupilId, Target, UnitId, WriteAct, Zone};
use domain::step::StepKind;
use jiff::{SignedDuration, Timestamp};
use room::Reading;
use room::tasks::{self, Asked};

use crate::{Cx, Result};

/// The zones whose proposals count. Never pupil health, whatever else the actor works as: what stands there must not
/// become a ground that others read.
pub(crate) const ZONES: [Zone; 2] = [Zone::SchoolGeneral, Zone::SchoolSupport];
/// For how long what was decided stays at hand, in hours: four weeks, for the report is to be sent at once.
const AT_HAND: i64 = 28 * 24;

/// The schools where the actor decides on inquiries: asked about a pupil there who does not exist.
pub(crate) fn schools(cx: &Cx) -> Vec<UnitId> {
    let decides = |unit: UnitId| {
        let nobody = PupilAt { id: PupilId(0), unit, class: None, protected: false, extract_consented: false };
        cx.access().decide(cx.actor(), WriteAct::DecideInquiry, &Target::Pupil(nobody)).is_ok()
    };
    let places = cx.who().into_iter().flat_map(|who| &who.roles).filter_map(|held| match &held.place {
        Place::Unit(unit) => Some(*unit),
        Place::Class(_) | Place::Room => None,
    });
    let mut units: Vec<UnitId> = places.filter(|unit| decides(*unit)).collect();
    units.sort_unstable();
    units.dedup();
    units
}

/// Proposals of an inquiry about the pupils of some schools: those that wait, and those answered lately. The oldest
/// first.
///
/// # Errors
/// The room.
pub(crate) async fn proposals(cx: &Cx, reading: &mut Reading<'_>, units: &[UnitId]) -> Result<Vec<Asked>> {
    let since = cx.now().checked_sub(SignedDuration::from_hours(AT_HAND)).unwrap_or(Timestamp::MIN);
    let mut found = Vec::new();
    for zone in ZONES {
        let Ok(permit) = cx.access().scope(cx.actor(), ListAct::ListSteps(zone)) else { continue };
        found.extend(tasks::asked(reading, permit, units, (StepKind::InquiryProposed, since), cx.today()).await?);
    }
    found.sort_by_key(|it| (it.at, it.person, it.statement));
    Ok(found)
}
