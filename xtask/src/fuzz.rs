//! `cargo xtask fuzz`: every parser of what comes from outside, with changed copies of its corpus, for some minutes.

use std::time::{Duration, Instant};

use crate::{options::Options, run};

/// The tests that take any bytes: package, test target and the beginning of the tests' names.
const PARSERS: &[(&str, &str, &str)] =
    &[("exchange", "exchange", "fuzz"), ("exchange", "profile", ""), ("absence", "hostile", "")];
/// Cases in one round of a test.
const CASES: u32 = 2_000;

/// Runs `fuzz [--minutes 5]`. What fails is kept beside the test, so that the next `cargo test` tries it first.
pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let options = Options::read(args, &["minutes"])?;
    let minutes: u64 = options.get("minutes")?.unwrap_or(5);
    let (root, began) = (run::root()?, Instant::now());
    let until = Duration::from_secs(60 * minutes);
    let mut rounds = 0;
    while rounds == 0 || began.elapsed() < until {
        for (package, target, tests) in PARSERS {
            let mut cargo = run::cargo();
            cargo.current_dir(&root).args(["test", "--quiet", "-p", package, "--test", target, tests]);
            run::run(cargo.env("PROPTEST_CASES", CASES.to_string()))?;
        }
        rounds += 1;
    }
    println!("xtask fuzz: {rounds} rounds of {CASES} cases a test, nothing found, in {}.", run::time(began.elapsed()));
    Ok(())
}
