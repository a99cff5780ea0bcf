//! A backup as one file: tar, packed with Zstandard. First the head, then the tables in pieces, then the attendance files
//! of that moment, and last what there should be of everything.

mod read;
mod write;

use room::Failure as RoomFailure;

pub(crate) use read::unpack;
pub(crate) use write::{Written, pack};

use crate::{Failure, Refusal};

/// The parts by name.
const HEAD: &str = "skollinjen.json";
const TAIL: &str = "sums.json";
const TABLES: &str = "database";
const FILES: &str = "attendance";

/// Bytes of the head, the tail and a piece of a table, at most: what is larger is no backup of ours.
const LONGEST: u64 = 64 << 20;

/// A fault of the disk.
pub(crate) fn disk(source: std::io::Error) -> Failure {
    match source.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Refusal::new("backup-disk-full").into(),
        _ => Failure::Fault { context: "the file of a backup", source: Box::new(source) },
    }
}

fn json(source: serde_json::Error) -> Failure {
    RoomFailure::Fault { context: "a part of a backup", source: Box::new(source) }.into()
}
