//! What the bars stand before: holidays and grid, and the words around the plot.

use maud::{Markup, html};

use super::{
    Drawing, halo,
    input::{Kind, Week},
    layout::{TEXT, YEAR_TEXT},
    stroke,
    year::Year,
};
use crate::{
    fit,
    px::{Px, many, px, svg},
};

/// Holidays, grid and base line.
pub(super) fn behind(drawing: &Drawing<'_>) -> Markup {
    let (colours, layout) = (drawing.colours, &drawing.layout);
    html! {
        @for year in &layout.years {
            @for holiday in holidays(year, &drawing.line.weeks) {
                @let (left, right) = holiday.edges(year, layout.pitch);
                rect class="holiday" x=(svg(left)) y=(svg(year.base - layout.plot)) width=(svg(right - left))
                    height=(svg(layout.plot)) fill=(colours.holiday) {}
            }
            g class="grid" stroke=(colours.grid) stroke-width="0.8" {
                @for quarter in 1..=4 {
                    @let y = year.base - layout.plot * quarter / 4;
                    (stroke((year.left, y), (year.right, y)))
                }
            }
        }
    }
}

/// Base line with ticks, and names of shares, years, months, weeks and holidays.
pub(super) fn words(drawing: &Drawing<'_>) -> Markup {
    let (colours, layout, line) = (drawing.colours, &drawing.layout, drawing.line);
    html! {
        @for year in &layout.years {
            g stroke=(colours.rule) stroke-width="0.6" {
                (stroke((year.left, year.base), (year.right, year.base)))
                @for (left, _) in months(drawing, year) {
                    (stroke((left, year.base), (left, year.base + px(7))))
                }
            }
            g fill=(colours.quiet) {
                @if year.first_in_row {
                    @for (quarter, word) in (0..).zip(line.words.axis).filter(|(_, word)| !word.is_empty()) {
                        text x=(svg(year.left - px(7))) y=(svg(year.base - layout.plot * quarter / 4 + px(4)))
                            text-anchor="end" { (word) }
                    }
                }
                @for (left, week) in months(drawing, year) {
                    text x=(svg(left + px(3))) y=(svg(year.months - px(2))) {
                        (week.month_start.as_deref().unwrap_or_default())
                    }
                    @if layout.week_names {
                        text x=(svg(left + px(3))) y=(svg(year.weeks - px(2))) { (week.label) }
                    }
                }
                (holiday_names(drawing, year))
            }
            @if let Some(name) = year.of(&line.weeks).first().and_then(|week| week.year_start.as_deref()) {
                text x=(svg(year.left)) y=(svg(year.name - px(5))) fill=(colours.ink) font-size=(svg(YEAR_TEXT))
                    font-weight="600" { (name) }
            }
        }
    }
}

/// The weeks that begin a month, with their left edges; not those whose words would touch the next ones.
fn months<'a>(drawing: &'a Drawing<'_>, year: &'a Year) -> Vec<(Px, &'a Week)> {
    let end = |(left, week): &(Px, &Week)| {
        let month = fit::width(week.month_start.as_deref().unwrap_or_default(), TEXT);
        let week = if drawing.layout.week_names { fit::width(&week.label, TEXT) } else { 0 };
        left + px(6) + month.max(week)
    };
    let mut found: Vec<(Px, &'a Week)> = Vec::new();
    for (place, week) in year.of(&drawing.line.weeks).iter().enumerate().filter(|(_, it)| it.month_start.is_some()) {
        let left = year.left + many(place) * drawing.layout.pitch;
        if found.last().is_some_and(|last| end(last) > left) {
            found.pop();
        }
        found.push((left, week));
    }
    found
}

fn holiday_names(drawing: &Drawing<'_>, year: &Year) -> Markup {
    let holidays = holidays(year, &drawing.line.weeks);
    let wanted: Vec<(Px, Px)> = holidays.iter().map(|holiday| holiday.word(year, drawing.layout.pitch)).collect();
    let left = fit::spread(&wanted, year.left, year.right);
    html! {
        @for (holiday, (left, (_, width))) in holidays.iter().zip(left.iter().zip(&wanted)) {
            (halo(drawing, left + width / 2, year.holidays - px(3), "middle", drawing.colours.quiet, holiday.name))
        }
    }
}

/// Weeks of one holiday, counted within the year.
struct Holiday<'a> {
    name: &'a str,
    from: usize,
    to: usize,
}

impl Holiday<'_> {
    fn edges(&self, year: &Year, pitch: Px) -> (Px, Px) {
        (year.left + many(self.from) * pitch, year.left + many(self.to) * pitch)
    }

    /// Where its name wants to stand, and how wide it is.
    fn word(&self, year: &Year, pitch: Px) -> (Px, Px) {
        let (left, right) = self.edges(year, pitch);
        ((left + right) / 2, fit::width(self.name, TEXT))
    }
}

fn holidays<'a>(year: &Year, weeks: &'a [Week]) -> Vec<Holiday<'a>> {
    let mut found: Vec<Holiday<'a>> = Vec::new();
    for (place, week) in year.of(weeks).iter().enumerate() {
        let Kind::Holiday { name } = &week.kind else { continue };
        match found.last_mut().filter(|last| last.to == place && last.name == name) {
            Some(last) => last.to = place + 1,
            None => found.push(Holiday { name, from: place, to: place + 1 }),
        }
    }
    found
}
