//! Files that no longer count go after 30 days, and at once when they may hold a purged or protected pupil.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::Day;

use super::import::Done;
use super::manifest::{Loose, Manifest, Slot};
use super::{History, INCOMING, Prepared, disk, spool};
use crate::failure::{Result, io};

/// Days that a file is kept after it stopped counting, so that an import can be undone.
pub const KEPT_DAYS: i32 = 30;

impl History {
    /// Removes files that have been left over for 30 days, and finds those that a crash left behind. Gives the number
    /// of files removed.
    pub fn sweep(&self, today: Day) -> Result<usize> {
        let prepared = self.prepare_sweep(today)?;
        self.commit(&prepared)?;
        self.settle(&prepared)
    }

    /// Finds what has been left over; the files go when the change has been committed and is settled.
    pub fn prepare_sweep(&self, today: Day) -> Result<Prepared> {
        spool::sweep(&self.root().join(INCOMING))?;
        let all = self.slots(&self.manifest()?)?;
        let leases = self.lease(&all)?;
        for slot in &all {
            disk::remove_unfinished(&self.folder(*slot))?;
        }
        self.prepared(Arc::new(leases), all.clone(), move |history, manifest| {
            for slot in &all {
                let found = history.orphans(manifest, *slot)?;
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
            Ok(Done { version: manifest.version, changed: 0 })
        })
    }

    /// Removes the files of some schools, whose leases are held, that must go at once. A crash in between is made good
    /// by the next call.
    pub(super) fn remove_at_once(&self, leased: &BTreeSet<Slot>) -> Result<usize> {
        let ours = |loose: &Loose| loose.at_once && leased.contains(&loose.slot);
        let going: Vec<Loose> = self.manifest()?.loose.into_iter().filter(ours).collect();
        let mut removed = 0;
        for loose in &going {
            let path = self.path(loose.slot, &loose.content);
            match std::fs::remove_file(&path) {
                Ok(()) => removed += 1,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(error) => return Err(io(&path)(error)),
            }
        }
        let folders: BTreeSet<Slot> = going.iter().map(|loose| loose.slot).collect();
        for slot in folders {
            let folder = self.folder(slot);
            if folder.is_dir() {
                disk::sync_folder(&folder)?;
            }
        }
        Ok(removed)
    }

    /// Lets a manifest forget the files of some schools that had to go at once and are gone.
    pub(super) fn forget_gone(&self, manifest: &mut Manifest, leased: &BTreeSet<Slot>) {
        let gone = |loose: &Loose| {
            let path = self.path(loose.slot, &loose.content);
            loose.at_once && leased.contains(&loose.slot) && matches!(path.try_exists(), Ok(false))
        };
        manifest.loose.retain(|loose| !gone(loose));
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
