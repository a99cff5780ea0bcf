//! A window of lesson rows that is to take the place of what the history holds there.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Day, SchoolYear};

use super::manifest::Slot;
use crate::columns::Table;
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
    fn within(self, year: SchoolYear) -> Window {
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
    fn window(&self) -> Option<Window> {
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
    pub rows: Vec<Row>,
}

/// Cuts a table into changes, one a school and school year. The window of a school goes from its first to its last
/// date in the file unless the cover says otherwise; a window over the turn of the school year becomes two.
pub fn changes(table: Table, cover: &Cover) -> Vec<Change> {
    let mut by_school: BTreeMap<i32, Vec<&[Row]>> = BTreeMap::new();
    if let (Some(school), Some(_)) = (cover.school, cover.window()) {
        by_school.insert(school, Vec::new()); // named and dated: an empty window is meant
    }
    for run in table.rows.chunk_by(|a, b| a.school == b.school) {
        if let Some(first) = run.first() {
            by_school.entry(first.school).or_default().push(run);
        }
    }
    by_school.into_iter().flat_map(|(school, runs)| of_school(school, &runs, cover)).collect()
}

/// The changes of a school, whose rows come in runs as they lie in the table.
fn of_school(school: i32, runs: &[&[Row]], cover: &Cover) -> Vec<Change> {
    let dates = || runs.iter().copied().flatten().map(|row| Day(row.date));
    let first = cover.from.or_else(|| dates().min());
    let last = cover.to.or_else(|| dates().max());
    let Some((from, to)) = first.zip(last) else { return Vec::new() };
    let years: BTreeSet<SchoolYear> = (SchoolYear::of(from).0..=SchoolYear::of(to).0).map(SchoolYear).collect();
    let of_year = |year: SchoolYear| {
        let window = Window { from, to }.within(year);
        let mut rows = Vec::new();
        for run in runs {
            let within = run.chunk_by(|a, b| window.contains(Day(a.date)) == window.contains(Day(b.date)));
            let within = within.filter(|part| part.first().is_some_and(|row| window.contains(Day(row.date))));
            within.for_each(|part| rows.extend_from_slice(part));
        }
        Change { slot: Slot { school_year: year.0, school }, window, rows }
    };
    years.into_iter().map(of_year).collect()
}
