//! Packing: the parts as they come, into a file beside the one that it is to be.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use room::backup::Part;
use sha2::{Digest, Sha256};
use tar::{Builder, EntryType, Header};
use tempfile::NamedTempFile;
use tokio::sync::mpsc::Receiver;
use zstd::stream::write::Encoder;

use super::{FILES, HEAD, TABLES, TAIL, disk, json};
use crate::Result;

/// How hard to pack: the middle of what costs little.
const LEVEL: i32 = 3;

/// A file that is written and not yet in its place.
pub(crate) struct Written {
    pub(crate) file: NamedTempFile,
    pub(crate) size: u64,
    pub(crate) digest: [u8; 32],
    pub(crate) rows: u64,
    pub(crate) files: usize,
}

/// Counts and hashes what goes through.
struct Through<W> {
    to: W,
    size: u64,
    hash: Sha256,
}

impl<W: Write> Write for Through<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.hash.update(bytes.get(..written).unwrap_or_default());
        self.size += u64::try_from(written).unwrap_or(0);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Packs everything that comes, with the attendance files from their folder. `None`: one of them was removed meanwhile,
/// so another moment has to be taken.
pub(crate) fn pack(
    mut parts: Receiver<Part>,
    attendance: &Path,
    mut file: NamedTempFile,
    at: u64,
) -> Result<Option<Written>> {
    let through = Through { to: file.as_file_mut(), size: 0, hash: Sha256::new() };
    let mut packing = Encoder::new(through, LEVEL).map_err(disk)?;
    packing.include_checksum(true).map_err(disk)?;
    let mut tar = Builder::new(packing);
    let (mut pieces, mut tail) = (0_u32, None);
    while let Some(part) = parts.blocking_recv() {
        match part {
            Part::Head(head) => put(&mut tar, HEAD, &serde_json::to_vec_pretty(&head).map_err(json)?, at)?,
            Part::Rows(piece) => {
                pieces += 1;
                put(&mut tar, &format!("{TABLES}/{}/{pieces:08}", piece.table), &piece.rows, at)?;
            }
            Part::Tail(last) => tail = Some(last),
        }
    }
    // Whoever reads the room has stopped, and tells why.
    let Some(tail) = tail else { return Ok(None) };
    for path in &tail.files {
        if !file_of(&mut tar, attendance, path, at)? {
            return Ok(None);
        }
    }
    for path in &tail.beside {
        file_of(&mut tar, attendance, path, at)?;
    }
    put(&mut tar, TAIL, &serde_json::to_vec_pretty(&tail).map_err(json)?, at)?;
    let through = tar.into_inner().and_then(Encoder::finish).map_err(disk)?;
    let (size, digest) = (through.size, through.hash.finalize().into());
    file.as_file().sync_all().map_err(disk)?;
    let rows = tail.tables.iter().map(|(_, count)| count.rows).sum();
    Ok(Some(Written { file, size, digest, rows, files: tail.files.len() }))
}

/// Packs a file; `false` when it is not there.
fn file_of<W: Write>(tar: &mut Builder<W>, attendance: &Path, path: &str, at: u64) -> Result<bool> {
    let mut found = match File::open(attendance.join(path)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        other => other.map_err(disk)?,
    };
    let size = found.metadata().map_err(disk)?.len();
    tar.append_data(&mut header(size, at), format!("{FILES}/{path}"), &mut found).map_err(disk)?;
    Ok(true)
}

fn put<W: Write>(tar: &mut Builder<W>, name: &str, bytes: &[u8], at: u64) -> Result<()> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    tar.append_data(&mut header(size, at), name, bytes).map_err(disk)
}

fn header(size: u64, at: u64) -> Header {
    let mut header = Header::new_gnu();
    header.set_entry_type(EntryType::Regular);
    header.set_size(size);
    header.set_mode(0o600);
    header.set_mtime(at);
    header
}
