//! Permits for the tests, given by the real policies, and the pupils of Björkstad as roster rows.

use std::sync::LazyLock;

use access::{
    Access, Actor, Job, List, ListAct, Permit, Place, PupilAt, PupilId, Read, ReadAct, Role, RoleAt, Target, UnitId,
    UserId, Write, WriteAct, Zone,
};
use domain::pupil::{Pupil, Span};
use domain::{Day, Grade, SchoolForm, SchoolYear};
use jiff::civil::date;
use room::{Room, people, relations};
use uuid::Uuid;

use crate::home::now;

pub static ACCESS: LazyLock<Access> = LazyLock::new(|| Access::new().unwrap());

pub const SCHOOL: i32 = 90_000_101;

/// The day of the test's clock.
pub fn today() -> Day {
    Day::of(date(2026, 11, 22))
}

/// A UUID of version 7 that is the same in every run.
pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0192_d3a4_5b6c_7000_8000_0000_0000_0000 + number)
}

pub fn person(role: Role, place: Place) -> Actor {
    Actor::Person { user: UserId(7), roles: vec![RoleAt { role, place }] }
}

pub fn head_teacher() -> Actor {
    person(Role::HeadTeacher, Place::Unit(UnitId(SCHOOL)))
}

pub fn counsellor() -> Actor {
    person(Role::SchoolCounsellor, Place::Unit(UnitId(SCHOOL)))
}

pub fn may_import() -> Permit<Write> {
    ACCESS.decide(&Actor::Job(Job::Import), WriteAct::Import, &Target::Room).unwrap()
}

pub fn may_import_to(unit: i32) -> Permit<Write> {
    ACCESS.decide(&Actor::Job(Job::Import), WriteAct::Import, &Target::Unit(UnitId(unit))).unwrap()
}

pub fn may_document(pupil: &PupilAt, zone: Zone) -> Permit<Write> {
    ACCESS.decide(&counsellor(), WriteAct::DocumentStep(zone), &Target::Pupil(pupil.clone())).unwrap()
}

pub fn may_read(pupil: &PupilAt, zone: Zone) -> Permit<Read> {
    ACCESS.decide(&counsellor(), ReadAct::ReadStepContent(zone), &Target::Pupil(pupil.clone())).unwrap()
}

pub fn may_see(pupil: &PupilAt) -> Permit<Read> {
    ACCESS.decide(&counsellor(), ReadAct::SeeAbsenceFigures, &Target::Pupil(pupil.clone())).unwrap()
}

pub fn may_list(actor: &Actor) -> Permit<List> {
    ACCESS.scope(actor, ListAct::ListPupils).unwrap()
}

/// Every permit to list steps that the policies give an actor.
pub fn may_list_steps(actor: &Actor) -> Vec<Permit<List>> {
    Zone::OF_STEPS.iter().filter_map(|zone| ACCESS.scope(actor, ListAct::ListSteps(*zone)).ok()).collect()
}

pub fn may_list_steps_in(actor: &Actor, zone: Zone) -> Option<Permit<List>> {
    ACCESS.scope(actor, ListAct::ListSteps(zone)).ok()
}

pub fn may_scan() -> Permit<Write> {
    ACCESS.decide(&Actor::Job(Job::Scan), WriteAct::ComputeFigures, &Target::Room).unwrap()
}

pub fn may_manage() -> Permit<Write> {
    ACCESS.decide(&person(Role::Administrator, Place::Room), WriteAct::ManageAccounts, &Target::Room).unwrap()
}

pub fn may_configure() -> Permit<Write> {
    ACCESS.decide(&person(Role::Administrator, Place::Room), WriteAct::Configure, &Target::Room).unwrap()
}

pub fn may_remind() -> Permit<Write> {
    ACCESS.decide(&Actor::Job(Job::ProtectedReminder), WriteAct::RemindAboutProtected, &Target::Room).unwrap()
}

pub fn may_review_protected() -> Permit<Write> {
    ACCESS.decide(&person(Role::ProtectedDataOfficer, Place::Room), WriteAct::ReviewProtected, &Target::Room).unwrap()
}

