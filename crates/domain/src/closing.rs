//! Why a support ends: each side's own reason, which stays in its room, and the neutral one that may travel.

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
