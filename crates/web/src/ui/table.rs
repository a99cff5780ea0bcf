//! Tables. A wide one scrolls in its own frame, and the page never does; one of people becomes cards on a telephone.

use maud::{Markup, html};
use text::Language;

use super::{Hue, link, tag};

/// A table. The first cell of a row names the row.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    /// What the table shows; also the name of its frame.
    pub caption: &'a str,
    /// The columns, as many as each row has cells.
    pub columns: &'a [Column<'a>],
    /// The cells, row by row.
    pub rows: Vec<Vec<Markup>>,
    /// Whether each row becomes a card on a narrow screen: for lists of people and things, not for figures that are
    /// compared.
    pub cards: bool,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    /// Its heading.
    pub label: &'a str,
    /// Whether it holds numbers, which stand to the right.
    pub number: bool,
}

impl<'a> Column<'a> {
    /// A column of words.
    pub fn words(label: &'a str) -> Column<'a> {
        Column { label, number: false }
    }

    /// A column of numbers.
    pub fn numbers(label: &'a str) -> Column<'a> {
        Column { label, number: true }
    }

    fn align(self) -> Option<&'static str> {
        self.number.then_some("end")
    }
}

/// The table in its frame. The frame can be focused, so that it can be scrolled with the keys.
pub fn table(table: &Table<'_>) -> Markup {
    // As cards, the elements are shown as blocks, and browsers then forget that they are a table: roles remind them.
    let role = |role: &'static str| table.cards.then_some(role);
    html! {
        div class="sl-table" role="region" aria-label=(table.caption) tabindex="0" {
            table class="ds-table" data-cards[table.cards] role=[role("table")] {
                caption { (table.caption) }
                thead role=[role("rowgroup")] {
                    tr role=[role("row")] {
                        @for column in table.columns {
                            th scope="col" role=[role("columnheader")] data-align=[column.align()] { (column.label) }
                        }
                    }
                }
                tbody role=[role("rowgroup")] {
                    @for row in &table.rows {
                        tr role=[role("row")] {
                            @for (number, (cell, column)) in row.iter().zip(table.columns).enumerate() {
                                @if number == 0 {
                                    th scope="row" role=[role("rowheader")] data-align=[column.align()] { (cell) }
                                } @else {
                                    td role=[role("cell")] data-align=[column.align()] data-label=[table.cards.then_some(column.label)] {
                                        (cell)
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn example(_: Language) -> Markup {
    let people = [
        Column::words("Elev"),
        Column::words("Klass"),
        Column::numbers("Frånvaro"),
        Column::words("Skäl att fråga"),
        Column::words("Sedan"),
    ];
    let person = |name, class, rate, hue, signal, since| {
        vec![link("#table", name), html! { (class) }, html! { (rate) }, tag(hue, signal), html! { (since) }]
    };
    let weeks = [
        "v.\u{a0}36",
        "v.\u{a0}37",
        "v.\u{a0}38",
        "v.\u{a0}39",
        "v.\u{a0}40",
        "v.\u{a0}41",
        "v.\u{a0}42",
        "v.\u{a0}43",
    ]
    .map(Column::numbers);
    let columns: Vec<_> = std::iter::once(Column::words("Ämne")).chain(weeks).collect();
    let subject = |name, rates: [u8; 8]| {
        let cells = rates.iter().map(|rate| html! { (rate) "\u{a0}%" });
        std::iter::once(html! { (name) }).chain(cells).collect::<Vec<_>>()
    };
    html! {
        (table(&Table {
            caption: "Elever att fråga om",
            columns: &people,
            rows: vec![
                person("Alva Lindqvist", "8B", "17\u{a0}%", Hue::Clay, "Stiger snabbt", "2026-11-13"),
                person("Elias Norberg", "7A", "22\u{a0}%", Hue::Neutral, "Över 15\u{a0}%", "2026-10-02"),
                person("Maja Sundin", "9C", "9\u{a0}%", Hue::Neutral, "Fredagar", "2026-11-20"),
            ],
            cards: true,
        }))
        (table(&Table {
            caption: "Frånvaro per ämne och vecka",
            columns: &columns,
            rows: vec![
                subject("Matematik", [0, 4, 10, 12, 18, 20, 22, 30]),
                subject("Idrott och hälsa", [50, 50, 0, 50, 100, 100, 50, 100]),
                subject("Svenska", [0, 0, 5, 0, 8, 4, 12, 10]),
            ],
            cards: false,
        }))
    }
}
