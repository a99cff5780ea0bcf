//! Node.js, and the packages that a folder's `package-lock.json` pins.

use std::{fs, path::Path, process::Command};

use crate::run;

/// Sees that Node.js is there and new enough, and that the packages of a folder are installed as its lock has them.
pub(crate) fn ready(folder: &Path) -> Result<(), String> {
    let version = run::output(Command::new("node").arg("--version"))
        .map_err(|reason| format!("{reason}. Install Node.js 20 or newer with npm, and run this again"))?;
    if major(&version).is_none_or(|major| major < 20) {
        return Err(format!("Node.js {} is too old. Install 20 or newer, and run this again", version.trim()));
    }
    packages(folder)
}

/// Installs the packages when they are missing or the lock has changed.
fn packages(folder: &Path) -> Result<(), String> {
    let lock = folder.join("package-lock.json");
    let wanted = fs::read_to_string(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    let stamp = folder.join("node_modules").join("installed.json");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        println!("  They are already there.");
        return Ok(());
    }
    let mut npm = Command::new("npm");
    run::run(npm.current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    fs::write(&stamp, &wanted).map_err(|error| format!("{}: {error}", stamp.display()))
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_node_are_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("node"), None);
    }
}
