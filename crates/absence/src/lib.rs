//! Lesson rows to open Parquet history to explained signals.
//!
//! The only crate that knows Arrow and Parquet. It knows pupil numbers, never names: only [`canonical`] and [`synth`]
//! touch the roster, and neither lets a name into the history.

#![warn(missing_docs)]

pub mod bare;
pub mod canonical;
pub mod columns;
pub mod explain;
pub mod failure;
pub mod figures;
pub mod history;
pub mod keep;
pub mod overview;
pub mod quality;
pub mod rules;
pub mod scan;
pub mod signals;
pub mod simulate;
pub mod synth;

pub use failure::{Failure, Result};
