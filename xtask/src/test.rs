//! `cargo xtask test`: installs what the tests need, says what and why, and runs every test of the workspace.

use std::{process::Command, time::Instant};

use crate::{api, browser, postgres::Cluster, python, run};

/// Runs all tests, or with `--fast` the unit tests only, which need nothing installed.
pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let fast = fast(args)?;
    let began = Instant::now();
    let root = run::root()?;
    let mut cargo = run::cargo();
    cargo.current_dir(&root);
    let mut cluster = None;
    let mut pages = None;
    if fast {
        println!("xtask test --fast: unit tests only, nothing is installed. The whole suite is `cargo xtask test`.");
    } else {
        let python = python::ready(&root)?;
        cargo.env("SKOLLINJEN_PYTHON", &python);
        pages = Some((browser::ready(&root)?, python));
        let started = cluster.insert(Cluster::start()?);
        cargo.env("SKOLLINJEN_POSTGRES", started.url());
    }
    // `cargo test` has built the program that the browser looks at and Schemathesis asks.
    let result = run::run(tests(&mut cargo, fast)).and_then(|()| match &pages {
        Some((pages, python)) => api::test(python, &root).and_then(|()| browser::test(pages, &root)),
        None => Ok(()),
    });
    drop(cluster);
    let spent = run::time(began.elapsed());
    result.map_err(|reason| format!("{reason}, after {spent}"))?;
    println!("xtask test: all tests passed in {spent}.");
    Ok(())
}

/// Always the whole workspace, so that every run has the same features and nothing is built twice.
fn tests(cargo: &mut Command, fast: bool) -> &mut Command {
    cargo.args(["test", "--workspace"]);
    if fast { cargo.args(["--lib", "--bins"]) } else { cargo }
}

fn fast(args: &[String]) -> Result<bool, String> {
    match args {
        [] => Ok(false),
        [one] if one == "--fast" => Ok(true),
        _ => Err(format!("takes nothing or --fast, not: {}", args.join(" "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_fast_is_understood() {
        assert_eq!(fast(&[]), Ok(false));
        assert_eq!(fast(&["--fast".into()]), Ok(true));
        assert!(fast(&["--fats".into()]).is_err());
    }

    #[test]
    fn both_runs_take_the_whole_workspace() {
        for is_fast in [false, true] {
            let mut cargo = run::cargo();
            let args: Vec<_> = tests(&mut cargo, is_fast).get_args().collect();
            assert!(args.starts_with(&["test".as_ref(), "--workspace".as_ref()]), "{args:?}");
            assert_eq!(args.contains(&"--lib".as_ref()), is_fast);
        }
    }
}
