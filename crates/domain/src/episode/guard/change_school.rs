//! The pupil changes school. With another huvudman it ends here, and the new school needs consent of its own.

use super::{Reason, stated};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::SchoolChanged},
};

/// The pupil changes school. With another huvudman it ends here, and the new school needs consent of its own.
///
/// # Errors
/// Every reason why not.
pub fn change_school(episode: &Episode, side: Side, it: SchoolChanged, today: Day) -> Result<Body, Vec<Reason>> {
    let missing = Vec::new();
    stated(episode, side, Body::SchoolChanged(it), today, missing)
}
