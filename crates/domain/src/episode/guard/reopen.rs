//! A closed episode goes on, within three months and with a consent of its own; later it is a new episode that continues this one.

use super::{Reason, Why, consent_missing, stated, too_late_to_reopen};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::Reopened},
};

/// A closed episode goes on, within three months and with a consent of its own; later it is a new episode that continues this one.
///
/// # Errors
/// Every reason why not.
pub fn reopen(episode: &Episode, side: Side, it: Reopened, today: Day) -> Result<Body, Vec<Reason>> {
    let mut missing = super::these([
        (too_late_to_reopen(episode, it.day), Why::ReopenTooLate),
        (consent_missing(episode, it.consent.as_ref()), Why::FreshConsentMissing),
        (episode.plan.is_none() && episode.closed.is_some(), Why::NoPlanToReopen),
        (episode.continues_in.is_some(), Why::ConvertedAlready),
        (it.review <= it.day, Why::ReviewTooEarly),
    ]);
    missing.extend(it.consent.iter().flat_map(|given| super::given(episode, given)));
    stated(episode, side, Body::Reopened(it), today, missing)
}
