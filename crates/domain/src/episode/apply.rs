//! What a statement in effect leaves in the episode, besides the state.

use super::{
    Body, Consent, Episode, Pause, Prolongation, Proposed, Side, State,
    body::{InterventionConsent, PlanProposed},
    when,
};
use crate::{Day, closing::Neutral, deadline::months_after, versioned};

/// Applies a statement that leads to `to`.
pub(super) fn apply(episode: &mut Episode, id: u128, side: Side, body: &Body, to: State) {
    match body {
        Body::Referral(it) => {
            episode.programme = Some(it.programme.clone());
            episode.grade = Some(it.grade);
            episode.referred = Some(it.day);
            episode.continues = it.continues.as_ref().map(|link| link.episode.clone());
        }
        Body::Accepted(it) => episode.accepted.turn(side, it.day),
        Body::Declined(it) => episode.reason = Some(it.reason),
        Body::StartPlanned(it) => episode.meeting = Some(it.meeting),
        Body::StartHeld(it) => {
            consent(episode, id, it.consent.as_ref());
            episode.started = Some(it.day);
            episode.until = episode.programme.as_ref().map(|programme| months_after(it.day, programme.most_months));
        }
        Body::InterventionConsent(it) => consent(episode, id, Some(it)),
        Body::ConsentWithdrawn(_) => no(episode, id),
        Body::PlanProposed(it) => propose(episode, id, side, it, to),
        Body::PlanConfirmed(it) => confirm(episode, versioned::id(&it.of), it.day, to),
        Body::ItemFollowed(it) => episode.followed.push((id, it.followed.clone())),
        Body::ReviewHeld(it) => {
            episode.review = Some(it.next);
            episode.reviews.push((id, it.clone()));
        }
        Body::Prolonged(it) => {
            episode.prolongations.push(Prolongation { id, day: it.day, until: it.until });
            episode.until = episode.until.max(Some(it.until));
        }
        Body::ClosingBegun(it) => episode.reason = Some(it.reason),
        Body::FileClosed(it) => episode.files.turn(side, it.day),
        Body::Paused(it) => {
            resume(episode, it.day);
            episode.pause = Some(Pause { id, from: it.day, recheck: it.recheck, until: None });
        }
        Body::Resumed(it) => resume(episode, it.day),
        Body::SharingEnded(it) => _ = episode.sharing_ended.get_or_insert(it.day),
        Body::Reopened(it) => {
            consent(episode, id, it.consent.as_ref());
            (episode.files, episode.reason, episode.review) = (super::Keys::default(), None, Some(it.review));
            let away = episode.closed.map_or(0, |closed| it.day.0.saturating_sub(closed.0).max(0));
            episode.until = episode.until.map(|day| day.plus(away));
        }
        Body::Converted(it) => {
            episode.files.turn(side, it.day);
            episode.continues_in = Some(it.episode.clone());
        }
        Body::SchoolChanged(it) => {
            episode.school_changed = Some(it.day);
            match to {
                State::Declined => episode.reason = Some(Neutral::CannotStartNow),
                State::Closing if !it.same_authority => _ = episode.reason.get_or_insert(Neutral::EndedEarly),
                _ => {}
            }
        }
        Body::Received(_) | Body::MappingDone(_) | Body::MaintenanceBegun(_) | Body::Withdrawn(_) => {}
        Body::Retracted(_) => {}
    }
    if to == State::Closed && episode.state != State::Closed {
        episode.closed = episode.files.school.max(episode.files.social);
    }
    if matches!(to, State::Closed | State::Withdrawn | State::Declined) {
        // What comes after needs a consent of its own, and nothing is due any more.
        if episode.state != to {
            (episode.consent, episode.proposed) = (None, None);
        }
        resume(episode, day(body));
    }
}

fn consent(episode: &mut Episode, id: u128, given: Option<&InterventionConsent>) {
    match given {
        Some(given) if when::counts(episode, given) => {
            episode.consent = Some(Consent { id, asked: given.asked.clone() });
        }
        Some(given) if !when::allows(given) => no(episode, id),
        // A yes that is concurrent with a no: the no holds.
        _ => {}
    }
}

fn no(episode: &mut Episode, id: u128) {
    episode.consent = None;
    episode.noes.push(id);
}

fn propose(episode: &mut Episode, id: u128, side: Side, it: &PlanProposed, to: State) {
    let (plan, agreement) = (it.plan.clone(), it.agreement.clone());
    let proposed = Proposed { id, side, day: it.day, plan, agreement, confirmed: None };
    episode.plans.push(proposed.clone());
    if to == State::Active && (it.agreement.at_meeting || !episode.is_two_sided()) {
        run(episode, proposed);
    } else {
        episode.proposed = Some(proposed);
    }
}

fn confirm(episode: &mut Episode, of: Option<u128>, day: Day, to: State) {
    for plan in episode.plans.iter_mut().chain(episode.plan.as_mut()).chain(episode.proposed.as_mut()) {
        if Some(plan.id) == of {
            plan.confirmed.get_or_insert(day);
        }
    }
    if to == State::Active && episode.proposed.as_ref().is_some_and(|it| Some(it.id) == of) {
        let proposed = episode.proposed.take();
        proposed.into_iter().for_each(|it| run(episode, it));
    }
}

fn run(episode: &mut Episode, plan: Proposed) {
    episode.review = Some(plan.plan.review);
    episode.plan = Some(plan);
    episode.proposed = None;
}

fn resume(episode: &mut Episode, day: Day) {
    if let Some(pause) = episode.pause.take() {
        episode.pauses.push(Pause { until: Some(day), ..pause });
    }
}

/// The day that a statement is about.
pub(super) fn day(body: &Body) -> Day {
    match body {
        Body::Referral(it) => it.day,
        Body::Received(it) => it.day,
        Body::Accepted(it) => it.day,
        Body::Declined(it) => it.day,
        Body::StartPlanned(it) => it.day,
        Body::StartHeld(it) => it.day,
        Body::InterventionConsent(it) => it.asked.day,
        Body::ConsentWithdrawn(it) => it.day,
        Body::MappingDone(it) => it.day,
        Body::PlanProposed(it) => it.day,
        Body::PlanConfirmed(it) => it.day,
        Body::ItemFollowed(it) => it.followed.day,
        Body::ReviewHeld(it) => it.day,
        Body::Prolonged(it) => it.day,
        Body::MaintenanceBegun(it) => it.day,
        Body::ClosingBegun(it) => it.day,
        Body::FileClosed(it) => it.day,
        Body::Paused(it) => it.day,
        Body::Resumed(it) => it.day,
        Body::Withdrawn(it) => it.day,
        Body::SharingEnded(it) => it.day,
        Body::Reopened(it) => it.day,
        Body::Converted(it) => it.day,
        Body::SchoolChanged(it) => it.day,
        Body::Retracted(it) => it.day,
    }
}
