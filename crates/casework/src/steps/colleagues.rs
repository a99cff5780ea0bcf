//! Who works with the pupils of a school, and can be given something to do.

use access::{Actor, Place, PupilAt, ReadAct, Role, RoleAt, Target, UnitId, UserId};

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
pub(crate) async fn of_school(cx: &Cx, school: UnitId) -> Result<Vec<Candidate>> {
    let at_school = |place: &Place| match place {
        Place::Unit(unit) => *unit == school,
        Place::Class(class) => class.unit == school,
        Place::Room => false,
    };
    let mut found = Vec::new();
    for account in room::accounts::at_unit(cx.room(), school).await? {
        let role = account.roles.iter().find(|held| WITH_PUPILS.contains(&held.role) && at_school(&held.place));
        let Some(role) = role.map(|held| held.role) else { continue };
        let colleague = Colleague { user: account.user, name: account.name, role };
        found.push(Candidate { colleague, roles: account.roles });
    }
    found.sort_by(|a, b| (&a.colleague.name, a.colleague.user).cmp(&(&b.colleague.name, b.colleague.user)));
    Ok(found)
}

impl Candidate {
    /// Whether she or he may see the pupil's absence, and so can be given something to do.
    pub(crate) fn fits(&self, cx: &Cx, pupil: &PupilAt) -> bool {
        let actor = Actor::Person { user: self.colleague.user, roles: self.roles.clone() };
        let target = Target::Pupil(pupil.clone());
        cx.access().decide(&actor, ReadAct::SeeAbsenceFigures, &target).is_ok()
    }
}

/// Those of the school's who can be given something to do about a pupil.
pub(crate) async fn of_pupil(cx: &Cx, pupil: &PupilAt) -> Result<Vec<Colleague>> {
    let all = of_school(cx, pupil.unit).await?;
    Ok(all.into_iter().filter(|it| it.fits(cx, pupil)).map(|it| it.colleague).collect())
}

/// The head teachers of a school.
pub(crate) async fn head_teachers(cx: &Cx, school: UnitId) -> Result<Vec<UserId>> {
    let leads = |it: &Candidate| {
        it.roles.iter().any(|held| held.role == Role::HeadTeacher && held.place == Place::Unit(school))
    };
    Ok(of_school(cx, school).await?.iter().filter(|it| leads(it)).map(|it| it.colleague.user).collect())
}
