//! Leases: one a school and school year, so that imports of a school come one after the other, whichever process
//! makes them; and one for the manifest, held only while it is replaced. A lease goes with the process that holds it.

use std::collections::BTreeSet;
use std::fs::{File, TryLockError};
use std::path::Path;

use super::manifest::{Manifest, NAME, Slot};
use super::{History, disk};
use crate::failure::{Result, io, refuse};

/// Leases that are held until this is dropped.
#[derive(Debug)]
pub struct Leases {
    _held: Vec<File>,
}

impl History {
    /// Takes the leases of schools, in order. Refused with `history-busy` while another import holds one.
    pub fn lease(&self, slots: &BTreeSet<Slot>) -> Result<Leases> {
        let held = slots.iter().map(|slot| {
            let name = format!("{}-{}.lease", slot.school_year, slot.school);
            let (file, path) = (self.lease_file(&name)?, self.root().join("leases").join(&name));
            match file.try_lock() {
                Ok(()) => Ok(file),
                Err(TryLockError::WouldBlock) => Err(refuse("history-busy", self.root())),
                Err(TryLockError::Error(error)) => Err(io(&path)(error)),
            }
        });
        Ok(Leases { _held: held.collect::<Result<_>>()? })
    }

    /// Takes the lease of the manifest, when it is a file; waits for its turn.
    pub(super) fn manifest_lease(&self) -> Result<Leases> {
        let file = self.lease_file("manifest.lease")?;
        file.lock().map_err(io(self.root()))?;
        Ok(Leases { _held: vec![file] })
    }

    /// Puts the first, empty manifest on disk, unless another process has done so.
    pub(super) fn begin(&self) -> Result<()> {
        let _turn = self.manifest_lease()?;
        let there = self.root().join(NAME).try_exists().map_err(io(self.root()))?;
        if there { Ok(()) } else { Manifest::default().save(self.root()) }
    }

    fn lease_file(&self, name: &str) -> Result<File> {
        let folder = self.root().join("leases");
        if !folder.is_dir() {
            std::fs::create_dir_all(&folder).map_err(io(&folder))?;
            disk::sync_folder(self.root())?;
        }
        open(&folder.join(name))
    }
}

fn open(path: &Path) -> Result<File> {
    File::options().create(true).truncate(false).write(true).open(path).map_err(io(path))
}
