//! Imports to a bare history, killed: what is left is the history as it was, or as it was to become.

use std::{
    fmt,
    path::{Path, PathBuf},
};

use super::{
    disk::Held,
    lots::Lots,
    program::{End, Program, When},
    sets::Set,
};

/// Of a hundred kills, so many come as soon as the manifest has changed; the others after some time.
const COMMITTED_PERCENT: usize = 20;
/// Of a hundred of those, so many come in the last part of the import, where it writes.
const LATE_PERCENT: usize = 70;
/// Where that part begins and ends, as shares of the time an import takes.
const LATE: (f64, f64) = (0.4, 1.0);
/// Where the others come.
const ANY: (f64, f64) = (0.0, 1.2);
/// Of a hundred kills, so many are followed by a sweep.
const SWEEP_PERCENT: usize = 25;

/// The fingerprint of a history that no import has reached yet: SHA-256 of no files.
const NOTHING: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// How the kills ended.
#[derive(Default)]
pub(super) struct Tally {
    before: u32,
    after: u32,
    finished: u32,
    half_written: u32,
    unnamed: u32,
    sweeps: u32,
}

/// One history, and what it holds.
struct Trial<'a> {
    program: &'a Program,
    history: PathBuf,
    /// The fingerprint of the history as it stands.
    now: String,
    tally: Tally,
}

/// Kills so many imports of the sets, then imports each whole.
pub(super) fn trial(program: &Program, folder: &Path, sets: &[Set], times: u32, seed: u64) -> Result<Tally, String> {
    let history = folder.join("history");
    let mut trial = Trial { program, history, now: NOTHING.to_owned(), tally: Tally::default() };
    let mut lots = Lots::of(seed);
    for kill in 1..=times {
        let others: Vec<&Set> = sets.iter().filter(|set| set.fingerprint != trial.now).collect();
        let Some(next) = others.get(lots.number(others.len())) else { return Err("no set to import".to_owned()) };
        trial.kill(next, &mut lots).map_err(|reason| format!("kill {kill}, importing {}: {reason}", next.name))?;
    }
    trial.finish(sets)?;
    Ok(trial.tally)
}

impl Trial<'_> {
    /// One kill: what is left is the state before or the state after.
    fn kill(&mut self, next: &Set, lots: &mut Lots) -> Result<(), String> {
        let (low, high) = if lots.percent(LATE_PERCENT) { LATE } else { ANY };
        let delay = next.time.mul_f64(lots.between(low, high));
        let when = if lots.percent(COMMITTED_PERCENT) { When::Committed } else { When::After(delay) };
        let end = self.program.import_killed(&next.files, &self.history, when)?;
        let found = self.found()?;
        if self.now == NOTHING && found == NOTHING && end == End::Killed {
            self.tally.before += 1;
            return Ok(());
        }
        let held = Held::of(&self.history)?;
        match end {
            End::Finished if found != next.fingerprint => return Err("it finished, but the rows are others".to_owned()),
            End::Finished => {
                nothing_unfinished(&held)?;
                self.tally.finished += 1;
            }
            End::Killed if found == next.fingerprint => self.tally.after += 1,
            End::Killed if found == self.now => self.tally.before += 1,
            End::Killed => {
                return Err(format!("killed {when:?}, the history is neither as before nor as after: {found}"));
            }
        }
        if end == End::Killed {
            self.tally.half_written += u32::from(!held.unfinished.is_empty());
            self.tally.unnamed += u32::from(held.unnamed() > 0 && found == self.now);
        }
        self.now = found;
        // A protection that counts must leave nothing behind; what the kill hindered, the next command makes good.
        let protected = next.protects && self.now == next.fingerprint;
        if protected || lots.percent(SWEEP_PERCENT) {
            self.sweep()?;
        }
        if protected { self.nothing_left_over() } else { Ok(()) }
    }

    /// The fingerprint that the history has.
    fn found(&self) -> Result<String, String> {
        let is_there = self.history.join("manifest.json").exists();
        if is_there { self.program.verify(&self.history) } else { Ok(NOTHING.to_owned()) }
    }

    fn sweep(&mut self) -> Result<(), String> {
        self.tally.sweeps += 1;
        self.program.sweep(&self.history)?;
        self.is_now("a sweep")
    }

    /// Uninterrupted imports at the end: each gives exactly its reference, nothing doubled, nothing half written.
    fn finish(&mut self, sets: &[Set]) -> Result<(), String> {
        // First a set that the history does not hold: an import that changes nothing writes nothing.
        let (first, then): (Vec<&Set>, Vec<&Set>) = sets.iter().partition(|set| set.fingerprint != self.now);
        for set in first.into_iter().chain(then) {
            self.program.import_whole(&set.files, &self.history)?;
            self.now.clone_from(&set.fingerprint);
            self.is_now(&format!("an uninterrupted import of {}", set.name))?;
            nothing_unfinished(&Held::of(&self.history)?)?;
            if set.protects {
                self.nothing_left_over()?;
            }
        }
        Ok(())
    }

    fn is_now(&self, after: &str) -> Result<(), String> {
        let found = self.found()?;
        if found == self.now { Ok(()) } else { Err(format!("after {after} the rows are others: {found}")) }
    }

    /// Every school has protected pupils: no file but those that count may lie there, for it would hold them.
    fn nothing_left_over(&self) -> Result<(), String> {
        let held = Held::of(&self.history)?;
        if held.parquet == held.counting {
            return Ok(());
        }
        let over: Vec<&String> = held.parquet.symmetric_difference(&held.counting).collect();
        Err(format!("pupils are protected, but files that may hold them are left, or others are gone: {over:?}"))
    }
}

fn nothing_unfinished(held: &Held) -> Result<(), String> {
    let Some(one) = held.unfinished.first() else { return Ok(()) };
    Err(format!("an import succeeded and left a half-written file: {}", one.display()))
}

impl fmt::Display for Tally {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Tally { before, after, finished, half_written, unnamed, sweeps } = self;
        let kills = before + after + finished;
        write!(
            to,
            "{kills} kills: {before} left the state before, {after} the state after, {finished} came too late; "
        )?;
        write!(to, "{half_written} left a half-written file, {unnamed} whole files that no manifest names; ")?;
        write!(to, "{sweeps} sweeps")
    }
}
