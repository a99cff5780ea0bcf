//! The words and the rules of Skollinjen that need neither a file, a database, a clock nor a page.
//!
//! Time and ids come in as arguments. Everything here is plain data and total functions on it.

#![warn(missing_docs)]

#[macro_use]
mod coded;

pub mod answer;
pub mod bad_row;
pub mod calendar;
pub mod closing;
pub mod concern;
pub mod consent;
pub mod day;
pub mod deadline;
pub mod episode;
pub mod grade;
pub mod guardian;
mod holiday;
pub mod inquiry;
pub mod lesson;
pub mod personal_number;
pub mod plan;
pub mod pupil;
pub mod side;
pub mod signal;
pub mod statement;
pub mod step;
pub mod term;
mod versioned;

pub use answer::Answer;
pub use day::{Day, Week};
pub use grade::{Grade, SchoolForm, Stage};
pub use personal_number::PersonalNumber;
pub use side::Side;
pub use signal::{Signal, Signals};
pub use term::{SchoolYear, Term};
