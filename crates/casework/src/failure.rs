//! How things go wrong here: what the reader can do something about, or a fault of the machine.

use std::error::Error;

use text::Message;

/// One thing that stands in the way, and the field of the form that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The name of the field, as in the form; `None` when it is about the whole.
    pub field: Option<&'static str>,
    /// What is missing and what to do.
    pub message: Message,
}

impl Refusal {
    /// A refusal about the whole.
    pub fn new(code: &'static str) -> Refusal {
        Refusal { field: None, message: Message::new(code) }
    }

    /// A refusal about a field.
    pub fn at(field: &'static str, code: &'static str) -> Refusal {
        Refusal { field: Some(field), message: Message::new(code) }
    }

    /// Whether it goes away by itself: another import is at work.
    pub(crate) fn may_pass(&self) -> bool {
        matches!(self.message.code, "history-busy" | "history-changed-meanwhile" | "room-database-busy")
    }
}

/// Why a verb did nothing or a view shows nothing.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Everything that stands in the way, in the order of the form. Never empty.
    #[error("refused")]
    Refused(Vec<Refusal>),
    /// The actor may not, or there is no such thing: the two are never told apart.
    #[error("denied: {}", .0.code)]
    Denied(Message),
    /// Something outside the rules. The context names no content.
    #[error("{context}")]
    Fault {
        /// What was being done.
        context: &'static str,
        /// The cause.
        #[source]
        source: Box<dyn Error + Send + Sync>,
    },
}

impl Failure {
    /// A no, by its code.
    pub(crate) fn denied(code: &'static str) -> Failure {
        Failure::Denied(Message::new(code))
    }

    /// Whether it goes away by itself.
    pub(crate) fn may_pass(&self) -> bool {
        matches!(self, Failure::Refused(all) if all.iter().any(Refusal::may_pass))
    }
}

/// The result of every verb and view.
pub type Result<T> = std::result::Result<T, Failure>;

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Failure {
        Failure::Refused(vec![refusal])
    }
}

impl From<access::Denied> for Failure {
    fn from(denied: access::Denied) -> Failure {
        Failure::Denied(Message::new(denied.code()))
    }
}

impl From<room::Failure> for Failure {
    fn from(failure: room::Failure) -> Failure {
        match failure {
            room::Failure::Refused(message) => Failure::Refused(vec![Refusal { field: None, message }]),
            room::Failure::Fault { context, source } => Failure::Fault { context, source },
        }
    }
}

impl From<door::Failure> for Failure {
    fn from(failure: door::Failure) -> Failure {
        match failure {
            door::Failure::Room(failure) => failure.into(),
            door::Failure::Refused(code) => Refusal::new(code).into(),
            door::Failure::CutOff => Failure::Fault { context: "the door", source: Box::new(failure) },
        }
    }
}

impl From<absence::Failure> for Failure {
    fn from(failure: absence::Failure) -> Failure {
        match failure {
            absence::Failure::Refused(message) => Failure::Refused(vec![Refusal { field: None, message }]),
            absence::Failure::Fault { source, .. } => Failure::Fault { context: "the attendance history", source },
        }
    }
}

impl From<exchange::Failure> for Failure {
    fn from(failure: exchange::Failure) -> Failure {
        match failure {
            exchange::Failure::Refused(message) => Failure::Refused(vec![Refusal { field: None, message }]),
            exchange::Failure::Fault { source, .. } => {
                Failure::Fault { context: "reading a delivered file", source: Box::new(source) }
            }
            exchange::Failure::Stopped => Refusal::new("import-stopped").into(),
        }
    }
}

impl From<pack::PackError> for Failure {
    fn from(problem: pack::PackError) -> Failure {
        Failure::Fault { context: "the method pack", source: Box::new(problem) }
    }
}
