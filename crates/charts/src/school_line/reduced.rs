//! Times with a reduced timetable, as bars with words below the weeks: they change what 100 % is.

use maud::{Markup, html};

use super::{
    Drawing,
    input::SchoolLine,
    layout::TEXT,
    year::{REDUCED_LANE, Year},
};
use crate::{
    fit,
    px::{Px, many, px, svg},
};

/// The part of a reduced timetable that lies in one year.
struct Piece<'a> {
    left: Px,
    right: Px,
    label: &'a str,
    /// Whether the words end where the bar ends, because there is no room for them to begin where it begins.
    ends: bool,
    lane: usize,
}

/// How many lanes a year needs.
pub(super) fn lanes(line: &SchoolLine<'_>, year: &Year, pitch: Px) -> usize {
    pieces(line, year, pitch).iter().map(|piece| piece.lane + 1).max().unwrap_or(0)
}

/// All of them.
pub(super) fn stretches(drawing: &Drawing<'_>) -> Markup {
    html! {
        g class="reduced" {
            @for year in &drawing.layout.years {
                @for piece in pieces(drawing.line, year, drawing.layout.pitch) {
                    (stretch(drawing, &piece, year.reduced + many(piece.lane) * REDUCED_LANE))
                }
            }
        }
    }
}

fn stretch(drawing: &Drawing<'_>, piece: &Piece<'_>, top: Px) -> Markup {
    let (x, anchor) = if piece.ends { (piece.right, "end") } else { (piece.left, "start") };
    html! {
        g class="mark" {
            title { (piece.label) }
            rect x=(svg(piece.left)) y=(svg(top)) width=(svg(piece.right - piece.left)) height="4" rx="2"
                fill=(drawing.colours.reduced) {}
            text x=(svg(x)) y=(svg(top + px(17))) text-anchor=(anchor) fill=(drawing.colours.quiet) { (piece.label) }
        }
    }
}

fn pieces<'a>(line: &'a SchoolLine<'_>, year: &Year, pitch: Px) -> Vec<Piece<'a>> {
    let mut lanes = fit::Lanes::default();
    let here = line.reduced.iter().filter(|it| it.from <= it.to && it.from < year.to && it.to >= year.from);
    let piece = here.map(|it| {
        let left = year.place(it.from.max(year.from), pitch);
        let right = year.place(it.to.min(year.to.saturating_sub(1)), pitch) + pitch;
        let width = fit::width(&it.label, TEXT);
        let ends = left + width > year.right && right - width >= year.left;
        let stretch = if ends { (left.min(right - width), right) } else { (left, right.max(left + width)) };
        let lane = lanes.free(stretch);
        lanes.take(lane, stretch);
        Piece { left, right, label: &it.label, ends, lane }
    });
    piece.collect()
}
