//! Björkstad: a made-up municipality with fixed people, schools and clock, for tests, demo and documentation.
//!
//! Everybody here is fictional. It should rarely change: tests, the demo and the documentation name these people.

#![warn(missing_docs)]

pub mod clock;
pub mod names;
pub mod people;
pub mod pupils;
pub mod schools;
