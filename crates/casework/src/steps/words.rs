//! Codes of the names of kinds and zones, for `text`.

use access::Zone;
use domain::step::StepKind;

/// The code of the name of a kind of step.
pub fn kind_name(kind: StepKind) -> &'static str {
    match kind {
        StepKind::PupilTalk => "step-kind-pupil-talk",
        StepKind::GuardianContact => "step-kind-guardian-contact",
        StepKind::NoAnswer => "step-kind-no-answer",
        StepKind::Adaptation => "step-kind-adaptation",
        StepKind::PupilHealthReview => "step-kind-pupil-health-review",
        StepKind::InquiryOpened => "step-kind-inquiry-opened",
        StepKind::InquiryNotNeeded => "step-kind-inquiry-not-needed",
        StepKind::Dismissed => "step-kind-dismissed",
        StepKind::Elsewhere => "step-kind-elsewhere",
        StepKind::KnownOngoing => "step-kind-known-ongoing",
        StepKind::Wait => "step-kind-wait",
        StepKind::Assigned => "step-kind-assigned",
        StepKind::InquiryProposed => "step-kind-inquiry-proposed",
    }
}

/// The code of the sentence that says what a kind of step is.
pub fn kind_does(kind: StepKind) -> &'static str {
    match kind {
        StepKind::PupilTalk => "step-does-pupil-talk",
        StepKind::GuardianContact => "step-does-guardian-contact",
        StepKind::NoAnswer => "step-does-no-answer",
        StepKind::Adaptation => "step-does-adaptation",
        StepKind::PupilHealthReview => "step-does-pupil-health-review",
        StepKind::InquiryOpened => "step-does-inquiry-opened",
        StepKind::InquiryNotNeeded => "step-does-inquiry-not-needed",
        StepKind::Dismissed => "step-does-dismissed",
        StepKind::Elsewhere => "step-does-elsewhere",
        StepKind::KnownOngoing => "step-does-known-ongoing",
        StepKind::Wait => "step-does-wait",
        StepKind::Assigned => "step-does-assigned",
        StepKind::InquiryProposed => "step-does-inquiry-proposed",
    }
}

/// The code of the name of a zone.
pub fn zone_name(zone: Zone) -> &'static str {
    match zone {
        Zone::SchoolGeneral => "zone-name-general",
        Zone::SchoolSupport => "zone-name-support",
        Zone::PupilHealth => "zone-name-health",
        Zone::SocialOpenCare => "zone-name-social",
        Zone::Concern => "zone-name-concern",
        Zone::Shared => "zone-name-shared",
        Zone::Aggregate => "zone-name-aggregate",
    }
}

/// The code of the sentence that says who reads what is written in a zone. Its argument is `school`.
pub fn zone_readers(zone: Zone) -> &'static str {
    match zone {
        Zone::SchoolGeneral => "zone-readers-general",
        Zone::SchoolSupport => "zone-readers-support",
        Zone::PupilHealth => "zone-readers-health",
        Zone::SocialOpenCare | Zone::Concern | Zone::Shared | Zone::Aggregate => "zone-readers-other",
    }
}
