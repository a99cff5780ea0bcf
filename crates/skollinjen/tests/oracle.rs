//! The scan against the project's own independent SQL, cell by cell, and the property tests of the method.
//!
//! `oracle/` holds the SQL, the fuzz and the comparison, run by Python with DuckDB. `cargo xtask test` installs both
//! and sets `SKOLLINJEN_PYTHON`; without it these tests fail, they never skip.

use std::path::Path;
use std::process::Command;

/// Runs a script of `oracle/` on the built program; its output is shown when it fails.
#[cfg(test)]
fn oracle(script: &str, arguments: &[&str]) {
    let python = std::env::var_os("SKOLLINJEN_PYTHON").expect("run `cargo xtask test`, which installs DuckDB");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../oracle");
    let work = tempfile::tempdir().unwrap();
    let output = Command::new(python)
        .arg(folder.join(script))
        .args(["--binary", env!("CARGO_BIN_EXE_skollinjen"), "--work"])
        .arg(work.path())
        .args(arguments)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    print!("{said}");
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn every_cell_equals_the_sql_on_the_standing_seeds() {
    oracle("check.py", &[]);
}

#[test]
fn every_cell_equals_the_sql_on_seeds_never_seen_before() {
    oracle("check.py", &["--random", "3"]);
}

#[test]
fn every_cell_equals_the_sql_on_the_synthetic_city() {
    let folder = tempfile::tempdir().unwrap();
    let made = Command::new(env!("CARGO_BIN_EXE_skollinjen"))
        .args(["absence", "synth", "--pupils", "6000", "--seed", "11", "--as-of", "2025-12-05", "--out"])
        .arg(folder.path())
        .status()
        .unwrap();
    assert!(made.success());
    let file = folder.path().join("lessons.parquet");
    let days = ["--as-of", "2025-12-05", "--term-start", "2025-08-18", "--term-end", "2025-12-19"];
    let file = ["--file", file.to_str().unwrap(), "--year-start", "2025-08-01"];
    oracle("check.py", &[&days[..], &file[..]].concat());
}

#[test]
fn the_properties_of_the_method_hold() {
    oracle("properties.py", &["--seed", "1"]);
}
