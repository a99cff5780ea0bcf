//! Deliveries between two rooms, cut off between any two of their steps. The test of the crate `door` does it, thirty times
//! with the other tests; here as often as is asked for.

use std::{path::Path, process::Command};

use crate::run;

/// Cuts off so many deliveries: what the test says of it.
pub(super) fn trial(root: &Path, times: u32, seed: u64) -> Result<String, String> {
    let mut test = Command::new("cargo");
    test.current_dir(root)
        .args(["nextest", "run", "--workspace", "--no-capture", "-E"])
        .arg("package(door) and test(/kills_at_random.*on_sqlite/)")
        .env("SKOLLINJEN_KILLS", times.to_string())
        .env("SKOLLINJEN_SEED", seed.to_string());
    let said = run::output(&mut test)?;
    let line = said.lines().find(|line| line.contains(" kills, ")).ok_or("the test said nothing of its kills")?;
    Ok(format!("{}: none lost, doubled or altered", line.trim()))
}
