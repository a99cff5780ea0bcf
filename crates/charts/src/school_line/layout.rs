//! Where everything lies: the measures of each shape, and years beside or below each other.

use super::{
    input::{SchoolLine, Shape, Week},
    legend,
    year::{Needs, Year},
};
use crate::px::{Px, many, px};

/// The size of words; they may shrink by a twelfth with the picture and are still 11 px.
pub(super) const TEXT: Px = px(12);
/// The size of a school year's name.
pub(super) const YEAR_TEXT: Px = px(14);

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
        let first_in_row = number == 0 || !measures.beside;
        let year = Year { from: span.0, to: span.1, left, right, reach, first_in_row, ..Year::default() };
        if measures.beside {
            left = right + measures.gap;
        }
        year
    };
    spans.iter().enumerate().map(year).collect()
}

/// Settles the heights of all years, and returns the lowest edge.
fn down(years: &mut [Year], line: &SchoolLine<'_>, pitch: Px, measures: &Measures) -> Px {
    let needs = years.iter().map(|year| Needs::of(line, year, pitch, measures.week_names));
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
