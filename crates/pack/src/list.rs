//! Work lists: which pupils a list shows, to whom first, and in which order. No score and no ranking by model.

use std::ops::RangeInclusive;

use domain::Signal;

use crate::{condition::Condition, words::Words};

/// A work list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkList {
    /// The name that files and commands use: `school`, `team`.
    pub id: String,
    /// The name that people see.
    pub name: Words,
    /// Levels of the grades that the list covers, 0 (förskoleklass) to 10.
    pub levels: RangeInclusive<i8>,
    /// A pupil is on the list when any of these holds.
    pub when: Vec<Alternative>,
    /// A pupil whose every firing signal (S01–S11) meets one of these goes to the mentor first, everyone else to the
    /// pupil health team.
    pub mentor_first: Vec<Condition>,
    /// Sort keys, the first one deciding. The pupil id comes last of all.
    pub order: Vec<SortKey>,
}

/// One way to be on a list: every group must hold, and a group holds when any of its conditions does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The groups.
    pub all_of: Vec<Vec<Condition>>,
}

/// What a list is sorted by. Whoever the key is true of, or has more of, comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortKey {
    /// The signal fires.
    Signal(Signal),
    /// S05 is at level 2.
    Level2,
    /// The band of S01, highest first.
    Band,
    /// The number of signals S01–S11 that fire.
    Count,
    /// The longest time since the earliest of the firing signals began.
    Since,
}

impl WorkList {
    /// Whether a pupil in a grade of that level is on the list, given which conditions hold.
    pub fn includes(&self, level: i8, holds: impl Fn(&Condition) -> bool) -> bool {
        self.levels.contains(&level)
            && self.when.iter().any(|way| way.all_of.iter().all(|group| group.iter().any(&holds)))
    }
}
