//! Two lines over days: what was, and what would have been. The first is dashed with rings and the second whole with
//! squares, and each has its name at its end.

use maud::{Markup, html};

use crate::{
    palette::Palette,
    px::{Px, many, px, svg},
};

/// One day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineDay {
    /// What stands under it; empty for nothing.
    pub label: String,
    /// What was, and what would have been; nothing where it may not be told.
    pub values: [Option<i64>; 2],
}

/// The picture's words.
#[derive(Clone, Copy, Debug)]
pub struct LineWords<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// What is drawn.
    pub title: &'a str,
    /// What it shows, in words.
    pub description: &'a str,
    /// What the dashed and what the whole line is.
    pub legend: [&'a str; 2],
}

const WIDTH: Px = px(680);
const HEIGHT: Px = px(250);
const LEFT: Px = px(48);
const RIGHT: Px = px(20);
const TOP: Px = px(36);
const BOTTOM: Px = px(34);
/// Labels of days keep this far apart.
const LABEL: Px = px(54);

/// The lines from 0 to the highest value.
pub fn days_line(days: &[LineDay], words: &LineWords<'_>, palette: &Palette) -> Markup {
    let highest = days.iter().flat_map(|day| day.values).flatten().max().unwrap_or(0);
    let highest = round_up(highest.max(1));
    let (wide, high) = (WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
    let x = |at: usize| LEFT + wide * many(at) / many(days.len().saturating_sub(1)).max(1);
    let y = |value: i64| TOP + high - high.saturating_mul(value.clamp(0, highest)) / highest;
    let every = (LABEL * many(days.len()) / wide.max(1) + 1).max(1);
    let (title, description) = (format!("{}-title", words.id), format!("{}-description", words.id));
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (svg(WIDTH)) " " (svg(HEIGHT)) } role="img"
            aria-labelledby={ (title) " " (description) } font-family=[palette.font] font-size="13" {
            title id=(title) { (words.title) }
            desc id=(description) { (words.description) }
            @for value in [0, highest / 2, highest] {
                line x1=(svg(LEFT)) x2=(svg(WIDTH - RIGHT)) y1=(svg(y(value))) y2=(svg(y(value))) stroke=(palette.grid) {}
                text x=(svg(LEFT - px(6))) y=(svg(y(value) + px(4))) text-anchor="end" fill=(palette.quiet) { (value) }
            }
            @for (at, day) in days.iter().enumerate().filter(|(at, _)| (many(days.len()) - 1 - many(*at)) % every == 0) {
                text x=(svg(x(at))) y=(svg(HEIGHT - px(12))) text-anchor="middle" fill=(palette.quiet) { (day.label) }
            }
            @for (which, legend) in words.legend.iter().enumerate() {
                @let colour = if which == 0 { palette.quiet } else { palette.step };
                @let from = LEFT + px(220) * many(which);
                (stretch(&[(from, px(14)), (from + px(26), px(14))], which, colour))
                (point((from + px(13), px(14)), which, colour, palette))
                text x=(svg(from + px(34))) y="18" fill=(palette.quiet) { (legend) }
                @let points: Vec<Option<(Px, Px)>> = days
                    .iter()
                    .enumerate()
                    .map(|(at, day)| day.values.get(which).copied().flatten().map(|value| (x(at), y(value))))
                    .collect();
                @for run in points.split(Option::is_none) {
                    @let run: Vec<(Px, Px)> = run.iter().flatten().copied().collect();
                    @if run.len() > 1 { (stretch(&run, which, colour)) }
                    @for at in &run { (point(*at, which, colour, palette)) }
                }
            }
        }
    }
}

fn stretch(points: &[(Px, Px)], which: usize, colour: &str) -> Markup {
    let points: Vec<String> = points.iter().map(|(x, y)| format!("{},{}", svg(*x), svg(*y))).collect();
    html! {
        polyline points=(points.join(" ")) fill="none" stroke=(colour) stroke-width="2"
            stroke-dasharray=[(which == 0).then_some("6 4")] {}
    }
}

fn point((x, y): (Px, Px), which: usize, colour: &str, palette: &Palette) -> Markup {
    html! {
        @if which == 0 {
            circle cx=(svg(x)) cy=(svg(y)) r="3.5" fill=(palette.background) stroke=(colour) stroke-width="1.5" {}
        } @else {
            rect x=(svg(x - px(3))) y=(svg(y - px(3))) width="6" height="6" fill=(colour) {}
        }
    }
}

/// The next number that is easy to read: 1, 2 or 5 and zeros, even so that its half is whole.
fn round_up(value: i64) -> i64 {
    let mut step: i64 = 1;
    loop {
        for times in [2, 4, 10] {
            if value <= step.saturating_mul(times) {
                return step.saturating_mul(times);
            }
        }
        step = step.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(values: &[[Option<i64>; 2]]) -> String {
        let words = LineWords { id: "l", title: "Titel", description: "Fyndet.", legend: ["nu", "sedan"] };
        let day = |values: &[Option<i64>; 2]| LineDay { label: "v. 40".to_owned(), values: *values };
        days_line(&values.iter().map(day).collect::<Vec<_>>(), &words, &Palette::WEB).0
    }

    #[test]
    fn a_day_that_may_not_be_told_leaves_a_gap() {
        let drawn = drawn(&[[Some(4), Some(8)], [Some(6), None], [Some(5), Some(9)], [Some(5), Some(9)]]);
        // two of the legend, one whole dashed line, and after the gap one stretch: a single point has none
        assert_eq!(drawn.matches("<polyline").count(), 4, "{drawn}");
        assert_eq!(drawn.matches("stroke-dasharray").count(), 2);
        assert!(drawn.contains("Fyndet.") && !drawn.contains("style="));
    }

    #[test]
    fn the_axis_ends_on_a_number_that_is_easy_to_read() {
        let ends = [1, 2, 3, 7, 10, 11, 39, 41, 900].map(round_up);
        assert_eq!(ends, [2, 2, 4, 10, 10, 20, 40, 100, 1_000]);
        assert!(drawn(&[]).contains("<svg") && drawn(&[[Some(i64::MAX), Some(-1)]]).contains("<rect"));
    }
}
