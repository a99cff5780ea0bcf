//! A QR code: an address as a square that a telephone reads.

use std::fmt::Write;

use maud::{Markup, html};
use qrcode::{Color, QrCode};
use text::Language;

/// White around the code that readers need, in modules.
const QUIET: usize = 4;

/// The address as a picture, always dark on white; nothing when the address is too long for one.
pub fn square(address: &str, label: &str) -> Markup {
    let Ok(code) = QrCode::new(address) else { return html! {} };
    let side = code.width() + 2 * QUIET;
    html! {
        svg class="sl-square" role="img" aria-label=(label) viewBox={ "0 0 " (side) " " (side) } shape-rendering="crispEdges" {
            rect width=(side) height=(side) fill="#fff" {}
            path fill="#000" d=(modules(&code)) {}
        }
    }
}

fn modules(code: &QrCode) -> String {
    let (width, colors) = (code.width().max(1), code.to_colors());
    let dark = colors.iter().enumerate().filter(|(_, color)| **color == Color::Dark);
    dark.fold(String::new(), |mut path, (at, _)| {
        // Writing to a string does not fail.
        let _ = write!(path, "M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET);
        path
    })
}

pub(super) fn example(_: Language) -> Markup {
    square(
        "otpauth://totp/Skollinjen:exempel?secret=JBSWY3DPEHPK3PXP&issuer=Skollinjen",
        "Exempel på en ruta att läsa av",
    )
}
