//! Why a pull came to nothing: what may pass by itself, and what a person must see to.

use text::{Arg, Message};

use super::Endpoint;

/// Why a pull came to nothing. Nothing of it may be used.
#[derive(Debug)]
pub enum Trouble {
    /// It may pass: the service does not answer, or asks one to wait.
    Later(Message),
    /// A person must see to it: a secret is refused, an address is wrong, the roster is not there.
    Person(Message),
    /// The disk that the lists are put on.
    Disk(std::io::Error),
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Trouble {
        Trouble::Disk(error)
    }
}

pub(super) type Result<T> = std::result::Result<T, Trouble>;

/// It may pass.
pub(super) fn later(code: &'static str, what: &str) -> Trouble {
    Trouble::Later(message(code, what))
}

/// A person must see to it.
pub(super) fn person(code: &'static str, what: &str) -> Trouble {
    Trouble::Person(message(code, what))
}

/// With the name of the endpoint, which is the standard's and not the service's.
fn message(code: &'static str, what: &str) -> Message {
    Message::new(code).with("list", Arg::Text(what.to_owned()))
}

/// The same, with the number of an answer that nobody foresaw.
pub(super) fn status(code: &'static str, what: &str, status: u16) -> Message {
    message(code, what).with("status", Arg::Text(status.to_string()))
}

/// A list that must be there and is not.
pub(super) fn lacking(endpoint: Endpoint) -> Trouble {
    person("service-lacks", endpoint.path())
}
