//! A chart on a page: what it shows in words, the chart, and the numbers behind it.

use maud::{Markup, html};
use text::Language;

use super::{Column, Table, details, say, table};

/// A chart with its caption, and its numbers in a table for whoever wants to read them.
pub fn figure(caption: &str, chart: Markup, numbers: &Table<'_>, language: Language) -> Markup {
    html! {
        figure class="sl-figure" {
            figcaption { (caption) }
            (chart)
            (details(&say("web-figure-numbers", language), table(numbers)))
        }
    }
}

/// A chart with its caption, where its numbers stand on another page.
pub fn plain_figure(caption: &str, chart: Markup) -> Markup {
    html! { figure class="sl-figure" { figcaption { (caption) } (chart) } }
}

/// One drawing for wide windows and for paper, and another for narrow ones.
pub fn both(wide: Markup, narrow: Markup) -> Markup {
    html! { div class="sl-wide" { (wide) } div class="sl-tall" { (narrow) } }
}

pub(super) fn example(language: Language) -> Markup {
    let chart = html! {
        svg viewBox="0 0 320 90" role="img" aria-labelledby="figure-title" {
            title id="figure-title" { "Frånvaron steg från 4\u{a0}% till 19\u{a0}% mellan vecka 44 och 46." }
            @for (at, height) in [(20, 8), (120, 16), (220, 76)] {
                rect x=(at) y=(84 - height) width="80" height=(height) rx="2" fill="var(--ds-color-spruce-base-default)" {}
            }
        }
    };
    let row = |week: &str, rate: &str| vec![html! { (week) }, html! { (rate) }];
    let numbers = Table {
        caption: "Frånvaro per vecka",
        columns: &[Column::words("Vecka"), Column::numbers("Frånvaro")],
        rows: vec![row("v.\u{a0}44", "2\u{a0}%"), row("v.\u{a0}45", "4\u{a0}%"), row("v.\u{a0}46", "19\u{a0}%")],
        cards: false,
    };
    figure("Frånvaron har stigit de senaste tre veckorna.", chart, &numbers, language)
}
