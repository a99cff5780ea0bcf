//! The start meeting was held, with what must be told (SoL 11 kap. 6 §, 19 kap. 1 §) and consent where it is needed (SoL 21 kap. 2 §).

use super::{Reason, Why, consent_missing, stated};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::StartHeld},
};

/// The start meeting was held, with what must be told (SoL 11 kap. 6 §, 19 kap. 1 §) and consent where it is needed (SoL 21 kap. 2 §).
///
/// # Errors
/// Every reason why not.
pub fn hold_start(episode: &Episode, side: Side, it: StartHeld, today: Day) -> Result<Body, Vec<Reason>> {
    let mut missing = super::these([
        (it.came.is_empty(), Why::NobodyCame),
        (episode.is_two_sided() && !it.told_of_application, Why::ApplicationNotTold),
        (episode.is_two_sided() && !it.told_of_duty, Why::DutyNotTold),
        (!it.told_how_to_say_no, Why::NoNotTold),
        (consent_missing(episode, it.consent.as_ref()), Why::ConsentMissing),
    ]);
    missing.extend(it.consent.iter().flat_map(|given| super::given(episode, given)));
    stated(episode, side, Body::StartHeld(it), today, missing)
}
