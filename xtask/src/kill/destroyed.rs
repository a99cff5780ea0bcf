//! Rooms killed while they are destroyed: the room is whole as long as its key is there, and destroying it again takes
//! what is left and gives the receipt.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::{Duration, Instant},
};

use super::{
    backups::backup,
    imports::{ROOM, create, import},
    lots::Lots,
    program::{End, Program, killed},
    sets::Set,
    verified::verified,
};
use crate::run;

/// Of a hundred kills, so many come when the program has noted what it does; the others anywhere.
const BEGUN_PERCENT: usize = 60;
/// How long after that, at most, in microseconds.
const SOON: usize = 20_000;
/// How often the note is looked for.
const LOOK: Duration = Duration::from_micros(100);

/// How the kills ended.
#[derive(Default)]
pub(super) struct Tally {
    whole: u32,
    begun: u32,
    finished: u32,
}

/// Kills so many commands, each on a room of its own.
pub(super) fn trial(program: &Program, folder: &Path, set: &Set, times: u32, seed: u64) -> Result<Tally, String> {
    let (room, kept) = (folder.join("room"), folder.join("kept"));
    let (data, copies) = (room.join("data"), room.join("copies"));
    fs::create_dir_all(&copies).map_err(|error| format!("{}: {error}", copies.display()))?;
    create(program, &data)?;
    run::output(&mut import(program, &data, set))?;
    run::output(&mut backup(program, &data, &copies))?;
    copy(&room, &kept)?;
    let began = Instant::now();
    run::output(&mut destroy(program, &data))?;
    let time = began.elapsed();
    is_gone(&data, &copies)?;
    let (mut lots, mut tally) = (Lots::of(seed), Tally::default());
    for kill in 1..=times {
        fs::remove_dir_all(&room).map_err(|error| format!("{}: {error}", room.display()))?;
        copy(&kept, &room)?;
        let end = interrupt(program, &data, time, &mut lots)?;
        let wrong = |reason: String| format!("kill {kill}: {reason}");
        check(program, (&data, &copies), &end, &mut tally).map_err(wrong)?;
    }
    Ok(tally)
}

fn destroy(program: &Program, data: &Path) -> Command {
    let mut destroy = program.say(&["room", "destroy", "--room", ROOM, "--yes", ROOM, "--data"]);
    destroy.arg(data);
    destroy
}

fn interrupt(program: &Program, data: &Path, time: Duration, lots: &mut Lots) -> Result<End, String> {
    let note = noted(data);
    let soon = Duration::from_micros(u64::try_from(lots.number(SOON)).unwrap_or(0));
    let (when_begun, anywhere) = (lots.percent(BEGUN_PERCENT), time.mul_f64(lots.between(0.0, 1.0)));
    killed(&mut destroy(program, data), |child| {
        if !when_begun {
            return thread::sleep(anywhere);
        }
        while !note.exists() && matches!(child.try_wait(), Ok(None)) {
            thread::sleep(LOOK);
        }
        thread::sleep(soon);
    })
}

/// Where the program notes what it does.
fn noted(data: &Path) -> PathBuf {
    data.join("destroyed").join(format!("{ROOM}.begun.json"))
}

/// What is left is the room, or what the same command takes away.
fn check(program: &Program, (data, copies): (&Path, &Path), end: &End, tally: &mut Tally) -> Result<(), String> {
    let (begun, is_over) = (noted(data).exists(), !receipts(data)?.is_empty() && !noted(data).exists());
    let has_key = files(data)?.iter().any(|path| path.extension().is_some_and(|it| it == "key"));
    if has_key {
        verified(program, data, ROOM).map_err(|reason| format!("its key is there, but it is not whole: {reason}"))?;
    } else if !begun && !is_over {
        return Err("its key is gone, and nothing says why".to_owned());
    }
    match (is_over, begun) {
        (true, _) => tally.finished += 1,
        (_, true) => tally.begun += 1,
        (_, false) if *end == End::Finished => return Err("it finished, and gave no receipt".to_owned()),
        (_, false) => tally.whole += 1,
    }
    if !is_over {
        run::output(&mut destroy(program, data))?;
    }
    is_gone(data, copies)
}

/// Nothing is left but the receipt.
fn is_gone(data: &Path, copies: &Path) -> Result<(), String> {
    let kept = ["skollinjen.toml", ".lock"];
    let mut left: Vec<PathBuf> = files(data)?;
    left.retain(|path| !path.starts_with(data.join("destroyed")));
    left.extend(files(copies)?);
    left.retain(|path| kept.iter().all(|ending| !path.to_string_lossy().ends_with(ending)));
    if let Some(file) = left.first() {
        return Err(format!("destroyed, but this is left: {}", file.display()));
    }
    if receipts(data)?.is_empty() || noted(data).exists() { Err("there is no receipt".to_owned()) } else { Ok(()) }
}

/// The receipts, as pages.
fn receipts(data: &Path) -> Result<Vec<PathBuf>, String> {
    let mut all = files(&data.join("destroyed"))?;
    all.retain(|path| path.extension().is_some_and(|it| it == "html"));
    Ok(all)
}

/// Every file in a folder and below; none when there is no folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut all = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return Ok(all) };
    for entry in entries {
        let path = entry.map_err(|error| format!("{}: {error}", folder.display()))?.path();
        if path.is_dir() { all.extend(files(&path)?) } else { all.push(path) }
    }
    Ok(all)
}

/// Copies a folder with what is in it, and who may read it.
pub(super) fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let wrong = |error| format!("{}: {error}", from.display());
    fs::create_dir_all(to).map_err(wrong)?;
    for entry in fs::read_dir(from).map_err(wrong)? {
        let path = entry.map_err(wrong)?.path();
        let there = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() { copy(&path, &there)? } else { fs::copy(&path, &there).map(drop).map_err(wrong)? }
    }
    let rights = fs::metadata(from).map_err(wrong)?.permissions();
    fs::set_permissions(to, rights).map_err(wrong)
}

impl fmt::Display for Tally {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Tally { whole, begun, finished } = self;
        write!(to, "{} kills: {whole} left the room whole, {begun} in the middle, ", whole + begun + finished)?;
        write!(to, "{finished} came too late; each room is gone, with a receipt")
    }
}
