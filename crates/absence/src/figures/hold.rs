//! Who may remove figures, and when: only while nobody writes any. Files that are being written are named nowhere until
//! their list is shown, and cannot be told from what a scan that was cut off has left. Both are locks of the operating
//! system and go with the process.

use std::collections::BTreeSet;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use super::set::{ENDING, FOLDER, files, list};
use crate::failure::{Failure, Result, io};
use crate::history::disk::{UNFINISHED, entries};

/// Held by everybody who writes figures, from before they read the list that they build upon until theirs is shown.
#[derive(Debug)]
pub struct Hold {
    _held: File,
}

/// Held by the one who removes figures.
#[derive(Debug)]
pub struct Alone {
    root: PathBuf,
    _held: File,
}

/// Lets nobody remove figures. Waits while somebody does.
///
/// # Errors
/// The disk.
pub fn hold(root: &Path) -> Result<Hold> {
    let file = open(root)?;
    file.lock_shared().map_err(io(root))?;
    Ok(Hold { _held: file })
}

/// Lets nobody write figures; nothing when somebody does. Read which list counts after this and not before.
///
/// # Errors
/// The disk.
pub fn alone(root: &Path) -> Result<Option<Alone>> {
    let file = open(root)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Alone { root: root.to_owned(), _held: file })),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(io(root)(error)),
    }
}

impl Alone {
    /// Removes everything that the list that counts does not name, and what was left half written; everything when no
    /// list counts, and when the one that does cannot be read: a backup has no figures. Gives the number of files.
    ///
    /// # Errors
    /// The disk.
    pub fn sweep(&self, now: Option<&str>) -> Result<usize> {
        let mut kept: BTreeSet<PathBuf> = BTreeSet::new();
        if let Some(now) = now {
            match files(&self.root, now) {
                Ok(files) => kept.extend(files.into_iter().chain([list(&self.root, now)])),
                Err(Failure::Refused(_)) => {} // nobody can read a file that it named
                Err(fault) => return Err(fault),
            }
        }
        let mut removed = 0;
        for found in entries(&self.root.join(FOLDER))? {
            let within = if found.is_dir() { entries(&found)? } else { vec![found] };
            for file in within.iter().filter(|file| is_ours(file) && !kept.contains(*file)) {
                std::fs::remove_file(file).map_err(io(file))?;
                removed += 1;
            }
        }
        Ok(removed)
    }
}

fn is_ours(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| [ENDING, UNFINISHED, "parquet"].contains(&ending))
}

fn open(root: &Path) -> Result<File> {
    let folder = root.join("leases");
    std::fs::create_dir_all(&folder).map_err(io(&folder))?;
    let path = folder.join("figures.lease");
    File::options().create(true).truncate(false).write(true).open(&path).map_err(io(&path))
}
