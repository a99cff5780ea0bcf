//! Whether the condition of a row holds for a statement, where the episode is.

use super::{Body, Episode, Keys, Side, body::InterventionConsent, table::When};
use crate::{Day, consent::intervention::Outcome, deadline::months_after, versioned};

/// Calendar months after closing within which the same episode may go on.
pub const REOPEN_MONTHS: u8 = 3;

/// Whether the condition holds.
pub(super) fn holds(when: When, episode: &Episode, side: Side, body: &Body, viewer: Side) -> bool {
    let keys = match body {
        Body::Accepted(_) => episode.accepted,
        _ => episode.files,
    };
    match when {
        When::Always => true,
        When::FirstKey => keys.of(side).is_none() && !turned(keys, side).all(episode.is_two_sided()),
        When::LastKey => keys.of(side).is_none() && turned(keys, side).all(episode.is_two_sided()),
        When::ConsentHolds => match body {
            Body::StartHeld(held) => consent_after(episode, held.consent.as_ref()),
            _ => episode.consent_holds(),
        },
        When::Allowed => matches!(body, Body::InterventionConsent(it) if allows(it)),
        When::Refused => matches!(body, Body::InterventionConsent(it) if !allows(it)),
        When::Agreed => match body {
            Body::PlanProposed(it) => it.agreement.at_meeting || !episode.is_two_sided(),
            _ => false,
        },
        When::ConfirmsProposal => {
            confirmed(body).is_some_and(|of| episode.proposed.as_ref().is_some_and(|it| it.id == of && it.side != side))
        }
        When::ConfirmsOther => confirmed(body)
            .is_some_and(|of| episode.plan_of(of).is_some_and(|it| it.side != side && it.confirmed.is_none())),
        When::TimesLeft => {
            let times = episode.programme.as_ref().map_or(0, |it| usize::from(it.prolong_times));
            episode.prolongations.len() < times
        }
        When::IsPaused => episode.pause.is_some(),
        When::SameAuthority => matches!(body, Body::SchoolChanged(it) if it.same_authority),
        When::OtherAuthority => matches!(body, Body::SchoolChanged(it) if !it.same_authority),
        When::Alone => episode.sharing_ended.is_some() && side == viewer,
        When::OwnFileClosed => episode.files.of(viewer).is_some(),
        When::FreshAndInTime => match body {
            Body::Reopened(it) => {
                let last = episode.closed.map(|day| months_after(day, REOPEN_MONTHS));
                let in_time = last.is_some_and(|last| it.day <= last) && episode.continues_in.is_none();
                in_time && episode.plan.is_some() && consent_after(episode, it.consent.as_ref())
            }
            _ => false,
        },
        When::SchoolOnly => !episode.is_two_sided(),
    }
}

fn turned(mut keys: Keys, side: Side) -> Keys {
    keys.turn(side, Day::default());
    keys
}

/// Whether consent holds once the one in the same statement counts.
fn consent_after(episode: &Episode, given: Option<&InterventionConsent>) -> bool {
    match given {
        Some(given) => counts(episode, given),
        None => episode.consent_holds(),
    }
}

/// Whether an answer allows the support.
pub(super) fn allows(given: &InterventionConsent) -> bool {
    matches!(given.outcome, Outcome::Allowed { .. })
}

/// Whether a yes counts: it allows the support and was given with every no before it in mind.
pub(super) fn counts(episode: &Episode, given: &InterventionConsent) -> bool {
    let known: Vec<_> = given.after.iter().filter_map(|id| versioned::id(id)).collect();
    allows(given) && episode.noes.iter().all(|no| known.contains(no))
}

fn confirmed(body: &Body) -> Option<u128> {
    match body {
        Body::PlanConfirmed(it) => versioned::id(&it.of),
        _ => None,
    }
}
