//! What is asked of a list, and what it answers.

use access::UnitId;
use domain::{Day, Signals};

use super::ListRow;

/// Which of the two lists, each with an order of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum WorkList {
    /// The school's.
    #[default]
    School,
    /// The team's.
    Team,
}

/// Which marks are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Wanted {
    /// Any.
    #[default]
    All,
    /// Nobody has cleared it, or it is time to look again: what is left to do.
    Open,
    /// Nobody has cleared it.
    Untouched,
    /// Somebody acted, and it is time to look again.
    FollowUp,
    /// Cleared.
    Cleared,
}

/// What is asked of a list. It narrows the scope and never widens it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListAsk {
    /// Which list.
    pub list: WorkList,
    /// Schools; all when empty.
    pub units: Vec<UnitId>,
    /// Name of a class.
    pub class: Option<String>,
    /// Level of the grade.
    pub level: Option<u8>,
    /// Signals of which at least one fires; any row when empty.
    pub signals: Signals,
    /// Marks.
    pub state: Wanted,
    /// The place of the last row of the page before.
    pub after: Option<i64>,
    /// Rows on the page, 100 at most.
    pub limit: u16,
    /// Leaves the totals at zero: whoever wants the next row only need not count the whole list.
    pub uncounted: bool,
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPage {
    /// The day that the figures are for.
    pub as_of: Day,
    /// The rows, in the order of the list.
    pub rows: Vec<ListRow>,
    /// What to ask for as `after` when there are more.
    pub next: Option<i64>,
    /// Pupils on the list within the scope, with all filters but that on the mark.
    pub totals: Totals,
}

/// Pupils by mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Nobody has cleared it.
    pub untouched: u64,
    /// Time to look again.
    pub follow_up: u64,
    /// Cleared.
    pub cleared: u64,
}
