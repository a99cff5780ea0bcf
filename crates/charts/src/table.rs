//! The numbers behind a picture, as a table to stand under it: for who cannot see the picture, and for who wants to
//! check it.

use maud::{Markup, html};

/// A table whose cells are already written in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<'a> {
    /// What the table holds.
    pub caption: &'a str,
    /// The columns, in order.
    pub columns: Vec<Column<'a>>,
    /// One cell for each column. Cells too many are left out, and cells too few are empty.
    pub rows: Vec<Vec<String>>,
    /// Class of the table, which the caller's style sheet knows.
    pub class: Option<&'a str>,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column<'a> {
    /// Its heading.
    pub head: &'a str,
    /// Class of its heading and cells, such as for numbers.
    pub class: Option<&'a str>,
    /// Whether its cells name their row.
    pub names_row: bool,
}

/// The table.
pub fn table(table: &Table<'_>) -> Markup {
    html! {
        table class=[table.class] {
            caption { (table.caption) }
            thead {
                tr { @for column in &table.columns { th scope="col" class=[column.class] { (column.head) } } }
            }
            tbody { @for row in &table.rows { (row_of(&table.columns, row)) } }
        }
    }
}

fn row_of(columns: &[Column<'_>], cells: &[String]) -> Markup {
    let cells = cells.iter().map(String::as_str).chain(std::iter::repeat(""));
    html! {
        tr {
            @for (column, cell) in columns.iter().zip(cells) {
                @if column.names_row {
                    th scope="row" class=[column.class] { (cell) }
                } @else {
                    td class=[column.class] { (cell) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rows: &[&[&str]], expected: &str) {
        let column = |head, class, names_row| Column { head, class, names_row };
        let drawn = table(&Table {
            caption: "Veckor",
            columns: vec![column("Vecka", None, true), column("Giltig", Some("number"), false)],
            rows: rows.iter().map(|row| row.iter().map(ToString::to_string).collect()).collect(),
            class: None,
        });
        let body = drawn.0.split("<tbody>").nth(1).unwrap().to_string();
        assert!(drawn.0.starts_with(
            "<table><caption>Veckor</caption><thead><tr><th scope=\"col\">Vecka</th>\
             <th scope=\"col\" class=\"number\">Giltig</th></tr></thead>"
        ));
        assert_eq!(body, format!("{expected}</tbody></table>"));
    }

    #[test]
    fn a_row_is_named_by_its_first_cell() {
        check(&[&["v. 34", "5 %"]], "<tr><th scope=\"row\">v. 34</th><td class=\"number\">5 %</td></tr>");
    }

    #[test]
    fn every_row_has_a_cell_for_every_column_and_no_more() {
        let empty = "<tr><th scope=\"row\">v. 34</th><td class=\"number\"></td></tr>";
        check(&[&["v. 34"], &["v. 34", "", "mer"]], &format!("{empty}{empty}"));
    }

    #[test]
    fn words_stay_words() {
        check(&[&["<&", "\""]], "<tr><th scope=\"row\">&lt;&amp;</th><td class=\"number\">&quot;</td></tr>");
    }
}
