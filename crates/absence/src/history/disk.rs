//! Puts lesson files on disk: written beside, flushed, hashed, and only then given the name of their content.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use domain::Day;
use sha2::{Digest, Sha256};

use super::History;
use super::manifest::{Entry, Manifest, Slot};
use crate::columns::write::write_lessons;
use crate::columns::{Subjects, Table};
use crate::failure::{Result, io};

/// The ending of files that are being written. Whoever holds the lease of a folder may remove them.
pub const UNFINISHED: &str = "part";

impl History {
    /// Writes a sorted, clean table as the file of a school and school year. `None` when it has no rows.
    pub fn put(&self, slot: Slot, table: &Table, subjects: &Subjects) -> Result<Option<Entry>> {
        let dates = table.rows.iter().map(|row| row.date);
        let (Some(from), Some(to)) = (dates.clone().min(), dates.max()) else { return Ok(None) };
        let folder = self.folder(slot);
        std::fs::create_dir_all(&folder).map_err(io(&folder))?;
        remove_unfinished(&folder)?;
        let beside = folder.join(format!("new.{UNFINISHED}"));
        write_lessons(&beside, &table.rows, subjects)?;
        let content = hash(&beside)?;
        let path = self.path(slot, &content);
        std::fs::rename(&beside, &path).map_err(io(&path))?;
        for above in folder.ancestors().take(3) {
            sync_folder(above)?;
        }
        let rows = u64::try_from(table.rows.len()).unwrap_or(u64::MAX);
        Ok(Some(Entry { slot, content, rows, from: Day(from), to: Day(to) }))
    }

    /// Every school and school year that the manifest knows of or that has a folder: a crash may have left one behind.
    pub(super) fn slots(&self, manifest: &Manifest) -> Result<BTreeSet<Slot>> {
        let counting = manifest.files.iter().map(|file| file.slot);
        let mut slots: BTreeSet<Slot> = counting.chain(manifest.loose.iter().map(|loose| loose.slot)).collect();
        for year in entries(self.root())? {
            let Some(school_year) = named(&year, "school_year=") else { continue };
            let schools = entries(&year)?;
            slots.extend(schools.iter().filter_map(|path| Some(Slot { school_year, school: named(path, "school=")? })));
        }
        Ok(slots)
    }

    /// Whether there is any lesson file, named by a manifest or not.
    pub(super) fn holds_lessons(&self) -> Result<bool> {
        for slot in self.slots(&Manifest::default())? {
            let found = entries(&self.folder(slot))?;
            if found.iter().any(|path| path.extension().is_some_and(|ending| ending == "parquet")) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Reads the file that counts for a school and school year; an empty table when there is none.
    pub fn get(&self, entry: Option<&Entry>, subjects: &Subjects) -> Result<Table> {
        let Some(entry) = entry else { return Ok(Table::default()) };
        let file = crate::columns::LessonFile::open(&self.path(entry.slot, &entry.content))?;
        Table::read(&file, subjects)
    }
}

/// The value in the name of a folder such as `school=90000101`.
fn named<T: FromStr>(path: &Path, name: &str) -> Option<T> {
    path.file_name()?.to_str()?.strip_prefix(name)?.parse().ok()
}

/// SHA-256 of a file, in hexadecimal.
pub fn hash(path: &Path) -> Result<String> {
    let mut file = File::open(path).map_err(io(path))?;
    let mut hasher = Sha256::new();
    let mut part = vec![0; 1 << 20];
    loop {
        let read = file.read(&mut part).map_err(io(path))?;
        let Some(bytes) = part.get(..read).filter(|bytes| !bytes.is_empty()) else { break };
        hasher.update(bytes);
    }
    Ok(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Waits until the names in a folder are on disk.
pub fn sync_folder(folder: &Path) -> Result<()> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(io(folder))
}

/// Removes what an interrupted import left half written.
pub(super) fn remove_unfinished(folder: &Path) -> Result<()> {
    for path in entries(folder)? {
        if path.extension().is_some_and(|ending| ending == UNFINISHED) {
            std::fs::remove_file(&path).map_err(io(&path))?;
        }
    }
    Ok(())
}

/// What a folder holds; nothing when it is not there.
pub fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    match std::fs::read_dir(folder) {
        Ok(found) => found.map(|entry| entry.map(|entry| entry.path()).map_err(io(folder))).collect(),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(io(folder)(error)),
    }
}
