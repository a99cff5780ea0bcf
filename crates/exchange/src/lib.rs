//! Foreign formats: what school systems export, read into lesson rows and a roster as the canonical files have them.
//!
//! [`format::detect`] tells what a file is, [`look::look`] shows the beginning of a table and guesses a [`Profile`],
//! [`read`] reads the files of one import and hands what they hold to a [`Sink`]. Parsing is pure: no file,
//! network, database or clock; only [`client`] asks a service, and what it gets is parsed like a file. Whatever a file holds, nothing here panics or fills the memory, and no value reaches a message.

#![warn(missing_docs)]

pub mod client;
mod edlevo;
pub mod encoding;
pub mod failure;
pub mod format;
pub mod known;
pub mod limits;
pub mod look;
pub mod numbers;
mod out;
pub mod profile;
mod read;
pub mod sink;
pub mod source;
mod ss12000;
mod table;
mod take;
pub mod value;

pub use failure::{Failure, Result};
pub use format::{Format, detect};
pub use known::Known;
pub use numbers::{Key, Numbers};
pub use profile::Profile;
pub use read::{Job, is_roster, read};
pub use sink::{Report, School, Sink, Sum, Teacher};
pub use source::Source;
