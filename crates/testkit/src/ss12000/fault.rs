//! The ways in which services break the standard, or do not answer.

use std::ops::RangeInclusive;
use std::time::Duration;

use serde_json::Value;

/// Something that goes wrong at an endpoint.
#[derive(Clone, Debug)]
pub struct Fault {
    pub(super) endpoint: String,
    pub(super) questions: RangeInclusive<usize>,
    pub(super) what: What,
}

/// What goes wrong.
#[derive(Clone, Debug)]
pub enum What {
    /// Another status, with these headers and no body.
    Status(u16, Vec<(&'static str, String)>),
    /// Another body, said to be of this type.
    Body(&'static str, String),
    /// The answer ends in the middle, and so does the connection.
    Cut,
    /// The answer ends in the middle, and the connection is whole.
    Truncated,
    /// The right answer, said to be of this type.
    CalledA(&'static str),
    /// The right answer after a while.
    Slow(Duration),
    /// The right entities, and this in place of the token; nothing at all for `None`.
    Token(Option<Value>),
    /// The page before once more, with the right token.
    Repeat,
    /// A clock that is wrong by so many seconds.
    Clock(i64),
    /// Answers without `limit` only: a service that does not know it.
    NoLimit,
    /// Answers without `expand` only.
    NoExpand,
    /// The right entities with so many bytes beside them.
    Large(usize),
}
