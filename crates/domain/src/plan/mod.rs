//! The action plan (handlingsplan) that the family and the two sides agree on: goals, what is to be done, and when to
//! look again.

mod agreement;
mod goal;
mod item;

use serde::{Deserialize, Serialize};

pub use agreement::{Agreement, Party, Voice, Word};
pub use goal::{Goal, GoalKind, Level};
pub use item::{Followed, For, Frequency, Item, Next, Person, Span, Tried};

use crate::{Day, coded};

/// A plan. A new one replaces the old one whole; the ids of goals and items that live on are kept.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The goals: one about attendance always.
    pub goals: Vec<Goal>,
    /// What is to be done.
    pub items: Vec<Item>,
    /// When the plan is looked at again.
    #[serde(with = "coded::day")]
    pub review: Day,
    /// The pupil's own words about it; may be empty.
    pub words: String,
}

private_debug! {
    Plan { goals, items, review }
}
