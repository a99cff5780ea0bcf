//! What is needed before anything is measured: the program and the stages in the release profile, and the cities.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::run;

/// The seed of the cities.
const SEED: &str = "1";

/// Builds the program and gives its path.
pub(super) fn program(root: &Path) -> Result<PathBuf, String> {
    run::run(run::cargo().current_dir(root).args(["build", "--workspace", "--release"]))?;
    let name = format!("skollinjen{}", std::env::consts::EXE_SUFFIX);
    Ok(run::target(root).join("release").join(name))
}

/// Builds the executable that runs the scan stage by stage, and gives its path.
pub(super) fn stages(root: &Path) -> Result<PathBuf, String> {
    let mut cargo = run::cargo();
    cargo.current_dir(root).args(["bench", "--workspace", "--bench", "absence", "--no-run"]);
    run::run(&mut cargo)?;
    let said = run::output(cargo.args(["--quiet", "--message-format=json"]))?;
    said.lines().find_map(executable).ok_or_else(|| "Cargo does not say where the bench of absence lies".to_owned())
}

/// The path of a bench in a line of what Cargo says as JSON.
fn executable(line: &str) -> Option<PathBuf> {
    let bench = line.contains("\"kind\":[\"bench\"]") && line.contains("\"name\":\"absence\"");
    let (_, path) = line.split_once("\"executable\":\"").filter(|_| bench)?;
    path.split('"').next().map(PathBuf::from)
}

/// The lessons of a synthetic city in the school year 2025/26, made first when they are missing. Remove the folder to
/// have them made anew.
pub(super) fn city(root: &Path, program: &Path, pupils: u32) -> Result<PathBuf, String> {
    Ok(made(root, program, pupils, "parquet")?.join("lessons.parquet"))
}

/// The folder of the same city as CSV.
pub(super) fn csv_city(root: &Path, program: &Path, pupils: u32) -> Result<PathBuf, String> {
    made(root, program, pupils, "csv")
}

fn made(root: &Path, program: &Path, pupils: u32, form: &str) -> Result<PathBuf, String> {
    let home = run::target(root).join("xtask").join("bench");
    let name = if form == "parquet" { pupils.to_string() } else { format!("{pupils}-{form}") };
    let (folder, making) = (home.join(&name), home.join(format!("{name}.part")));
    if !folder.is_dir() {
        let mut synth = Command::new(program);
        synth.args(["absence", "synth", "--seed", SEED, "--pupils", &pupils.to_string(), "--format", form, "--out"]);
        run::run(synth.arg(&making))?;
        fs::rename(&making, &folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bench_is_found_among_what_cargo_says() {
        let line = |kind, name, path| {
            format!(r#"{{"target":{{"kind":["{kind}"],"name":"{name}"}},"filenames":["/a"],"executable":{path}}}"#)
        };
        assert_eq!(executable(&line("bench", "absence", "\"/t/absence-1\"")), Some(PathBuf::from("/t/absence-1")));
        assert_eq!(executable(&line("lib", "absence", "null")), None);
        assert_eq!(executable(&line("bin", "skollinjen", "\"/t/skollinjen\"")), None);
    }
}
