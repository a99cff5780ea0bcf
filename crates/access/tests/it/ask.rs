//! A question as a file has it, put to the code under test. The only place in these tests that knows its functions.

use std::sync::LazyLock;

use access::{
    Access, Actor, Class, EpisodeAt, EpisodeId, Job, ListAct, Place, PupilAt, PupilId, Purpose, ReadAct, Role, RoleAt,
    Side, Target, TokenId, UnitId, UserId, WriteAct, Zone,
};
use serde_json::Value;

pub static ACCESS: LazyLock<Access> = LazyLock::new(|| Access::new().expect("the embedded policies hold together"));

/// The policies that permit what a file asks, or `None` when it is denied.
pub fn ask(question: &Value) -> Option<Vec<String>> {
    answer(&who(&question["who"]), text(&question["does"]), question["zone"].as_str(), &about(&question["about"]))
}

/// The policies that permit an act, by its code, or `None` when it is denied.
pub fn answer(actor: &Actor, does: &str, zone: Option<&str>, target: &Target) -> Option<Vec<String>> {
    let zone = zone.map(|code| Zone::from_code(code).expect("a zone"));
    let reasons = match act(does, zone) {
        AnyAct::Read(act) => ACCESS.decide(actor, act, target).ok()?.into_used().reasons,
        AnyAct::Write(act) => ACCESS.decide(actor, act, target).ok()?.into_used().reasons,
        AnyAct::List(act) => {
            let act = match (act, target) {
                (ListAct::ListEpisodes(_), Target::Episode(at)) => ListAct::ListEpisodes(at.side),
                (other, _) => other,
            };
            let permit = ACCESS.scope(actor, act).ok()?;
            permit.scope().filter(|scope| match target {
                Target::Pupil(pupil) => scope.contains(pupil),
                Target::Episode(episode) => scope.contains_episode(episode),
                Target::Unit(_) | Target::Room => panic!("lists hold pupils or episodes"),
            })?;
            assert_eq!(permit.zone(), Some(act.zone()));
            permit.into_used().reasons
        }
    };
    assert!(reasons.iter().all(|reason| !reason.basis.is_empty()));
    Some(reasons.into_iter().map(|reason| reason.policy).collect())
}

pub enum AnyAct {
    Read(ReadAct),
    List(ListAct),
    Write(WriteAct),
}

/// Every act that has one zone or none, by code.
pub const ACTS: [&str; 30] = [
    "SeeAbsenceFigures",
    "SeeStepOccurred",
    "SeeCounts",
    "SeeDataQuality",
    "SeeTeacher",
    "NoteCall",
    "ReviewJournal",
    "SeeProtected",
    "ListPupils",
    "IndexNames",
    "ContributeExtract",
    "DecideInquiry",
    "HandleProtected",
    "MarkProtected",
    "RemindAboutProtected",
    "ReviewProtected",
    "Import",
    "ComputeFigures",
    "ManageAccounts",
    "Configure",
    "Purge",
    "Maintain",
    "SeeQueue",
    "ListEpisodes",
    "ReferPupil",
    "ReceiveLetter",
    "MatchPerson",
    "AssignEpisode",
    "Prolong",
    "ManageConsent",
];

/// Acts in an episode that are done in a zone.
pub const IN_EPISODES: [&str; 3] = ["ReadEpisode", "WriteEpisode", "SendLetter"];

