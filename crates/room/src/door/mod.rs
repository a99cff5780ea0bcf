//! What the door of a room needs to keep: the rooms it is paired with, letters on their way out, letters that came.
//!
//! Letters are bytes here; the crate `door` knows what they say. Writing one into the outbox and opening one that came need
//! a permit; carrying it does not, for a letter that is carried is not read. Both are journalled.

pub mod inbox;
pub mod outbox;
pub mod peers;
pub mod sent;

use access::{Permit, Write};

use crate::failure::{Result, broken};

/// The act under which a letter is written into the outbox, or taken back from it.
const SENDS: &[&str] = &["SendLetter"];
/// The act under which a letter that came is opened and takes effect.
const RECEIVES: &[&str] = &["ReceiveLetter"];

/// The act of a permit, when it is one of those.
fn act_of(permit: &Permit<Write>, acts: &[&str]) -> Result<&'static str> {
    let act = permit.act();
    if acts.contains(&act) { Ok(act) } else { Err(broken("a permit for another act")) }
}
