//! Pairs of bars: what is and what would be, one pair a row. The first of a pair is an outline and the second is filled,
//! and each has its number beside it.

use maud::{Markup, html};

use crate::{
    palette::Palette,
    px::{Px, many, px, svg},
};

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// What the row is about.
    pub label: String,
    /// What is, and what would be: a number for the bar, if it may be told, and its words.
    pub bars: [(Option<i64>, String); 2],
}

/// The picture's words.
#[derive(Clone, Copy, Debug)]
pub struct PairWords<'a> {
    /// Unique on the page.
    pub id: &'a str,
    /// What is drawn.
    pub title: &'a str,
    /// What it shows, in words.
    pub description: &'a str,
    /// What the outline and what the filled bar is.
    pub legend: [&'a str; 2],
}

const WIDTH: Px = px(680);
const LABELS: Px = px(190);
const NUMBERS: Px = px(84);
const ROW: Px = px(40);
const BAR: Px = px(13);
const TOP: Px = px(30);
const TEXT: &str = "13";

/// The bars, the longest as wide as there is room.
pub fn pairs(rows: &[Pair], words: &PairWords<'_>, palette: &Palette) -> Markup {
    let highest = rows.iter().flat_map(|row| &row.bars).filter_map(|(number, _)| *number).max().unwrap_or(0).max(1);
    let room = WIDTH - LABELS - NUMBERS;
    let length = |number: i64| room.saturating_mul(number.clamp(0, highest)) / highest;
    let height = TOP + ROW * many(rows.len());
    let (title, description) = (format!("{}-title", words.id), format!("{}-description", words.id));
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (svg(WIDTH)) " " (svg(height)) } role="img"
            aria-labelledby={ (title) " " (description) } font-family=[palette.font] font-size=(TEXT) {
            title id=(title) { (words.title) }
            desc id=(description) { (words.description) }
            @for (number, legend) in words.legend.iter().enumerate() {
                (bar(number, (LABELS + px(210) * many(number), px(5)), px(22), palette))
                text x=(svg(LABELS + px(210) * many(number) + px(30))) y="16" fill=(palette.quiet) { (legend) }
            }
            @for (at, row) in rows.iter().enumerate() {
                @let top = TOP + ROW * many(at);
                text x=(svg(LABELS - px(10))) y=(svg(top + px(24))) text-anchor="end" fill=(palette.ink) { (row.label) }
                @for (number, (value, told)) in row.bars.iter().enumerate() {
                    @let y = top + px(4) + (BAR + px(3)) * many(number);
                    @let wide = value.map_or(0, length);
                    @if value.is_some() { (bar(number, (LABELS, y), wide, palette)) }
                    text x=(svg(LABELS + wide + px(6))) y=(svg(y + px(11))) fill=(palette.ink) { (told) }
                }
            }
        }
    }
}

fn bar(number: usize, (x, y): (Px, Px), wide: Px, palette: &Palette) -> Markup {
    let outline = number == 0;
    html! {
        rect x=(svg(x)) y=(svg(y)) width=(svg(wide.max(px(1)))) height=(svg(BAR)) stroke=(palette.step) stroke-width="1.5"
            fill=(if outline { palette.background } else { palette.step }) {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(rows: &[Pair]) -> String {
        let words = PairWords { id: "p", title: "Titel", description: "Fyndet.", legend: ["nu", "sedan"] };
        pairs(rows, &words, &Palette::WEB).0
    }

    #[test]
    fn the_longest_bar_is_as_wide_as_there_is_room_and_what_may_not_be_told_has_none() {
        let row = Pair {
            label: "Björkskolan".to_owned(),
            bars: [(Some(406), "406".to_owned()), (None, "färre än 5".to_owned())],
        };
        let drawn = drawn(&[row]);
        assert!(drawn.contains("width=\"406\"") && drawn.contains("färre än 5"), "{drawn}");
        assert_eq!(drawn.matches("<rect").count(), 3); // two of the legend
    }

    #[test]
    fn it_has_a_title_a_finding_and_no_style() {
        let drawn = drawn(&[]);
        assert!(drawn.contains("role=\"img\"") && drawn.contains("<title id=\"p-title\">Titel</title>"));
        assert!(drawn.contains("Fyndet.") && !drawn.contains("style="));
    }

    #[test]
    fn numbers_that_cannot_be_are_cut() {
        let row =
            Pair { label: String::new(), bars: [(Some(-3), "-3".to_owned()), (Some(i64::MAX), "mycket".to_owned())] };
        assert!(drawn(&[row]).contains("width=\"1\""));
    }
}
