//! Every Swedish and English sentence of Skollinjen, rendered from codes with typed arguments.
//!
//! The sentences are Fluent files in `ftl/`, one folder a language, one file a topic. Nothing else in the workspace
//! holds a sentence that a user reads, and this crate knows nothing of the rest of the workspace.

#![warn(missing_docs)]

mod bundle;
mod date;
mod message;
mod number;
mod percent;
mod recall;

pub use bundle::{keys, render, render_all};
pub use message::{Arg, Language, Message};
pub use percent::Rounding;
pub use recall::{known, recall};
