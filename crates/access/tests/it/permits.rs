//! What a permit carries into the journal, and what a no keeps to itself.

use access::{Denied, EpisodeId, ReadAct, Role, Subject, Target, WriteAct, Zone};

use crate::ask::{ACCESS, episode, person, place, pupil};

#[test]
fn a_permit_carries_who_what_about_whom_in_which_zone_and_why() {
    let counsellor = person([(Role::SchoolCounsellor, place("Björkskolan"))]);
    let target = Target::Pupil(pupil(&place("Björkskolan/7B"), false, false));
    let permit = ACCESS.decide(&counsellor, WriteAct::DocumentStep(Zone::PupilHealth), &target).unwrap();
    let used = permit.into_used();
    assert_eq!(used.actor, "person:00000000-0000-0000-0000-000000000007");
    assert_eq!((used.kind, used.act, used.zone), ("write", "DocumentStep", Some(Zone::PupilHealth)));
    assert_eq!(used.subject, Subject::Pupil(pupil(&place("Björkskolan/7B"), false, false).id));
    let [reason] = used.reasons.as_slice() else { panic!("one reason") };
    assert_eq!(reason.policy, "pupil-health-works-in-pupil-health-at-own-school");
    assert_eq!(reason.basis, "OSL 23 kap. 2 § första stycket; skollagen 29 kap. 14 § i fristående skola");
}

#[test]
fn a_permit_for_an_episode_carries_it_and_its_pupil_and_is_not_for_another_who_asks() {
    let worker = person([(Role::SchoolSocialWorker, place("Öppenvården Norr"))]);
    let ask = |assigned| {
        let target = Target::Episode(episode(&place("Öppenvården Norr"), assigned, false, false));
        ACCESS.decide(&worker, ReadAct::ReadEpisode(Zone::SocialOpenCare), &target)
    };
    // In this order: an answer that is kept for the one assigned must not be given to the one who is not.
    let used = ask(true).unwrap().into_used();
    assert_eq!(ask(false).unwrap_err().code(), "denied-content");
    assert_eq!(ask(true).unwrap().into_used(), used);
    let pupil = pupil(&place("Öppenvården Norr"), false, false).id;
    assert_eq!(used.subject, Subject::Episode { id: EpisodeId(77), pupil });
    assert_eq!((used.act, used.zone), ("ReadEpisode", Some(Zone::SocialOpenCare)));
}

#[test]
fn that_a_step_occurred_is_the_same_permit_whatever_the_zone_of_the_step() {
    let mentor = person([(Role::Mentor, place("Björkskolan/7B"))]);
    let target = Target::Pupil(pupil(&place("Björkskolan/7B"), false, false));
    let used = ACCESS.decide(&mentor, ReadAct::SeeStepOccurred, &target).unwrap().into_used();
    assert_eq!(used.zone, Some(Zone::SchoolGeneral));
}

#[test]
fn a_no_does_not_tell_a_protected_pupil_from_one_at_another_school() {
    let head = person([(Role::HeadTeacher, place("Björkskolan"))]);
    let no = |at: &str, protected: bool| {
        let target = Target::Pupil(pupil(&place(at), protected, false));
        ACCESS.decide(&head, ReadAct::SeeAbsenceFigures, &target).unwrap_err()
    };
    assert_eq!(no("Björkskolan/7B", true), no("Kvarnskolan/7B", false));
    assert_eq!(no("Björkskolan/7B", true).code(), "denied-pupil");
}

#[test]
fn every_no_has_a_code_that_text_can_count_on() {
    let nobody = person([]);
    let target = Target::Pupil(pupil(&place("Björkskolan/7B"), false, false));
    let zone = Zone::PupilHealth;
    let episode = Target::Episode(episode(&place("Björkskolan/7B"), true, true, false));
    let codes = [
        ACCESS.decide(&nobody, ReadAct::SeeStepOccurred, &target).unwrap_err(),
        ACCESS.decide(&nobody, ReadAct::ReadStepContent(zone), &target).unwrap_err(),
        ACCESS.decide(&nobody, ReadAct::SeeCounts, &Target::Room).unwrap_err(),
        ACCESS.decide(&nobody, ReadAct::ReviewJournal, &Target::Room).unwrap_err(),
        ACCESS.decide(&nobody, WriteAct::DecideInquiry, &target).unwrap_err(),
        ACCESS.decide(&nobody, WriteAct::HandleProtected, &target).unwrap_err(),
        ACCESS.decide(&nobody, WriteAct::Import, &Target::Room).unwrap_err(),
        ACCESS.decide(&nobody, WriteAct::ManageAccounts, &Target::Room).unwrap_err(),
        ACCESS.decide(&nobody, WriteAct::ReferPupil, &target).unwrap_err(),
        ACCESS.decide(&nobody, WriteAct::SendLetter(zone), &episode).unwrap_err(),
        ACCESS.decide(&nobody, WriteAct::ManageConsent, &episode).unwrap_err(),
        ACCESS.decide(&nobody, WriteAct::AssignEpisode, &episode).unwrap_err(),
        ACCESS.decide(&nobody, ReadAct::SeeQueue, &Target::Room).unwrap_err(),
    ];
    assert!(codes.iter().all(|no| Denied::CODES.contains(&no.code()) && no.code() != "denied-fault"), "{codes:?}");
}

#[test]
fn a_question_that_does_not_exist_is_a_fault_and_permits_nothing() {
    let head = person([(Role::HeadTeacher, place("Björkskolan"))]);
    let no = ACCESS.decide(&head, ReadAct::SeeAbsenceFigures, &Target::Room).unwrap_err();
    assert_eq!(no.code(), "denied-fault");
}
