//! The table of transitions as a drawing: a state diagram in Mermaid.

use std::{collections::BTreeMap, fmt::Write as _};

use super::{State, table::TABLE};

/// The diagram: one arrow for each pair of states, with every kind of statement that leads there.
pub fn mermaid() -> String {
    let mut arrows: BTreeMap<(usize, usize), Vec<String>> = BTreeMap::new();
    for row in TABLE {
        let Some(to) = row.to else { continue };
        let when = match row.when.words() {
            "" => String::new(),
            words => format!(" [{words}]"),
        };
        for from in row.from.iter().filter(|from| **from != to) {
            let label = format!("{}{when}", row.kind);
            let labels = arrows.entry((place(*from), place(to))).or_default();
            if !labels.contains(&label) {
                labels.push(label);
            }
        }
    }
    let mut text = String::from("stateDiagram-v2\n    [*] --> new\n");
    for ((from, to), labels) in arrows {
        let (from, to) = (code(from), code(to));
        _ = writeln!(text, "    {from} --> {to}: {}", labels.join("<br/>"));
    }
    text
}

fn place(state: State) -> usize {
    State::ALL.iter().position(|it| *it == state).unwrap_or_default()
}

fn code(place: usize) -> &'static str {
    State::ALL.get(place).map_or("", |it| it.code())
}
