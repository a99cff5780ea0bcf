//! Hatch and dots, so that nothing is told by colour alone.

use maud::{Markup, html};

use super::Drawing;

/// The patterns of a picture.
pub(super) fn definitions(drawing: &Drawing<'_>) -> Markup {
    let colours = drawing.colours;
    html! {
        pattern id={ (drawing.id) "-hatch" } width="4" height="4" patternUnits="userSpaceOnUse" {
            rect width="4" height="4" fill=(colours.invalid) {}
            path d="M-1 1L1 -1M-1 5L5 -1M3 5L5 3" stroke=(colours.background) stroke-width="0.9" {}
        }
        pattern id={ (drawing.id) "-dots" } width="3" height="3" patternUnits="userSpaceOnUse" {
            rect width="3" height="3" fill=(colours.background) {}
            circle cx="1.5" cy="1.5" r="0.75" fill=(colours.unreported) {}
        }
    }
}

/// The fill of invalid absence.
pub(super) fn hatch(drawing: &Drawing<'_>) -> String {
    format!("url(#{}-hatch)", drawing.id)
}

/// The fill of time that nobody reported.
pub(super) fn dots(drawing: &Drawing<'_>) -> String {
    format!("url(#{}-dots)", drawing.id)
}
