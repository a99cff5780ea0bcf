//! `cargo xtask kill`: kill -9 loses nothing and doubles nothing. A sixth of the kills each: imports to a bare history,
//! imports to a room, backups, rooms being destroyed, servers while pages write, and servers while they import. With
//! `--only door`: deliveries between two rooms.

mod backups;
mod destroyed;
mod disk;
mod door;
mod forms;
mod history;
mod http;
mod imports;
mod lots;
mod pages;
mod program;
mod served;
mod server;
mod sets;
mod verified;

use std::{fmt::Display, fs, path::Path, time::Instant};

use crate::{options::Options, run};
use program::Program;

/// What is killed, in the order in which it is.
const KINDS: [&str; 6] = ["history", "import", "backup", "destroy", "pages", "served"];

/// Deliveries are cut off by a test, thirty times with all others; this kind only runs when it is asked for.
const DOOR: &str = "door";

/// Runs `kill [--times N] [--seed S] [--only KIND]`.
pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let options = Options::read(args, &["times", "seed", "only"])?;
    let times: u32 = options.get("times")?.unwrap_or(30);
    let seed = options.get("seed")?.unwrap_or_else(lots::new_seed);
    let only: Option<String> = options.get("only")?;
    if only.as_deref() == Some(DOOR) {
        return told(DOOR, times, || door::trial(&run::root()?, times, seed));
    }
    let shares = shares(times, only.as_deref())?;
    let began = Instant::now();
    let root = run::root()?;
    let program = Program::build(&root)?;
    let folder = run::target(&root).join("xtask").join(format!("kill-{}", std::process::id()));
    println!("xtask kill: {times} kills, seed {seed}, in {}", folder.display());
    trials(&program, &folder, shares, seed).map_err(|reason| {
        let only = only.map(|kind| format!(" --only {kind}")).unwrap_or_default();
        let again = format!("cargo xtask kill --times {times} --seed {seed}{only}");
        format!("{reason}\nThe files are left in {}. The same lots again: {again}", folder.display())
    })?;
    fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    println!("xtask kill: seed {seed}. All well, in {}.", run::time(began.elapsed()));
    Ok(())
}

/// How many kills of each kind.
fn shares(times: u32, only: Option<&str>) -> Result<[u32; 6], String> {
    // What does not go up in sixths goes to the first ones.
    let Some(only) = only else { return Ok([5, 4, 3, 2, 1, 0].map(|more| (times + more) / 6)) };
    if !KINDS.contains(&only) {
        return Err(format!("--only takes {}, {DOOR}, not {only}", KINDS.join(", ")));
    }
    Ok(KINDS.map(|kind| if kind == only { times } else { 0 }))
}

fn trials(
    program: &Program,
    folder: &Path,
    [history, imports, backups, destroyed, pages, served]: [u32; 6],
    seed: u64,
) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    if history + imports + backups + destroyed > 0 {
        let sets = sets::sets(program, seed, folder)?;
        for set in &sets {
            println!("  importing {} over another set takes {} ms", set.name, set.time.as_millis());
        }
        told("history", history, || history::trial(program, folder, &sets, history, seed))?;
        told("import", imports, || imports::trial(program, &folder.join("rooms"), &sets, imports, seed))?;
        let first = sets.first().ok_or("no set to put in a room")?;
        told("backup", backups, || backups::trial(program, &folder.join("backups"), first, backups, seed))?;
        told("destroy", destroyed, || destroyed::trial(program, &folder.join("destroyed"), first, destroyed, seed))?;
    }
    told("pages", pages, || pages::trial(program, &folder.join("demo"), pages, seed))?;
    told("served", served, || served::trial(program, &folder.join("served"), served, seed))
}

/// Runs a trial, unless there is nothing to kill, and says how it went.
fn told<T: Display>(kind: &str, times: u32, trial: impl FnOnce() -> Result<T, String>) -> Result<(), String> {
    if times == 0 {
        return Ok(());
    }
    let began = Instant::now();
    let tally = trial().map_err(|reason| format!("{kind}: {reason}"))?;
    println!("  {kind}: {tally}; {}", run::time(began.elapsed()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kill_is_of_some_kind() {
        assert_eq!(
            [30, 31, 35].map(|times| shares(times, None)),
            [Ok([5; 6]), Ok([6, 5, 5, 5, 5, 5]), Ok([6, 6, 6, 6, 6, 5])]
        );
        assert_eq!(shares(7, Some("import")), Ok([0, 7, 0, 0, 0, 0]));
        assert!(shares(7, Some("imports")).is_err());
    }
}
