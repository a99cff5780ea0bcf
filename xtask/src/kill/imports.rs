//! Imports to a room, killed: lists and history are as before or as after, and fit each other; the same import again
//! makes it whole.

use std::{
    fmt,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::{Duration, Instant},
};

use super::{
    disk::Held,
    lots::Lots,
    program::{End, Program, killed},
    sets::Set,
    verified::{Verified, verified},
};
use crate::run;

const ROOM: &str = "skolan";
/// Of a hundred kills, so many aim at the moment when lists and history change, as the kills before have shown where it is.
const AIMED_PERCENT: usize = 60;
/// Where that moment is looked for first, as a share of the time an import takes; and how far the next look goes.
const EDGE: f64 = 0.8;
const STEP: f64 = 0.03;
/// Where the others come.
const ANY: (f64, f64) = (0.0, 1.2);
/// Of a hundred kills, so many are followed by the same import, whole.
const AGAIN_PERCENT: usize = 40;

/// How the kills ended.
#[derive(Default)]
pub(super) struct Tally {
    before: u32,
    after: u32,
    finished: u32,
    unseen: u32,
    again: u32,
}

/// A set, and what a room is like that holds it.
struct Target<'a> {
    set: &'a Set,
    whole: Verified,
    time: Duration,
}

/// A room and what it holds.
struct Trial<'a> {
    program: &'a Program,
    data: PathBuf,
    /// The fingerprint of the results as they stand.
    now: String,
    /// Where the results seem to change.
    edge: f64,
    tally: Tally,
}

/// Kills so many imports: first of sets that protect nobody anew, then of one that does.
pub(super) fn trial(program: &Program, folder: &Path, sets: &[Set], times: u32, seed: u64) -> Result<Tally, String> {
    let (protecting, plain): (Vec<&Set>, Vec<&Set>) = sets.iter().partition(|set| set.protects);
    let open = targets(program, &folder.join("reference"), &plain)?;
    // Protection is never lifted: once these pupils are protected, every set looks otherwise than before.
    let closed = targets(program, &folder.join("protected"), &[protecting, plain].concat())?;
    for target in &open {
        println!("  importing {} to a room takes {} ms", target.set.name, target.time.as_millis());
    }
    let data = folder.join("killed");
    create(program, &data)?;
    let now = verified(program, &data, ROOM)?.results;
    let mut trial = Trial { program, data, now, edge: EDGE, tally: Tally::default() };
    let mut lots = Lots::of(seed);
    for kill in 1..=times {
        let targets = if kill <= times / 4 * 3 { &open } else { &closed };
        let others: Vec<&Target<'_>> = targets.iter().filter(|it| it.whole.results != trial.now).collect();
        // Nobody is protected before the first of the closed ones is there.
        let is_protected = closed.iter().any(|it| it.whole.results == trial.now);
        let first_of_all = kill > times / 4 * 3 && !is_protected;
        let which = if first_of_all { 0 } else { lots.number(others.len()) };
        let Some(next) = others.get(which) else { return Err("no set to import".to_owned()) };
        trial.kill(next, &mut lots).map_err(|reason| format!("kill {kill}, importing {}: {reason}", next.set.name))?;
    }
    for target in &closed {
        trial.import_whole(target)?;
    }
    Ok(trial.tally)
}

/// Imports each set to a room, and then over each other: the same every time.
fn targets<'a>(program: &Program, data: &Path, sets: &[&'a Set]) -> Result<Vec<Target<'a>>, String> {
    create(program, data)?;
    let mut targets: Vec<Target<'_>> = Vec::new();
    for set in sets {
        run::output(&mut import(program, data, set))?;
        targets.push(Target { set, whole: verified(program, data, ROOM)?, time: Duration::ZERO });
    }
    for target in &mut targets {
        // Two sets may look the same once their pupils are protected; then only one is left of them.
        let began = Instant::now();
        run::output(&mut import(program, data, target.set))?;
        target.time = began.elapsed();
        if verified(program, data, ROOM)?.results != target.whole.results {
            return Err(format!("{}: imported again to a room it differs", target.set.name));
        }
    }
    Ok(targets)
}

fn create(program: &Program, data: &Path) -> Result<(), String> {
    let words = ["room", "create", ROOM, "--kind", "school", "--name", "Björkstads utbildningsnämnd", "--data"];
    run::output(program.say(&words).arg(data)).map(drop)
}

fn import(program: &Program, data: &Path, set: &Set) -> Command {
    let mut import = program.say(&["import", "--room", ROOM, "--confirm", "--as-of", set.as_of]);
    import.args(&set.files).arg("--data").arg(data);
    import
}

impl Trial<'_> {
    /// One kill: what is left is the state before or the state after.
    fn kill(&mut self, next: &Target<'_>, lots: &mut Lots) -> Result<(), String> {
        let is_aimed = lots.percent(AIMED_PERCENT);
        let share =
            if is_aimed { lots.between(self.edge - STEP, self.edge + STEP) } else { lots.between(ANY.0, ANY.1) };
        let delay = next.time.mul_f64(share.max(0.0));
        let end = killed(&mut import(self.program, &self.data, next.set), |_| thread::sleep(delay))?;
        let found = verified(self.program, &self.data, ROOM)?;
        let is_after = found.results == next.whole.results;
        match end {
            End::Finished if !is_after => return Err("it finished, but the results are others".to_owned()),
            End::Finished => self.tally.finished += 1,
            End::Killed if is_after => self.tally.after += 1,
            End::Killed if found.results == self.now => self.tally.before += 1,
            End::Killed => {
                let at = delay.as_millis();
                return Err(format!(
                    "killed after {at} ms, the results are neither before nor after: {}",
                    found.results
                ));
            }
        }
        if is_aimed {
            self.edge += if is_after { -STEP } else { STEP };
        }
        if end == End::Killed {
            self.tally.unseen += u32::from(found.leftovers > 0);
        }
        self.now = found.results;
        if lots.percent(AGAIN_PERCENT) { self.import_whole(next) } else { Ok(()) }
    }

    /// An import that is left alone gives exactly the reference, whatever was killed before it.
    fn import_whole(&mut self, target: &Target<'_>) -> Result<(), String> {
        run::output(&mut import(self.program, &self.data, target.set))?;
        let found = verified(self.program, &self.data, ROOM)?;
        let (name, whole) = (target.set.name, &target.whole);
        if found.results != whole.results {
            return Err(format!("an uninterrupted import of {name} gave other results: {}", found.results));
        }
        if (found.pupils, found.files, found.leftovers) != (whole.pupils, whole.files, 0) {
            return Err(format!("an uninterrupted import of {name} left something over, or out: {found:?}"));
        }
        let held = Held::of(&self.data.join(ROOM).join("attendance"))?;
        if !held.unfinished.is_empty() {
            return Err(format!("an uninterrupted import of {name} left a half-written file"));
        }
        // Every school has protected pupils: no file but those that count may lie there, for it would hold them.
        if target.set.protects && held.parquet.len() != found.files {
            let (there, counting) = (held.parquet.len(), found.files);
            return Err(format!("pupils are protected, but of {there} files only {counting} count"));
        }
        self.tally.again += 1;
        self.now = found.results;
        Ok(())
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Tally { before, after, finished, unseen, again } = self;
        let kills = before + after + finished;
        write!(
            to,
            "{kills} kills: {before} left the state before, {after} the state after, {finished} came too late; "
        )?;
        write!(to, "{unseen} left rows that no list reads; {again} imports made it whole")
    }
}
