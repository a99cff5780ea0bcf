//! A statement of one's own is taken back, with a reason.

use super::{Reason, Why, these};
use crate::{
    Day,
    episode::{Body, Episode, Side, body::Retracted, table},
    versioned,
};

/// A statement of one's own is taken back. One that later steps build on is not, nor a no.
///
/// # Errors
/// Every reason why not.
pub fn retract(episode: &Episode, side: Side, it: Retracted, today: Day) -> Result<Body, Vec<Reason>> {
    let of = versioned::id(&it.of);
    let found = of.and_then(|of| episode.in_effect.get(&of)).filter(|(by, _)| *by == side);
    let can = found.is_none_or(|(_, kind)| table::RETRACTABLE.contains(kind));
    let moved = found.is_some_and(|(_, kind)| table::TABLE.iter().any(|row| row.kind == *kind && row.to.is_some()));
    let missing = these([
        (found.is_none(), Why::NotYourStatement),
        (!can, Why::NotRetractable),
        (can && moved && episode.moved_by != of, Why::BuiltUpon),
        (it.reason.trim().is_empty(), Why::ReasonMissing),
        (it.day > today, Why::DayAhead),
        (episode.sharing_ended.is_some(), Why::SharingEnded),
    ]);
    if missing.is_empty() { Ok(Body::Retracted(it)) } else { Err(missing) }
}