pub fn may_see_mark(pupil: &PupilAt) -> Permit<Read> {
    ACCESS.decide(&counsellor(), ReadAct::SeeStepOccurred, &Target::Pupil(pupil.clone())).unwrap()
}

pub fn may_see_quality(target: &Target) -> Permit<Read> {
    ACCESS.decide(&person(Role::Coordinator, Place::Room), ReadAct::SeeDataQuality, target).unwrap()
}

pub fn mentor(unit: i32, class: &str) -> Actor {
    person(Role::Mentor, Place::Class(access::Class { unit: UnitId(unit), name: class.to_owned() }))
}

pub fn may_index() -> Permit<List> {
    ACCESS.scope(&Actor::Job(Job::Names), ListAct::IndexNames).unwrap()
}

pub fn may_review_room() -> Permit<Read> {
    ACCESS.decide(&person(Role::AccessReviewer, Place::Room), ReadAct::ReviewJournal, &Target::Room).unwrap()
}

pub fn may_review_school() -> Permit<Read> {
    ACCESS.decide(&head_teacher(), ReadAct::ReviewJournal, &Target::Unit(UnitId(SCHOOL))).unwrap()
}

/// Whether a pupil is within the scope that the policies give an actor. That the scope is what the policies say of each
/// pupil is tested in access.
pub fn lists(actor: &Actor, pupil: &PupilAt) -> bool {
    may_list(actor).scope().unwrap().contains(pupil)
}

/// The pupils of Björkstad as a delivery has them.
pub fn roster() -> Vec<Pupil> {
    let row = |it: &cast::pupils::Pupil| Pupil {
        pupil: it.number,
        personal_number: it.personal_number.to_owned(),
        name: it.name.to_owned(),
        school: it.school,
        class: it.class.to_owned(),
        grade: Grade { form: SchoolForm::CompulsorySchool, level: it.level, school_year: SchoolYear(2026) },
        enrolled: Span { from: Day::of(date(2026, 8, 17)), to: None },
        protected: it.protected,
        reduced_timetable: None,
    };
    cast::pupils::PUPILS.iter().map(row).collect()
}

/// The id that a test gives a new pupil.
pub fn new_id(pupil: &Pupil) -> Uuid {
    id(u128::from(pupil.pupil.unsigned_abs()))
}

/// Roster rows of made-up pupils, in the classes 7A to 7D of some schools.
pub fn many(first: i32, pupils: i32, schools: &[i32]) -> Vec<Pupil> {
    let row = |(number, school): (i32, i32)| Pupil {
        pupil: first + number,
        personal_number: String::new(),
        name: format!("Elev {number}"),
        school,
        class: ["7A", "7B", "7C", "7D"][usize::try_from(number).unwrap() % 4].to_owned(),
        grade: Grade { form: SchoolForm::CompulsorySchool, level: 7, school_year: SchoolYear(2026) },
        enrolled: Span { from: Day::of(date(2026, 8, 17)), to: None },
        protected: false,
        reduced_timetable: None,
    };
    (0..pupils).zip(schools.iter().copied().cycle()).map(row).collect()
}

/// Takes in many rows, a little at a time.
pub async fn put_many(room: &Room, rows: &[Pupil]) {
    let rows: Vec<_> = rows.iter().map(|row| (new_id(row), row)).collect();
    people::put_all(room, now(), may_import(), &rows).await.unwrap();
}

pub async fn put(room: &Room, permit: Permit<Write>, rows: &[Pupil]) -> room::Result<()> {
    let rows: Vec<_> = rows.iter().map(|row| (new_id(row), row)).collect();
    let mut change = room.change(now()).await?;
    people::put(&mut change, permit, &rows).await?;
    change.commit().await
}

/// Takes in the whole roster, and gives the pupils of Björkskolan who are not protected.
pub async fn settle(room: &Room) -> Vec<PupilAt> {
    put(room, may_import(), &roster()).await.unwrap();
    let all = relations::of_all(room, today()).await.unwrap();
    all.into_iter().filter(|it| it.unit == UnitId(SCHOOL) && !it.protected).collect()
}

/// The id as access writes it.
pub fn pupil(row: &Pupil) -> PupilId {
    PupilId(new_id(row).as_u128())
}
