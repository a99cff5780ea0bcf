//! Files that no longer count go after 30 days, and at once when they may hold a purged or protected pupil.

use std::collections::BTreeSet;

use domain::Day;

use super::manifest::{Loose, Manifest, Slot};
use super::{History, disk};
use crate::failure::{Result, io};

/// Days that a file is kept after it stopped counting, so that an import can be undone.
pub const KEPT_DAYS: i32 = 30;

impl History {
    /// Removes files that have been left over for 30 days, and finds those that a crash left behind. Gives the number
    /// of files removed.
    pub fn sweep(&self, today: Day) -> Result<usize> {
        let all = self.slots(&self.manifest()?)?;
        let _leases = self.lease(&all)?;
        for slot in &all {
            disk::remove_unfinished(&self.folder(*slot))?;
        }
        self.commit(|manifest| {
            for slot in &all {
                let found = self.orphans(manifest, *slot)?;
                manifest.loose.extend(found.into_iter().map(|content| Loose {
                    slot: *slot,
                    content,
                    since: today,
                    at_once: false,
                }));
            }
            for loose in &mut manifest.loose {
                loose.at_once |= loose.since.plus(KEPT_DAYS) < today;
            }
            Ok(())
        })?;
        self.remove_at_once(&all)
    }

    /// Removes the files of some schools, whose leases are held, that must go at once; then lets the manifest forget them. A crash in between is made good by
    /// the next call.
    pub(super) fn remove_at_once(&self, leased: &BTreeSet<Slot>) -> Result<usize> {
        let ours = |loose: &Loose| loose.at_once && leased.contains(&loose.slot);
        let going: Vec<Loose> = self.manifest()?.loose.into_iter().filter(ours).collect();
        if going.is_empty() {
            return Ok(0);
        }
        for loose in &going {
            let path = self.path(loose.slot, &loose.content);
            match std::fs::remove_file(&path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(io(&path)(error)),
                _ => {}
            }
        }
        let folders: BTreeSet<Slot> = going.iter().map(|loose| loose.slot).collect();
        for slot in folders {
            let folder = self.folder(slot);
            if folder.is_dir() {
                disk::sync_folder(&folder)?;
            }
        }
        self.commit(|manifest| {
            manifest.loose.retain(|loose| !going.contains(loose));
            Ok(())
        })?;
        Ok(going.len())
    }

    /// Marks every left-over file of some schools to go at once, those that a crash left behind too.
    pub(super) fn loose_at_once(&self, manifest: &mut Manifest, among: &BTreeSet<Slot>, today: Day) -> Result<()> {
        for &slot in among {
            disk::remove_unfinished(&self.folder(slot))?;
            for content in self.orphans(manifest, slot)? {
                manifest.loose.push(Loose { slot, content, since: today, at_once: true });
            }
        }
        for loose in manifest.loose.iter_mut().filter(|loose| among.contains(&loose.slot)) {
            loose.at_once = true;
        }
        Ok(())
    }

    /// Files in a school's folder that the manifest does not know of.
    fn orphans(&self, manifest: &Manifest, slot: Slot) -> Result<Vec<String>> {
        let known: BTreeSet<&str> = (manifest.files.iter().filter(|f| f.slot == slot).map(|f| f.content.as_str()))
            .chain(manifest.loose.iter().filter(|l| l.slot == slot).map(|l| l.content.as_str()))
            .collect();
        let found = disk::entries(&self.folder(slot))?;
        let lessons = found.iter().filter(|path| path.extension().is_some_and(|ending| ending == "parquet"));
        let names = lessons.filter_map(|path| path.file_stem()?.to_str()).filter(|name| !known.contains(name));
        Ok(names.map(str::to_owned).collect())
    }
}
