//! Going on longer, ending, and what may come after.

use serde::{Deserialize, Serialize};

use super::InterventionConsent;
use crate::{Day, closing::Neutral, coded, plan::Person};

/// The lead group lets it go on.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prolonged {
    /// Whoever wrote the lead group's decision down.
    pub by: Person,
    /// When it was decided.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// The last day.
    #[serde(with = "coded::day")]
    pub until: Day,
}

/// Sparse follow-up begins.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MaintenanceBegun {
    /// Whoever wrote it down.
    pub by: Person,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
}

/// Closing begins. Each side's own reason stays in its room.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosingBegun {
    /// Whoever begins it.
    pub by: Person,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// The only reason that travels.
    pub reason: Neutral,
}

/// One side closes its file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileClosed {
    /// Whoever closes it.
    pub by: Person,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
}

/// The family, the pupil or the team withdraws. No reason is needed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawn {
    /// Whoever wrote it down.
    pub by: Person,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
}

/// Nothing more is shared: the last letter. It does not say why.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharingEnded {
    /// Since when.
    #[serde(with = "coded::day")]
    pub day: Day,
}

/// A closed episode goes on, within three months and with a consent of its own.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopened {
    /// Whoever reopens it.
    pub by: Person,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// When the plan is looked at.
    #[serde(with = "coded::day")]
    pub review: Day,
    /// The new consent, where the programme asks for one.
    pub consent: Option<InterventionConsent>,
}

/// It becomes a referral to another programme.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Converted {
    /// Whoever converts it.
    pub by: Person,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// The new episode, as a UUID is written.
    pub episode: String,
}

private_debug! {
    Prolonged { day, until }
    MaintenanceBegun { day }
    ClosingBegun { day, reason }
    FileClosed { day }
    Withdrawn { day }
    SharingEnded { day }
    Reopened { day, review, consent }
    Converted { day, episode }
}
