//! Sparse follow-up begins.

use super::{Reason, stated};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::MaintenanceBegun},
};

/// Sparse follow-up begins.
///
/// # Errors
/// Every reason why not.
pub fn maintain(episode: &Episode, side: Side, it: MaintenanceBegun, today: Day) -> Result<Body, Vec<Reason>> {
    let missing = Vec::new();
    stated(episode, side, Body::MaintenanceBegun(it), today, missing)
}
