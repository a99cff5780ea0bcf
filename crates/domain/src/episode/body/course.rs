//! What may come between: a pause, a change of school, something taken back.

use serde::{Deserialize, Serialize};

use crate::{Day, coded, plan::Person};

/// It is paused. The reason stays in the room of whoever pauses.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paused {
    /// Whoever pauses.
    pub by: Person,
    /// From when.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// When to look at it again.
    #[serde(with = "coded::day")]
    pub recheck: Day,
}

/// The pause ends.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resumed {
    /// Whoever resumes.
    pub by: Person,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
}

/// The pupil changes school.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchoolChanged {
    /// Whoever wrote it down.
    pub by: Person,
    /// The first day at the new school.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// Whether the new school has the same huvudman, and so the same room. Another needs consent and an episode of its
    /// own.
    pub same_authority: bool,
}

/// A statement of one's own is taken back. It stays, and is shown with the reason.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retracted {
    /// Whoever takes it back.
    pub by: Person,
    /// When.
    #[serde(with = "coded::day")]
    pub day: Day,
    /// The statement, as a UUID is written.
    pub of: String,
    /// Why.
    pub reason: String,
}

private_debug! {
    Paused { day, recheck }
    Resumed { day }
    SchoolChanged { day, same_authority }
    Retracted { day, of }
}
