//! The Python that runs the independent reference of the signals and tries the API: a virtual environment under the target directory,
//! with the packages that `oracle/requirements.txt` pins. Made once; a second run needs no network.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::run;

/// Why each package is installed. A test fails when a requirement has no line here.
const WHY: &[(&str, &str)] = &[
    ("duckdb", "runs the reference of the signals, written in SQL apart from our code"),
    ("numpy", "draws the fuzzed lessons that both sides must agree on"),
    ("schemathesis", "tries the API with requests made from its description, right and wrong"),
    ("pyarrow", "writes and reads the Parquet files without our code"),
];

const REQUIREMENTS: &str = "oracle/requirements.txt";

/// The path of a Python with the pinned packages, installed first when they are missing or the list has changed.
pub(crate) fn ready(root: &Path) -> Result<PathBuf, String> {
    let file = root.join(REQUIREMENTS);
    let wanted = fs::read_to_string(&file).map_err(|error| format!("{REQUIREMENTS}: {error}"))?;
    let home = run::target(root).join("xtask").join("python");
    let python = home.join("bin").join("python");
    let stamp = home.join("installed.txt");

    println!("xtask test: beside Rust the tests need Python packages, kept in {}:", home.display());
    for package in packages(&wanted) {
        println!("  {package}: {}", why(package).unwrap_or("pinned in oracle/requirements.txt"));
    }
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) && runs(&python) {
        println!("  They are already there.");
        return Ok(python);
    }
    // What is left of an interrupted or older installation goes first; the stamp is written last.
    if home.exists() {
        fs::remove_dir_all(&home).map_err(|error| format!("{}: {error}", home.display()))?;
    }
    environment(&home)?;
    let mut pip = Command::new(&python);
    // Only ready-built packages: compiling DuckDB would take longer than all tests together.
    pip.args(["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "--only-binary=:all:"]);
    run::run(pip.arg("--requirement").arg(&file))?;
    fs::write(&stamp, &wanted).map_err(|error| format!("{}: {error}", stamp.display()))?;
    Ok(python)
}

/// Makes the virtual environment. Debian keeps the module for it in a package of its own, which is installed when we
/// may; otherwise the error says what to run.
fn environment(home: &Path) -> Result<(), String> {
    let venv = || run::run(Command::new("python3").args(["-m", "venv"]).arg(home));
    let Err(reason) = venv() else { return Ok(()) };
    if !Path::new("/etc/debian_version").exists() {
        return Err(format!("{reason}. Install Python 3 with its module venv, and run this again"));
    }
    if run::output(Command::new("id").arg("-u"))?.trim() != "0" {
        return Err(format!("{reason}. Run `sudo apt-get install -y python3-venv`, and then this again"));
    }
    println!("  python3-venv (Debian): makes the folder that keeps these packages apart from the system's.");
    run::run(Command::new("apt-get").args(["update", "-qq"]))?;
    let mut install = Command::new("apt-get");
    run::run(install.env("DEBIAN_FRONTEND", "noninteractive").args(["install", "-y", "-qq", "python3-venv"]))?;
    venv()
}

fn runs(python: &Path) -> bool {
    let mut version = Command::new(python);
    version.arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    version.status().is_ok_and(|status| status.success())
}

/// The lines of a requirements file that name a package.
fn packages(requirements: &str) -> impl Iterator<Item = &str> {
    requirements.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn why(package: &str) -> Option<&'static str> {
    let name = package.split(['=', '<', '>', '~', '!', '[', ';', ' ']).next()?;
    WHY.iter().find(|(known, _)| *known == name).map(|(_, reason)| *reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_empty_lines_are_not_packages() {
        assert_eq!(packages("# why\n\nduckdb==2.0.0\n").collect::<Vec<_>>(), ["duckdb==2.0.0"]);
    }

    #[test]
    fn a_package_without_a_reason_is_noticed() {
        assert!(why("duckdb==2.0.0").is_some());
        assert!(why("leftpad>=1").is_none());
    }

    #[test]
    fn every_requirement_is_pinned_and_has_a_reason() {
        let wanted = fs::read_to_string(run::root().unwrap().join(REQUIREMENTS)).unwrap();
        for package in packages(&wanted) {
            assert!(package.contains("=="), "{REQUIREMENTS}: {package} is not pinned with ==");
            assert!(why(package).is_some(), "{REQUIREMENTS}: add to WHY in xtask/src/python.rs why {package} is there");
        }
    }
}
