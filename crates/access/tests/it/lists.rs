//! A list's scope says the same as a decision about each pupil, row by row.

use access::{
    Actor, EpisodeAt, EpisodeId, Job, ListAct, Place, PupilAt, PupilId, ReadAct, Role, Side, Target, UnitId, UserId,
    Zone,
};

use crate::ask::{ACCESS, person, place};

const PLACES: [&str; 7] =
    ["room", "Björkskolan", "Björkskolan/7B", "Björkskolan/8A", "Kvarnskolan", "Kvarnskolan/7B", "Kvarnskolan/8A"];

/// Pupils at three schools, in three classes or none, protected or not: every combination.
fn population() -> Vec<PupilAt> {
    let mut all = Vec::new();
    for unit in [90_000_101, 90_000_102, 0] {
        for class in [None, Some("7B"), Some("9C")] {
            for protected in [false, true] {
                let (id, class) = (PupilId(all.len() as u128 + 1), class.map(str::to_owned));
                all.push(PupilAt { id, unit: UnitId(unit), class, protected, extract_consented: false });
            }
        }
    }
    all
}

/// One who holds nothing, one role, or any two roles, each in any kind of place.
fn actors() -> Vec<Actor> {
    let held: Vec<_> = Role::ALL.iter().flat_map(|role| PLACES.map(|at| (*role, place(at)))).collect();
    let mut all = vec![person([]), Actor::Operator("drift".to_owned())];
    all.extend(Job::ALL.iter().map(|job| Actor::Job(*job)));
    for (first, one) in held.iter().enumerate() {
        all.push(person([one.clone()]));
        // Every pair of roles, the second one in a place that follows from the pair: all pairs of places occur.
        all.extend(held.iter().skip(first + 1).step_by(31).map(|other| person([one.clone(), other.clone()])));
    }
    all
}

const LISTS: [ListAct; 5] = [
    ListAct::ListPupils,
    ListAct::IndexNames,
    ListAct::ListSteps(Zone::SchoolGeneral),
    ListAct::ListSteps(Zone::SchoolSupport),
    ListAct::ListSteps(Zone::PupilHealth),
];

/// What can be asked about one pupil and says the same as being in a list. `ListPupils` is asked about rows only through
/// lists; the policies give it together with the absence figures.
fn cedar(actor: &Actor, act: ReadAct, pupil: &PupilAt) -> bool {
    ACCESS.decide(actor, act, &Target::Pupil(pupil.clone())).is_ok()
}

#[test]
fn a_scope_agrees_with_the_policies_on_every_row() {
    let population = population();
    for actor in actors() {
        for act in LISTS {
            let permit = ACCESS.scope(&actor, act).ok();
            let scope = permit.as_ref().and_then(|permit| permit.scope());
            for pupil in &population {
                let listed = scope.is_some_and(|scope| scope.contains(pupil));
                assert_eq!(listed, ACCESS.admits(&actor, act, pupil), "{actor:?} {act:?} {pupil:?}");
                let opened = match act {
                    ListAct::ListPupils => {
                        // A row tells whether somebody has acted.
                        let marks = cedar(&actor, ReadAct::SeeStepOccurred, pupil);
                        assert_eq!(listed, marks, "who is listed may be seen with a mark: {actor:?} {pupil:?}");
                        cedar(&actor, ReadAct::SeeAbsenceFigures, pupil)
                    }
                    ListAct::ListSteps(zone) => cedar(&actor, ReadAct::ReadStepContent(zone), pupil),
                    ListAct::IndexNames | ListAct::ListEpisodes(_) => continue,
                };
                assert_eq!(listed, opened, "what is listed can be opened: {actor:?} {act:?} {pupil:?}");
            }
        }
    }
}

#[test]
fn a_scope_is_the_schools_and_classes_of_the_roles() {
    let actor = person([
        (Role::Mentor, place("Björkskolan/7B")),
        (Role::Mentor, place("Kvarnskolan/8A")),
        (Role::SchoolCounsellor, place("Björkskolan")),
    ]);
    let permit = ACCESS.scope(&actor, ListAct::ListPupils).unwrap();
    let scope = permit.scope().unwrap();
    assert!(!scope.everywhere() && scope.excludes_protected());
    assert_eq!(scope.units().iter().map(|unit| unit.0).collect::<Vec<_>>(), [90_000_101]);
    let Place::Class(class) = place("Kvarnskolan/8A") else { panic!("a class") };
    assert_eq!(scope.classes().iter().collect::<Vec<_>>(), [&class], "the 7B lies within Björkskolan");
}

