//! The first rows of a table that somebody is to explain: above each column what it is, below it what stands there.

use maud::{Markup, html};
use text::Language;

use super::{Choice, say};

/// A column: its heading in the file, and what one has to say of it.
#[derive(Clone, Debug)]
pub struct PreviewColumn {
    /// The heading in the file.
    pub header: String,
    /// What one answers: selects without a label of their own.
    pub answer: Markup,
    /// Whether somebody has said what it is.
    pub known: bool,
}

/// What stands in a cell.
#[derive(Clone, Debug)]
pub enum PreviewCell {
    /// As it stands.
    Open(String),
    /// Its form only.
    Masked(String),
    /// Nothing may be shown.
    Hidden,
}

/// The columns, and rows by their numbers in the file. `numbered` heads the numbers.
pub fn preview(
    caption: &str,
    numbered: &str,
    columns: &[PreviewColumn],
    rows: &[(u64, Vec<PreviewCell>)],
    language: Language,
) -> Markup {
    html! {
        div class="sl-table sl-preview" role="region" aria-label=(caption) tabindex="0" {
            table class="ds-table" {
                caption { (caption) }
                thead {
                    tr {
                        th scope="col" data-align="end" { (numbered) }
                        @for column in columns {
                            th scope="col" data-known[column.known] {
                                span class="sl-preview-header" { (column.header) }
                                (column.answer)
                            }
                        }
                    }
                }
                tbody {
                    @for (number, cells) in rows {
                        tr {
                            th scope="row" data-align="end" { (number) }
                            @for cell in cells { td { (shown(cell, language)) } }
                        }
                    }
                }
            }
        }
    }
}

fn shown(cell: &PreviewCell, language: Language) -> Markup {
    html! {
        @match cell {
            PreviewCell::Open(text) => (text),
            PreviewCell::Masked(form) => span class="sl-masked" { (form) },
            PreviewCell::Hidden => span class="sl-masked" { (say("web-import-hidden", language)) },
        }
    }
}

/// One of several answers in a table, whose label is read out and not seen.
pub fn small_select(name: &str, label: &str, choices: &[Choice<'_>], chosen: &str) -> Markup {
    html! {
        select class="ds-input sl-small" id=(name) name=(name) aria-label=(label) {
            @for choice in choices {
                option value=(choice.value) selected[choice.value == chosen] { (choice.label) }
            }
        }
    }
}

pub(super) fn example(language: Language) -> Markup {
    let choices = [Choice::new("", "Används inte"), Choice::new("name", "Elevens namn"), Choice::new("class", "Klass")];
    let column = |name: &str, header: &str, chosen: &str| PreviewColumn {
        header: header.to_owned(),
        answer: small_select(name, &format!("Det här är: {header}"), &choices, chosen),
        known: !chosen.is_empty(),
    };
    let open = |text: &str| PreviewCell::Open(text.to_owned());
    preview(
        "De första raderna i elever.csv",
        "Rad",
        &[column("column_1", "Elevnamn", "name"), column("column_2", "Klass", "class"), column("column_3", "Kön", "")],
        &[
            (2, vec![PreviewCell::Masked("xxxx xxx…".to_owned()), open("7B"), PreviewCell::Masked("x".to_owned())]),
            (3, vec![PreviewCell::Hidden, PreviewCell::Hidden, PreviewCell::Hidden]),
        ],
        language,
    )
}
