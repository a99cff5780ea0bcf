//! The receiver takes a referral in.

use super::{Reason, stated};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::Received},
};

/// The receiver takes a referral in.
///
/// # Errors
/// Every reason why not.
pub fn receive(episode: &Episode, side: Side, it: Received, today: Day) -> Result<Body, Vec<Reason>> {
    let missing = Vec::new();
    stated(episode, side, Body::Received(it), today, missing)
}
