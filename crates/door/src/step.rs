//! The steps of a delivery, so that a test can cut it off between any two of them.

use crate::failure::{Failure, Result};

/// A step that has just been taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// The sender has read what waits.
    Read,
    /// It may still leave.
    Lawful,
    /// That it is leaving is on disk.
    Leaving,
    /// The recipient has verified it.
    Verified,
    /// It lies in the recipient's inbox, and the recipient has said nothing yet.
    Stored,
    /// The sender has an answer.
    Answered,
    /// The sender has verified the answer, and noted nothing yet.
    Believed,
    /// What became of it is on disk at the sender.
    Noted,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Step; 8] = [
        Step::Read,
        Step::Lawful,
        Step::Leaving,
        Step::Verified,
        Step::Stored,
        Step::Answered,
        Step::Believed,
        Step::Noted,
    ];
}

/// Whoever watches the steps. In the product nobody does.
pub trait Watch: Send + Sync {
    /// Whether to go on; otherwise everything stops where it is, as when the program is killed.
    fn goes_on(&self, after: Step) -> bool;
}

/// Nobody watches: every step is followed by the next.
#[derive(Clone, Copy, Debug)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn goes_on(&self, _: Step) -> bool {
        true
    }
}

/// Goes on, or stops as when the program is killed.
pub(crate) fn after(step: Step, watch: &dyn Watch) -> Result<()> {
    if watch.goes_on(step) { Ok(()) } else { Err(Failure::CutOff) }
}
