//! Who works with the pupils of a school, and can be given something to do.

use access::{Actor, ListAct, Place, PupilAt, ReadAct, Role, RoleAt, Target, UnitId, UserId, Zone};

use crate::view::Colleague;
use crate::{Cx, Result};

/// Somebody with an open account and a role at a school.
pub(crate) struct Candidate {
    pub(crate) colleague: Colleague,
    roles: Vec<RoleAt>,
}

/// Roles whose work is with pupils.
const WITH_PUPILS: [Role; 4] = [Role::Mentor, Role::SchoolCounsellor, Role::SpecialEducator, Role::HeadTeacher];

/// Those who work with pupils at a school, by name.
///
/// # Errors
/// Denied: the actor may list no pupils. The room.
pub(crate) async fn of_school(cx: &Cx, school: UnitId) -> Result<Vec<Candidate>> {
    let permit = cx.access().scope(cx.actor(), ListAct::ListPupils)?;
    let mut reading = cx.room().reading(cx.now());
    let all = room::accounts::colleagues(&mut reading, permit).await?;
    let at_school = |place: &Place| match place {
        Place::Unit(unit) => *unit == school,
        Place::Class(class) => class.unit == school,
        Place::Room => false,
    };
    let mut found = Vec::new();
    for it in reading.show(all).await? {
        let role = it.roles.iter().find(|held| WITH_PUPILS.contains(&held.role) && at_school(&held.place));
        let Some(role) = role.map(|held| held.role) else { continue };
        found.push(Candidate {
            colleague: Colleague { user: it.id, name: it.name, role, not_in: Vec::new() },
            roles: it.roles,
        });
    }
    Ok(found)
}

impl Candidate {
    /// Whether she or he may read what is written about the pupil in a zone, and so can be given something to do by it.
    pub(crate) fn fits(&self, cx: &Cx, pupil: &PupilAt, zone: Zone) -> bool {
        let actor = Actor::Person { user: self.colleague.user, roles: self.roles.clone() };
        cx.access().decide(&actor, ReadAct::ReadStepContent(zone), &Target::Pupil(pupil.clone())).is_ok()
    }
}

/// Those of the school's who can be given something to do about a pupil by a step in a zone.
///
/// # Errors
/// As for [`of_school`].
pub(crate) async fn of_pupil(cx: &Cx, pupil: &PupilAt, zone: Zone) -> Result<Vec<Colleague>> {
    of_zones(cx, pupil, &[zone]).await
}

/// Those who can by a step in one of several zones, and in which of them each cannot.
///
/// # Errors
/// As for [`of_school`].
pub(crate) async fn of_zones(cx: &Cx, pupil: &PupilAt, zones: &[Zone]) -> Result<Vec<Colleague>> {
    let mut found = Vec::new();
    for it in of_school(cx, pupil.unit).await? {
        let not_in: Vec<Zone> = zones.iter().copied().filter(|zone| !it.fits(cx, pupil, *zone)).collect();
        if not_in.len() < zones.len() {
            found.push(Colleague { not_in, ..it.colleague });
        }
    }
    Ok(found)
}

/// The head teachers of a school.
///
/// # Errors
/// As for [`of_school`].
pub(crate) async fn head_teachers(cx: &Cx, school: UnitId) -> Result<Vec<UserId>> {
    let here = RoleAt { role: Role::HeadTeacher, place: Place::Unit(school) };
    let all = of_school(cx, school).await?;
    Ok(all.iter().filter(|it| it.roles.contains(&here)).map(|it| it.colleague.user).collect())
}
