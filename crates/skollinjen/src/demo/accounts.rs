//! The people of the demo, and what is told of its schools and school years.

use access::{Class, Place, Role, RoleAt, UnitId, UserId};
use casework::Cx;
use casework::verb::account::{New, create as account};
use casework::verb::describe::{Description, run as describe_room};
use cast::people::{PEOPLE, Person, Role as Works};
use domain::calendar::{Break, Calendar};
use domain::{Day, SchoolYear, Term};

use super::rooms::TEAM;
use crate::ids;

/// Tells the names of the schools, and the calendars.
pub async fn describe(cx: &Cx) -> anyhow::Result<()> {
    let schools = cast::schools::SCHOOLS.iter().map(|school| {
        let district = cast::schools::DISTRICTS.get(school.district).copied().unwrap_or_default();
        (UnitId(school.code), school.name.to_owned(), district.to_owned())
    });
    let years = cast::clock::CALENDARS.iter().map(|year| (SchoolYear(year.year), calendar(year)));
    Ok(describe_room(cx, Description { schools: schools.collect(), years: years.collect() }).await?)
}

fn calendar(year: &cast::clock::Calendar) -> Calendar {
    let day = Day::of;
    Calendar {
        terms: year.terms.iter().map(|(first, last)| Term { start: day(*first), end: day(*last) }).collect(),
        breaks: year
            .breaks
            .iter()
            .map(|pause| Break { name: pause.name.to_owned(), from: day(pause.first), to: day(pause.last) })
            .collect(),
        study_days: year.study_days.iter().map(|date| day(*date)).collect(),
    }
}

/// Makes the accounts of a room's people. They have no passwords: only the chooser opens them.
pub async fn create(cx: &Cx, room: cast::schools::Room) -> anyhow::Result<()> {
    for person in PEOPLE.iter().filter(|person| person.room == room) {
        let new = New {
            user: UserId(ids::new().as_u128()),
            name: person.name.to_owned(),
            login: person.id.to_owned(),
            password: None,
            roles: roles(person),
        };
        account(cx, new).await?;
    }
    Ok(())
}

/// The roles of a person of the cast in her or his room.
fn roles(person: &Person) -> Vec<RoleAt> {
    let at_schools = |role: Role| {
        person.schools.iter().map(|unit| RoleAt { role, place: Place::Unit(UnitId(*unit)) }).collect::<Vec<_>>()
    };
    let at_team = |role: Role| vec![RoleAt { role, place: Place::Unit(TEAM) }];
    let in_room = |role: Role| vec![RoleAt { role, place: Place::Room }];
    match person.role {
        Works::Counsellor => at_schools(Role::SchoolCounsellor),
        Works::SpecialEducator => at_schools(Role::SpecialEducator),
        Works::HeadTeacher => at_schools(Role::HeadTeacher),
        Works::SchoolNurse => at_schools(Role::SchoolNurse),
        Works::Mentor => person
            .schools
            .iter()
            .zip(person.class)
            .map(|(unit, class)| Class { unit: UnitId(*unit), name: class.to_owned() })
            .map(|class| RoleAt { role: Role::Mentor, place: Place::Class(class) })
            .collect(),
        Works::Coordinator => in_room(Role::Coordinator),
        Works::Administrator => in_room(Role::Administrator),
        Works::ProtectedDataOfficer => in_room(Role::ProtectedDataOfficer),
        Works::Registrar => in_room(Role::RecordsManager),
        Works::DataProtectionOfficer => in_room(Role::AccessReviewer),
        Works::SchoolSocialWorker => at_team(Role::SchoolSocialWorker),
        Works::FamilyTherapist => at_team(Role::FamilyTherapist),
        Works::UnitManager => at_team(Role::UnitManager),
    }
}