#[test]
fn nobody_but_the_name_index_lists_everywhere_and_no_list_holds_a_protected_pupil() {
    for actor in actors() {
        for act in LISTS {
            let Ok(permit) = ACCESS.scope(&actor, act) else { continue };
            let scope = permit.scope().unwrap();
            assert!(scope.excludes_protected());
            assert_eq!(scope.everywhere(), actor == Actor::Job(Job::Names), "{actor:?}");
        }
    }
}

/// Episodes of both sides, at schools and units, in a class or none, assigned or not, protected or not.
fn episodes() -> Vec<EpisodeAt> {
    let mut all = Vec::new();
    for side in [Side::School, Side::Social] {
        for unit in [90_000_101, 90_000_102, 90_000_103].map(UnitId) {
            for class in [None, Some("7B".to_owned())] {
                for (assigned, protected) in [(false, false), (false, true), (true, false), (true, true)] {
                    let (id, class) = (all.len() as u128 + 1, class.clone());
                    let (id, pupil, notifier) = (EpisodeId(id), PupilId(id), false);
                    all.push(EpisodeAt { id, pupil, side, unit, class, assigned, notifier, protected });
                }
            }
        }
    }
    all
}

#[test]
fn a_scope_of_episodes_agrees_with_the_policies_on_every_row() {
    let (episodes, mut listed) = (episodes(), [0, 0]);
    for actor in actors() {
        for (at, side) in [Side::School, Side::Social].into_iter().enumerate() {
            let act = ListAct::ListEpisodes(side);
            let permit = ACCESS.scope(&actor, act).ok();
            let scope = permit.as_ref().and_then(|permit| permit.scope());
            for episode in episodes.iter().filter(|episode| episode.side == side) {
                let within = scope.is_some_and(|scope| scope.contains_episode(episode));
                assert_eq!(within, ACCESS.admits_episode(&actor, act, episode), "{actor:?} {act:?} {episode:?}");
                // What is listed can be opened, in the zone that the list is of and in what both sides hold.
                for zone in [act.zone(), Zone::Shared] {
                    let read = ACCESS.decide(&actor, ReadAct::ReadEpisode(zone), &Target::Episode(episode.clone()));
                    assert_eq!(within, read.is_ok(), "{actor:?} {zone:?} {episode:?}");
                }
                listed[at] += usize::from(within);
            }
        }
    }
    assert!(listed.iter().all(|n| *n > 100), "{listed:?}");
}

#[test]
fn a_scope_of_episodes_is_own_units_and_what_is_assigned_at_others() {
    let actor = person([
        (Role::UnitManager, place("Öppenvården Norr")),
        (Role::SchoolSocialWorker, place("Öppenvården Norr")),
        (Role::FamilyTherapist, place("Öppenvården Söder")),
    ]);
    let permit = ACCESS.scope(&actor, ListAct::ListEpisodes(Side::Social)).unwrap();
    let scope = permit.scope().unwrap();
    assert!(!scope.everywhere() && scope.excludes_protected() && scope.classes().is_empty());
    assert_eq!(scope.units().iter().map(|unit| unit.0).collect::<Vec<_>>(), [11]);
    assert_eq!(scope.assigned_units().iter().map(|unit| unit.0).collect::<Vec<_>>(), [12]);
    assert_eq!(scope.assignee(), Some(UserId(7)));
    assert!(
        ACCESS.scope(&actor, ListAct::ListEpisodes(Side::School)).is_err(),
        "a social role lists nothing of a school"
    );
    let counsellor = person([(Role::SchoolCounsellor, place("Björkskolan"))]);
    let permit = ACCESS.scope(&counsellor, ListAct::ListEpisodes(Side::School)).unwrap();
    assert!(permit.scope().is_some_and(|scope| scope.assigned_units().is_empty() && scope.assignee().is_none()));
}
