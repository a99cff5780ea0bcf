//! A chart on a page: what it shows in words, the chart, and the numbers behind it.

use charts::{Heat, HeatCell, HeatLevel, HeatRow, HeatShape, Palette, heat};
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
    html! {
        (figure("Frånvaron har stigit de senaste tre veckorna.", chart, &numbers, language))
        (weeks_of_schools(language))
    }
}

/// Weeks across and schools down, with what is missing.
fn weeks_of_schools(language: Language) -> Markup {
    let cell = |reported: i64| HeatCell::Known {
        missing: 1_000 - 10 * reported,
        label: reported.to_string(),
        says: format!("{reported}\u{a0}% rapporterat"),
        level: match reported {
            ..80 => HeatLevel::TooLittle,
            80..95 => HeatLevel::Low,
            _ => HeatLevel::Fine,
        },
    };
    let row = |name: &str, cells: [Option<i64>; 3]| HeatRow {
        label: name.to_owned(),
        cells: cells.into_iter().map(|reported| reported.map_or(HeatCell::Nothing, cell)).collect(),
    };
    let caption = "Mest saknas på Söderbergaskolan.";
    let of = Heat {
        id: "figure-heat",
        title: caption,
        description: "Söderbergaskolan har rapporterat 64, 52 och 71\u{a0}%, Björkskolan nästan allt.",
        columns: ["v.\u{a0}44", "v.\u{a0}45", "v.\u{a0}46"].map(str::to_owned).to_vec(),
        rows: vec![
            row("Björkskolan", [None, Some(98), Some(100)]),
            row("Kvarnskolan", [None, Some(93), Some(96)]),
            row("Söderbergaskolan", [Some(64), Some(52), Some(71)]),
        ],
        legend: ["under 95\u{a0}%: fråga", "under 80\u{a0}%: för lite", "inga lektioner"].map(str::to_owned),
    };
    let shapes = [HeatShape::Wide, HeatShape::Narrow].map(|shape| heat(&of, &Palette::WEB, shape));
    let [wide, narrow] = shapes;
    let cells = |name: &str, cells: [&str; 3]| {
        std::iter::once(name).chain(cells).map(|cell| html! { (cell) }).collect::<Vec<_>>()
    };
    let columns = [
        Column::words("Skola"),
        Column::numbers("v.\u{a0}44"),
        Column::numbers("v.\u{a0}45"),
        Column::numbers("v.\u{a0}46"),
    ];
    let numbers = Table {
        caption: "Andel rapporterat per vecka",
        columns: &columns,
        rows: vec![
            cells("Björkskolan", ["–", "98\u{a0}%", "100\u{a0}%"]),
            cells("Kvarnskolan", ["–", "93\u{a0}%", "96\u{a0}%"]),
            cells("Söderbergaskolan", ["64\u{a0}%", "52\u{a0}%", "71\u{a0}%"]),
        ],
        cards: false,
    };
    figure(caption, both(wide, narrow), &numbers, language)
}
