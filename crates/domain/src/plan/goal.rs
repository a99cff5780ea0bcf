//! Goals, on a scale of five steps with words (goal attainment scaling, GAS).

use serde::{Deserialize, Serialize};

coded! {
    /// What a goal is about.
    pub enum GoalKind {
        /// Coming to school or taking part in it, in the pupil's own terms: "två morgnar i veckan". Always there. A
        /// percentage is never required.
        Attendance = "attendance", "plan-goal-attendance";
        /// Learning and results in school; there unless somebody takes it away.
        SchoolResults = "school_results", "plan-goal-school-results";
        /// Something else that matters to the pupil.
        Own = "own", "plan-goal-own";
    }
}

impl GoalKind {
    /// The goals that an empty plan begins with.
    pub const PROPOSED: [GoalKind; 2] = [GoalKind::Attendance, GoalKind::SchoolResults];
}

coded! {
    /// A step of the scale.
    pub enum Level {
        /// −2: much less than hoped for.
        MuchLess = "-2", "plan-level-much-less";
        /// −1: less than hoped for; mostly where it starts.
        Less = "-1", "plan-level-less";
        /// 0: the goal.
        AsHoped = "0", "plan-level-as-hoped";
        /// +1: more than hoped for.
        More = "1", "plan-level-more";
        /// +2: much more than hoped for.
        MuchMore = "2", "plan-level-much-more";
    }
}

impl Level {
    /// From −2 to 2.
    pub fn value(self) -> i8 {
        match self {
            Level::MuchLess => -2,
            Level::Less => -1,
            Level::AsHoped => 0,
            Level::More => 1,
            Level::MuchMore => 2,
        }
    }
}

/// A goal.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// Id, as a UUID is written; kept from plan to plan, so that reviews can be followed over time.
    pub id: String,
    /// What it is about.
    pub kind: GoalKind,
    /// The goal in words, preferably the pupil's own.
    pub words: String,
    /// What each step looks like, in the order of [`Level::ALL`]; any may be empty, and the words of the goal then say
    /// what step 0 is.
    pub levels: [String; 5],
    /// Where it starts.
    pub start: Option<Level>,
}

private_debug! {
    Goal { id, kind, start }
}
