//! The action plan (handlingsplan) that the family and the two sides agree on: goals, what is to be done, and when to
//! look again.

mod agreement;
mod check;
mod dose;
mod goal;
mod item;
mod toolbox;

use serde::{Deserialize, Serialize};

pub use agreement::{Agreement, Party, Voice, Word};
pub use check::{MOST_WORDS, Why, check};
pub use dose::{Dose, Try, dose, next_look, tries};
pub use goal::{Goal, GoalKind, Level};
pub use item::{Followed, For, Frequency, Item, Next, Person, Span, Tried};
pub use toolbox::{Category, Toolbox};

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
