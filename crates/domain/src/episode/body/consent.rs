//! Consent to the support, and its withdrawal. Consent to share information is another thing, and private to each room.

use serde::{Deserialize, Serialize};

use crate::{
    Day, coded,
    consent::intervention::{Asked, Outcome},
    plan::Person,
};

/// Guardians and child have been asked about the support.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterventionConsent {
    /// Whoever asked.
    pub by: Person,
    /// Everything that was asked and answered.
    pub asked: Asked,
    /// What the answers came to on the day that they were given.
    pub outcome: Outcome,
    /// The ids of every no before it that whoever asked knew of: withdrawals and answers that did not allow the support.
    /// A yes that does not name a no is concurrent with it, and the no then holds.
    pub after: Vec<String>,
}

/// A consent to the support is withdrawn. No reason is needed, and none is asked for.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentWithdrawn {
    /// Whoever wrote it down.
    pub by: Person,
    /// When it was withdrawn.
    #[serde(with = "coded::day")]
    pub day: Day,
}

private_debug! {
    InterventionConsent { asked, outcome, after }
    ConsentWithdrawn { day }
}
