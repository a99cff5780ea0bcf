//! The manifest: which file counts for each school and school year, which imports made it so, and which files are
//! left over. One small JSON file, replaced whole.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use domain::Day;
use serde::{Deserialize, Serialize};

use crate::failure::{Failure, Result, io, refuse};

/// The name of the manifest in the history's folder.
pub const NAME: &str = "manifest.json";
/// The format that this program writes. A higher one is refused.
const FORMAT: u32 = 1;

/// A school and a school year: what one file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Slot {
    /// The calendar year that the school year starts in.
    pub school_year: i16,
    /// School unit code.
    pub school: i32,
}

/// A file that counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// School and school year.
    #[serde(flatten)]
    pub slot: Slot,
    /// SHA-256 of the file, in hexadecimal: its name.
    pub content: String,
    /// Number of rows.
    pub rows: u64,
    /// First date.
    #[serde(with = "iso")]
    pub from: Day,
    /// Last date.
    #[serde(with = "iso")]
    pub to: Day,
}

/// An import: it replaced exactly the window (school, from, to).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import {
    /// The version of the manifest that it made.
    pub version: u64,
    /// The day it was made.
    #[serde(with = "iso")]
    pub day: Day,
    /// School and school year.
    #[serde(flatten)]
    pub slot: Slot,
    /// First day of the window.
    #[serde(with = "iso")]
    pub from: Day,
    /// Last day of the window.
    #[serde(with = "iso")]
    pub to: Day,
    /// Rows in the window.
    pub rows: u64,
    /// The file before; `None` when there was none.
    pub before: Option<String>,
    /// Whether it has been undone.
    pub settled: bool,
}

/// A file that no longer counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loose {
    /// School and school year.
    #[serde(flatten)]
    pub slot: Slot,
    /// Its name without ending.
    pub content: String,
    /// Since when.
    #[serde(with = "iso")]
    pub since: Day,
    /// Whether it must go at once: it may hold a pupil who was purged or is protected.
    pub at_once: bool,
}

/// The manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Format of the manifest.
    pub format: u32,
    /// Raised by one with every change.
    pub version: u64,
    /// The files that count, by school year and school.
    pub files: Vec<Entry>,
    /// The imports, oldest first.
    pub imports: Vec<Import>,
    /// The files that no longer count.
    pub loose: Vec<Loose>,
}

impl Default for Manifest {
    fn default() -> Manifest {
        Manifest { format: FORMAT, version: 0, files: Vec::new(), imports: Vec::new(), loose: Vec::new() }
    }
}

impl Manifest {
    /// Reads the manifest of a history; an empty one when there is none yet.
    pub fn load(root: &Path) -> Result<Manifest> {
        let path = root.join(NAME);
        if !path.try_exists().map_err(io(&path))? {
            return Ok(Manifest::default());
        }
        let text = std::fs::read_to_string(&path).map_err(io(&path))?;
        let manifest: Manifest = serde_json::from_str(&text).map_err(|_| refuse("manifest-broken", &path))?;
        if manifest.format > FORMAT { Err(refuse("manifest-newer", &path)) } else { Ok(manifest) }
    }

    /// Replaces the manifest of a history; when this returns, it is on disk.
    pub fn save(&self, root: &Path) -> Result<()> {
        let (path, beside) = (root.join(NAME), root.join("manifest.part"));
        let text = serde_json::to_vec_pretty(self).map_err(|source| Failure::Fault {
            context: "writing the manifest".to_owned(),
            source: Box::new(source),
        })?;
        let mut file = File::create(&beside).map_err(io(&beside))?;
        file.write_all(&text).and_then(|()| file.sync_all()).map_err(io(&beside))?;
        std::fs::rename(&beside, &path).map_err(io(&path))?;
        super::disk::sync_folder(root)
    }

    /// The file that counts for a school and school year.
    pub fn entry(&self, slot: Slot) -> Option<&Entry> {
        self.files.iter().find(|entry| entry.slot == slot)
    }

    /// Lets another file count for a school and school year (none when `entry` is `None`); the one before becomes
    /// loose.
    pub fn replace(&mut self, slot: Slot, entry: Option<Entry>, today: Day, at_once: bool) {
        if let Some(place) = self.files.iter().position(|file| file.slot == slot) {
            let before = self.files.remove(place);
            self.loose.push(Loose { slot, content: before.content, since: today, at_once });
        }
        if let Some(entry) = entry {
            self.loose.retain(|loose| loose.slot != slot || loose.content != entry.content);
            self.files.push(entry);
            self.files.sort_by_key(|file| file.slot);
        }
    }
}

/// Days as `2026-11-22`.
mod iso {
    use domain::Day;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(super) fn serialize<S: Serializer>(day: &Day, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(day)
    }

    pub(super) fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Day, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}
