//! The method pack: thresholds, work lists, presets, toolbox, programmes and causes of absence, as data with validity
//! dates.
//!
//! Law is code; local choices are pack. The files are TOML, embedded in the executable, and a folder can replace any
//! of them. This is the only crate that knows the files. It holds no sentence of its own: an error has a code and
//! arguments, which `text` renders.

#![warn(missing_docs)]

pub mod cause;
pub mod condition;
pub mod dated;
pub mod error;
pub mod field;
pub mod list;
mod list_file;
mod load;
pub mod preset;
mod preset_file;
pub mod programme;
mod sources;
mod table;
mod threshold_file;
mod threshold_rules;
pub mod thresholds;
pub mod toolbox;
pub mod words;

pub use cause::{Cause, CauseLevel};
pub use condition::Condition;
pub use dated::Dates;
pub use error::{PackError, Problem};
pub use field::{Field, What, Wrong};
pub use list::{Alternative, SortKey, WorkList};
pub use load::{Pack, check};
pub use preset::{Preset, Step};
pub use programme::{Programme, ProgrammeTimes, Target};
pub use thresholds::Thresholds;
pub use toolbox::{Activity, Category};
pub use words::Words;
