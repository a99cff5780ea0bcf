//! When something is to be done in an episode next: derived from its dates, never stored as truth.

use super::{Episode, State};
use crate::{
    Day,
    calendar::Calendar,
    deadline::{Unit, deadline},
};

/// The day by which the next thing is to be done: answering, holding the start meeting, making a plan, looking at the
/// plan or at a pause again, ending. None when nothing is waited for. A pause comes before all else.
pub fn due(episode: &Episode) -> Option<Day> {
    if let Some(pause) = episode.pause.filter(|_| episode.state.is_live()) {
        return Some(pause.recheck);
    }
    let programme = episode.programme.as_ref()?;
    // Working days are the same in every calendar.
    let after = |day: Option<Day>, n| day.map(|day| deadline(day, n, Unit::Working, &Calendar::default()));
    match episode.state {
        State::Referred | State::Intake => after(episode.referred, programme.answer_days),
        State::Queued => after(episode.accepted.school.max(episode.accepted.social), programme.start_days),
        State::StartPlanned => episode.meeting,
        State::Started | State::Mapping => after(episode.started, programme.plan_days),
        State::Planned | State::Active | State::Maintenance => {
            [episode.review, episode.until].into_iter().flatten().min()
        }
        State::Closing => episode.until,
        State::New | State::Closed | State::Declined | State::Withdrawn => None,
    }
}
