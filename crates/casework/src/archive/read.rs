//! Unpacking: the parts as they stand in the file. Nothing in it is believed: names, lengths and contents are looked at.

use std::fs::{DirBuilder, File};
use std::io::{Read, Write};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Component, Path, PathBuf};

use room::backup::{Part, Piece};
use sha2::{Digest, Sha256};
use tar::{Archive, Entry};
use tempfile::NamedTempFile;
use tokio::sync::mpsc::Sender;
use tokio::sync::oneshot;
use uuid::Uuid;
use zstd::stream::read::Decoder;

use super::{FILES, HEAD, LONGEST, TABLES, TAIL, disk};
use crate::{Refusal, Result};

/// Attendance files that were put in their folder and were not there before.
pub(crate) type Put = Vec<PathBuf>;

/// Sends the parts of a backup. After the head it waits to be told to go on; then the attendance files are put in
/// `attendance` as they come, each beside and renamed, and only when it is what its name says.
pub(crate) fn unpack(
    file: &Path,
    attendance: &Path,
    to: &Sender<Part>,
    go_on: oneshot::Receiver<()>,
    put: &mut Put,
) -> Result<()> {
    let packed = File::open(file).map_err(disk)?;
    let unpacking = Decoder::new(packed).map_err(|_| not_one())?;
    let mut tar = Archive::new(unpacking);
    let mut go_on = Some(go_on);
    let mut ended = false;
    for entry in tar.entries().map_err(|_| not_one())? {
        let mut entry = entry.map_err(|_| not_whole())?;
        let name = entry.path().map_err(|_| not_whole())?.into_owned();
        let words: Vec<&str> = name.components().map_while(word).collect();
        match words.as_slice() {
            [HEAD] => {
                let head = serde_json::from_slice(&bytes(&mut entry)?).map_err(|_| not_one())?;
                if to.blocking_send(Part::Head(head)).is_err() {
                    return Ok(());
                }
                // Nobody tells when the room cannot be restored: then whoever waits knows why.
                let Some(Ok(())) = go_on.take().map(oneshot::Receiver::blocking_recv) else { return Ok(()) };
            }
            // Nothing comes before the head.
            _ if go_on.is_some() => return Err(not_one()),
            [TABLES, table, _] => {
                let piece = Piece { table: (*table).to_owned(), rows: bytes(&mut entry)? };
                if to.blocking_send(Part::Rows(piece)).is_err() {
                    return Ok(());
                }
            }
            [FILES, year, school, content] => {
                let folder = attendance.join(year).join(school);
                put.extend(place(&mut entry, &folder, content, Some(hash_of(content)?))?);
            }
            // Sealed: it opens only as it was written.
            [FILES, deliveries, content] => {
                let name = Uuid::parse_str(content).map_err(|_| not_one())?.to_string();
                put.extend(place(&mut entry, &attendance.join(deliveries), &name, None)?);
            }
            [TAIL] => {
                let tail = serde_json::from_slice(&bytes(&mut entry)?).map_err(|_| not_whole())?;
                ended = true;
                to.blocking_send(Part::Tail(tail)).ok();
            }
            _ => return Err(not_one()),
        }
    }
    if ended { Ok(()) } else { Err(not_whole()) }
}

fn word(component: Component<'_>) -> Option<&str> {
    match component {
        Component::Normal(word) => word.to_str(),
        _ => None,
    }
}

fn bytes(entry: &mut Entry<'_, impl Read>) -> Result<Vec<u8>> {
    if entry.size() > LONGEST {
        return Err(not_one());
    }
    let mut bytes = Vec::new();
    entry.read_to_end(&mut bytes).map_err(|_| not_whole())?;
    Ok(bytes)
}

/// The SHA-256 that the name of an attendance file is.
fn hash_of(name: &str) -> Result<&str> {
    let content = name.strip_suffix(".parquet").ok_or_else(not_one)?;
    let is_hash = content.len() == 64 && content.bytes().all(|c| c.is_ascii_hexdigit());
    if is_hash { Ok(content) } else { Err(not_one()) }
}

/// Puts a file in its folder, unless one of that name is there: the same content has the same name.
fn place(
    entry: &mut Entry<'_, impl Read>,
    folder: &Path,
    name: &str,
    content: Option<&str>,
) -> Result<Option<PathBuf>> {
    let path = folder.join(name);
    DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(disk)?;
    let mut beside = NamedTempFile::new_in(folder).map_err(disk)?;
    let (mut hash, mut buffer) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        let read = entry.read(&mut buffer).map_err(|_| not_whole())?;
        let Some(some) = buffer.get(..read).filter(|some| !some.is_empty()) else { break };
        hash.update(some);
        beside.write_all(some).map_err(disk)?;
    }
    let found: String = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    if content.is_some_and(|content| content != found) {
        return Err(not_whole());
    }
    if path.try_exists().map_err(disk)? {
        return Ok(None);
    }
    beside.as_file().sync_all().map_err(disk)?;
    beside.persist(&path).map_err(|failed| disk(failed.error))?;
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(disk)?;
    Ok(Some(path))
}

fn not_one() -> crate::Failure {
    Refusal::new("restore-not-a-backup").into()
}

fn not_whole() -> crate::Failure {
    Refusal::new("restore-not-whole").into()
}
