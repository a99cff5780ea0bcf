//! Delivered files, sealed on disk until the import is over: in pieces, so that none has to fit in memory.
//!
//! A piece opens only in its own place of its own file, so none can be moved, swapped or left out.

use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use uuid::Uuid;
use zeroize::Zeroizing;

use crate::failure::{Result, fault};
use crate::room::Room;
use crate::seal::Place;

/// Bytes of a piece before it is sealed.
const PIECE: usize = 64 * 1024;
/// What sealing adds: format, key id, nonce and tag.
const ADDED: usize = 1 + 4 + 24 + 16;
const FAILED: &str = "a delivered file";

/// Where a delivered file lies in a folder.
pub fn path(folder: &Path, content: Uuid) -> PathBuf {
    folder.join(content.to_string())
}

/// Writes a file, sealed. It counts when [`SealedWriter::finish`] has returned.
pub struct SealedWriter {
    room: Room,
    content: Uuid,
    out: BufWriter<File>,
    gathered: Zeroizing<Vec<u8>>,
    pieces: u64,
    bytes: u64,
}

/// Begins a file in a folder, which is made if it is not there.
///
/// # Errors
/// The disk.
pub fn create(room: &Room, folder: &Path, content: Uuid) -> Result<SealedWriter> {
    std::fs::create_dir_all(folder).map_err(fault(FAILED))?;
    let out = BufWriter::new(File::create_new(path(folder, content)).map_err(fault(FAILED))?);
    let gathered = Zeroizing::new(Vec::with_capacity(PIECE));
    Ok(SealedWriter { room: room.clone(), content, out, gathered, pieces: 0, bytes: 0 })
}

impl SealedWriter {
    /// Bytes so far.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    fn seal(&mut self) -> io::Result<()> {
        let row = row(self.content, self.pieces);
        let sealed = self.room.keys().seal(place(&row), &self.gathered).map_err(io::Error::other)?;
        self.out.write_all(&sealed.0)?;
        self.pieces += 1;
        self.gathered.clear();
        Ok(())
    }

    /// Waits until everything is on disk; gives the number of bytes.
    ///
    /// # Errors
    /// The disk.
    pub fn finish(mut self) -> Result<u64> {
        if !self.gathered.is_empty() {
            self.seal().map_err(fault(FAILED))?;
        }
        let file = self.out.into_inner().map_err(|error| fault(FAILED)(error.into_error()))?;
        file.sync_all().map_err(fault(FAILED))?;
        Ok(self.bytes)
    }
}

impl Write for SealedWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let free = PIECE - self.gathered.len().min(PIECE);
        let taken = bytes.get(..free.min(bytes.len())).unwrap_or(bytes);
        self.gathered.extend_from_slice(taken);
        self.bytes += u64::try_from(taken.len()).unwrap_or(0);
        if self.gathered.len() >= PIECE {
            self.seal()?;
        }
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Reads a sealed file from any place in it.
pub struct SealedReader {
    room: Room,
    content: Uuid,
    file: File,
    bytes: u64,
    at: u64,
    /// The piece that was opened last, and its number.
    open: Option<(u64, Zeroizing<Vec<u8>>)>,
}

/// Opens a file of so many bytes. One that was cut short does not open to its end.
///
/// # Errors
/// The disk.
pub fn open(room: &Room, folder: &Path, content: Uuid, bytes: u64) -> Result<SealedReader> {
    let file = File::open(path(folder, content)).map_err(fault(FAILED))?;
    Ok(SealedReader { room: room.clone(), content, file, bytes, at: 0, open: None })
}

/// Moves a file from one folder to another of the same disk, as it is: it opens there too.
///
/// # Errors
/// The disk.
pub fn move_to(from: &Path, to: &Path, content: Uuid) -> Result<()> {
    std::fs::create_dir_all(to).map_err(fault(FAILED))?;
    std::fs::rename(path(from, content), path(to, content)).map_err(fault(FAILED))
}

/// Takes a file away; one that is not there is gone already.
///
/// # Errors
/// The disk.
pub fn remove(folder: &Path, content: Uuid) -> Result<()> {
    match std::fs::remove_file(path(folder, content)) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(fault(FAILED)(error)),
        _ => Ok(()),
    }
}

impl SealedReader {
    /// Opens the piece that the place lies in.
    fn piece(&mut self, number: u64) -> io::Result<&[u8]> {
        if self.open.as_ref().is_none_or(|(open, _)| *open != number) {
            let size = u64::try_from(PIECE + ADDED).unwrap_or(u64::MAX);
            self.file.seek(SeekFrom::Start(number.saturating_mul(size)))?;
            let mut sealed = Vec::with_capacity(PIECE + ADDED);
            Read::by_ref(&mut self.file).take(size).read_to_end(&mut sealed)?;
            let row = row(self.content, number);
            let plain = self.room.keys().open_value(place(&row), &sealed).map_err(io::Error::other)?;
            self.open = Some((number, plain));
        }
        Ok(self.open.as_ref().map_or(&[], |(_, plain)| plain.as_slice()))
    }
}

impl Read for SealedReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.bytes {
            return Ok(0);
        }
        let size = u64::try_from(PIECE).unwrap_or(u64::MAX);
        let within = usize::try_from(self.at % size).unwrap_or(0);
        let piece = self.piece(self.at / size)?;
        let rest = piece.get(within..).unwrap_or(&[]);
        let count = rest.len().min(buffer.len());
        if count == 0 && !buffer.is_empty() {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        buffer.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        self.at += u64::try_from(count).unwrap_or(0);
        Ok(count)
    }
}

impl Seek for SealedReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let (base, by) = match to {
            SeekFrom::Start(at) => (at, 0),
            SeekFrom::End(by) => (self.bytes, by),
            SeekFrom::Current(by) => (self.at, by),
        };
        self.at = base.checked_add_signed(by).ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

fn row(content: Uuid, piece: u64) -> Vec<u8> {
    [content.as_bytes().as_slice(), &piece.to_be_bytes()].concat()
}

fn place(row: &[u8]) -> Place<'_> {
    Place { table: "import_file", column: "content", row }
}
