//! Randomness, from the operating system and from nowhere else.

use jiff::Timestamp;
use uuid::Uuid;

use crate::{Failure, Result};

/// Random bytes.
pub(crate) fn bytes<const N: usize>() -> Result<[u8; N]> {
    let mut drawn = [0; N];
    getrandom::fill(&mut drawn)
        .map_err(|source| Failure::Fault { context: "drawing random bytes", source: Box::new(source) })?;
    Ok(drawn)
}

/// A fresh id, a UUID of version 7.
pub(crate) fn id(now: Timestamp) -> Result<Uuid> {
    let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
    Ok(uuid::Builder::from_unix_timestamp_millis(millis, &bytes()?).into_uuid())
}
