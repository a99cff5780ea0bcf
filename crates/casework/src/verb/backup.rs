//! A backup of a room while it is at work: one file with the tables of one moment and the attendance files of it.

use std::fs::{File, TryLockError};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use access::{Target, WriteAct};
use jiff::Timestamp;
use room::backup::{self, Known, Lies};
use serde_json::json;
use text::{Arg, Message};
use tokio::sync::mpsc;

use crate::archive::{self, Written, disk};
use crate::blocking::blocking;
use crate::secret::random;
use crate::{Cx, Failure, Refusal, Result, history};

/// How many moments are tried, when an attendance file is removed while it is to be packed.
const MOMENTS: usize = 5;
/// Parts on their way from the database to the file.
const ON_THE_WAY: usize = 4;
/// How the name of a backup ends.
const ENDING: &str = ".tar.zst";

/// A backup that is on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Where.
    pub file: PathBuf,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of the file.
    pub digest: [u8; 32],
    /// Rows of all tables.
    pub rows: u64,
    /// Attendance files.
    pub files: usize,
    /// Older backups that were removed.
    pub removed: usize,
}

/// Makes a backup in a folder, and removes those before the latest `keep`, if it is said. What an interrupted one left
/// is removed by the next.
///
/// # Errors
/// Refused: the folder is not there, is full or may not be written in; another backup of the room is being made there, or
/// was made within the same second.
/// Denied. The room; the disk.
pub async fn run(cx: &Cx, to: &Path, keep: Option<usize>) -> Result<Made> {
    let permit = || cx.access().decide(cx.actor(), WriteAct::Maintain, &Target::Room);
    let (before, after) = (permit()?, permit()?);
    let (slug, folder) = (cx.room().slug().to_owned(), to.to_owned());
    let file = to.join(name(cx.room().slug(), cx.now()));
    let lock = {
        let file = file.clone();
        blocking(move || ready(&folder, &slug, &file)).await?
    };
    // What is read is journalled before it lies anywhere.
    let mut change = cx.room().change(cx.now()).await?;
    change.maintained_by(before, json!({ "backup": "begun" }))?;
    change.commit().await?;

    let written = moment(cx, to).await?;
    let (size, digest, rows, files) = (written.size, written.digest, written.rows, written.files);
    let (path, folder) = (file.clone(), to.to_owned());
    blocking(move || {
        written.file.persist_noclobber(&path).map_err(|failed| disk(failed.error))?;
        File::open(&folder).and_then(|folder| folder.sync_all()).map_err(disk)
    })
    .await?;

    let known = Known { id: random::id(cx.now())?, made_at: cx.now(), file: shown(&file), size };
    let mut change = cx.room().change(cx.now()).await?;
    change.maintained_by(after, json!({ "backup": "made", "bytes": size }))?;
    backup::note(&mut change, &known, &digest).await?;
    change.commit().await?;
    let removed = match keep {
        Some(keep) => thin_out(cx, to, keep).await?,
        None => 0,
    };
    drop(lock);
    Ok(Made { file, size, digest, rows, files, removed })
}

/// The room at one moment, written beside. Attendance files are removed at once when they hold somebody who is protected:
/// then there is another moment.
async fn moment(cx: &Cx, to: &Path) -> Result<Written> {
    let history = history::of(cx)?;
    let root = history.root().to_owned();
    let at = u64::try_from(cx.now().as_second()).unwrap_or(0);
    for _ in 0..MOMENTS {
        let prefix = format!(".{}-", cx.room().slug());
        let file = tempfile::Builder::new().prefix(&prefix).suffix(".part").tempfile_in(to).map_err(disk)?;
        let (send, parts) = mpsc::channel(ON_THE_WAY);
        let attendance = root.clone();
        let packing = tokio::task::spawn_blocking(move || archive::pack(parts, &attendance, file, at));
        let read = backup::dump(cx.room(), cx.now().to_string(), &send, lies).await;
        drop(send);
        // What went wrong with the file is why nobody took the parts.
        let packed =
            packing.await.map_err(|source| Failure::Fault { context: "a backup", source: Box::new(source) })??;
        read?;
        if let Some(written) = packed {
            return Ok(written);
        }
    }
    Err(Refusal::new("backup-files-changing").into())
}

