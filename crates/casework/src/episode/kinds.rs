//! What a statement tells, as the gates and the consents name it.

use access::gate::ItemKind;
use domain::consent::disclosure::ItemKind as Named;
use domain::episode::Body;
use domain::episode::body::InterventionConsent;

/// The kinds of information in a shared statement, the one that it is about first. A field left empty tells nothing.
pub(crate) fn of(body: &Body) -> Vec<ItemKind> {
    let words = |written: &str| (!written.trim().is_empty()).then_some(ItemKind::PupilsWords);
    let asked = |it: &Option<InterventionConsent>| it.as_ref().and_then(|it| words(&it.asked.words));
    let (first, more) = match body {
        Body::Referral(it) => {
            let mut more = vec![ItemKind::Identity, ItemKind::Tried];
            more.extend(words(&it.pupil));
            return std::iter::once(ItemKind::Request).chain(more).collect();
        }
        Body::StartPlanned(_) => (ItemKind::Meeting, None),
        Body::StartHeld(it) => (ItemKind::Meeting, words(&it.pupil).or(asked(&it.consent))),
        Body::Reopened(it) => (ItemKind::Progress, asked(&it.consent)),
        Body::MappingDone(it) => (ItemKind::Meeting, words(&it.pupil)),
        Body::InterventionConsent(it) => (ItemKind::Progress, words(&it.asked.words)),
        Body::PlanProposed(it) => {
            let voices = it.agreement.voices.iter().find_map(|it| words(&it.words));
            (ItemKind::Plan, words(&it.plan.words).or(voices))
        }
        Body::PlanConfirmed(_) => (ItemKind::Plan, None),
        Body::ItemFollowed(it) => (ItemKind::FollowUp, words(&it.followed.pupil)),
        Body::ReviewHeld(it) => (ItemKind::FollowUp, words(&it.pupil)),
        Body::SharingEnded(_) => (ItemKind::SharingEnded, None),
        Body::Received(_)
        | Body::Accepted(_)
        | Body::Declined(_)
        | Body::ConsentWithdrawn(_)
        | Body::Prolonged(_)
        | Body::MaintenanceBegun(_)
        | Body::ClosingBegun(_)
        | Body::FileClosed(_)
        | Body::Paused(_)
        | Body::Resumed(_)
        | Body::Withdrawn(_)
        | Body::Converted(_)
        | Body::SchoolChanged(_)
        | Body::Retracted(_) => (ItemKind::Progress, None),
    };
    std::iter::once(first).chain(more).collect()
}

/// Everything that a statement of a kind can tell, whatever is left empty.
pub(crate) fn at_most(kind: &str) -> Vec<ItemKind> {
    use ItemKind::{FollowUp, Identity, Meeting, Plan, Progress, PupilsWords, Request, SharingEnded, Tried};
    match kind {
        "referral" => vec![Identity, Request, Tried, PupilsWords],
        "start_planned" => vec![Meeting],
        "start_held" | "mapping_done" => vec![Meeting, PupilsWords],
        "intervention_consent" | "reopened" => vec![Progress, PupilsWords],
        "plan_proposed" => vec![Plan, PupilsWords],
        "plan_confirmed" => vec![Plan],
        "item_followed" | "review_held" => vec![FollowUp, PupilsWords],
        "sharing_ended" => vec![SharingEnded],
        _ => vec![Progress],
    }
}

/// What a consent must name for a kind to go; nothing for what no consent names.
pub(crate) fn named(kind: ItemKind) -> Option<Named> {
    Named::ALL.iter().copied().find(|it| lets_through(*it).contains(&kind))
}

/// The kinds that go when a consent names one.
pub(crate) fn lets_through(named: Named) -> &'static [ItemKind] {
    match named {
        Named::Attendance => &[ItemKind::Absence],
        Named::Contact => &[ItemKind::Identity, ItemKind::Contact],
        // The sheet has one part for each authority, and the referral brings the other's.
        Named::Referral => &[ItemKind::Request, ItemKind::ConsentPart],
        Named::Inquiry => &[ItemKind::AbsenceInquiry],
        Named::MeasuresTried => &[ItemKind::Tried],
        Named::PupilHealth => &[ItemKind::PupilHealth],
        Named::PupilsWords => &[ItemKind::PupilsWords],
        Named::Course => &[ItemKind::Progress],
        Named::Plan => &[ItemKind::Plan],
        Named::Reviews => &[ItemKind::FollowUp],
        Named::MeetingNotes => &[ItemKind::Meeting],
        Named::Home => &[ItemKind::Home],
        // Nothing of these is written in an episode yet.
        Named::SchoolResults | Named::SupportGiven | Named::Observations => &[],
    }
}

#[cfg(test)]
mod tests {
    use domain::episode::body::StartHeld;

    use super::*;

    #[test]
    fn the_childs_words_to_the_question_of_consent_are_the_pupils_words() {
        let said = |words: &str| {
            let body = format!(
                r#"{{"kind":"start_held","v":1,"by":{{"id":"7","name":"M"}},"day":"2026-11-20","came":[],"told_of_application":true,
                "told_of_duty":true,"told_how_to_say_no":true,"pupil":"","consent":{{"by":{{"id":"7","name":"M"}},"asked":{{"day":
                "2026-11-20","age":13,"custody":"one","guardians":[],"child":"wants","words":"{words}","suitability":
                "not_judged","note":""}},"outcome":{{"outcome":"allowed","note":null}},"after":[]}}}}"#
            );
            let Some(Body::StartHeld(it)) = Body::from_json(body.as_bytes()) else { panic!("it is read") };
            let it: StartHeld = it;
            of(&Body::StartHeld(it))
        };
        assert_eq!(said(""), [ItemKind::Meeting]);
        assert_eq!(said("Jag vill prova"), [ItemKind::Meeting, ItemKind::PupilsWords]);
    }

    #[test]
    fn whatever_a_consent_can_name_is_let_through_by_one_name() {
        for kind in ItemKind::OF_CONSENT {
            let names = Named::ALL.iter().filter(|it| lets_through(**it).contains(&kind)).count();
            // An extract of the school medical service has a consent of its own there.
            assert_eq!(names, usize::from(kind != ItemKind::MedicalExtract), "{}", kind.code());
        }
    }
}
