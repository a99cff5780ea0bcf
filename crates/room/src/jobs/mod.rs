//! Jobs: what is to be done later, by whichever process comes first, once. Arguments are ids only.
//!
//! A job is asked for ([`enqueue`]) or comes again by itself ([`recurring`]). Whoever runs it takes it for a while
//! ([`claim`], [`renew`]) and says what came of it ([`done`], [`retry`], [`release`]). Each attempt leaves a row
//! ([`runs`]), so that an attempt that was cut off can be seen.

mod claim;
mod done;
mod enqueue;
pub mod recurring;
pub mod runs;

pub use claim::{Claimed, claim, renew, waits};
pub use done::{Outcome, again, configured, done, journal, nothing, release, retry};
pub use enqueue::enqueue;
