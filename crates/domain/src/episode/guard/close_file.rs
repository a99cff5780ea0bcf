//! One side closes its file: one of two keys, and enough alone once sharing has ended.

use super::{Reason, Why, stated};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::FileClosed},
};

/// One side closes its file: one of two keys, and enough alone once sharing has ended.
///
/// # Errors
/// Every reason why not.
pub fn close_file(episode: &Episode, side: Side, it: FileClosed, today: Day) -> Result<Body, Vec<Reason>> {
    let missing = super::these([(episode.files.of(side).is_some(), Why::FileClosedAlready)]);
    stated(episode, side, Body::FileClosed(it), today, missing)
}
