//! The bodies of statements about disclosure, version 1. They are private: they stay with the authority whose secrecy
//! they are about, or with the messenger until it has been handed over.

use serde::{Deserialize, Serialize};

use super::ItemKind;
use crate::{Day, Side, coded, versioned};

coded! {
    /// How a consent was given.
    pub enum Method {
        /// Signed on paper.
        Paper = "paper", "consent-method-paper";
        /// Given at a meeting and written down by whoever led it.
        AtMeeting = "at_meeting", "consent-method-at-meeting";
    }
}

coded! {
    /// Who consents or withdraws.
    pub enum Signer {
        /// A guardian.
        Guardian = "guardian", "consent-signer-guardian";
        /// The child.
        Child = "child", "consent-signer-child";
    }
}

/// An authority, or an independent branch of one (OSL 8 kap. 1–2 §§): a room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Authority {
    /// The id of its room, the same in both rooms.
    pub id: String,
    /// Its name as people say it: Björkstads socialnämnd.
    pub name: String,
    /// Which side of the support it is.
    pub side: Side,
}

/// One signature.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// A guardian or the child.
    pub who: Signer,
    /// The person's id in the room, as a UUID is written.
    pub id: String,
    /// Name.
    pub name: String,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
}

/// A consent that lifts secrecy (OSL 10 kap. 1 §, 12 kap. 2–3 §§): one authority may give one recipient the kinds of
/// information that are named, until a day.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisclosureConsent {
    /// Who discloses. Each authority has a consent of its own.
    pub from: Authority,
    /// Who receives.
    pub to: Authority,
    /// What may be told, kind by kind.
    pub items: Vec<ItemKind>,
    /// The first day that it holds.
    #[serde(with = "coded::day")]
    pub first: Day,
    /// The last day that it holds.
    #[serde(with = "coded::day")]
    pub last: Day,
    /// When to ask whether it is to be renewed.
    #[serde(with = "coded::day")]
    pub remind: Day,
    /// How it was given.
    pub method: Method,
    /// Who has signed.
    pub signatures: Vec<Signature>,
    /// How the child's age and maturity were judged, when a child from 12 years has not signed, or a younger one has
    /// (OSL 12 kap. 3 §); empty otherwise.
    pub assessment: String,
    /// The school that the pupil went to: after a change of school it is asked anew.
    pub school: String,
    /// The consent that this one replaces, as a UUID is written.
    pub replaces: Option<String>,
}

/// A consent is withdrawn. It holds at once, needs no reason and no more than one of those who decide.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DisclosureWithdrawn {
    /// The consent, as a UUID is written.
    pub of: String,
    /// When it was withdrawn: that day nothing more leaves.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// A guardian or the child.
    pub who: Signer,
    /// Name.
    pub name: String,
    /// What was said about it; may be empty, and no reason is asked for.
    pub words: String,
}

private_debug! {
    Signature { who, id, day }
    DisclosureConsent { from, to, items, first, last, remind, method, signatures, replaces }
    DisclosureWithdrawn { of, day, who }
}

bodies! {
    /// What a statement about disclosure says.
    pub enum Body {
        /// A consent.
        Consent(DisclosureConsent) = "disclosure_consent";
        /// A consent is withdrawn.
        Withdrawn(DisclosureWithdrawn) = "disclosure_withdrawn";
    }
}

impl Body {
    /// Whether a stored body is about disclosure, also one that cannot be read.
    pub fn is_about(body: &[u8]) -> bool {
        versioned::head(body).is_none_or(|head| Body::KINDS.contains(&head.kind.as_str()))
    }
}
