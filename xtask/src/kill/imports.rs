//! Imports to a room, killed: lists and history are as before or as after, and fit each other; the same import again
//! makes it whole.

use std::{
    collections::BTreeSet,
    fmt, fs,
    path::{Path, PathBuf},
    process::{Child, Command},
    thread,
    time::Duration,
};

use super::{
    disk::Held,
    lots::Lots,
    program::{End, Program, killed},
    sets::Set,
    verified::{Verified, verified},
};
use crate::run;

pub(super) const ROOM: &str = "skolan";
/// Of a hundred kills, so many come in the last writes to the database, where the results are stored and then change
/// together with the history; the others anywhere from the first write on.
const LATE_PERCENT: usize = 70;
/// Of all writes, the last so many in a hundred are late.
const LATE_WRITES: usize = 40;
/// How often the database is looked at.
const LOOK: Duration = Duration::from_micros(100);
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

/// A set, what a room is like that holds it, and how many writes to the database are seen while it is imported.
struct Target<'a> {
    set: &'a Set,
    whole: Verified,
    writes: usize,
}

/// A room and what it holds.
struct Trial<'a> {
    program: &'a Program,
    data: PathBuf,
    /// The fingerprint of the results as they stand.
    now: String,
    /// Whether pupils are protected by now, and the files on disk while they were not.
    is_closed: bool,
    open_files: BTreeSet<String>,
    tally: Tally,
}

/// Kills so many imports: first of sets that protect nobody anew, then of one that does.
pub(super) fn trial(program: &Program, folder: &Path, sets: &[Set], times: u32, seed: u64) -> Result<Tally, String> {
    let (protecting, plain): (Vec<&Set>, Vec<&Set>) = sets.iter().partition(|set| set.protects);
    let open = targets(program, &folder.join("reference"), &plain)?;
    // Protection is never lifted: once these pupils are protected, every set looks otherwise than before.
    let closed = targets(program, &folder.join("protected"), &[protecting, plain].concat())?;
    for target in &open {
        println!("  importing {} to a room writes to the database {} times", target.set.name, target.writes);
    }
    let data = folder.join("killed");
    create(program, &data)?;
    let now = verified(program, &data, ROOM)?.results;
    let mut trial =
        Trial { program, data, now, is_closed: false, open_files: BTreeSet::new(), tally: Tally::default() };
    let mut lots = Lots::of(seed);
    for kill in 1..=times {
        let is_last_part = kill > times / 4 * 3;
        let targets = if is_last_part { &closed } else { &open };
        let others: Vec<&Target<'_>> = targets.iter().filter(|it| it.whole.results != trial.now).collect();
        trial.is_closed |= closed.iter().any(|it| it.whole.results == trial.now);
        // The first import of the last part is that which protects, until it is there.
        let which = if is_last_part && !trial.is_closed { 0 } else { lots.number(others.len()) };
        let Some(next) = others.get(which) else { return Err("no set to import".to_owned()) };
        if kill <= times / 4 * 3 + 1 {
            trial.open_files.extend(trial.held()?.parquet);
        }
        trial.kill(next, &mut lots).map_err(|reason| format!("kill {kill}, importing {}: {reason}", next.set.name))?;
    }
    for target in &closed {
        trial.is_closed = true;
        trial.import_whole(target)?;
    }
    Ok(trial.tally)
}

/// Imports each set to a room, and then over each other: the same every time. Two sets may look the same once their pupils
/// are protected.
fn targets<'a>(program: &Program, data: &Path, sets: &[&'a Set]) -> Result<Vec<Target<'a>>, String> {
    create(program, data)?;
    let mut targets: Vec<Target<'_>> = Vec::new();
    for set in sets {
        run::output(&mut import(program, data, set))?;
        targets.push(Target { set, whole: verified(program, data, ROOM)?, writes: 0 });
    }
    for target in &mut targets {
        killed(&mut import(program, data, target.set), |child| target.writes = writes(child, data, usize::MAX))?;
        if verified(program, data, ROOM)?.results != target.whole.results {
            return Err(format!("{}: imported again to a room it differs", target.set.name));
        }
    }
    Ok(targets)
}

pub(super) fn create(program: &Program, data: &Path) -> Result<(), String> {
    let words = ["room", "create", ROOM, "--kind", "school", "--name", "Björkstads utbildningsnämnd", "--data"];
    run::output(program.say(&words).arg(data)).map(drop)
}

pub(super) fn import(program: &Program, data: &Path, set: &Set) -> Command {
    let mut import = program.say(&["import", "--room", ROOM, "--confirm", "--as-of", set.as_of]);
    import.args(&set.files).arg("--data").arg(data);
    import
}

/// Waits until an import has written to the database so many times, or has ended; how many times were seen. Several
/// writes at once are seen as one.
fn writes(import: &mut Child, data: &Path, most: usize) -> usize {
    let log = data.join(ROOM).join("room.sqlite-wal");
    let seen = || fs::metadata(&log).and_then(|it| Ok((it.len(), it.modified()?))).ok();
    let (mut before, mut times) = (seen(), 0);
    while times < most && matches!(import.try_wait(), Ok(None)) {
        thread::sleep(LOOK);
        let now = seen();
        times += usize::from(now != before);
        before = now;
    }
    times
}

impl Trial<'_> {
    /// One kill: what is left is the state before or the state after.
    fn kill(&mut self, next: &Target<'_>, lots: &mut Lots) -> Result<(), String> {
        let late = next.writes * LATE_WRITES / 100;
        let first = if lots.percent(LATE_PERCENT) { next.writes - late } else { 0 };
        let most = first + lots.number(next.writes - first);
        let mut import = import(self.program, &self.data, next.set);
        let end = killed(&mut import, |child| _ = writes(child, &self.data, most))?;
        let found = verified(self.program, &self.data, ROOM)?;
        let is_after = found.results == next.whole.results;
        match end {
            End::Finished if !is_after => return Err("it finished, but the results are others".to_owned()),
            End::Finished => self.tally.finished += 1,
            End::Killed if is_after => self.tally.after += 1,
            End::Killed if found.results == self.now => self.tally.before += 1,
            End::Killed => {
                let found = found.results;
                return Err(format!("killed after {most} writes, the results are neither before nor after: {found}"));
            }
        }
        if end == End::Killed {
            self.tally.unseen += u32::from(found.leftovers > 0);
        }
        self.now = found.results;
        if lots.percent(AGAIN_PERCENT) { self.import_whole(next) } else { Ok(()) }
    }

    /// The files of the room's history.
    fn held(&self) -> Result<Held, String> {
        Held::of(&self.data.join(ROOM).join("attendance"))
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
        let held = self.held()?;
        if !held.unfinished.is_empty() {
            return Err(format!("an uninterrupted import of {name} left a half-written file"));
        }
        // Every school has protected pupils: no file from before may lie there, for it would hold them.
        if self.is_closed
            && let Some(file) = held.parquet.intersection(&self.open_files).next()
        {
            return Err(format!("pupils are protected, but a file is left that holds them: {file}"));
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
