//! A school year's place in the picture: its weeks from left to right, and strips above and below the plot. A strip that
//! nothing stands in takes no room.

use super::{
    input::{Kind, SchoolLine},
    reduced,
    strip::{lanes, placed},
};
use crate::px::{Px, many, px};

/// Height of a lane of marks.
pub(super) const LANE: Px = px(18);
/// Height of a lane of reduced timetables: bar and words.
pub(super) const REDUCED_LANE: Px = px(23);

/// A school year in the picture. Each strip is known by its lower edge.
#[derive(Clone, Debug, Default)]
pub(super) struct Year {
    /// Its weeks are `from..to`.
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) left: Px,
    pub(super) right: Px,
    /// How far words may reach to the right of it.
    pub(super) reach: Px,
    /// Whether the words of the axis stand to the left of it.
    pub(super) first_in_row: bool,
    pub(super) name: Px,
    pub(super) moves: Px,
    pub(super) signals: Px,
    pub(super) steps: Px,
    pub(super) holidays: Px,
    /// 0 %.
    pub(super) base: Px,
    pub(super) months: Px,
    pub(super) weeks: Px,
    /// Top of the first lane.
    pub(super) reduced: Px,
}

impl Year {
    /// Settles the heights, and returns the lower edge.
    pub(super) fn settle(&mut self, needs: &Needs, top: Px, plot: Px) -> Px {
        self.name = top + needs.name;
        self.moves = self.name + needs.moves;
        self.signals = self.moves + needs.signals;
        self.steps = self.signals + needs.steps;
        self.holidays = self.steps + needs.holidays;
        self.base = self.holidays + px(4) + plot;
        self.months = self.base + px(17);
        self.weeks = self.months + needs.week_names;
        self.reduced = self.weeks + px(9);
        self.reduced + needs.reduced
    }

    /// The weeks of this year.
    pub(super) fn of<'a, T>(&self, all: &'a [T]) -> &'a [T] {
        all.get(self.from.min(all.len())..self.to.min(all.len())).unwrap_or_default()
    }

    pub(super) fn holds(&self, week: usize) -> bool {
        (self.from..self.to).contains(&week)
    }

    /// The left edge of a week of this year.
    pub(super) fn place(&self, week: usize, pitch: Px) -> Px {
        self.left + many(week.saturating_sub(self.from)) * pitch
    }
}

/// The heights of the strips.
#[derive(Default)]
pub(super) struct Needs {
    name: Px,
    moves: Px,
    signals: Px,
    steps: Px,
    holidays: Px,
    week_names: Px,
    reduced: Px,
}

impl Needs {
    /// What a year needs by itself.
    pub(super) fn of(line: &SchoolLine<'_>, year: &Year, pitch: Px, week_names: bool) -> Needs {
        let weeks = || year.of(&line.weeks).iter();
        let room = |wanted: bool, height: Px| if wanted { height } else { 0 };
        let strip = |marks| many(lanes(&placed(marks, &line.moves, year, pitch))) * LANE;
        Needs {
            name: room(weeks().any(|week| week.year_start.is_some()), px(20)),
            moves: room(line.moves.iter().any(|mark| year.holds(mark.week)), px(20)),
            signals: strip(&line.signals),
            steps: strip(&line.steps),
            holidays: room(weeks().any(|week| matches!(week.kind, Kind::Holiday { .. })), px(20)),
            week_names: room(week_names, px(14)),
            reduced: many(reduced::lanes(line, year, pitch)) * REDUCED_LANE,
        }
    }

    /// What years beside each other need, so that their plots lie side by side.
    pub(super) fn both(self, other: Needs) -> Needs {
        Needs {
            name: self.name.max(other.name),
            moves: self.moves.max(other.moves),
            signals: self.signals.max(other.signals),
            steps: self.steps.max(other.steps),
            holidays: self.holidays.max(other.holidays),
            week_names: self.week_names.max(other.week_names),
            reduced: self.reduced.max(other.reduced),
        }
    }
}
