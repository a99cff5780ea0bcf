//! A programme of the school's own becomes a referral: a new episode.

use super::{Reason, Why, stated};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::Converted},
};

/// A programme of the school's own becomes a referral: a new episode.
///
/// # Errors
/// Every reason why not.
pub fn convert(episode: &Episode, side: Side, it: Converted, today: Day) -> Result<Body, Vec<Reason>> {
    let missing = super::these([(episode.is_two_sided(), Why::OnlySchoolConverts)]);
    stated(episode, side, Body::Converted(it), today, missing)
}
