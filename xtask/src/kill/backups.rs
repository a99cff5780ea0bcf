//! Backups, killed: the room goes on as it was, what looks like a backup is whole, and the next one comes through.

use std::{
    collections::BTreeSet,
    fmt, fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::{Duration, Instant},
};

use super::{
    imports::{ROOM, create, import},
    lots::Lots,
    program::{End, Program, killed},
    sets::Set,
    verified::{Verified, verified},
};
use crate::run;

/// How a backup's name ends, and one that is being written.
const WHOLE: &str = ".tar.zst";
const PART: &str = ".part";

/// How the kills ended.
#[derive(Default)]
pub(super) struct Tally {
    nothing: u32,
    parts: u32,
    there: u32,
    finished: u32,
    restored: u32,
}

/// A room that is backed up, and what it holds.
struct Trial<'a> {
    program: &'a Program,
    data: PathBuf,
    copies: PathBuf,
    whole: Verified,
    known: BTreeSet<PathBuf>,
    tally: Tally,
}

/// Kills so many backups.
pub(super) fn trial(program: &Program, folder: &Path, set: &Set, times: u32, seed: u64) -> Result<Tally, String> {
    let (data, copies) = (folder.join("data"), folder.join("copies"));
    fs::create_dir_all(&copies).map_err(|error| format!("{}: {error}", copies.display()))?;
    create(program, &data)?;
    run::output(&mut import(program, &data, set))?;
    let whole = verified(program, &data, ROOM)?;
    let mut trial = Trial { program, data, copies, whole, known: BTreeSet::new(), tally: Tally::default() };
    let (mut lots, mut time) = (Lots::of(seed), Duration::ZERO);
    for _ in 0..2 {
        // Two backups within one second would have the same name.
        thread::sleep(Duration::from_secs(1));
        let began = Instant::now();
        run::output(&mut trial.backup())?;
        time = began.elapsed();
    }
    trial.known = trial.found(WHOLE)?;
    for kill in 1..=times {
        thread::sleep(Duration::from_secs(1));
        trial.kill(time.mul_f64(lots.between(0.2, 1.1))).map_err(|reason| format!("kill {kill}: {reason}"))?;
    }
    thread::sleep(Duration::from_secs(1));
    run::output(&mut trial.backup())?;
    if !trial.found(PART)?.is_empty() {
        return Err("a backup that was left alone leaves a half-written one".to_owned());
    }
    trial.restore_new()?;
    Ok(trial.tally)
}

/// The command that backs up.
pub(super) fn backup(program: &Program, data: &Path, to: &Path) -> Command {
    let mut backup = program.say(&["backup", "--room", ROOM, "--to"]);
    backup.arg(to).arg("--data").arg(data);
    backup
}

impl Trial<'_> {
    fn backup(&self) -> Command {
        backup(self.program, &self.data, &self.copies)
    }

    /// The files of the folder whose names end so.
    fn found(&self, ending: &str) -> Result<BTreeSet<PathBuf>, String> {
        let wrong = |error| format!("{}: {error}", self.copies.display());
        let all = fs::read_dir(&self.copies).map_err(wrong)?.map(|entry| entry.map(|it| it.path()));
        let all = all.collect::<Result<Vec<_>, _>>().map_err(wrong)?;
        Ok(all.into_iter().filter(|path| path.to_string_lossy().ends_with(ending)).collect())
    }

    /// One kill: the room is as it was, and what looks whole can be restored.
    fn kill(&mut self, after: Duration) -> Result<(), String> {
        let end = killed(&mut self.backup(), |_| thread::sleep(after))?;
        let is_new = self.found(WHOLE)?.difference(&self.known).next().is_some();
        match end {
            End::Finished if !is_new => return Err("it finished, but no backup is there".to_owned()),
            End::Finished => self.tally.finished += 1,
            End::Killed if is_new => self.tally.there += 1,
            End::Killed if self.found(PART)?.is_empty() => self.tally.nothing += 1,
            End::Killed => self.tally.parts += 1,
        }
        self.same()?;
        if end == End::Killed {
            return self.restore_new();
        }
        self.known = self.found(WHOLE)?;
        Ok(())
    }

    /// Every backup that is new gives the room back as it was.
    fn restore_new(&mut self) -> Result<(), String> {
        let now = self.found(WHOLE)?;
        for file in now.difference(&self.known) {
            let mut restore = self.program.say(&["restore", "--replace", "--room", ROOM]);
            run::output(restore.arg(file).arg("--data").arg(&self.data))?;
            self.same()?;
            self.tally.restored += 1;
        }
        self.known = now;
        Ok(())
    }

    fn same(&self) -> Result<(), String> {
        let found = verified(self.program, &self.data, ROOM)?;
        if found == self.whole { Ok(()) } else { Err(format!("the room is another: {found:?}")) }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Tally { nothing, parts, there, finished, restored } = self;
        let kills = nothing + parts + there + finished;
        write!(to, "{kills} kills: {nothing} left nothing, {parts} a half-written file of another name, ")?;
        write!(to, "{there} a whole backup, {finished} came too late; {restored} backups were restored")
    }
}
