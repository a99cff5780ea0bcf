//! Where everything lies: years beside or below each other, weeks in them, and strips above and below the plot. A
//! strip that nothing stands in takes no room.

use super::{
    input::{Kind, SchoolLine, Shape, Week},
    legend, reduced,
    strip::{lanes, placed},
};
use crate::px::{Px, many, px};

/// The size of words; they may shrink by a twelfth with the picture and are still 11 px.
pub(super) const TEXT: Px = px(12);
/// The size of a school year's name.
pub(super) const YEAR_TEXT: Px = px(14);
/// Height of a lane of marks.
pub(super) const LANE: Px = px(18);
/// Height of a lane of reduced timetables: bar and words.
pub(super) const REDUCED_LANE: Px = px(23);

/// Measures that differ between the shapes.
struct Measures {
    width: Px,
    plot: Px,
    left: Px,
    right: Px,
    /// Between years beside or below each other.
    gap: Px,
    beside: bool,
    /// Left edge of the legend.
    legend: Px,
    /// Whether there is room for the names of weeks below those of months.
    week_names: bool,
}

const WIDE: Measures = Measures {
    width: px(1100),
    plot: px(220),
    left: px(46),
    right: px(10),
    gap: px(34),
    beside: true,
    legend: px(46),
    week_names: true,
};

const NARROW: Measures = Measures {
    width: px(360),
    plot: px(140),
    left: px(42),
    right: px(4),
    gap: px(20),
    beside: false,
    legend: px(4),
    week_names: false,
};

/// A few weeks are not blown up to fill the picture.
const WIDEST_WEEK: Px = px(20);

pub(super) struct Layout {
    pub(super) width: Px,
    pub(super) height: Px,
    /// Height of 100 %.
    pub(super) plot: Px,
    /// From one week to the next.
    pub(super) pitch: Px,
    pub(super) years: Vec<Year>,
    /// Whether weeks are named below months.
    pub(super) week_names: bool,
    /// Top of the legend, and its left edge.
    pub(super) legend: (Px, Px),
}

/// A school year in the picture. Each strip is known by its lower edge.
#[derive(Clone, Debug)]
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
    /// A year between left and right whose heights are not settled.
    fn between((from, to): (usize, usize), (left, right, reach): (Px, Px, Px), first_in_row: bool) -> Year {
        let (name, moves, signals, steps, holidays, base, months, weeks, reduced) = (0, 0, 0, 0, 0, 0, 0, 0, 0);
        Year {
            from,
            to,
            left,
            right,
            reach,
            first_in_row,
            name,
            moves,
            signals,
            steps,
            holidays,
            base,
            months,
            weeks,
            reduced,
        }
    }

    /// Settles the heights, and returns the lower edge.
    fn settle(&mut self, needs: &Needs, top: Px, plot: Px) -> Px {
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
}

/// The left edge of a week of a year.
pub(super) fn place_in(year: &Year, week: usize, pitch: Px) -> Px {
    year.left + many(week.saturating_sub(year.from)) * pitch
}

/// The heights of the strips.
#[derive(Default)]
struct Needs {
    name: Px,
    moves: Px,
    signals: Px,
    steps: Px,
    holidays: Px,
    week_names: Px,
    reduced: Px,
}

impl Needs {
    fn of(line: &SchoolLine<'_>, year: &Year, pitch: Px, measures: &Measures) -> Needs {
        let weeks = || year.of(&line.weeks).iter();
        let room = |wanted: bool, height: Px| if wanted { height } else { 0 };
        let strip = |marks| many(lanes(&placed(marks, &line.moves, year, pitch))) * LANE;
        Needs {
            name: room(weeks().any(|week| week.year_start.is_some()), px(20)),
            moves: room(line.moves.iter().any(|mark| year.holds(mark.week)), px(20)),
            signals: strip(&line.signals),
            steps: strip(&line.steps),
            holidays: room(weeks().any(|week| matches!(week.kind, Kind::Holiday { .. })), px(20)),
            week_names: room(measures.week_names, px(14)),
            reduced: many(reduced::lanes(line, year, pitch)) * REDUCED_LANE,
        }
    }

