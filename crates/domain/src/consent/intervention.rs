//! Consent to a support that needs no individual assessment (insats utan individuell behovsprövning, "friyta"): the
//! matrix of SoL 21 kap. 2 § with föräldrabalken 6 kap. 11 and 13 §§.
//!
//! Such a support to a child always needs the guardians' consent, both when there are two; from 15 years the child's
//! own wish can be enough, where that is suitable (SoL 21:2). The rule for 12–14 years (SoL 21:1) is about assessed
//! support only: a child of that age can never alone consent here.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::How;
pub use super::matrix::{Blocked, Instead, Note, Outcome, outcome};
use crate::{Day, coded};

coded! {
    /// How many guardians (vårdnadshavare) decide. Two decide together (FB 6 kap. 13 §).
    pub enum Custody {
        /// One guardian alone.
        One = "one", "consent-custody-one";
        /// Two guardians jointly.
        Two = "two", "consent-custody-two";
    }
}

coded! {
    /// What a guardian answered.
    pub enum Said {
        /// Yes.
        Yes = "yes", "consent-said-yes";
        /// No.
        No = "no", "consent-said-no";
        /// Has been tried and could not be reached.
        Unreachable = "unreachable", "consent-said-unreachable";
    }
}

coded! {
    /// The child's own view (SoL 3 kap. 1–3 §§, FB 6 kap. 11 §).
    pub enum View {
        /// Wants the support.
        Wants = "wants", "consent-view-wants";
        /// Does not want it.
        DoesNotWant = "does_not_want", "consent-view-does-not-want";
        /// Was asked and would rather not say.
        WouldNotSay = "would_not_say", "consent-view-would-not-say";
        /// Has not been asked.
        NotAsked = "not_asked", "consent-view-not-asked";
    }
}

coded! {
    /// Whether it is suitable that a child of 15 or more is supported without a guardian's consent (SoL 21 kap. 2 §).
    pub enum Suitability {
        /// Nobody has judged it.
        NotJudged = "not_judged", "consent-suitability-not-judged";
        /// It is suitable.
        Suitable = "suitable", "consent-suitability-suitable";
        /// It is not suitable.
        NotSuitable = "not_suitable", "consent-suitability-not-suitable";
    }
}

/// One guardian's answer. A guardian without an answer has not been asked.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The guardian's id in the room that asked, as a UUID is written.
    pub guardian: String,
    /// Her or his name.
    pub name: String,
    /// What was answered.
    pub said: Said,
    /// How; nothing when not reached.
    pub how: Option<How>,
    /// When it was said, or last tried.
    #[serde(with = "coded::day")]
    pub day: Day,
}

/// Everything that was asked and answered. Shared: it holds the child's age on the day, never a date of birth.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The day that the support is to begin, on which age is counted.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// The child's age in completed years on that day ([`super::age_on`]).
    pub age: u8,
    /// Who decides.
    pub custody: Custody,
    /// The guardians' answers.
    pub guardians: Vec<Answer>,
    /// What the child wants.
    pub child: View,
    /// In the child's own words; may be empty.
    pub words: String,
    /// Asked only when a child of 15 or more is to be supported without a guardian's yes.
    pub suitability: Suitability,
    /// Why it is suitable, or how a child's no was weighed; empty when nothing needs a reason.
    pub note: String,
}

private_debug! {
    Answer { said, how, day }
    Asked { day, age, custody, guardians, child, suitability }
}

reasons! {
    /// What is missing before the answers can be recorded at all.
    pub enum Why {
        /// More guardians have answered than decide.
        TooManyAnswers = "consent-too-many-answers";
        /// The same guardian has answered twice.
        AnsweredTwice = "consent-answered-twice";
        /// A yes or a no without how it was said.
        HowMissing = "consent-how-missing";
        /// It needs a note about why it is suitable.
        SuitabilityNoteMissing = "consent-suitability-note-missing";
        /// It needs a note about how the child's no was weighed.
        ChildsNoNoteMissing = "consent-childs-no-note-missing";
    }
}

/// The outcome of the answers, once what must be said about them has been said.
///
/// # Errors
/// Everything that is missing, when something is.
pub fn check(asked: &Asked) -> Result<Outcome, Vec<Why>> {
    let guardians: BTreeSet<_> = asked.guardians.iter().map(|it| it.guardian.as_str()).collect();
    let deciding = match asked.custody {
        Custody::One => 1,
        Custody::Two => 2,
    };
    let how_missing = asked.guardians.iter().any(|it| it.said != Said::Unreachable && it.how.is_none());
    let outcome = outcome(asked);
    let unsaid = |note| outcome == Outcome::Allowed { note: Some(note) } && asked.note.trim().is_empty();
    let missing: Vec<_> = [
        (guardians.len() > deciding, Why::TooManyAnswers),
        (guardians.len() < asked.guardians.len(), Why::AnsweredTwice),
        (how_missing, Why::HowMissing),
        (unsaid(Note::Suitability), Why::SuitabilityNoteMissing),
        (unsaid(Note::ChildsNo), Why::ChildsNoNoteMissing),
    ]
    .into_iter()
    .filter_map(|(missing, why)| missing.then_some(why))
    .collect();
    if missing.is_empty() { Ok(outcome) } else { Err(missing) }
}
