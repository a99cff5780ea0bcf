//! Each outside thing is known by one crate, or few: what is known in one place can be changed in one place.

use crate::metadata::{Crate, example, workspace};

/// Packages (`*` = any ending), the crates that may name them, tests included, and why. No crate = nobody may.
const ONLY: &[(&[&str], &[&str], &str)] = &[
    (&["arrow*", "parquet*"], &["absence"], "the file format of the history is one crate's business"),
    (&["csv", "quick-xml", "calamine"], &["absence", "exchange"], "foreign files are read at the edge only"),
    (&["encoding_rs", "zip"], &["exchange"], "what files of other systems are wrapped in is met at the edge only"),
    (
        &["toml"],
        &["pack", "skollinjen"],
        "the method's files have one reader, the configuration (`config.rs`) the other",
    ),
    (&["fluent*", "unic-langid"], &["text"], "every sentence comes from text, so that both languages are complete"),
    (&["clap*", "indicatif", "anyhow"], &["skollinjen"], "libraries return typed errors; only the command line talks"),
    (&["rand*"], &["absence"], "randomness is an argument; only the made-up city draws lots"),
    (&["cedar-policy*"], &["access"], "only access decides who may do what"),
    (
        &["sqlx*", "rusqlite", "sea-*", "diesel*"],
        &["room", "testkit"],
        "only a room knows SQL; tests make their databases",
    ),
    (&["typst*"], &["documents"], "only documents knows how a page is set"),
    (&["axum*"], &["web", "testkit"], "only web serves, and testkit plays a service that schools have"),
    (&["hyper*", "tower*", "memory-serve"], &["web"], "only web knows HTTP"),
    (&["reqwest*"], &["exchange", "door"], "only exchange asks other machines, and door other rooms"),
    (&["ring", "ed25519*"], &["room"], "only a room holds keys, signs and verifies"),
    (
        &["rustls*", "tokio-rustls"],
        &["exchange", "door", "web", "skollinjen"],
        "exchange and door ask over TLS, web answers over it, and the executable reads the certificate",
    ),
    (&["utoipa*"], &["web"], "only web describes the interface of other systems"),
    (&["tar", "zstd"], &["casework"], "a backup is packed and unpacked in one place (`archive`)"),
    (&["maud"], &["web", "charts"], "only web knows how a page is written, and charts how a picture is"),
    (&["datafusion*", "deltalake*"], &[], "half an hour to build, and slower than our kernel (ADR 0003)"),
    (&["personnummer"], &[], "rejects valid coordination numbers; the check belongs in domain"),
];

/// Crates that may be built from these only, and why. Their tests may use more.
const NEEDS: &[(&str, &[&str], &str)] = &[
    ("domain", &["jiff", "serde", "serde_json"], "the words and rules outlive every library; statements are JSON"),
    ("cast", &["jiff"], "plain data, so that tests, demo and documentation can all use it"),
    ("charts", &["maud"], "numbers in, SVG out: every word and date comes in as a string"),
];

fn matches(pattern: &str, name: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == pattern,
    }
}

/// One line for each package that stands in a manifest where it should not.
fn breaches(crates: &[Crate]) -> Vec<String> {
    let mut found = Vec::new();
    for it in crates {
        for need in &it.needs {
            for (patterns, allowed, why) in ONLY {
                let meant = patterns.iter().any(|pattern| matches(pattern, &need.name));
                if meant && !allowed.contains(&it.name.as_str()) {
                    found.push(format!("{} names {}: {why}", it.name, need.name));
                }
            }
        }
        for (_, allowed, why) in NEEDS.iter().filter(|(name, _, _)| *name == it.name) {
            for need in it.built_from().filter(|need| !allowed.contains(need)) {
                found.push(format!("{} is built from {need}: {why}", it.name));
            }
        }
    }
    found
}

#[test]
fn each_thing_is_known_where_it_should_be() -> Result<(), String> {
    crate::none(&breaches(&workspace()?));
    Ok(())
}

#[test]
fn a_thing_known_elsewhere_is_noticed() {
    let check = |name, needs: &[&str]| breaches(&[example(name, needs)]).len();
    assert_eq!(check("absence", &["arrow-array", "parquet", "csv"]), 0);
    assert_eq!(check("skollinjen", &["arrow-array", "parquet"]), 2);
    assert_eq!(check("skollinjen", &["dev:parquet"]), 1, "tests read the history as others do, not with our library");
    assert_eq!(check("absence", &["toml"]), 1);
    assert_eq!(check("absence", &["anyhow"]), 1);
    assert_eq!(check("absence", &["datafusion"]), 1);
    assert_eq!(check("domain", &["jiff", "dev:proptest"]), 0);
    assert_eq!(check("domain", &["serde", "serde_json"]), 0);
    assert_eq!(check("domain", &["tokio"]), 1);
    assert_eq!(check("cast", &["domain"]), 1);
}

#[test]
fn patterns_are_whole_names_or_beginnings() {
    assert!(matches("arrow*", "arrow-array") && matches("toml", "toml"));
    assert!(!matches("toml", "toml_edit") && !matches("arrow*", "narrow"));
}
