//! The fold: from the set of shared statements to an episode. Pure and total; the order of arrival is of no account.

use std::collections::{BTreeMap, BTreeSet};

use super::{Body, Episode, Idle, Keys, Side, State, apply, table, when};
use crate::{Day, statement::Statement, versioned};

/// A statement that this program reads.
struct Read {
    id: u128,
    side: Side,
    body: Body,
}

/// Folds shared statements in the order Lamport number, side, id, each id once. `as_of` decides what is due. `viewer`
/// counts only after sharing has ended: each side then closes alone, so that the two folds may differ.
pub fn fold(statements: &[Statement<'_>], as_of: Day, viewer: Side) -> Episode {
    let mut newer = Vec::new();
    let mut all = Vec::new();
    for statement in ordered(statements) {
        match (Side::from_code(statement.side), Body::from_json(statement.body)) {
            (Some(side), Some(body)) => all.push(Read { id: statement.id, side, body }),
            _ => newer.push(statement.id),
        }
    }
    let mut episode = Episode { newer, ..Episode::empty() };
    let taken_back = taken_back(&all, &mut episode);
    for it in &all {
        if matches!(it.body, Body::Retracted(_)) {
            continue;
        }
        if taken_back.contains(&it.id) {
            episode.without_effect.insert(it.id, Idle::TakenBack);
            continue;
        }
        match step(&mut episode, it, viewer) {
            Ok(()) => _ = episode.in_effect.insert(it.id, (it.side, it.body.kind())),
            Err(why) => _ = episode.without_effect.insert(it.id, why),
        }
    }
    let live = episode.state.is_live();
    episode.review_due = episode.state == State::Active && episode.review.is_some_and(|day| day <= as_of);
    episode.recheck_due = live && episode.pause.is_some_and(|it| it.recheck <= as_of);
    episode
}

/// In the order of folding, each id once. The body is in the order too, so that it is one and the same however they came.
fn ordered<'a, 's>(statements: &'a [Statement<'s>]) -> Vec<&'a Statement<'s>> {
    let mut all: Vec<_> = statements.iter().collect();
    all.sort_by(|a, b| (a.lamport, a.side, a.id, a.body).cmp(&(b.lamport, b.side, b.id, b.body)));
    let mut seen = BTreeSet::new();
    all.retain(|it| seen.insert(it.id));
    all
}

/// The ids of what was taken back, by a statement of the side that made it, wherever that stands in the order.
fn taken_back(all: &[Read], episode: &mut Episode) -> BTreeSet<u128> {
    let made: BTreeMap<_, _> = all.iter().map(|it| (it.id, (it.side, it.body.kind()))).collect();
    for it in all {
        let Body::Retracted(retracted) = &it.body else { continue };
        let of = versioned::id(&retracted.of);
        let own =
            |of: &u128| made.get(of).is_some_and(|(side, kind)| *side == it.side && table::RETRACTABLE.contains(kind));
        match of.filter(own) {
            Some(of) => {
                episode.retracted.entry(of).or_insert_with(|| retracted.reason.clone());
                episode.in_effect.insert(it.id, (it.side, it.body.kind()));
            }
            None => _ = episode.without_effect.insert(it.id, Idle::NothingToTakeBack),
        }
    }
    episode.retracted.keys().copied().collect()
}

fn step(episode: &mut Episode, it: &Read, viewer: Side) -> Result<(), Idle> {
    let (from, kind) = (episode.state, it.body.kind());
    if from == State::Withdrawn && !table::AFTER_SHARING.contains(&kind) {
        return Err(Idle::AfterWithdrawal);
    }
    if episode.sharing_ended.is_some() && !table::AFTER_SHARING.contains(&kind) {
        return Err(Idle::SharingEnded);
    }
    let two_sided = match &it.body {
        Body::Referral(referral) => referral.programme.two_sided,
        _ => episode.is_two_sided(),
    };
    let mut rows = table::rows(from, kind).peekable();
    if rows.peek().is_none() {
        return Err(Idle::NotNow);
    }
    let mut rows = rows.filter(|row| row.who.is(it.side, two_sided)).peekable();
    if rows.peek().is_none() {
        return Err(Idle::NotThatSide);
    }
    let row = rows.find(|row| when::holds(row.when, episode, it.side, &it.body, viewer)).ok_or(Idle::NotMet)?;
    let to = row.to.unwrap_or(from);
    apply::apply(episode, it.id, it.side, &it.body, to);
    if to != from {
        episode.state = to;
        episode.since = Some(apply::day(&it.body));
        episode.moved_by = Some(it.id);
    }
    Ok(())
}

impl Episode {
    /// An episode of which nothing is known.
    pub fn empty() -> Episode {
        Episode {
            state: State::New,
            since: None,
            moved_by: None,
            programme: None,
            grade: None,
            referred: None,
            continues: None,
            accepted: Keys::default(),
            files: Keys::default(),
            meeting: None,
            started: None,
            consent: None,
            noes: Vec::new(),
            plan: None,
            proposed: None,
            plans: Vec::new(),
            followed: Vec::new(),
            reviews: Vec::new(),
            review: None,
            review_due: false,
            pause: None,
            recheck_due: false,
            pauses: Vec::new(),
            prolongations: Vec::new(),
            until: None,
            reason: None,
            sharing_ended: None,
            school_changed: None,
            closed: None,
            continues_in: None,
            in_effect: BTreeMap::new(),
            without_effect: BTreeMap::new(),
            retracted: BTreeMap::new(),
            newer: Vec::new(),
        }
    }
}
