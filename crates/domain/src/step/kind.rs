//! The kinds of steps, and what follows from a kind alone.

/// What was done. The codes stand in statements and never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Talked with the pupil.
    PupilTalk,
    /// Contact with a guardian.
    GuardianContact,
    /// Tried to reach somebody who did not answer.
    NoAnswer,
    /// Adapted the teaching (extra anpassning).
    Adaptation,
    /// Taken up in pupil health.
    PupilHealthReview,
    /// The head teacher has decided on an inquiry (skollagen 7 kap. 19 a §).
    InquiryOpened,
    /// The head teacher has decided that no inquiry is needed (skollagen 7 kap. 19 a §).
    InquiryNotNeeded,
    /// Nothing to do, with a reason and an expiry.
    Dismissed,
    /// Documented in another system: a date and no text.
    Elsewhere,
    /// Known since before and in somebody's hands, from the first sitting.
    KnownOngoing,
    /// Decided at the pupil health meeting: wait and see until a day.
    Wait,
    /// Decided at the pupil health meeting: who does what, and when.
    Assigned,
    /// Decided at the pupil health meeting: an inquiry is proposed to the head teacher.
    InquiryProposed,
}

impl Kind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Kind; 13] = [
        Kind::PupilTalk,
        Kind::GuardianContact,
        Kind::NoAnswer,
        Kind::Adaptation,
        Kind::PupilHealthReview,
        Kind::InquiryOpened,
        Kind::InquiryNotNeeded,
        Kind::Dismissed,
        Kind::Elsewhere,
        Kind::KnownOngoing,
        Kind::Wait,
        Kind::Assigned,
        Kind::InquiryProposed,
    ];

    /// The code in statements and forms.
    pub fn code(self) -> &'static str {
        match self {
            Kind::PupilTalk => "pupil_talk",
            Kind::GuardianContact => "guardian_contact",
            Kind::NoAnswer => "no_answer",
            Kind::Adaptation => "adaptation",
            Kind::PupilHealthReview => "pupil_health_review",
            Kind::InquiryOpened => "inquiry_opened",
            Kind::InquiryNotNeeded => "inquiry_not_needed",
            Kind::Dismissed => "dismissed",
            Kind::Elsewhere => "elsewhere",
            Kind::KnownOngoing => "known_ongoing",
            Kind::Wait => "wait",
            Kind::Assigned => "assigned",
            Kind::InquiryProposed => "inquiry_proposed",
        }
    }

    /// The kind with that code, if any.
    pub fn from_code(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether the step clears the mark on the work list until its follow-up. Whoever did not answer has not been met.
    pub fn clears(self) -> bool {
        self != Kind::NoAnswer
    }

    /// Whether it says nothing without a reason.
    pub fn needs_reason(self) -> bool {
        matches!(self, Kind::InquiryOpened | Kind::InquiryNotNeeded | Kind::Dismissed)
    }

    /// Whether it is the head teacher's decision on an inquiry (skollagen 7 kap. 19 a §).
    pub fn is_inquiry_decision(self) -> bool {
        matches!(self, Kind::InquiryOpened | Kind::InquiryNotNeeded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_lead_back_to_their_kinds() {
        assert!(Kind::ALL.into_iter().all(|kind| Kind::from_code(kind.code()) == Some(kind)));
        assert_eq!(Kind::from_code("talk"), None);
    }
}
