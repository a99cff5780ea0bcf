//! Mapping, plan, and how the plan goes.

use serde::{Deserialize, Serialize};

use crate::{
    Day, coded,
    plan::{Agreement, Followed, Level, Person, Plan},
};

/// Pupil and family have been met.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MappingDone {
    /// Whoever wrote it down.
    pub by: Person,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// The pupil's own words.
    pub pupil: String,
    /// What was found; may be empty.
    pub words: String,
}

/// A plan is proposed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanProposed {
    /// Whoever proposes it.
    pub by: Person,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// The plan, whole.
    pub plan: Plan,
    /// The statement of the plan that it replaces, as a UUID is written.
    pub replaces: Option<String>,
    /// Who said yes, and how, and who did not.
    pub agreement: Agreement,
}

/// The other side confirms a plan.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanConfirmed {
    /// Whoever confirms.
    pub by: Person,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// The statement that proposed it, as a UUID is written.
    pub of: String,
}

/// An item of the plan was done or looked at.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemFollowed {
    /// Whoever wrote it down.
    pub by: Person,
    /// What was done, and how it went.
    pub followed: Followed,
}

coded! {
    /// What a review came to.
    pub enum Review {
        /// The plan goes on.
        Continue = "continue", "episode-review-continue";
        /// The plan is to be changed: a new one is proposed.
        Adjust = "adjust", "episode-review-adjust";
    }
}

/// Where a goal stands at a review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalSeen {
    /// The goal's id, as a UUID is written.
    pub goal: String,
    /// The step of its scale, −2 to 2.
    pub level: Level,
}

/// The plan was looked at.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewHeld {
    /// Whoever wrote it down.
    pub by: Person,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// When to look again.
    #[serde(with = "coded::day")]
    pub next: Day,
    /// What it came to.
    pub outcome: Review,
    /// Where each goal stands.
    pub goals: Vec<GoalSeen>,
    /// The pupil's own words; may be empty.
    pub pupil: String,
    /// What was said; may be empty.
    pub words: String,
}

private_debug! {
    MappingDone { day }
    PlanProposed { day, plan, replaces, agreement }
    PlanConfirmed { day, of }
    ItemFollowed { followed }
    ReviewHeld { day, next, outcome, goals }
}
