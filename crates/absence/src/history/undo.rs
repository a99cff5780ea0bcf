//! Undo of an import: its windows return to what they were.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::Day;
use text::{Arg, Message};

use super::change::Window;
use super::import::Done;
use super::manifest::{Entry, Import, Manifest, Slot};
use super::{History, Prepared, disk};
use crate::columns::{LessonFile, Subjects, Table};
use crate::failure::{Failure, Result, refuse};

impl Import {
    fn window(&self) -> Window {
        Window { from: self.from, to: self.to }
    }
}

impl History {
    /// Undoes the import that made a version of the manifest. Refused when a later import overlaps it, or when the
    /// files from before are gone (after 30 days, or after a purge).
    pub fn undo(&self, version: u64, today: Day) -> Result<Done> {
        self.make(&self.prepare_undo(version, today)?)
    }

    /// Writes the files that bring back what was before an import; refused as [`History::undo`] is.
    pub fn prepare_undo(&self, version: u64, today: Day) -> Result<Prepared> {
        let slots: BTreeSet<Slot> = self.undoable(version)?.1.iter().map(|import| import.slot).collect();
        let leases = Arc::new(self.lease(&slots)?);
        let (manifest, imports) = self.undoable(version)?;
        let subjects = Subjects::default();
        let mut written: Vec<(Slot, Option<Entry>)> = Vec::new();
        for import in &imports {
            written.push((import.slot, self.put_back(import, &manifest, &subjects)?));
        }
        self.prepared(leases, slots, move |_, manifest| {
            for import in manifest.imports.iter_mut().filter(|import| import.version == version) {
                import.settled = true;
            }
            for (slot, entry) in &written {
                manifest.replace(*slot, entry.clone(), today, false);
            }
            Ok(Done { version: manifest.version, changed: written.len() })
        })
    }

    /// Whether an import can be undone, as things stand: refused as [`History::undo`] is, but for files that lie there
    /// and are damaged.
    pub fn may_undo(&self, version: u64) -> Result<()> {
        self.undoable(version).map(drop)
    }

    /// What an import did to each school, and the manifest.
    fn undoable(&self, version: u64) -> Result<(Manifest, Vec<Import>)> {
        let manifest = self.manifest()?;
        let of_version = |import: &&Import| import.version == version && !import.settled;
        let imports: Vec<Import> = manifest.imports.iter().filter(of_version).cloned().collect();
        if imports.is_empty() {
            let version = Arg::Count(i64::try_from(version).unwrap_or(i64::MAX));
            return Err(Failure::Refused(Message::new("undo-no-such-import").with("version", version)));
        }
        for import in &imports {
            let later = |other: &&Import| other.slot == import.slot && other.version > version && !other.settled;
            if manifest.imports.iter().filter(later).any(|other| other.window().meets(import.window())) {
                return Err(refuse("undo-later-import", self.root()));
            }
            if import.before.as_ref().is_some_and(|before| !self.path(import.slot, before).is_file()) {
                return Err(refuse("undo-gone", self.root()));
            }
        }
        Ok((manifest, imports))
    }

    fn put_back(&self, import: &Import, manifest: &Manifest, subjects: &Subjects) -> Result<Option<Entry>> {
        let mut table = self.get(manifest.entry(import.slot), subjects)?;
        table.rows.retain(|row| !import.window().contains(Day(row.date)));
        if let Some(before) = &import.before {
            let path = self.path(import.slot, before);
            if disk::hash(&path)? != *before {
                return Err(refuse("undo-gone", self.root()));
            }
            let before = Table::read(&LessonFile::open(&path)?, subjects)?;
            table.rows.extend(before.rows.iter().filter(|row| import.window().contains(Day(row.date))));
        }
        self.put_clean(import.slot, table, subjects)
    }
}
