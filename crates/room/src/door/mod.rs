//! What the door of a room needs to keep: the rooms it is paired with, letters on their way out, letters that came.
//!
//! Letters are bytes here; the crate `door` knows what they say. Writing one into the outbox and opening one that came need
//! a permit; carrying it does not, for a letter that is carried is not read. Both are journalled.

pub mod inbox;
pub mod outbox;
pub mod peers;
pub mod sent;
