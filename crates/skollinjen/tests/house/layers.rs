//! Imports point downwards only. Crates of one layer do not see each other, so each can be read by itself.

use crate::metadata::{Crate, example, workspace};

/// The layer of each crate, the built ones and the designed ones. A crate that is not here fails: decide where it
/// belongs before it grows.
const LAYERS: &[(u8, &[&str])] = &[
    (1, &["domain", "insight", "charts", "text", "cast"]),
    (2, &["access", "pack"]),
    (3, &["room", "absence", "exchange", "documents"]),
    (4, &["door"]),
    (5, &["casework"]),
    (6, &["web"]),
    (7, &["skollinjen"]),
    (8, &["testkit"]),
];

/// The project's commands: outside the layers, and needs nothing, so that it builds in seconds.
const XTASK: &str = "xtask";

fn layer(name: &str) -> Option<u8> {
    LAYERS.iter().find(|(_, crates)| crates.contains(&name)).map(|(layer, _)| *layer)
}

/// One line for each import that does not point downwards.
fn breaches(crates: &[Crate]) -> Vec<String> {
    let mut found = Vec::new();
    for it in crates {
        let Some(own) = layer(&it.name) else {
            if it.name != XTASK {
                found.push(format!("{}: no layer. Add it to LAYERS, and to ARCHITECTURE.md", it.name));
            } else if !it.needs.is_empty() {
                found.push(format!("{XTASK}: has dependencies. It is built first, everywhere: standard library only"));
            }
            continue;
        };
        for need in it.built_from().filter(|need| crates.iter().any(|other| other.name == *need)) {
            if layer(need).is_none_or(|other| other >= own) {
                found.push(format!("{} imports {need}, which does not lie below it", it.name));
            }
        }
    }
    found
}

#[test]
fn imports_point_downwards() -> Result<(), String> {
    crate::none(&breaches(&workspace()?));
    Ok(())
}

#[test]
fn a_wrong_import_is_noticed() {
    let check = |name, needs: &[&str]| {
        let others = ["domain", "text", "pack", "absence", "room", "skollinjen", "testkit"];
        let others = others.into_iter().filter(|other| *other != name).map(|other| example(other, &[]));
        let crates: Vec<_> = others.chain([example(name, needs)]).collect();
        breaches(&crates).len()
    };
    assert_eq!(check("absence", &["domain", "text", "pack", "parquet"]), 0);
    assert_eq!(check("absence", &["dev:testkit"]), 0, "tests may use what lies above");
    assert_eq!(check("absence", &["room"]), 1, "sibling");
    assert_eq!(check("text", &["domain"]), 1, "sibling in the lowest layer");
    assert_eq!(check("domain", &["absence"]), 1, "upwards");
    assert_eq!(check("skollinjen", &["testkit"]), 1, "the product does not contain its tests");
    assert_eq!(check("utils", &[]), 1, "unknown crate");
    assert_eq!(check(XTASK, &[]), 0);
    assert_eq!(check(XTASK, &["domain"]), 1);
    assert_eq!(check(XTASK, &["dev:tempfile"]), 1);
}
