//! How reading a file goes wrong as a whole: a refusal that the reader can do something about, or a fault in the machine.

use std::io;

use text::{Arg, Message};

/// Why a file could not be read. Nothing of a file that failed may be used.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// What is wrong and what to do, as a message for the reader. It names the file and never a value.
    #[error("refused: {}", .0.code)]
    Refused(Message),
    /// The disk or the machine.
    #[error("reading {file}")]
    Fault {
        /// The file's name.
        file: String,
        /// The cause.
        #[source]
        source: io::Error,
    },
    /// The sink has asked to stop.
    #[error("stopped")]
    Stopped,
}

/// The result of everything here that reads a file.
pub type Result<T> = std::result::Result<T, Failure>;

/// A refusal with the file's name as its argument.
pub fn refuse(code: &'static str, file: &str) -> Failure {
    Failure::Refused(Message::new(code).with("file", Arg::Text(file.to_owned())))
}

/// A refusal that also tells how many.
pub(crate) fn refuse_at(code: &'static str, file: &str, name: &'static str, count: u64) -> Failure {
    let count = Arg::Count(i64::try_from(count).unwrap_or(i64::MAX));
    Failure::Refused(Message::new(code).with("file", Arg::Text(file.to_owned())).with(name, count))
}

/// What an input or output error means: a piece that is too long, a file that ends too early, or a fault.
pub(crate) fn io(file: &str) -> impl Fn(io::Error) -> Failure + '_ {
    move |source| match source.kind() {
        io::ErrorKind::FileTooLarge => refuse("exchange-piece-too-long", file),
        io::ErrorKind::UnexpectedEof => refuse("exchange-truncated", file),
        io::ErrorKind::InvalidData => refuse("exchange-wrong-encoding", file),
        _ => Failure::Fault { file: file.to_owned(), source },
    }
}
