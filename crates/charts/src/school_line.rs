//! The school line: a pupil's schooling over two school years in one picture, from what the lessons say to what was
//! done. It stands at the top of every case.

mod axis;
mod bars;
mod input;
mod layout;
mod legend;
mod marks;
mod patterns;
mod peers;
mod reduced;
mod stack;
mod strip;
mod year;

use maud::{Markup, PreEscaped, html};

pub use input::{Kind, Mark, Peers, Reduced, SchoolLine, Shape, Week, Words};

use self::layout::Layout;
use crate::{
    palette::Palette,
    px::{Px, svg},
};

/// What every part of the drawing sees.
struct Drawing<'a> {
    line: &'a SchoolLine<'a>,
    colours: &'a Palette,
    layout: Layout,
    /// Beginning of every id, different for each shape, so that one page can hold both.
    id: String,
}

/// The picture, with its legend. What lies behind is drawn first: surfaces and grid, then bars, then others' level,
/// then what happened.
///
/// A picture says nothing to who cannot see it beyond title and description: [`crate::table`] belongs under it.
pub fn school_line(line: &SchoolLine<'_>, palette: &Palette, shape: Shape) -> Markup {
    let layout = Layout::new(line, shape);
    let drawing = Drawing { line, colours: palette, layout, id: id(line.id, shape) };
    let (width, height) = (svg(drawing.layout.width), svg(drawing.layout.height));
    let (title, description) = (format!("{}-title", drawing.id), format!("{}-desc", drawing.id));
    let picture = html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (width) " " (height) } width="100%" role="img"
            aria-labelledby={ (title) " " (description) } font-family=[palette.font] font-size=(svg(layout::TEXT)) {
            title id=(title) { (line.title) }
            desc id=(description) { (line.description) }
            defs { (patterns::definitions(&drawing)) }
            (axis::behind(&drawing))
            (peers::surface(&drawing))
            (bars::bars(&drawing))
            (peers::level(&drawing))
            (marks::school_changes(&drawing))
            (axis::words(&drawing))
            (reduced::stretches(&drawing))
            (marks::signals(&drawing))
            (marks::steps(&drawing))
            (legend::legend(&drawing))
        }
    };
    PreEscaped(picture.0.replace(unspeakable, " "))
}

/// What XML cannot hold, escaped or not: one such character in a label would cost a document its picture.
fn unspeakable(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r') || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// The beginning of the ids, safe in an attribute and in `url(#..)` whatever the caller chose.
fn id(chosen: &str, shape: Shape) -> String {
    let safe: String = chosen.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    match shape {
        Shape::Wide => format!("{safe}-wide"),
        Shape::Narrow => format!("{safe}-narrow"),
    }
}

/// A straight line without colour of its own; it takes that of its group.
fn stroke(from: (Px, Px), to: (Px, Px)) -> Markup {
    html! { line x1=(svg(from.0)) y1=(svg(from.1)) x2=(svg(to.0)) y2=(svg(to.1)) {} }
}

/// Words that interrupt a line which they cross.
fn halo(drawing: &Drawing<'_>, x: Px, y: Px, anchor: &str, colour: &str, words: &str) -> Markup {
    html! {
        text x=(svg(x)) y=(svg(y)) text-anchor=(anchor) fill=(colour) stroke=(drawing.colours.background)
            stroke-width="5" stroke-linejoin="round" paint-order="stroke" { (words) }
    }
}
