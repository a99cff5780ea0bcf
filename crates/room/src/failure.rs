//! How things go wrong here: a refusal that the reader can do something about, or a fault in the machine.

use std::error::Error;
use std::path::Path;

use text::{Arg, Message};

/// Why a room could not be made, opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// What is missing and what to do, as a message for the reader.
    #[error("refused: {}", .0.code)]
    Refused(Message),
    /// Something outside the rules: the database, the disk, the machine. The context names no content.
    #[error("{context}")]
    Fault {
        /// What was being done.
        context: &'static str,
        /// The cause.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
}

/// The result of everything in this crate that reads or writes.
pub type Result<T> = std::result::Result<T, Failure>;

/// A refusal without arguments.
pub(crate) fn refuse(code: &'static str) -> Failure {
    Failure::Refused(Message::new(code))
}

/// A refusal with the file's name as its argument.
pub(crate) fn refuse_file(code: &'static str, path: &Path) -> Failure {
    Failure::Refused(Message::new(code).with("file", Arg::Text(path.display().to_string())))
}

/// Turns an error from below into a fault that says what was being done.
pub(crate) fn fault<E: Into<Box<dyn Error + Send + Sync>>>(context: &'static str) -> impl FnOnce(E) -> Failure {
    move |source| Failure::Fault { context, source: source.into() }
}

/// A fault with no error below it: something in the database is not as this program writes it.
pub(crate) fn broken(context: &'static str) -> Failure {
    Failure::Fault { context, source: context.into() }
}
