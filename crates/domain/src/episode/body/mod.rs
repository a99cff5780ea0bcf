//! The bodies of statements about an episode, version 1, as JSON. What is written here is kept byte for byte.

mod begin;
mod consent;
mod course;
mod end;
mod plan;
mod private;

pub use begin::{Accepted, Came, Declined, GradeSaid, Link, Received, Referral, StartHeld, StartPlanned};
pub use consent::{ConsentWithdrawn, InterventionConsent};
pub use course::{Paused, Resumed, Retracted, SchoolChanged};
pub use end::{ClosingBegun, Converted, FileClosed, MaintenanceBegun, Prolonged, Reopened, SharingEnded, Withdrawn};
pub use plan::{GoalSeen, ItemFollowed, MappingDone, PlanConfirmed, PlanProposed, Review, ReviewHeld};
pub use private::{
    ConflictCheck, CopiedToJournal, FollowUpAgreed, ItemWeighed, LetterWeighed, Note, OwnReason, Private,
};

bodies! {
    /// What a shared statement says. The state of an episode is a function of the set of these only.
    pub enum Body {
        /// The school refers a pupil to a programme.
        Referral(Referral) = "referral";
        /// The referral has been taken in.
        Received(Received) = "received";
        /// One side accepts: one of two keys.
        Accepted(Accepted) = "accepted";
        /// It cannot begin.
        Declined(Declined) = "declined";
        /// A start meeting is booked.
        StartPlanned(StartPlanned) = "start_planned";
        /// The start meeting was held.
        StartHeld(StartHeld) = "start_held";
        /// Guardians and child have been asked about the support.
        InterventionConsent(InterventionConsent) = "intervention_consent";
        /// A consent to the support is withdrawn.
        ConsentWithdrawn(ConsentWithdrawn) = "consent_withdrawn";
        /// Pupil and family have been met.
        MappingDone(MappingDone) = "mapping_done";
        /// A plan is proposed, and perhaps agreed at the same meeting.
        PlanProposed(PlanProposed) = "plan_proposed";
        /// The other side confirms a plan.
        PlanConfirmed(PlanConfirmed) = "plan_confirmed";
        /// An item of the plan was done or looked at.
        ItemFollowed(ItemFollowed) = "item_followed";
        /// The plan was looked at.
        ReviewHeld(ReviewHeld) = "review_held";
        /// The lead group lets it go on.
        Prolonged(Prolonged) = "prolonged";
        /// Sparse follow-up begins.
        MaintenanceBegun(MaintenanceBegun) = "maintenance_begun";
        /// Closing begins.
        ClosingBegun(ClosingBegun) = "closing_begun";
        /// One side closes its file: one of two keys.
        FileClosed(FileClosed) = "file_closed";
        /// It is paused.
        Paused(Paused) = "paused";
        /// The pause ends.
        Resumed(Resumed) = "resumed";
        /// The family, the pupil or the team withdraws.
        Withdrawn(Withdrawn) = "withdrawn";
        /// Nothing more is shared.
        SharingEnded(SharingEnded) = "sharing_ended";
        /// A closed episode goes on.
        Reopened(Reopened) = "reopened";
        /// It becomes a referral to another programme: a new episode.
        Converted(Converted) = "converted";
        /// The pupil changes school.
        SchoolChanged(SchoolChanged) = "school_changed";
        /// A statement of one's own is taken back.
        Retracted(Retracted) = "retracted";
    }
}
