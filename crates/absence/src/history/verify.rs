//! Checks that every file that counts is there, whole and unchanged, and gives the history's fingerprint.

use sha2::{Digest, Sha256};

use super::{History, disk};
use crate::columns::LessonFile;
use crate::failure::{Result, refuse};

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Version of the manifest.
    pub version: u64,
    /// Files that count.
    pub files: usize,
    /// Rows in them.
    pub rows: u64,
    /// SHA-256 over school years, schools and contents: equal fingerprints hold equal rows.
    pub fingerprint: String,
}

impl History {
    /// Reads every file that counts and compares it with the manifest.
    pub fn verify(&self) -> Result<Verified> {
        let manifest = self.manifest()?;
        let mut hasher = Sha256::new();
        let mut rows = 0;
        for entry in &manifest.files {
            let path = self.path(entry.slot, &entry.content);
            if disk::hash(&path)? != entry.content || LessonFile::open(&path)?.rows() != entry.rows {
                return Err(refuse("history-file-changed", &path));
            }
            hasher.update(format!("{} {} {}\n", entry.slot.school_year, entry.slot.school, entry.content));
            rows += entry.rows;
        }
        let fingerprint = hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Verified { version: manifest.version, files: manifest.files.len(), rows, fingerprint })
    }
}
