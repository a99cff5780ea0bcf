//! The table of gates, senders and recipients, `policies/gates/table.md`, as the policies have it.

use std::fmt::Write;

use access::{
    EpisodeId, ItemId, PeerId, Zone,
    gate::{Crossing, Evidence, Gate, ItemFacts, ItemKind, Regime},
};
use serde_json::json;

use super::ask::{evidence, of, person};
use crate::ask::ACCESS;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/policies/gates/table.md");
const BEFORE: &str = "2026-12-31";
const AFTER: &str = "2027-01-01";

/// Evidence that each gate finds complete.
pub fn everything() -> Evidence {
    let weighed = "2026-12-01";
    evidence(&json!({
        "consent": {
            "recipient": "recipient", "kinds": ["plan", "absence"], "from": weighed, "until": "2027-06-30", "child": "yes"
        },
        "interest": { "weighed": weighed, "evident": true },
        "suspicion": { "since": weighed },
        "inquiry": { "opened": weighed, "important": true },
        "own_task": { "weighed": weighed, "own": true, "necessary": true },
        "care": { "weighed": weighed, "turns_18": "2030-01-01", "needed": true },
        "feedback": { "notified_by": "recipient" },
        "support": { "weighed": weighed, "required": true },
        "harm_test": { "weighed": weighed, "finding": "clear" },
        "reservation": { "weighed": weighed, "removes_risk": true },
        "by_board": { "weighed": weighed, "needed": true, "family_told": weighed },
        "request": { "asked": weighed }
    }))
}

/// The zones from which something can pass, by their first letters, between two activities on a day.
fn zones(gate: Gate, from: Regime, to: Regime, day: &str) -> String {
    let kind = match gate {
        Gate::Feedback => ItemKind::ConcernFeedback,
        Gate::OtherBoard => ItemKind::KnownToBoard,
        _ => ItemKind::Plan,
    };
    let passes = |zone: &Zone, same_authority: bool| {
        let ids = (EpisodeId(1), PeerId(2));
        let crossing = Crossing { episode: ids.0, from, to, recipient: ids.1, same_authority, same_municipality: true };
        let item = ItemFacts { item: ItemId(3), kind, zone: *zone, drawn_up: of(day), protected: false };
        ACCESS.weigh(&person(), gate, &crossing, &item, &everything(), of(day)).is_ok()
    };
    let open = Zone::ALL.iter().filter(|zone| passes(zone, false) || passes(zone, true)).map(|zone| letters(*zone));
    open.collect::<Vec<_>>().join(" ")
}

fn letters(zone: Zone) -> &'static str {
    match zone {
        Zone::SchoolGeneral => "G",
        Zone::SchoolSupport => "S",
        Zone::PupilHealth => "P",
        Zone::SocialOpenCare => "O",
        Zone::Concern => "C",
        Zone::Shared => "D",
        Zone::Aggregate => "A",
    }
}

fn table() -> String {
    let mut text = String::from(
        "# What can pass each gate\n\n\
         Written by `UPDATE_TABLE=1 cargo test -p access --test access`, and compared with the policies by every test run.\n\
         A row is who sends, a column who receives, with complete evidence.\n\
         A letter means that something written in that zone can pass, within one authority or between two: \
         G school general, S school support, P pupil health, O social open care, C concern, D what both sides hold (shared).\n\
         An independent school stands twice: until 2026-12-31, and from 2027-01-01 with documents drawn up since then.\n",
    );
    // Who, and on which day: the independent school comes twice.
    let sides: Vec<(String, Regime, &str)> = Regime::ALL
        .iter()
        .flat_map(|regime| match regime {
            Regime::IndependentSchool => vec![
                (format!("{}, 2026", regime.code()), *regime, BEFORE),
                (format!("{}, 2027", regime.code()), *regime, AFTER),
            ],
            other => vec![(other.code().to_owned(), *other, "")],
        })
        .collect();
    for gate in Gate::ALL {
        let names: Vec<_> = sides.iter().map(|(name, ..)| name.as_str()).collect();
        writeln!(text, "\n## {}\n\n| from \\ to | {} |", gate.code(), names.join(" | ")).unwrap();
        writeln!(text, "| --- |{}", " --- |".repeat(names.len())).unwrap();
        for (name, from, on) in &sides {
            let cells = sides.iter().map(|(_, to, then)| match (*on, *then) {
                (one, other) if !one.is_empty() && !other.is_empty() && one != other => "–".to_owned(),
                ("", "") => {
                    let (before, after) = (zones(*gate, *from, *to, BEFORE), zones(*gate, *from, *to, AFTER));
                    assert_eq!(before, after, "the new year is about independent schools only");
                    after
                }
                (one, other) => zones(*gate, *from, *to, if one.is_empty() { other } else { one }),
            });
            writeln!(text, "| {name} | {} |", cells.collect::<Vec<_>>().join(" | ")).unwrap();
        }
    }
    text
}

#[test]
fn the_table_of_gates_is_what_the_policies_say() {
    let table = table();
    if std::env::var_os("UPDATE_TABLE").is_some() {
        std::fs::write(FILE, &table).unwrap();
    }
    assert_eq!(std::fs::read_to_string(FILE).unwrap(), table);
}
