//! What edges and empty places mean, in as many lines as the words need.

use maud::{Markup, html};

use super::{HeatLevel, TEXT, edge};
use crate::fit::width;
use crate::palette::Palette;
use crate::px::{Px, px, svg};

const LINE: Px = px(38);
const BOX: Px = px(30);

/// The legend, and the height of the picture with it.
pub(super) fn legend(id: &str, words: &[String; 3], (wide, top): (Px, Px), palette: &Palette) -> (Markup, Px) {
    let [low, too_little, nothing] = words;
    let entries = [(low, Some(HeatLevel::Low)), (too_little, Some(HeatLevel::TooLittle)), (nothing, None)];
    let (mut x, mut y, mut drawn) = (0, top, Vec::new());
    for (word, level) in entries {
        let needed = BOX + px(8) + width(word, TEXT) + px(24);
        if x > 0 && x + needed > wide {
            (x, y) = (0, y + LINE);
        }
        drawn.push(entry((word, level), (x, y), id, palette));
        x += needed;
    }
    (html! { g { @for entry in drawn { (entry) } } }, y + LINE)
}

fn entry((word, level): (&str, Option<HeatLevel>), (x, y): (Px, Px), id: &str, palette: &Palette) -> Markup {
    html! {
        @match level {
            Some(level) => {
                @if level == HeatLevel::TooLittle {
                    rect x=(svg(x)) y=(svg(y + BOX / 2)) width=(svg(BOX)) height=(svg(BOX / 2))
                        fill={ "url(#" (id) "-dots)" } {}
                }
                (edge(level, (x, y, BOX), palette))
            }
            None => {
                line x1=(svg(x + BOX / 3)) x2=(svg(x + BOX - BOX / 3)) y1=(svg(y + BOX / 2)) y2=(svg(y + BOX / 2))
                    stroke=(palette.rule) {}
            }
        }
        text x=(svg(x + BOX + px(8))) y=(svg(y + px(20))) fill=(palette.quiet) { (word) }
    }
}
