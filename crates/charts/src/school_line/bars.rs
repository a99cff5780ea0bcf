//! A bar for each week of school: valid absence, hatched invalid, late as a narrow stub, dotted what nobody reported.

use maud::{Markup, html};

use super::{
    Drawing,
    input::Week,
    patterns,
    stack::{Stack, stack},
    year::Year,
};
use crate::px::{Px, px, svg};

/// All bars.
pub(super) fn bars(drawing: &Drawing<'_>) -> Markup {
    html! { @for year in &drawing.layout.years { (bars_of(drawing, year)) } }
}

fn bars_of(drawing: &Drawing<'_>, year: &Year) -> Markup {
    html! {
        @for (place, week) in year.of(&drawing.line.weeks).iter().enumerate() {
            @if let Some(parts) = stack(week, drawing.layout.plot) {
                (bar(drawing, week, &parts, year.place(year.from + place, drawing.layout.pitch), year.base))
            }
        }
    }
}

/// A week: a short foot that says "here was school", on it the parts, and over it all a surface for the mouse.
fn bar(drawing: &Drawing<'_>, week: &Week, parts: &Stack, week_left: Px, base: Px) -> Markup {
    let (colours, layout) = (drawing.colours, &drawing.layout);
    let width = layout.bar();
    let left = week_left + (layout.pitch - width) / 2;
    let says = if week.says.is_empty() { &week.label } else { &week.says };
    let part = |from: Px, to: Px| (from < to).then(|| (svg(base - to), svg(to - from)));
    html! {
        g class="week" {
            title { (says) }
            rect x=(svg(week_left)) y=(svg(base - layout.plot)) width=(svg(layout.pitch)) height=(svg(layout.plot))
                fill="none" pointer-events="all" {}
            rect class="foot" x=(svg(left)) y=(svg(base)) width=(svg(width)) height="1.6" fill=(colours.rule) {}
            @if let Some((y, height)) = part(0, parts.valid) {
                rect class="valid" x=(svg(left)) y=(y) width=(svg(width)) height=(height) fill=(colours.valid) {}
            }
            @if let Some((y, height)) = part(parts.valid, parts.invalid) {
                rect class="invalid" x=(svg(left)) y=(y) width=(svg(width)) height=(height)
                    fill=(patterns::hatch(drawing)) {}
            }
            @if let Some((y, height)) = part(parts.invalid, parts.late) {
                rect class="late" x=(svg(left + width / 4)) y=(y) width=(svg(width / 2)) height=(height)
                    fill=(colours.late) {}
            }
            @if let Some((y, height)) = part(parts.late, parts.unreported) {
                rect class="unreported" x=(svg(left)) y=(y) width=(svg(width)) height=(height)
                    fill=(patterns::dots(drawing)) {}
                @if parts.unreported - parts.late > px(2) {
                    rect x=(svg(left + 30)) y=(svg(base - parts.unreported + 30)) width=(svg(width - 60))
                        height=(svg(parts.unreported - parts.late - 60)) fill="none" stroke=(colours.unreported)
                        stroke-width="0.6" {}
                }
            }
        }
    }
}
