//! A no of a gate: what is missing, as codes for `text`. Nothing about the pupil.

use std::fmt;

use crate::gate::Gate;

/// A no. The codes are the ids of the policies that forbid, what cannot be helped first.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Refused {
    /// The gate that was asked.
    pub gate: Gate,
    /// Why: never empty.
    pub(super) codes: Vec<&'static str>,
}

impl Refused {
    /// Every code, for `text` and its tests. The order is that in which several are told.
    pub const CODES: [&'static str; 63] = [
        "gate-fault",
        "gate-protected-pupil",
        "gate-person-only",
        "gate-zone-not-of-sender",
        "gate-concern-only-by-duty",
        "gate-independent-school-not-yet",
        "gate-independent-school-older-document",
        "gate-medical-service-by-its-own-provisions",
        "gate-general-clause-not-for-social-services",
        "gate-general-clause-not-for-health-care",
        "gate-general-clause-not-to-independent-school-yet",
        "gate-general-clause-not-for-shared",
        "gate-duty-to-notify-not-to",
        "gate-duty-to-inform-not-to",
        "gate-care-of-child-not-from",
        "gate-care-of-child-not-to-school",
        "gate-care-of-child-same-authority",
        "gate-health-care-of-child-not-from",
        "gate-health-care-of-child-not-to-school",
        "gate-feedback-not-from",
        "gate-feedback-only-that-item",
        "gate-pupil-health-not-from",
        "gate-pupil-health-not-to",
        "gate-pupil-health-other-authority",
        "gate-harmless-not-to-independent-school-yet",
        "gate-reservation-not-to-authority",
        "gate-same-board-not-between",
        "gate-same-board-other-authority",
        "gate-other-board-not-between",
        "gate-other-board-same-board",
        "gate-other-board-other-municipality",
        "gate-other-board-only-that-item",
        "gate-adult",
        "gate-consent-withdrawn",
        "gate-consent-child-says-no",
        "gate-consent-missing",
        "gate-consent-not-to-sender",
        "gate-consent-other-recipient",
        "gate-consent-other-kind",
        "gate-consent-too-general",
        "gate-consent-not-yet",
        "gate-consent-ended",
        "gate-consent-guardian-missing",
        "gate-consent-child-not-asked",
        "gate-consent-others-missing",
        "gate-general-clause-not-evident",
        "gate-duty-to-notify-suspicion-missing",
        "gate-duty-to-notify-ahead",
        "gate-duty-to-inform-inquiry-missing",
        "gate-duty-to-inform-not-open",
        "gate-duty-to-inform-not-important",
        "gate-own-task-is-the-recipients",
        "gate-feedback-notification-missing",
        "gate-feedback-not-the-notifier",
        "gate-harmless-may-harm",
        "gate-harmless-must-be-clear",
        "gate-reservation-risk-remains",
        "gate-same-board-family-not-told",
        "gate-other-board-request-missing",
        "gate-need-not-shown",
        "gate-weighing-missing",
        "gate-weighing-reason-missing",
        "gate-weighing-ahead",
    ];

    /// The policies could not be asked: a fault of the program, never of the user. Nothing passes then.
    pub(super) fn fault(gate: Gate) -> Refused {
        Refused { gate, codes: vec!["gate-fault"] }
    }

    /// The no of these policies. Without any, a case that the policies do not foresee: a fault of theirs.
    pub(super) fn by(gate: Gate, forbidding: &[String]) -> Refused {
        let codes: Vec<_> = Refused::CODES.into_iter().filter(|code| forbidding.iter().any(|id| id == code)).collect();
        if codes.is_empty() { Refused::fault(gate) } else { Refused { gate, codes } }
    }

    /// The code of the sentence that says most.
    pub fn code(&self) -> &'static str {
        self.codes.first().copied().unwrap_or("gate-fault")
    }

    /// The codes of all that is missing.
    pub fn codes(&self) -> &[&'static str] {
        &self.codes
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
