//! Guardians and child have been asked about the support (SoL 21 kap. 2 §). Answers that do not allow it may be recorded before the start; after it they are a withdrawal.

use super::{Reason, Why, names_too_few, stated};
use crate::consent::intervention::{Outcome, outcome};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::InterventionConsent},
};

/// Guardians and child have been asked about the support (SoL 21 kap. 2 §). Answers that do not allow it may be recorded before the start; after it they are a withdrawal.
///
/// # Errors
/// Every reason why not.
pub fn consent(episode: &Episode, side: Side, it: InterventionConsent, today: Day) -> Result<Body, Vec<Reason>> {
    let mut missing = super::these([
        (!episode.programme.as_ref().is_some_and(|programme| programme.consent), Why::ConsentNotNeeded),
        (outcome(&it.asked) != it.outcome, Why::OutcomeDiffers),
        (names_too_few(episode, &it.after), Why::NoNotNamed),
        (episode.state.is_started() && !matches!(it.outcome, Outcome::Allowed { .. }), Why::WithdrawInstead),
    ]);
    missing.extend(super::unsaid(&it.asked));
    stated(episode, side, Body::InterventionConsent(it), today, missing)
}