/// Where a file of the room lies, from the attendance folder.
fn lies(file: Lies<'_>) -> String {
    match file {
        Lies::Attendance(year, school, content) => format!("school_year={year}/school={school}/{content}.parquet"),
        Lies::Delivered(content) => format!("{}/{content}", super::import::kept::DELIVERIES),
    }
}

/// A folder that is held against another backup of the same room; what says so goes with it.
struct Lock {
    path: PathBuf,
    _held: File,
}

impl Drop for Lock {
    fn drop(&mut self) {
        // While it is held, so that nobody holds a file that has no name. One that stays says nothing.
        std::fs::remove_file(&self.path).ok();
    }
}

impl Lock {
    /// Takes it; nothing when another has it.
    fn take(path: PathBuf) -> std::io::Result<Option<Lock>> {
        loop {
            let held = File::options().create(true).append(true).open(&path)?;
            match held.try_lock() {
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(error)) => return Err(error),
                Ok(()) => {}
            }
            // Who held it may have removed it in between: then what we hold has no name.
            let (ours, named) = (held.metadata()?, std::fs::metadata(&path));
            if named.is_ok_and(|named| (named.dev(), named.ino()) == (ours.dev(), ours.ino())) {
                return Ok(Some(Lock { path, _held: held }));
            }
        }
    }
}

/// The folder, with nothing left of a backup that was cut off.
fn ready(folder: &Path, slug: &str, file: &Path) -> Result<Lock> {
    let about = |code| Message::new(code).with("file", Arg::Text(folder.display().to_string()));
    let refused = |code| Failure::from(Refusal { field: None, message: about(code) });
    let lock = Lock::take(folder.join(format!(".{slug}.lock"))).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => refused("backup-folder-missing"),
        std::io::ErrorKind::PermissionDenied => refused("file-not-permitted"),
        _ => disk(error),
    })?;
    let lock = lock.ok_or_else(|| refused("backup-running"))?;
    if file.try_exists().map_err(disk)? {
        return Err(refused("backup-same-second"));
    }
    for left in std::fs::read_dir(folder).map_err(disk)?.flatten() {
        let name = left.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(&format!(".{slug}-")) && name.ends_with(".part") {
            std::fs::remove_file(left.path()).map_err(disk)?;
        }
    }
    Ok(lock)
}

/// Removes all but the latest backups of the room in a folder, by their names; how many.
async fn thin_out(cx: &Cx, folder: &Path, keep: usize) -> Result<usize> {
    let (slug, folder) = (cx.room().slug().to_owned(), folder.to_owned());
    let gone = blocking(move || {
        let all = of(&folder, &slug).map_err(disk)?;
        let old: Vec<PathBuf> = all.iter().take(all.len().saturating_sub(keep.max(1))).cloned().collect();
        for file in &old {
            std::fs::remove_file(file).map_err(disk)?;
        }
        Ok(old)
    })
    .await?;
    let gone: Vec<String> = gone.iter().map(|file| shown(file)).collect();
    let mut change = cx.room().change(cx.now()).await?;
    for known in backup::known(cx.room()).await?.iter().filter(|known| gone.contains(&known.file)) {
        backup::forget(&mut change, known.id).await?;
    }
    change.commit().await?;
    Ok(gone.len())
}

/// The backups of a room in a folder, oldest first.
///
/// # Errors
/// The disk.
pub fn of(folder: &Path, slug: &str) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let moment =
            name.strip_prefix(slug).and_then(|rest| rest.strip_prefix('-')).and_then(|it| it.strip_suffix(ENDING));
        let is_moment =
            |text: &str| text.len() == 16 && text.chars().all(|c| c.is_ascii_digit() || c == 'T' || c == 'Z');
        if moment.is_some_and(is_moment) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn name(slug: &str, now: Timestamp) -> String {
    format!("{slug}-{}{ENDING}", now.strftime("%Y%m%dT%H%M%SZ"))
}

/// The path as it is noted: whole, so that it is found from wherever a command is run.
fn shown(file: &Path) -> String {
    std::path::absolute(file).unwrap_or_else(|_| file.to_owned()).display().to_string()
}
