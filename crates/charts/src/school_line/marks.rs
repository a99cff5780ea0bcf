//! What happened: signals as flags, steps as discs, changes of school as dashed lines through the weeks.

use maud::{Markup, html};

use super::{
    Drawing, halo,
    layout::TEXT,
    strip::{placed, strip},
    stroke,
    year::Year,
};
use crate::{
    fit,
    px::{Px, px, svg},
};

/// The signals.
pub(super) fn signals(drawing: &Drawing<'_>) -> Markup {
    html! {
        g class="signals" {
            @for year in &drawing.layout.years {
                @let marks = placed(&drawing.line.signals, &drawing.line.moves, year, drawing.layout.pitch);
                (strip(drawing, &marks, year.signals, |x, middle| flag(drawing, x, middle)))
            }
        }
    }
}

/// The steps taken.
pub(super) fn steps(drawing: &Drawing<'_>) -> Markup {
    html! {
        g class="steps" {
            @for year in &drawing.layout.years {
                @let marks = placed(&drawing.line.steps, &drawing.line.moves, year, drawing.layout.pitch);
                (strip(drawing, &marks, year.steps, |x, middle| disc(drawing, x, middle)))
            }
        }
    }
}

/// The changes of school.
pub(super) fn school_changes(drawing: &Drawing<'_>) -> Markup {
    html! {
        g class="school-changes" {
            @for year in &drawing.layout.years { (school_changes_of(drawing, year)) }
        }
    }
}

/// A signal as it stands in the picture and in the legend.
pub(super) fn flag(drawing: &Drawing<'_>, x: Px, middle: Px) -> Markup {
    let (x, y) = (svg(x - px(3)), svg(middle + px(6)));
    html! {
        path d={ "M" (x) " " (y) "v-12l8 3.5l-8 3.5" } fill=(drawing.colours.signal) stroke=(drawing.colours.signal)
            stroke-width="1.2" stroke-linejoin="round" {}
    }
}

/// A step as it stands in the picture and in the legend.
pub(super) fn disc(drawing: &Drawing<'_>, x: Px, middle: Px) -> Markup {
    html! { circle cx=(svg(x)) cy=(svg(middle)) r="4.5" fill=(drawing.colours.step) {} }
}

fn school_changes_of(drawing: &Drawing<'_>, year: &Year) -> Markup {
    let here = drawing.line.moves.iter().filter(|mark| year.holds(mark.week));
    let marks: Vec<_> = here.map(|mark| (year.place(mark.week, drawing.layout.pitch), &mark.label)).collect();
    let wanted: Vec<(Px, Px)> = marks.iter().map(|(x, label)| (*x, fit::width(label, TEXT))).collect();
    let left = fit::spread(&wanted, year.left, year.right);
    html! {
        @for ((x, label), (left, (_, width))) in marks.iter().zip(left.iter().zip(&wanted)) {
            g class="mark" {
                title { (label) }
                g stroke=(drawing.colours.school_change) stroke-width="1.2" stroke-dasharray="4 3" {
                    (stroke((*x, year.moves - px(2)), (*x, year.base)))
                }
                (halo(drawing, left + width / 2, year.moves - px(6), "middle", drawing.colours.ink, label))
            }
        }
    }
}