    /// What years beside each other need, so that their plots lie side by side.
    fn both(self, other: Needs) -> Needs {
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

impl Layout {
    pub(super) fn new(line: &SchoolLine<'_>, shape: Shape) -> Layout {
        let measures = match shape {
            Shape::Wide => WIDE,
            Shape::Narrow => NARROW,
        };
        let spans = spans(&line.weeks);
        let pitch = pitch(&spans, &measures);
        let mut years = across(&spans, pitch, &measures);
        let lowest = down(&mut years, line, pitch, &measures);
        let legend = (lowest + px(8), measures.legend);
        let height = legend.0 + legend::height(line, measures.width - legend.1);
        let Measures { width, plot, week_names, .. } = measures;
        Layout { width, height, plot, pitch, years, week_names, legend }
    }

    /// The width of a bar.
    pub(super) fn bar(&self) -> Px {
        self.pitch * 68 / 100
    }
}

/// The years with their left and right edges.
fn across(spans: &[(usize, usize)], pitch: Px, measures: &Measures) -> Vec<Year> {
    let mut left = measures.left;
    let year = |(number, span): (usize, &(usize, usize))| {
        let right = left + many(span.1 - span.0) * pitch;
        let last = !measures.beside || number + 1 == spans.len();
        let reach = if last { measures.width } else { right + measures.gap - px(10) };
        let year = Year::between(*span, (left, right, reach), number == 0 || !measures.beside);
        if measures.beside {
            left = right + measures.gap;
        }
        year
    };
    spans.iter().enumerate().map(year).collect()
}

/// Settles the heights of all years, and returns the lowest edge.
fn down(years: &mut [Year], line: &SchoolLine<'_>, pitch: Px, measures: &Measures) -> Px {
    let needs = years.iter().map(|year| Needs::of(line, year, pitch, measures));
    if measures.beside {
        let needs = needs.reduce(Needs::both).unwrap_or_default();
        return years.iter_mut().map(|year| year.settle(&needs, 0, measures.plot)).max().unwrap_or(0);
    }
    let mut lowest = 0;
    let needs: Vec<Needs> = needs.collect();
    for (number, (year, needs)) in years.iter_mut().zip(&needs).enumerate() {
        let top = if number == 0 { 0 } else { lowest + measures.gap };
        lowest = year.settle(needs, top, measures.plot);
    }
    lowest
}

/// First week and end of each year; no year without weeks.
fn spans(weeks: &[Week]) -> Vec<(usize, usize)> {
    let starts = weeks.iter().enumerate().filter(|(place, week)| *place == 0 || week.year_start.is_some());
    let starts: Vec<usize> = starts.map(|(place, _)| place).collect();
    let ends = starts.iter().skip(1).copied().chain([weeks.len()]);
    starts.iter().copied().zip(ends).collect()
}

fn pitch(spans: &[(usize, usize)], measures: &Measures) -> Px {
    let room = measures.width - measures.left - measures.right;
    let lengths = spans.iter().map(|(from, to)| many(to - from));
    let fitting = if measures.beside {
        let gaps = measures.gap * (many(spans.len()) - 1).max(0);
        (room - gaps).max(0) / lengths.sum::<i64>().max(1)
    } else {
        room / lengths.max().unwrap_or(1).max(1)
    };
    fitting.min(WIDEST_WEEK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_begins_where_a_week_says_so() {
        let week = |year: bool| Week { year_start: year.then(String::new), ..Week::default() };
        assert_eq!(spans(&[]), []);
        assert_eq!(spans(&[week(false), week(false)]), [(0, 2)]);
        assert_eq!(spans(&[week(true), week(false), week(true)]), [(0, 2), (2, 3)]);
    }
}
