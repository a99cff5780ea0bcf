//! One authority's store: its people, what has been said about them, who has looked, and what is to be done.
//!
//! The only crate that knows SQL and ciphers. Content goes in and out only through a permit of `access`, and takes
//! both subject and zone from it. Everything that names or describes a person is sealed before it reaches the database.
//!
//! A request that reads is a [`Reading`]: it is journalled before its answer may be sent. What writes is a
//! [`Change`]: one transaction with its journal entry.

#![warn(missing_docs)]

pub mod accounts;
pub mod attendance;
pub mod backup;
pub mod calendar;
mod change;
pub mod destroy;
pub mod door;
pub mod drafts;
pub mod episodes;
mod failure;
pub mod figures;
pub mod files;
pub mod imports;
pub mod jobs;
pub mod journal;
pub mod marks;
pub mod meetings;
pub mod officer;
pub mod people;
pub mod profiles;
mod reading;
pub mod relations;
pub mod restore;
pub mod results;
mod room;
mod seal;
pub mod sessions;
pub mod sources;
pub mod statements;
mod store;
pub mod tasks;
pub mod teachers;
pub mod thresholds;
pub mod tokens;
pub mod units;
mod versions;
mod whole;

pub use change::Change;
pub use failure::{Failure, Result};
pub use reading::Reading;
pub use room::{New, Room, RoomKind, migrate_database};
pub use seal::{KeySource, PublicKey, Signature};
pub use store::catalog::Column;
pub use versions::{Versions, versions};
pub use whole::{Whole, whole};
