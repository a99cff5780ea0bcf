//! Fresh ids: they sort by time and tell nothing else.

use jiff::Timestamp;
use uuid::Uuid;

use crate::{Failure, Result};

/// A new UUID of version 7.
pub(crate) fn fresh(now: Timestamp) -> Result<Uuid> {
    let mut random = [0; 10];
    getrandom::fill(&mut random)
        .map_err(|source| Failure::Fault { context: "drawing an id", source: Box::new(source) })?;
    let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
    Ok(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
}
