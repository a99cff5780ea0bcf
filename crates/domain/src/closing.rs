//! Why a support ends: each side's own reason, which stays in its room, and the neutral one that may travel.

use crate::{
    Day,
    calendar::Calendar,
    deadline::{Unit, deadline, months_after},
};

coded! {
    /// The only reasons that go through the door. They say nothing about the family and nothing about what the social
    /// services may know: wording and deadline are the same whether or not a conflict was found.
    pub enum Neutral {
        /// It cannot start now; the school goes on with its own support.
        CannotStartNow = "cannot_start_now", "plan-neutral-cannot-start-now";
        /// Ended as planned.
        EndedAsPlanned = "ended_as_planned", "plan-neutral-ended-as-planned";
        /// Ended before it was planned to.
        EndedEarly = "ended_early", "plan-neutral-ended-early";
    }
}

coded! {
    /// A side's own reason. It stays in its room; what it becomes outside is [`travels`].
    pub enum Reason {
        /// The goals were met.
        GoalMet = "goal_met", "plan-reason-goal-met";
        /// It has become better.
        Improved = "improved", "plan-reason-improved";
        /// Unchanged and stable, which can be a good outcome.
        UnchangedStable = "unchanged_stable", "plan-reason-unchanged-stable";
        /// The support has had no effect.
        NoEffect = "no_effect", "plan-reason-no-effect";
        /// The pupil needs assessed support (SoL 11 kap. 1 §).
        NeedsAssessedSupport = "needs_assessed_support", "plan-reason-needs-assessed-support";
        /// Health care takes over.
        HealthcareTakesOver = "healthcare_takes_over", "plan-reason-healthcare-takes-over";
        /// A consent was withdrawn.
        ConsentWithdrawn = "consent_withdrawn", "plan-reason-consent-withdrawn";
        /// The family declined.
        DeclinedByFamily = "declined_by_family", "plan-reason-declined-by-family";
        /// The pupil declined.
        DeclinedByPupil = "declined_by_pupil", "plan-reason-declined-by-pupil";
        /// No contact was made.
        NoContact = "no_contact", "plan-reason-no-contact";
        /// The pupil has moved to another school.
        MovedSchool = "moved_school", "plan-reason-moved-school";
        /// The pupil has moved to another municipality.
        MovedMunicipality = "moved_municipality", "plan-reason-moved-municipality";
        /// The pupil has left the last grade.
        LeftLastGrade = "left_grade_9", "plan-reason-left-last-grade";
        /// The pupil is not in the target group.
        OutOfTarget = "out_of_target", "plan-reason-out-of-target";
        /// The longest time has passed.
        MaxTime = "max_time", "plan-reason-max-time";
        /// The child has been placed.
        Placed = "placed", "plan-reason-placed";
        /// It was opened in error.
        OpenedInError = "opened_in_error", "plan-reason-opened-in-error";
    }
}

/// How far a support had come when it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Before the start meeting: it is declined.
    BeforeStart,
    /// After it.
    AfterStart,
}

/// The reason that may travel. Before the start there is only one, so that it tells nothing of why: not that the social
/// services know the child, and not that they do not.
pub fn travels(reason: Reason, stage: Stage) -> Neutral {
    if stage == Stage::BeforeStart {
        return Neutral::CannotStartNow;
    }
    match reason {
        Reason::GoalMet | Reason::Improved | Reason::UnchangedStable | Reason::LeftLastGrade | Reason::MaxTime => {
            Neutral::EndedAsPlanned
        }
        Reason::NoEffect
        | Reason::NeedsAssessedSupport
        | Reason::HealthcareTakesOver
        | Reason::ConsentWithdrawn
        | Reason::DeclinedByFamily
        | Reason::DeclinedByPupil
        | Reason::NoContact
        | Reason::MovedSchool
        | Reason::MovedMunicipality
        | Reason::OutOfTarget
        | Reason::Placed
        | Reason::OpenedInError => Neutral::EndedEarly,
    }
}

/// The day by which a referral is answered: so many working days, whatever the social services find when they look.
pub fn answer_by(referred: Day, answer_days: u16, calendar: &Calendar) -> Day {
    deadline(referred, answer_days, Unit::Working, calendar)
}

/// Months after closing at which the school may look again.
pub const FOLLOW_UP_MONTHS: [u8; 3] = [3, 6, 12];
/// Those that are proposed; twelve months are of choice.
pub const FOLLOW_UP_PROPOSED: [u8; 2] = [3, 6];

/// The days on which the school looks again after closing, of the months that the family agreed to.
pub fn follow_ups(closed: Day, agreed_months: &[u8]) -> Vec<Day> {
    let agreed = FOLLOW_UP_MONTHS.iter().filter(|months| agreed_months.contains(months));
    agreed.map(|months| months_after(closed, *months)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn before_the_start_every_reason_is_told_in_the_same_words() {
        assert!(Reason::ALL.iter().all(|it| travels(*it, Stage::BeforeStart) == Neutral::CannotStartNow));
    }

    #[test]
    fn a_referral_is_answered_in_working_days() {
        let answer = |referred: &str| answer_by(referred.parse().unwrap(), 3, &Calendar::default()).to_string();
        assert_eq!(answer("2026-11-20"), "2026-11-25");
        assert_eq!(answer("2026-12-23"), "2026-12-30"); // 28, 29 and 30 December
    }

    #[test]
    fn after_the_start_only_planned_ends_are_told_as_planned() {
        let planned = Reason::ALL.iter().filter(|it| travels(**it, Stage::AfterStart) == Neutral::EndedAsPlanned);
        let planned: Vec<_> = planned.map(|it| it.code()).collect();
        assert_eq!(planned, ["goal_met", "improved", "unchanged_stable", "left_grade_9", "max_time"]);
        assert!(Reason::ALL.iter().all(|it| travels(*it, Stage::AfterStart) != Neutral::CannotStartNow));
        assert_eq!(Reason::ALL.len(), 17);
    }

    #[test]
    fn the_school_looks_again_when_the_family_agreed() {
        let closed: Day = "2026-11-30".parse().unwrap();
        let days = |months: &[u8]| follow_ups(closed, months).iter().map(Day::to_string).collect::<Vec<_>>();
        assert_eq!(days(&FOLLOW_UP_PROPOSED), ["2027-02-28", "2027-05-30"]);
        assert_eq!(days(&[12, 3]), ["2027-02-28", "2027-11-30"]);
        assert!(days(&[]).is_empty() && days(&[4]).is_empty());
    }
}
