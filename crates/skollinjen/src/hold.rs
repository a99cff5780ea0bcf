//! Who works with a room as a whole: many may serve it, and one alone restores or destroys it. The lock lies on the key
//! file, which every room has on every machine that opens it, and goes with the process.

use std::fs::{File, TryLockError};
use std::path::Path;

use anyhow::Context;
use text::{Arg, Message};

use crate::say::refusal;

/// Holds a room with others.
pub fn shared(key: &Path, slug: &str) -> anyhow::Result<File> {
    hold(key, slug, File::try_lock_shared, "room-held-alone")
}

/// Holds a room alone.
pub fn alone(key: &Path, slug: &str) -> anyhow::Result<File> {
    hold(key, slug, File::try_lock, "room-held")
}

fn hold(
    key: &Path,
    slug: &str,
    lock: fn(&File) -> Result<(), TryLockError>,
    code: &'static str,
) -> anyhow::Result<File> {
    let file = File::open(key).context("opening the key file")?;
    match lock(&file) {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(refusal(Message::new(code).with("room", Arg::Text(slug.to_owned())))),
        Err(TryLockError::Error(error)) => Err(error).context("holding the room"),
    }
}
