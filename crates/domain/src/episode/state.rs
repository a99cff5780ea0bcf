//! The states of an episode. Review due and paused lie over a state and are not states.

coded! {
    /// How far an episode has come.
    pub enum State {
        /// Nothing has been referred: the school may be writing, or the referral has not arrived.
        New = "new", "episode-state-new";
        /// The school has referred the pupil.
        Referred = "referred", "episode-state-referred";
        /// The team looks at whether it fits and when it can begin.
        Intake = "intake", "episode-state-intake";
        /// Every side has accepted, and it waits for a start meeting.
        Queued = "queued", "episode-state-queued";
        /// A start meeting is booked.
        StartPlanned = "start_planned", "episode-state-start-planned";
        /// The start meeting has been held, with consent where it is needed.
        Started = "started", "episode-state-started";
        /// The pupil and the family have been met.
        Mapping = "mapping", "episode-state-mapping";
        /// A plan is proposed.
        Planned = "planned", "episode-state-planned";
        /// A plan is agreed and runs.
        Active = "active", "episode-state-active";
        /// Sparse follow-up.
        Maintenance = "maintenance", "episode-state-maintenance";
        /// The closing meeting is held or near.
        Closing = "closing", "episode-state-closing";
        /// Every side has closed its file.
        Closed = "closed", "episode-state-closed";
        /// It never began.
        Declined = "declined", "episode-state-declined";
        /// Somebody withdrew. Nothing changes it.
        Withdrawn = "withdrawn", "episode-state-withdrawn";
    }
}

use State::{
    Active, Closing, Intake, Maintenance, Mapping, New, Planned, Queued, Referred, StartPlanned, Started, Withdrawn,
};

impl State {
    /// Referred and not yet started.
    pub const BEFORE_START: &'static [State] = &[Referred, Intake, Queued, StartPlanned];
    /// From the start meeting until closing begins.
    pub const RUNNING: &'static [State] = &[Started, Mapping, Planned, Active, Maintenance];
    /// From the start meeting until the files are closed.
    pub const STARTED: &'static [State] = &[Started, Mapping, Planned, Active, Maintenance, Closing];
    /// Referred and not ended.
    pub const LIVE: &'static [State] =
        &[Referred, Intake, Queued, StartPlanned, Started, Mapping, Planned, Active, Maintenance, Closing];

    /// Whether it has begun and not ended.
    pub fn is_live(self) -> bool {
        State::LIVE.contains(&self)
    }

    /// Whether the start meeting has been held and it has not ended.
    pub fn is_started(self) -> bool {
        State::STARTED.contains(&self)
    }

    /// Whether nothing can change it any more.
    pub fn is_final(self) -> bool {
        self == Withdrawn
    }

    /// Whether there is nothing yet.
    pub fn is_new(self) -> bool {
        self == New
    }
}
