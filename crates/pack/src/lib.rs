//! The method pack: thresholds, work lists and presets, as data with validity dates.
//!
//! Law is code; local choices are pack. The files are TOML, embedded in the executable, and a folder can replace any
//! of them. This is the only crate that knows the files. It holds no sentence of its own: an error has a code and
//! arguments, which `text` renders.

#![warn(missing_docs)]

pub mod condition;
pub mod error;
pub mod field;
pub mod list;
mod list_file;
mod load;
pub mod preset;
mod preset_file;
mod sources;
mod table;
mod threshold_file;
mod threshold_rules;
pub mod thresholds;
pub mod words;

pub use condition::Condition;
pub use error::{PackError, Problem};
pub use field::{Field, What, Wrong};
pub use list::{Alternative, SortKey, WorkList};
pub use load::{Pack, check};
pub use preset::{Preset, Step};
pub use thresholds::Thresholds;
pub use words::Words;
