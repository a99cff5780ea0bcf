//! Jobs: what is to be done later, by whichever process comes first, once. Arguments are ids only.

mod claim;
mod done;
mod enqueue;

pub use claim::{Claimed, claim};
pub use done::{done, retry};
pub use enqueue::enqueue;
