//! The door between rooms: letters are written, signed, carried, received and answered here, and rooms are paired.
//!
//! The only crate that holds two rooms at once, and it holds them by what they send each other: a [`letter`] in an
//! [`envelope`], answered with a [`receipt`]. [`deliver`] carries what waits in one room's outbox, [`accept`] puts what
//! comes into the other's inbox. Delivered at least once, it lies there once; when it takes effect is not decided here.

#![warn(missing_docs)]

pub mod accept;
pub mod deliver;
pub mod envelope;
mod failure;
pub mod letter;
pub mod pair;
pub mod receipt;
pub mod step;
pub mod transport;

pub use failure::{Failure, Result};
