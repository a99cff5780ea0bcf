//! Where the bytes of a Parquet file are: on disk, or in memory when nothing may be stored.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use bytes::{Buf, Bytes};
use parquet::file::reader::{ChunkReader, Length};

use crate::failure::{Result, io};

/// A file by its path, or its content.
#[derive(Clone, Debug)]
pub(super) enum Content {
    Disk(PathBuf),
    Memory(Bytes),
}

/// Content that has been opened.
pub(super) enum Chunks {
    Disk(File),
    Memory(Bytes),
}

impl Content {
    /// Opens it; a file anew each time, since a cloned handle would share its place in the file with other threads.
    pub(super) fn open(&self, name: &Path) -> Result<Chunks> {
        match self {
            Content::Disk(path) => File::open(path).map(Chunks::Disk).map_err(io(name)),
            Content::Memory(bytes) => Ok(Chunks::Memory(bytes.clone())),
        }
    }
}

impl Length for Chunks {
    fn len(&self) -> u64 {
        match self {
            Chunks::Disk(file) => Length::len(file),
            Chunks::Memory(bytes) => Length::len(bytes),
        }
    }
}

impl ChunkReader for Chunks {
    type T = Box<dyn Read>;

    fn get_read(&self, start: u64) -> parquet::errors::Result<Box<dyn Read>> {
        Ok(match self {
            Chunks::Disk(file) => Box::new(file.get_read(start)?),
            Chunks::Memory(bytes) => Box::new(bytes.get_read(start)?),
        })
    }

    fn get_bytes(&self, start: u64, length: usize) -> parquet::errors::Result<Bytes> {
        match self {
            Chunks::Disk(file) => file.get_bytes(start, length),
            Chunks::Memory(bytes) => {
                let whole = bytes.remaining();
                let start = usize::try_from(start).unwrap_or(usize::MAX);
                let end = start.checked_add(length).filter(|end| *end <= whole);
                let end =
                    end.ok_or_else(|| parquet::errors::ParquetError::EOF("the file ends too early".to_owned()))?;
                Ok(bytes.slice(start..end))
            }
        }
    }
}
