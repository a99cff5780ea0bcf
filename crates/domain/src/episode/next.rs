//! What a side can state now: for buttons. The guard of each verb still has the last word.

use super::{
    Episode, Side, State,
    table::{self, TABLE, When},
};

/// The kinds that a side may state, in the order of the table, each once. A condition on what is yet to be written
/// counts as met.
pub fn next(episode: &Episode, side: Side) -> Vec<&'static str> {
    let mut kinds = Vec::new();
    for row in TABLE.iter().filter(|row| row.from.contains(&episode.state)) {
        // Before the referral it is the school's turn, in either kind of programme.
        let two_sided = episode.state == State::New || episode.is_two_sided();
        let open = row.who.is(side, two_sided)
            && may(episode, side, row.when)
            && !(episode.state == State::Withdrawn && row.kind != "file_closed")
            && !(matches!(episode.state, State::New | State::Closed | State::Declined) && is_any(row.kind))
            && (episode.sharing_ended.is_none() || matches!(row.kind, "withdrawn" | "file_closed"))
            && !(episode.pause.is_some() && table::NOT_WHILE_PAUSED.contains(&row.kind));
        if open && !kinds.contains(&row.kind) {
            kinds.push(row.kind);
        }
    }
    kinds
}

fn is_any(kind: &str) -> bool {
    matches!(kind, "withdrawn" | "sharing_ended")
}

/// Whether the condition can still be met, whatever is written.
fn may(episode: &Episode, side: Side, when: When) -> bool {
    let programme = episode.programme.as_ref();
    match when {
        When::FirstKey | When::LastKey => {
            let keys =
                if episode.state.is_started() || !episode.state.is_live() { episode.files } else { episode.accepted };
            keys.of(side).is_none()
        }
        When::ConfirmsProposal => episode.proposed.as_ref().is_some_and(|it| it.side != side),
        When::ConfirmsOther => episode.plans.iter().any(|it| it.side != side && it.confirmed.is_none()),
        When::TimesLeft => programme.is_some_and(|it| episode.prolongations.len() < usize::from(it.prolong_times)),
        When::IsPaused => episode.pause.is_some(),
        When::Alone => episode.sharing_ended.is_some() && episode.files.of(side).is_none(),
        When::OwnFileClosed => episode.files.of(side).is_some(),
        When::SchoolOnly => !episode.is_two_sided(),
        When::FreshAndInTime => episode.closed.is_some() && episode.continues_in.is_none() && episode.plan.is_some(),
        When::Always
        | When::ConsentHolds
        | When::Allowed
        | When::Refused
        | When::Agreed
        | When::SameAuthority
        | When::OtherAuthority => true,
    }
}
