//! How things go wrong here: a refusal that the reader can do something about, or a fault in the machine.

use std::io::ErrorKind;
use std::path::Path;

use text::{Arg, Message};

/// Why a file could not be read, scanned or written.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// What is missing and what to do, as a message for the reader.
    #[error("refused: {}", .0.code)]
    Refused(Message),
    /// Something outside the rules: the disk, the machine. The context names no content.
    #[error("{context}")]
    Fault {
        /// What was being done.
        context: String,
        /// The cause.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

/// The result of everything in this crate that reads or writes.
pub type Result<T> = std::result::Result<T, Failure>;

/// A refusal with the file's name as its argument.
pub fn refuse(code: &'static str, path: &Path) -> Failure {
    Failure::Refused(Message::new(code).with("file", Arg::Text(path.display().to_string())))
}

/// Turns an input or output error into what the reader can do about it, or into a fault.
pub fn io(path: &Path) -> impl FnOnce(std::io::Error) -> Failure + '_ {
    move |source| match source.kind() {
        ErrorKind::NotFound => refuse("file-not-found", path),
        ErrorKind::PermissionDenied => refuse("file-not-permitted", path),
        ErrorKind::IsADirectory => refuse("path-is-folder", path),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => refuse("path-is-file", path),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => refuse("disk-full", path),
        ErrorKind::ReadOnlyFilesystem => refuse("disk-read-only", path),
        _ => Failure::Fault { context: format!("reading or writing {}", path.display()), source: Box::new(source) },
    }
}

/// Turns a Parquet error on reading into the refusal that names the file, unless the disk is to blame.
pub fn broken(path: &Path) -> impl Fn(parquet::errors::ParquetError) -> Failure + '_ {
    move |source| match outside(source) {
        Ok(error) => io(path)(error),
        Err(_) => refuse("file-broken-parquet", path),
    }
}

/// Like [`broken`], for an error that comes up while batches are read.
pub fn broken_batch(path: &Path) -> impl Fn(arrow_schema::ArrowError) -> Failure + '_ {
    move |source| match source {
        arrow_schema::ArrowError::IoError(_, error) => io(path)(error),
        _ => refuse("file-broken-parquet", path),
    }
}

/// Turns a Parquet error on writing into what the reader can do about it, or into a fault.
pub fn unwritten(path: &Path) -> impl Fn(parquet::errors::ParquetError) -> Failure + '_ {
    move |source| match outside(source) {
        Ok(error) => io(path)(error),
        Err(source) => Failure::Fault { context: format!("writing {}", path.display()), source: Box::new(source) },
    }
}

/// The input or output error inside a Parquet error, if that is what it is.
fn outside(error: parquet::errors::ParquetError) -> std::result::Result<std::io::Error, parquet::errors::ParquetError> {
    match error {
        parquet::errors::ParquetError::External(inner) => match inner.downcast::<std::io::Error>() {
            Ok(io) if io.kind() != ErrorKind::UnexpectedEof => Ok(*io),
            Ok(io) => Err(parquet::errors::ParquetError::External(io)),
            Err(inner) => Err(parquet::errors::ParquetError::External(inner)),
        },
        other => Err(other),
    }
}

/// Reads a Parquet file that comes from outside. The library panics on some files that are broken: that is a refusal like
/// any other, and what was read of such a file is not used.
pub(crate) fn from_outside<T>(path: &Path, read: impl FnOnce() -> Result<T>) -> Result<T> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(refuse("file-broken-parquet", path)))
}
