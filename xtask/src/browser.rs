//! The tests in a browser: the system's Chromium, what `browser/package-lock.json` pins, and `node --test`.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use crate::{node, run};

/// Why each package is installed. A test fails when a package has no line here.
const WHY: &[(&str, &str)] = &[
    ("axe-core", "finds what keeps people from using a page"),
    ("playwright-core", "drives the browser, and brings none of its own"),
];

const FOLDER: &str = "browser";
/// The programs that serve pages to the tests: the example, and the variable that tells where it is.
const SERVERS: &[(&str, &str)] = &[("gallery", "SKOLLINJEN_GALLERY")];

/// What the tests need, installed.
pub(crate) struct Browser {
    chromium: PathBuf,
    folder: PathBuf,
}

impl Browser {
    /// The browser's program.
    pub(crate) fn chromium(&self) -> &Path {
        &self.chromium
    }

    /// The folder with the packages and the tests.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }
}

/// Finds or installs the browser and the packages, and says which and why.
pub(crate) fn ready(root: &Path) -> Result<Browser, String> {
    println!("xtask test: pages are looked at in Chromium, with Node packages in {FOLDER}/node_modules:");
    for (package, why) in WHY {
        println!("  {package}: {why}");
    }
    let folder = root.join(FOLDER);
    node::ready(&folder)?;
    let chromium = match find() {
        Some(chromium) => chromium,
        None => install()?,
    };
    Ok(Browser { chromium, folder })
}

/// Runs the tests against what the Rust tests have built.
pub(crate) fn test(browser: &Browser, root: &Path) -> Result<(), String> {
    let mut node = Command::new("node");
    node.current_dir(&browser.folder).arg("--test");
    node.env("SKOLLINJEN_CHROMIUM", &browser.chromium);
    for (example, variable) in SERVERS {
        node.env(variable, run::target(root).join("debug").join("examples").join(example));
    }
    // The program itself serves the journeys.
    node.env(
        "SKOLLINJEN_PROGRAM",
        run::target(root).join("debug").join(format!("skollinjen{}", std::env::consts::EXE_SUFFIX)),
    );
    // Pictures for people: nothing compares them.
    node.env("SKOLLINJEN_PICTURES", run::target(root).join("pictures"));
    run::run(&mut node)
}

/// The browser that is named in the environment, or one on the path.
fn find() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("SKOLLINJEN_CHROMIUM") {
        return Some(named.into());
    }
    let path = std::env::var_os("PATH")?;
    let folders: Vec<_> = std::env::split_paths(&path).collect();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|file| file.is_file())
}

/// Installs the browser from Debian's packages, or says what to run.
fn install() -> Result<PathBuf, String> {
    if !Path::new("/etc/debian_version").exists() {
        return Err(
            "Chromium is missing. Install it, or set SKOLLINJEN_CHROMIUM to its path, and run this again".into()
        );
    }
    if run::output(Command::new("id").arg("-u"))?.trim() != "0" {
        return Err("Chromium is missing. Run `sudo apt-get install -y chromium`, and then this again".into());
    }
    println!("  chromium (Debian) is missing and is installed now: the pages are tested in it.");
    run::run(Command::new("apt-get").args(["update", "-qq"]))?;
    let mut install = Command::new("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive");
    run::run(install.args(["install", "-y", "-qq", "--no-install-recommends", "chromium"]))?;
    find().ok_or_else(|| "chromium was installed, but is not on the path".into())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn every_package_is_pinned_and_has_a_reason() {
        let file = run::root().unwrap().join(FOLDER).join("package.json");
        let text = fs::read_to_string(file).unwrap();
        let wanted = text.split("\"devDependencies\": {").nth(1).unwrap().split('}').next().unwrap();
        let mut packages = 0;
        for line in wanted.lines().filter(|line| line.contains(':')) {
            let mut words = line.split('"').skip(1).step_by(2);
            let (name, version) = (words.next().unwrap(), words.next().unwrap());
            assert!(version.starts_with(|first: char| first.is_ascii_digit()), "{name} is not pinned: {version}");
            assert!(
                WHY.iter().any(|(known, _)| *known == name),
                "add to WHY in xtask/src/browser.rs why {name} is there"
            );
            packages += 1;
        }
        assert_eq!(packages, WHY.len());
    }
}
