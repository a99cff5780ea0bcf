//! A consent to the support is withdrawn, at any time and without a reason.

use super::{Reason, Why, stated};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::ConsentWithdrawn},
};

/// A consent to the support is withdrawn, at any time and without a reason.
///
/// # Errors
/// Every reason why not.
pub fn withdraw_consent(episode: &Episode, side: Side, it: ConsentWithdrawn, today: Day) -> Result<Body, Vec<Reason>> {
    let missing = super::these([(episode.consent.is_none(), Why::NoConsent)]);
    stated(episode, side, Body::ConsentWithdrawn(it), today, missing)
}
