//! The matrix itself: from what was answered to whether the support may begin.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::intervention::{Asked, Custody, Said, Suitability, View};

/// The age from which the child speaks for herself or himself (SoL 3 kap. 4 §) and can consent alone (SoL 21 kap. 2 §).
const OWN_VOICE: u8 = 15;
/// The age from which the child's own consent can be enough for assessed support (SoL 21 kap. 1 §).
const OWN_CONSENT_TO_ASSESSED: u8 = 12;
/// The age from which nobody has guardians.
const ADULT: u8 = 18;

coded! {
    /// What a reasoned note is needed about.
    pub enum Note {
        /// That the child's own wish is enough: a guardian has not said yes (SoL 21 kap. 2 §).
        Suitability = "suitability", "consent-note-suitability";
        /// How the child's no was weighed, by age and maturity (SoL 3 kap. 1–3 §§, FB 6 kap. 11 §).
        ChildsNo = "childs_no", "consent-note-childs-no";
    }
}

coded! {
    /// Why the support may not begin.
    pub enum Blocked {
        /// A guardian of a child under 15 says no (SoL 21 kap. 2 §, FB 6 kap. 13 §).
        GuardianSaysNo = "guardian_says_no", "consent-guardian-says-no";
        /// A guardian of a child under 15 could not be reached. That the other may decide alone when it cannot wait
        /// (FB 6 kap. 13 § second paragraph) does not fit a support that is planned for months.
        GuardianUnreachable = "guardian_unreachable", "consent-guardian-unreachable";
        /// A guardian of a child under 15 has not been asked.
        GuardianNotAsked = "guardian_not_asked", "consent-guardian-not-asked";
        /// The child has not been asked (SoL 3 kap. 1–3 §§).
        ChildNotHeard = "child_not_heard", "consent-child-not-heard";
        /// A child of 15 or more says no (SoL 3 kap. 4 §): the support is voluntary.
        PupilSaysNo = "pupil_says_no", "consent-pupil-says-no";
        /// A child of 15 or more has not said yes, and neither have all guardians.
        OwnYesMissing = "own_yes_missing", "consent-own-yes-missing";
        /// Without a guardian's yes it must be judged whether the support is suitable (SoL 21 kap. 2 §).
        SuitabilityNotJudged = "suitability_not_judged", "consent-suitability-missing";
        /// It is not suitable without a guardian's yes (SoL 21 kap. 2 §).
        NotSuitable = "not_suitable", "consent-unsuitable";
    }
}

coded! {
    /// What can be done instead. Never a notification of concern: a no is no reason for one.
    pub enum Instead {
        /// Ask whoever has not been asked or reached.
        AskAgain = "ask_again", "consent-instead-ask-again";
        /// The school's own support, which needs no such consent (skollagen 3 kap.).
        SchoolOnly = "school_only", "consent-instead-school-only";
        /// An application for assessed support in open forms (SoL 11 kap. 1 §); the board may decide that one of two
        /// guardians is enough (FB 6 kap. 13 a §). This support is not on that list.
        Application = "application", "consent-instead-application";
        /// An application for assessed support, for which the own consent of a child from 12 years can be enough
        /// where it is suitable (SoL 21 kap. 1 §).
        OwnApplication = "own_application", "consent-instead-own-application";
        /// Talks for parents who disagree (samarbetssamtal, SoL 13 kap. 6 §).
        CooperationTalks = "cooperation_talks", "consent-instead-cooperation-talks";
    }
}

/// What the answers come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// The support may begin.
    Allowed {
        /// What must be reasoned in a note, if anything.
        note: Option<Note>,
    },
    /// It may not.
    Blocked {
        /// Why not.
        why: Blocked,
        /// What can be done instead, the nearest first.
        instead: Vec<Instead>,
    },
}

/// The cell of the matrix that the answers lie in (SoL 21 kap. 2 §, FB 6 kap. 11 and 13 §§). It does not look at
/// whether a note that is needed has been written: [`super::intervention::check`] does.
pub fn outcome(asked: &Asked) -> Outcome {
    match blocked(asked) {
        Some(why) => Outcome::Blocked { why, instead: instead(asked, why) },
        None => Outcome::Allowed { note: note(asked) },
    }
}

fn blocked(asked: &Asked) -> Option<Blocked> {
    if asked.child == View::NotAsked {
        return Some(Blocked::ChildNotHeard);
    }
    if asked.age >= OWN_VOICE && asked.child == View::DoesNotWant {
        return Some(Blocked::PupilSaysNo);
    }
    if asked.age >= ADULT {
        return (asked.child != View::Wants).then_some(Blocked::OwnYesMissing);
    }
    if all_yes(asked) {
        return None;
    }
    if asked.age >= OWN_VOICE {
        return match (asked.child, asked.suitability) {
            (View::Wants, Suitability::Suitable) => None,
            (View::Wants, Suitability::NotJudged) => Some(Blocked::SuitabilityNotJudged),
            (View::Wants, Suitability::NotSuitable) => Some(Blocked::NotSuitable),
            _ => Some(Blocked::OwnYesMissing),
        };
    }
    Some(match (count(asked, Said::No), count(asked, Said::Unreachable)) {
        (1.., _) => Blocked::GuardianSaysNo,
        (0, 1..) => Blocked::GuardianUnreachable,
        _ => Blocked::GuardianNotAsked,
    })
}

fn note(asked: &Asked) -> Option<Note> {
    match asked.age {
        ADULT.. => None,
        _ if !all_yes(asked) => Some(Note::Suitability),
        _ => (asked.child == View::DoesNotWant).then_some(Note::ChildsNo),
    }
}

fn instead(asked: &Asked, why: Blocked) -> Vec<Instead> {
    let one_of_two = asked.custody == Custody::Two && count(asked, Said::Yes) == 1;
    let refused = count(asked, Said::No) > 0;
    let short_of_guardians = !all_yes(asked) && asked.age < ADULT && why != Blocked::ChildNotHeard;
    let own = (OWN_CONSENT_TO_ASSESSED..ADULT).contains(&asked.age) && asked.child == View::Wants;
    let waits = matches!(
        why,
        Blocked::ChildNotHeard | Blocked::GuardianNotAsked | Blocked::GuardianUnreachable | Blocked::OwnYesMissing
    );
    let offers = [
        (waits, Instead::AskAgain),
        (true, Instead::SchoolOnly),
        (short_of_guardians && one_of_two && why != Blocked::PupilSaysNo, Instead::Application),
        (short_of_guardians && own, Instead::OwnApplication),
        (short_of_guardians && one_of_two && refused, Instead::CooperationTalks),
    ];
    offers.into_iter().filter_map(|(offered, it)| offered.then_some(it)).collect()
}

/// Every guardian that decides has said yes.
fn all_yes(asked: &Asked) -> bool {
    let deciding = match asked.custody {
        Custody::One => 1,
        Custody::Two => 2,
    };
    let yes: BTreeSet<_> = asked.guardians.iter().filter(|it| it.said == Said::Yes).map(|it| &it.guardian).collect();
    asked.guardians.len() == deciding && yes.len() == deciding
}

fn count(asked: &Asked, said: Said) -> usize {
    asked.guardians.iter().filter(|answer| answer.said == said).count()
}
