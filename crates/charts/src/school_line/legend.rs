//! What the signs mean, inside the picture, so that it can be printed and pasted alone. The parts of a bar always stand
//! there, in the same order, and the rest only when it occurs. Holidays, changes of school and reduced timetables
//! carry their names where they are.

use maud::{Markup, html};

use super::{Drawing, input::SchoolLine, layout::TEXT, marks, patterns};
use crate::{
    fit,
    px::{Px, px, svg},
};

/// Height of a line of the legend.
const LINE: Px = px(20);
/// From the left edge of a sign to its words, and from the words to the next sign.
const SIGN: Px = px(20);
const BETWEEN: Px = px(16);

#[derive(Clone, Copy)]
enum Sign {
    Valid,
    Invalid,
    Late,
    Unreported,
    Peers,
    Signal,
    Step,
}

struct Entry<'a> {
    sign: Sign,
    word: &'a str,
    left: Px,
    line: i64,
}

/// The height in a picture with so much room to the right of the legend's left edge.
pub(super) fn height(line: &SchoolLine<'_>, room: Px) -> Px {
    entries(line, room).last().map_or(0, |entry| (entry.line + 1) * LINE)
}

/// All signs that occur, with their words.
pub(super) fn legend(drawing: &Drawing<'_>) -> Markup {
    let (top, left) = drawing.layout.legend;
    html! {
        g class="legend" fill=(drawing.colours.quiet) {
            @for entry in entries(drawing.line, drawing.layout.width - left) {
                @let (x, middle) = (left + entry.left, top + entry.line * LINE + LINE / 2);
                (sign(drawing, entry.sign, x, middle))
                text x=(svg(x + SIGN)) y=(svg(middle + px(4))) { (entry.word) }
            }
        }
    }
}

fn entries<'a>(line: &'a SchoolLine<'_>, room: Px) -> Vec<Entry<'a>> {
    let words = &line.words;
    let signs = [
        (Sign::Valid, words.valid, true),
        (Sign::Invalid, words.invalid, true),
        (Sign::Late, words.late, true),
        (Sign::Unreported, words.unreported, true),
        (Sign::Peers, words.peers, line.peers.iter().any(Option::is_some)),
        (Sign::Signal, words.signal, !line.signals.is_empty()),
        (Sign::Step, words.step, !line.steps.is_empty()),
    ];
    let (mut left, mut number) = (0, 0);
    let place = signs.into_iter().filter(|(_, _, occurs)| *occurs).map(|(sign, word, _)| {
        let width = SIGN + fit::width(word, TEXT);
        if left > 0 && left + width > room {
            (left, number) = (0, number + 1);
        }
        let entry = Entry { sign, word, left, line: number };
        left += width + BETWEEN;
        entry
    });
    place.collect()
}

/// A sign in a box of 14 by 12 whose left edge and middle are given.
fn sign(drawing: &Drawing<'_>, sign: Sign, x: Px, middle: Px) -> Markup {
    let colours = drawing.colours;
    let swatch = |fill: &str, width: Px| {
        html! {
            rect x=(svg(x + (px(12) - width) / 2)) y=(svg(middle - px(6))) width=(svg(width)) height="12" fill=(fill) {}
        }
    };
    match sign {
        Sign::Valid => swatch(colours.valid, px(12)),
        Sign::Invalid => swatch(&patterns::hatch(drawing), px(12)),
        Sign::Late => swatch(colours.late, px(4)),
        Sign::Unreported => html! {
            rect x=(svg(x + 30)) y=(svg(middle - px(6) + 30)) width="11.4" height="11.4"
                fill=(patterns::dots(drawing)) stroke=(colours.unreported) stroke-width="0.6" {}
        },
        Sign::Peers => html! {
            rect x=(svg(x)) y=(svg(middle - px(5))) width="14" height="10" fill=(colours.peer_band) {}
            path d={ "M" (svg(x)) " " (svg(middle - px(5))) "h14m0 10h-14" } fill="none" stroke=(colours.peer)
                stroke-width="0.5" {}
            path d={ "M" (svg(x)) " " (svg(middle)) "h14" } fill="none" stroke=(colours.peer) stroke-width="1.2" {}
        },
        Sign::Signal => marks::flag(drawing, x + px(6), middle),
        Sign::Step => marks::disc(drawing, x + px(6), middle),
    }
}
