//! In which zones a kind of step may be written. The policies decide; here is only what is usual and what the law says
//! of the decision on an inquiry.

use access::Zone;
use domain::step::StepKind;

/// The zone that is offered first.
pub(crate) fn usual(kind: StepKind) -> Zone {
    match kind {
        StepKind::PupilHealthReview => Zone::PupilHealth,
        StepKind::Adaptation
        | StepKind::InquiryOpened
        | StepKind::InquiryNotNeeded
        | StepKind::Wait
        | StepKind::Assigned
        | StepKind::InquiryProposed => Zone::SchoolSupport,
        StepKind::PupilTalk
        | StepKind::GuardianContact
        | StepKind::NoAnswer
        | StepKind::Dismissed
        | StepKind::Elsewhere
        | StepKind::KnownOngoing => Zone::SchoolGeneral,
    }
}

/// The zones that a kind may be written in, the usual one first.
pub(crate) fn of(kind: StepKind) -> Vec<Zone> {
    let usual = usual(kind);
    let others = Zone::OF_STEPS.into_iter().filter(|zone| *zone != usual && !kind.is_inquiry_decision());
    [usual].into_iter().chain(others).collect()
}

/// Those of the zones of a kind that somebody may write in, the usual one first. Who may write in pupil health is bound to
/// secrecy about talks from the first word: that is where she or he begins, and may choose a wider circle.
pub(crate) fn offered(kind: StepKind, may: impl Fn(Zone) -> bool) -> Vec<Zone> {
    let mut zones: Vec<Zone> = of(kind).into_iter().filter(|zone| may(*zone)).collect();
    if matches!(kind, StepKind::PupilTalk | StepKind::GuardianContact) {
        zones.sort_by_key(|zone| *zone != Zone::PupilHealth);
    }
    zones
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_zone_comes_first_and_a_decision_on_an_inquiry_has_one() {
        assert_eq!(of(StepKind::PupilTalk), [Zone::SchoolGeneral, Zone::SchoolSupport, Zone::PupilHealth]);
        assert_eq!(of(StepKind::PupilHealthReview), [Zone::PupilHealth, Zone::SchoolGeneral, Zone::SchoolSupport]);
        assert_eq!(of(StepKind::InquiryNotNeeded), [Zone::SchoolSupport]);
    }
}
