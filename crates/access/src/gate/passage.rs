//! A passage: the yes of a gate to one item. Made here only, used up by the letter, then journalled at both ends.

use domain::Day;

use crate::{
    EpisodeId, ItemId, PeerId, Reason, UserId, Zone,
    gate::{Gate, ItemKind, Refused},
};

/// A yes to one item of one letter. It cannot be copied; the letter uses it up.
#[must_use = "a passage that is not used has not been needed"]
#[derive(Debug)]
pub struct Passage {
    passed: Passed,
}

/// What a passage was, as plain data for the letter and the journal. It opens nothing by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    /// Who: `person:<id>` or `job:door`.
    pub actor: String,
    /// The gate.
    pub gate: Gate,
    /// The policies that decided, with their paragraphs, sorted by id. Never empty.
    pub reasons: Vec<Reason>,
    /// Which item.
    pub item: ItemId,
    /// What it tells.
    pub kind: ItemKind,
    /// The zone where it was written.
    pub zone: Zone,
    /// The episode.
    pub episode: EpisodeId,
    /// The room at the other end.
    pub recipient: PeerId,
    /// The day it was weighed. A letter that leaves on another day is weighed again.
    pub day: Day,
    /// Who weighed, where the gate asks for it.
    pub weighed_by: Option<UserId>,
    /// The statement that documents the evidence (consent, inquiry, notification, request), where there is one.
    pub evidence: Option<u128>,
}

impl Passage {
    /// The only way to a passage.
    pub(super) fn new(passed: Passed) -> Passage {
        Passage { passed }
    }

    /// The item that it is for, and no other.
    pub fn item(&self) -> ItemId {
        self.passed.item
    }

    /// The room that it leads to, and no other.
    pub fn recipient(&self) -> PeerId {
        self.passed.recipient
    }

    /// The episode that it is about, and no other.
    pub fn episode(&self) -> EpisodeId {
        self.passed.episode
    }

    /// The gate.
    pub fn gate(&self) -> Gate {
        self.passed.gate
    }

    /// The policies that decided.
    pub fn reasons(&self) -> &[Reason] {
        &self.passed.reasons
    }

    /// Uses it up, and gives what goes into the letter and the journal.
    pub fn into_passed(self) -> Passed {
        self.passed
    }
}

/// What one gate says of an item: for a page, never for sending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// The gate.
    pub gate: Gate,
    /// The reasons of a yes, or what is missing.
    pub outcome: Result<Vec<Reason>, Refused>,
}
