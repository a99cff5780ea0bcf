//! What people do in a room, and what they see: the verbs and the views.
//!
//! Every change and every read of a page goes through here; the pages and the commands call nothing else. A **verb**
//! takes a command and changes the room in one transaction, or refuses and says what is missing. A **view** is the one
//! read behind a page: it is journalled before it is given. Both get a [`Cx`]: who asks, in which room, and when.

#![warn(missing_docs)]

mod archive;
mod blocking;
mod calendar;
mod cx;
mod days;
mod disclosure;
pub mod doorway;
mod episode;
mod failure;
mod figures;
pub mod first;
mod history;
pub mod job;
mod kept;
mod lists;
mod method;
mod names;
mod officer;
mod profiles;
mod quality;
pub mod said;
mod schools;
mod secret;
mod source;
mod steps;
pub mod verb;
pub mod view;

pub use cx::{Cx, Office, Who};
pub use days::swedish_time;
pub use failure::{Failure, Refusal, Result};
pub use steps::words;
