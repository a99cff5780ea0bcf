//! Pupil and family have been met; the pupil's own words are written down.

use super::{Reason, Why, stated};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::MappingDone},
};

/// Pupil and family have been met; the pupil's own words are written down.
///
/// # Errors
/// Every reason why not.
pub fn map(episode: &Episode, side: Side, it: MappingDone, today: Day) -> Result<Body, Vec<Reason>> {
    let missing = super::these([(it.pupil.trim().is_empty(), Why::PupilsWordsMissing)]);
    stated(episode, side, Body::MappingDone(it), today, missing)
}
