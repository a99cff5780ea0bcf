//! Weeks across and schools or classes down: where something is missing, and how much.
//!
//! Each place has its number. What is missing stands from the floor of the place like water in a glass, dotted as
//! unreported time is everywhere, and a place with too much of it has an edge: so nothing is told by colour alone.

mod legend;

use maud::{Markup, html};

use crate::fit::width;
use crate::palette::Palette;
use crate::px::{Px, many, px, svg};

/// The picture as data. Words are in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heat<'a> {
    /// Beginning of every id; unique on the page.
    pub id: &'a str,
    /// The finding in a sentence.
    pub title: &'a str,
    /// What the picture shows, for who cannot see it.
    pub description: &'a str,
    /// What stands over each column.
    pub columns: Vec<String>,
    /// The rows, from above.
    pub rows: Vec<HeatRow>,
    /// What an edge, a double edge and an empty place mean.
    pub legend: [String; 3],
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatRow {
    /// Its name.
    pub label: String,
    /// One place for each column; those that are not there are empty.
    pub cells: Vec<HeatCell>,
}

/// A place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeatCell {
    /// Something is known here.
    Known {
        /// What is missing, in permille of what there should be.
        missing: i64,
        /// The number that stands there.
        label: String,
        /// The same as a sentence, for who rests a pointer on it.
        says: String,
        /// How bad it is.
        level: HeatLevel,
    },
    /// There is nothing to know, such as a week without school.
    Nothing,
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeatLevel {
    /// Nothing to do.
    Fine,
    /// Somebody should ask.
    Low,
    /// Too little to go by.
    TooLittle,
}

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeatShape {
    /// A wide window, or paper: names stand before their row.
    Wide,
    /// A telephone: names stand over their row.
    Narrow,
}

const TEXT: Px = px(13);
/// The row of week names.
const HEAD: Px = px(24);
const CELL: Px = px(30);
/// Between two places.
const GAP: Px = px(3);

struct Layout {
    width: Px,
    /// Where the places begin.
    left: Px,
    /// From one row to the next.
    row: Px,
    /// From the upper edge of a row to its places.
    down: Px,
    /// From one column to the next.
    column: Px,
    names: Px,
}

impl Layout {
    fn of(shape: HeatShape, columns: usize) -> Layout {
        let (width, left, down, names) = match shape {
            HeatShape::Wide => (px(720), px(180), 0, px(172)),
            HeatShape::Narrow => (px(340), 0, px(20), px(340)),
        };
        let column = ((width - left) / many(columns).max(1)).min(px(72));
        Layout { width, left, row: down + CELL + GAP, down, column, names }
    }

    fn top(&self, row: usize) -> Px {
        HEAD + many(row) * self.row
    }

    fn at(&self, column: usize) -> Px {
        self.left + many(column) * self.column
    }
}

/// The picture with its legend. [`crate::table`] or another table belongs under it.
pub fn heat(heat: &Heat<'_>, palette: &Palette, shape: HeatShape) -> Markup {
    let layout = Layout::of(shape, heat.columns.len());
    let id = match shape {
        HeatShape::Wide => format!("{}-wide", heat.id),
        HeatShape::Narrow => format!("{}-narrow", heat.id),
    };
    let foot = layout.top(heat.rows.len()) + px(8);
    let (key, height) = legend::legend(&id, &heat.legend, (layout.width, foot), palette);
    let (title, description, dots) = (format!("{id}-title"), format!("{id}-desc"), format!("{id}-dots"));
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (svg(layout.width)) " " (svg(height)) } width="100%"
            role="img" aria-labelledby={ (title) " " (description) } font-family=[palette.font] font-size=(svg(TEXT)) {
            title id=(title) { (heat.title) }
            desc id=(description) { (heat.description) }
            defs {
                pattern id=(dots) width="4" height="4" patternUnits="userSpaceOnUse" {
                    rect width="4" height="4" fill=(palette.grid) {}
                    circle cx="2" cy="2" r="0.9" fill=(palette.unreported) {}
                }
            }
            @for (number, name) in heat.columns.iter().enumerate() {
                text x=(svg(layout.at(number) + (layout.column - GAP) / 2)) y=(svg(HEAD - px(8))) text-anchor="middle"
                    fill=(palette.quiet) { (name) }
            }
            @for (number, row) in heat.rows.iter().enumerate() {
                @let top = layout.top(number);
                @let down = if layout.down > 0 { px(15) } else { px(20) };
                text x="0" y=(svg(top + down)) fill=(palette.ink) { (cut(&row.label, layout.names)) }
                @for (column, cell) in row.cells.iter().take(heat.columns.len()).enumerate() {
                    (place(cell, (layout.at(column), top + layout.down, layout.column - GAP), &dots, palette))
                }
            }
            (key)
        }
    }
}

