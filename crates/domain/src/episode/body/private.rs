//! Statements that never leave the room. They have no influence on the shared state, and the fold does not read them.

use serde::{Deserialize, Serialize};

use crate::{Day, closing::Reason, coded, plan::Person};

/// A side's own reason for what it told the other neutrally.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnReason {
    /// Whoever gives it.
    pub by: Person,
    /// The shared statement that it is about, as a UUID is written.
    pub of: String,
    /// The reason; nothing for a pause.
    pub reason: Option<Reason>,
    /// In words; may be empty.
    pub text: String,
}

/// The social services have looked whether anything else is going on.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConflictCheck {
    /// Whoever looked.
    pub by: Person,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// Whether something must be coordinated first.
    pub found: bool,
    /// In words; may be empty.
    pub text: String,
}

/// A note.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Whoever wrote it.
    pub by: Person,
    /// About which day.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// The note.
    pub text: String,
}

/// Something has been copied to the side's own record system.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopiedToJournal {
    /// Whoever copied it.
    pub by: Person,
    /// What, as a UUID is written.
    pub of: String,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
}

/// The family agrees that the school looks again after closing.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUpAgreed {
    /// Whoever asked.
    pub by: Person,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// After how many months, each of [`crate::closing::FOLLOW_UP_MONTHS`].
    pub months: Vec<u8>,
}

bodies! {
    /// What a private statement about an episode says.
    pub enum Private {
        /// A side's own reason.
        OwnReason(OwnReason) = "own_reason";
        /// Whether anything else is going on in the social services.
        ConflictCheck(ConflictCheck) = "conflict_check";
        /// A note.
        Note(Note) = "note";
        /// Copied to the side's own record system.
        CopiedToJournal(CopiedToJournal) = "copied_to_journal";
        /// The school may look again after closing.
        FollowUpAgreed(FollowUpAgreed) = "follow_up_agreed";
    }
}

private_debug! {
    OwnReason { of }
    ConflictCheck { day }
    Note { day }
    CopiedToJournal { of, day }
    FollowUpAgreed { day, months }
}