fn act(code: &str, zone: Option<Zone>) -> AnyAct {
    let zone = || zone.expect("this act needs a zone");
    match code {
        "SeeAbsenceFigures" => AnyAct::Read(ReadAct::SeeAbsenceFigures),
        "SeeStepOccurred" => AnyAct::Read(ReadAct::SeeStepOccurred),
        "ReadStepContent" => AnyAct::Read(ReadAct::ReadStepContent(zone())),
        "SeeCounts" => AnyAct::Read(ReadAct::SeeCounts),
        "SeeDataQuality" => AnyAct::Read(ReadAct::SeeDataQuality),
        "SeeTeacher" => AnyAct::Read(ReadAct::SeeTeacher),
        "NoteCall" => AnyAct::Write(WriteAct::NoteCall),
        "ReviewJournal" => AnyAct::Read(ReadAct::ReviewJournal),
        "SeeProtected" => AnyAct::Read(ReadAct::SeeProtected),
        "ListPupils" => AnyAct::List(ListAct::ListPupils),
        "IndexNames" => AnyAct::List(ListAct::IndexNames),
        "ListSteps" => AnyAct::List(ListAct::ListSteps(zone())),
        "DocumentStep" => AnyAct::Write(WriteAct::DocumentStep(zone())),
        "ContributeExtract" => AnyAct::Write(WriteAct::ContributeExtract),
        "DecideInquiry" => AnyAct::Write(WriteAct::DecideInquiry),
        "HandleProtected" => AnyAct::Write(WriteAct::HandleProtected),
        "MarkProtected" => AnyAct::Write(WriteAct::MarkProtected),
        "RemindAboutProtected" => AnyAct::Write(WriteAct::RemindAboutProtected),
        "ReviewProtected" => AnyAct::Write(WriteAct::ReviewProtected),
        "Import" => AnyAct::Write(WriteAct::Import),
        "ComputeFigures" => AnyAct::Write(WriteAct::ComputeFigures),
        "ManageAccounts" => AnyAct::Write(WriteAct::ManageAccounts),
        "Configure" => AnyAct::Write(WriteAct::Configure),
        "Purge" => AnyAct::Write(WriteAct::Purge),
        "Maintain" => AnyAct::Write(WriteAct::Maintain),
        "ReadEpisode" => AnyAct::Read(ReadAct::ReadEpisode(zone())),
        "SeeQueue" => AnyAct::Read(ReadAct::SeeQueue),
        // The side is the episode's.
        "ListEpisodes" => AnyAct::List(ListAct::ListEpisodes(Side::School)),
        "WriteEpisode" => AnyAct::Write(WriteAct::WriteEpisode(zone())),
        "ReferPupil" => AnyAct::Write(WriteAct::ReferPupil),
        "SendLetter" => AnyAct::Write(WriteAct::SendLetter(zone())),
        "ReceiveLetter" => AnyAct::Write(WriteAct::ReceiveLetter),
        "MatchPerson" => AnyAct::Write(WriteAct::MatchPerson),
        "AssignEpisode" => AnyAct::Write(WriteAct::AssignEpisode),
        "Prolong" => AnyAct::Write(WriteAct::Prolong),
        "ManageConsent" => AnyAct::Write(WriteAct::ManageConsent),
        other => panic!("{other} is not an act"),
    }
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

fn unit(name: &str) -> UnitId {
    match name {
        "Björkskolan" => UnitId(90_000_101),
        "Kvarnskolan" => UnitId(90_000_102),
        "Öppenvården Norr" => UnitId(11),
        "Öppenvården Söder" => UnitId(12),
        other => panic!("{other} is not a school or unit of these tests"),
    }
}

/// `room`, `Björkskolan` or `Björkskolan/7B`.
pub fn place(text: &str) -> Place {
    match text.split_once('/') {
        Some((school, class)) => Place::Class(Class { unit: unit(school), name: class.to_owned() }),
        None if text == "room" => Place::Room,
        None => Place::Unit(unit(text)),
    }
}

pub fn person(roles: impl IntoIterator<Item = (Role, Place)>) -> Actor {
    let roles = roles.into_iter().map(|(role, place)| RoleAt { role, place }).collect();
    Actor::Person { user: UserId(7), roles }
}

pub fn token(zones: &[Zone], places: impl IntoIterator<Item = Place>) -> Actor {
    let (zones, places) = (zones.to_vec(), places.into_iter().collect());
    Actor::Token { token: TokenId(9), purpose: Purpose::FollowUp, zones, places }
}

fn who(value: &Value) -> Actor {
    if let Some(job) = value["job"].as_str() {
        return Actor::Job(Job::from_code(job).expect("a job"));
    }
    if let Value::Object(_) = value["token"] {
        let all = |name: &str| value["token"][name].as_array().expect("places and zones").iter().map(text);
        let zones: Vec<Zone> = all("zones").map(|code| Zone::from_code(code).expect("a zone")).collect();
        return token(&zones, all("at").map(place));
    }
    if let Some(name) = value["operator"].as_str() {
        return Actor::Operator(name.to_owned());
    }
    let role = |held: &Value| (Role::from_code(text(&held["role"])).expect("a role"), place(text(&held["at"])));
    person(value["roles"].as_array().expect("roles, a job, a token or an operator").iter().map(role))
}

pub fn pupil(at: &Place, protected: bool, extract_consented: bool) -> PupilAt {
    let (unit, class) = match at {
        Place::Class(class) => (class.unit, Some(class.name.clone())),
        Place::Unit(unit) => (*unit, None),
        Place::Room => panic!("a pupil goes to a school"),
    };
    PupilAt { id: PupilId(42), unit, class, protected, extract_consented }
}

/// An episode at a school, or at a unit of the social services.
pub fn episode(at: &Place, assigned: bool, notifier: bool, protected: bool) -> EpisodeAt {
    let PupilAt { id: pupil, unit, class, .. } = pupil(at, protected, false);
    let side = if unit.0 < 100 { Side::Social } else { Side::School };
    EpisodeAt { id: EpisodeId(77), pupil, side, unit, class, assigned, notifier, protected }
}

fn about(value: &Value) -> Target {
    if let Some(at) = value["episode"].as_str() {
        let flag = |name: &str| value[name].as_bool().unwrap_or(false);
        return Target::Episode(episode(&place(at), flag("assigned"), flag("notifier"), flag("protected")));
    }
    if let Some(at) = value["pupil"].as_str() {
        let flag = |name: &str| value[name].as_bool().unwrap_or(false);
        return Target::Pupil(pupil(&place(at), flag("protected"), flag("extract_consented")));
    }
    match place(text(value)) {
        Place::Room => Target::Room,
        Place::Unit(unit) => Target::Unit(unit),
        Place::Class(_) => panic!("nothing is asked about a class"),
    }
}
