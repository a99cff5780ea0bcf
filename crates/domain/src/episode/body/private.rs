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

/// One item of a letter, as it was weighed before it was sent or kept.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemWeighed {
    /// What it tells: the code of a kind of information.
    pub kind: String,
    /// The gate that was asked: its code.
    pub gate: String,
    /// The provisions that let it through; empty when nothing did.
    pub grounds: Vec<String>,
    /// The statement that documents the evidence, as a UUID is written.
    pub evidence: Option<String>,
    /// What is missing, as codes; empty when it was let through.
    pub missing: Vec<String>,
    /// The other gates, each with what it lacks: a code and codes.
    pub tried: Vec<(String, Vec<String>)>,
}

/// A letter was weighed, item by item: sent whole, or not at all.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterWeighed {
    /// Whoever sent it, or would have.
    pub by: Person,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// The statement that it tells, as a UUID is written.
    pub of: String,
    /// The letter, as a UUID is written; nothing when it was not sent.
    pub letter: Option<String>,
    /// The name of the authority that it went to, or would have.
    pub to: String,
    /// Each item.
    pub items: Vec<ItemWeighed>,
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
        /// A letter was weighed.
        LetterWeighed(LetterWeighed) = "letter_weighed";
    }
}

private_debug! {
    OwnReason { of }
    ConflictCheck { day }
    Note { day }
    CopiedToJournal { of, day }
    FollowUpAgreed { day, months }
    ItemWeighed { kind, gate }
    LetterWeighed { of, letter }
}
