//! The journal: who used which permit about whom. Append-only, and chained so that nothing can go unnoticed.

mod append;
mod chain;
mod entry;
mod review;
mod verify;
mod writer;

pub(crate) use append::append;
pub(crate) use entry::Draft;
pub use entry::{Entry, Kind};
pub use review::review;
pub(crate) use verify::verify_in;
pub use verify::{Anchor, Break, Chain, verify};
pub(crate) use writer::Writer;
