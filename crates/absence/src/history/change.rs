//! A window of lesson rows that is to take the place of what the history holds there.

use domain::{Day, SchoolYear};

use super::manifest::Slot;
use super::spool::Rows;
use crate::columns::table::Row;

/// First and last day of a window, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
}

impl Window {
    /// Whether a day lies in the window.
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// Whether two windows share a day.
    pub fn meets(self, other: Window) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// The part of the window that lies in a school year.
    pub(super) fn within(self, year: SchoolYear) -> Window {
        Window { from: self.from.max(year.start()), to: self.to.min(year.end()) }
    }
}

/// What an import covers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cover {
    /// Only this school.
    pub school: Option<i32>,
    /// From this day, instead of each school's first date in the file.
    pub from: Option<Day>,
    /// To this day, instead of each school's last date in the file.
    pub to: Option<Day>,
}

impl Cover {
    /// Whether a row lies in what is covered.
    pub fn includes(&self, row: &Row) -> bool {
        self.school.is_none_or(|school| school == row.school)
            && self.from.is_none_or(|from| from.0 <= row.date)
            && self.to.is_none_or(|to| row.date <= to.0)
    }

    /// Whether the dates are given, so that a school without rows in the file can be covered too.
    pub(super) fn window(&self) -> Option<Window> {
        self.from.zip(self.to).map(|(from, to)| Window { from, to })
    }
}

/// New rows for the window of one school and school year.
#[derive(Clone, Debug)]
pub struct Change {
    /// School and school year.
    pub slot: Slot,
    /// The window that is replaced.
    pub window: Window,
    /// Its rows.
    pub rows: Rows,
}
