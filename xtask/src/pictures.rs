//! `cargo xtask pictures`: takes the pictures of the README anew, from a demo, with `browser/pictures.mjs`.

use std::process::Command;

use crate::{browser, run};

/// Where the pictures lie.
const FOLDER: &str = "docs/pictures";

/// Builds the program, starts a demo and takes the pictures.
pub(crate) fn run(args: &[String]) -> Result<(), String> {
    if !args.is_empty() {
        return Err(format!("takes nothing, not: {}", args.join(" ")));
    }
    let root = run::root()?;
    let browser = browser::ready(&root)?;
    run::run(run::cargo().current_dir(&root).args(["build", "--workspace"]))?;
    let program = run::target(&root).join("debug").join("skollinjen");
    let mut node = Command::new("node");
    node.current_dir(browser.folder()).arg("pictures.mjs").arg(program).arg(root.join(FOLDER));
    run::run(node.env("SKOLLINJEN_CHROMIUM", browser.chromium()))?;
    println!("xtask pictures: look at what changed in {FOLDER} before you commit it.");
    Ok(())
}
