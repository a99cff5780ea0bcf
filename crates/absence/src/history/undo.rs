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
        let of_version = |manifest: &Manifest| -> Vec<Import> {
            manifest.imports.iter().filter(|import| import.version == version && !import.settled).cloned().collect()
        };
        let slots: BTreeSet<Slot> = of_version(&self.manifest()?).iter().map(|import| import.slot).collect();
        if slots.is_empty() {
            let version = Arg::Count(i64::try_from(version).unwrap_or(i64::MAX));
            return Err(Failure::Refused(Message::new("undo-no-such-import").with("version", version)));
        }
        let leases = Arc::new(self.lease(&slots)?);
        let manifest = self.manifest()?;
        let imports = of_version(&manifest);
        let subjects = Subjects::default();
        let mut written: Vec<(Slot, Option<Entry>)> = Vec::new();
        for import in &imports {
            let later = |other: &&Import| other.slot == import.slot && other.version > version && !other.settled;
            if manifest.imports.iter().filter(later).any(|other| other.window().meets(import.window())) {
                return Err(refuse("undo-later-import", self.root()));
            }
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

    fn put_back(&self, import: &Import, manifest: &Manifest, subjects: &Subjects) -> Result<Option<Entry>> {
        let mut table = self.get(manifest.entry(import.slot), subjects)?;
        table.rows.retain(|row| !import.window().contains(Day(row.date)));
        if let Some(before) = &import.before {
            let path = self.path(import.slot, before);
            if !path.is_file() || disk::hash(&path)? != *before {
                return Err(refuse("undo-gone", self.root()));
            }
            let before = Table::read(&LessonFile::open(&path)?, subjects)?;
            table.rows.extend(before.rows.iter().filter(|row| import.window().contains(Day(row.date))));
        }
        self.put_clean(import.slot, table, subjects)
    }
}
