//! What a gate is told about a letter and each of its items: ids, days and flags, never content.

use domain::Day;

use crate::{
    EpisodeId, ItemId, PeerId, Zone,
    gate::{ItemKind, Regime},
};

/// From whom and to whom a letter goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crossing {
    /// The episode that it is about.
    pub episode: EpisodeId,
    /// The sender's regime.
    pub from: Regime,
    /// The recipient's regime.
    pub to: Regime,
    /// The room at the other end.
    pub recipient: PeerId,
    /// Both are of one authority, also when they are independent branches of it (OSL 8 kap. 2 §).
    pub same_authority: bool,
    /// Both are of one municipality.
    pub same_municipality: bool,
}

/// One item, as the gates need to know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemFacts {
    /// The statement, or whatever else is copied. A passage holds for it alone.
    pub item: ItemId,
    /// What it tells.
    pub kind: ItemKind,
    /// The zone where it was written.
    pub zone: Zone,
    /// When the document was drawn up or received. OSL applies to an independent school's from 2027-01-01 only.
    pub drawn_up: Day,
    /// It is about a pupil with protected identity.
    pub protected: bool,
}