/// A place, with what is missing from the floor up.
fn place(cell: &HeatCell, (x, y, wide): (Px, Px, Px), dots: &str, palette: &Palette) -> Markup {
    let HeatCell::Known { missing, label, says, level } = cell else {
        return html! {
            line x1=(svg(x + wide / 3)) x2=(svg(x + wide - wide / 3)) y1=(svg(y + CELL / 2)) y2=(svg(y + CELL / 2))
                stroke=(palette.rule) {}
        };
    };
    let deep = CELL * missing.clamp(&0, &1_000) / 1_000;
    html! {
        g {
            title { (says) }
            rect x=(svg(x)) y=(svg(y)) width=(svg(wide)) height=(svg(CELL)) fill=(palette.holiday) {}
            @if deep > 0 {
                rect x=(svg(x)) y=(svg(y + CELL - deep)) width=(svg(wide)) height=(svg(deep)) fill={ "url(#" (dots) ")" } {}
            }
            (edge(*level, (x, y, wide), palette))
            // a plate keeps the number apart from the dots behind it
            @if deep > CELL / 4 {
                rect x=(svg(x + wide / 2 - px(12))) y=(svg(y + px(7))) width="24" height="16" rx="2"
                    fill=(palette.background) {}
            }
            text x=(svg(x + wide / 2)) y=(svg(y + px(20))) text-anchor="middle" fill=(palette.ink) { (label) }
        }
    }
}

fn edge(level: HeatLevel, (x, y, wide): (Px, Px, Px), palette: &Palette) -> Markup {
    let frame = |inset: Px, stroke: &str| {
        html! {
            rect x=(svg(x + inset)) y=(svg(y + inset)) width=(svg(wide - 2 * inset)) height=(svg(CELL - 2 * inset))
                fill="none" stroke=(palette.ink) stroke-width=(stroke) {}
        }
    };
    match level {
        HeatLevel::Fine => html! {},
        HeatLevel::Low => frame(50, "1"),
        HeatLevel::TooLittle => html! { (frame(75, "1.5")) (frame(px(4), "1")) },
    }
}

/// A name that is too long for its place, with what was left out marked.
fn cut(name: &str, room: Px) -> String {
    if width(name, TEXT) <= room {
        return name.to_owned();
    }
    let letters = usize::try_from(room * 2 / TEXT).unwrap_or(0).saturating_sub(1);
    let kept: String = name.chars().take(letters).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(missing: i64, level: HeatLevel) -> HeatCell {
        let label = (100 - missing / 10).to_string();
        HeatCell::Known { missing, says: format!("{label} procent"), label, level }
    }

    fn drawn(rows: Vec<HeatRow>, shape: HeatShape) -> String {
        let legend = ["frågas om", "för lite", "inga lektioner"].map(str::to_owned);
        let columns = vec!["v. 45".to_owned(), "v. 46".to_owned()];
        let of = Heat { id: "q", title: "Kvarnskolan saknar mest.", description: "Per vecka.", columns, rows, legend };
        heat(&of, &Palette::WEB, shape).0
    }

    fn row(label: &str, cells: &[HeatCell]) -> HeatRow {
        HeatRow { label: label.to_owned(), cells: cells.to_vec() }
    }

    #[test]
    fn what_is_missing_fills_its_share_of_the_place() {
        let found =
            drawn(vec![row("7B", &[known(0, HeatLevel::Fine), known(400, HeatLevel::TooLittle)])], HeatShape::Wide);
        let dotted: Vec<_> = found.matches("height=\"12\" fill=\"url(#q-wide-dots)\"").collect();
        assert_eq!(dotted.len(), 1);
        assert_eq!(found.matches("url(#q-wide-dots)").count(), 2, "one place, and the legend");
    }

    #[test]
    fn every_place_says_its_number_and_too_little_has_two_edges() {
        let edges = |level| {
            let found = drawn(vec![row("7B", &[known(100, level)])], HeatShape::Narrow);
            assert!(found.contains(">90</text>") && found.contains("<title>90 procent</title>"));
            found.matches("fill=\"none\"").count()
        };
        let fine = edges(HeatLevel::Fine);
        assert_eq!([edges(HeatLevel::Low) - fine, edges(HeatLevel::TooLittle) - fine], [1, 2]);
    }

    #[test]
    fn a_long_name_is_cut_before_the_places_and_words_stay_words() {
        let name = "Internationella Engelska Skolan i Björkstad och Kvarnby";
        let found = drawn(vec![row(name, &[HeatCell::Nothing]), row("<b>", &[])], HeatShape::Wide);
        assert!(found.contains("Internationella Engelska") && !found.contains("Kvarnby") && found.contains('…'));
        assert!(found.contains("&lt;b&gt;") && !found.contains("style="));
    }

    #[test]
    fn what_cannot_be_is_drawn_within_its_place() {
        for missing in [i64::MIN, -1, 1_001, i64::MAX] {
            let cell = HeatCell::Known { missing, label: String::new(), says: String::new(), level: HeatLevel::Low };
            let found = drawn(vec![row("7B", &[cell])], HeatShape::Wide);
            assert!(!found.contains("height=\"-") && !found.contains("y=\"-"), "{missing}");
        }
        assert!(drawn(Vec::new(), HeatShape::Narrow).contains("role=\"img\""));
    }
}
