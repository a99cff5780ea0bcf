//! How things go wrong at the door. No error holds a word of a letter.

/// Why something of the door could not be done.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// A room: a refusal, or a fault of its database.
    #[error(transparent)]
    Room(#[from] room::Failure),
    /// What is to be signed, sent or read does not hold: a code that `text` has a sentence for.
    #[error("refused: {0}")]
    Refused(&'static str),
    /// The program was cut off at a step: only in tests, where that is what is tried.
    #[error("cut off")]
    CutOff,
}

/// The result of everything in this crate that can fail.
pub type Result<T> = std::result::Result<T, Failure>;
