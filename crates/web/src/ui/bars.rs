//! A few numbers of the same kind against each other, as bars for the eye. The numbers stand beside them.

use maud::{Markup, html};
use text::Language;

const WIDTH: u64 = 96;
const HEIGHT: u64 = 8;
const PITCH: u64 = 11;

/// A number, and whether it is the one that is asked about.
#[derive(Clone, Copy, Debug)]
pub struct Bar {
    /// The number.
    pub value: u64,
    /// Whether it stands out.
    pub strong: bool,
}

/// The bars below each other, the largest as long as there is room.
pub fn bars(all: &[Bar]) -> Markup {
    let most = all.iter().map(|bar| bar.value).max().unwrap_or(0).max(1);
    let many = u64::try_from(all.len()).unwrap_or(u64::MAX);
    let height = many.saturating_mul(PITCH);
    let wide = |value: u64| {
        let exact = u128::from(value) * u128::from(WIDTH) / u128::from(most);
        u64::try_from(exact).unwrap_or(WIDTH).max(1)
    };
    html! {
        svg class="sl-bars" viewBox={ "0 0 " (WIDTH) " " (height) } width=(WIDTH) height=(height) aria-hidden="true"
            focusable="false" {
            @for (number, bar) in (0_u64..).zip(all).filter(|(_, bar)| bar.value > 0) {
                rect class=(if bar.strong { "sl-bar-strong" } else { "sl-bar" }) x="0" y=(number * PITCH + 1)
                    width=(wide(bar.value)) height=(HEIGHT) rx="1.5" {}
            }
        }
    }
}

pub(super) fn example(_: Language) -> Markup {
    let bar = |value, strong| Bar { value, strong };
    html! {
        p { "Lektioner: före 4 120, nu 1 015, vanligt 4 100. " (bars(&[bar(4_120, false), bar(1_015, true), bar(4_100, false)])) }
    }
}
