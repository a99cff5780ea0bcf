//! A work list: whom it shows, in which order, and whom to begin with. The rule and the order are the pack's.

use std::cmp::{Ordering, Reverse};

use domain::Signal;
use pack::{Condition, SortKey, Thresholds, WorkList};

use super::{Overview, Standing};

/// Who asks first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// The mentor.
    Mentor,
    /// The pupil health team.
    PupilHealth,
}

/// A pupil on a list.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The pupil.
    pub standing: &'a Standing,
    /// Who asks first, by the list's rule.
    pub first: First,
}

/// The pupils on a list, in its order; the last key is always the pupil number. Pupils whose timetable has stopped
/// are on no list (P15).
pub fn lines<'a>(overview: &'a Overview, list: &WorkList, thresholds: &Thresholds) -> Vec<Line<'a>> {
    let listed = |standing: &&Standing| {
        let level = i8::try_from(standing.grade).unwrap_or(i8::MAX);
        !standing.is_stale() && list.includes(level, |condition| holds(standing, *condition, thresholds))
    };
    let mut lines: Vec<Line<'_>> = overview
        .pupils
        .values()
        .filter(listed)
        .map(|standing| Line { standing, first: first(standing, list, thresholds) })
        .collect();
    lines.sort_by(|a, b| compare(a.standing, b.standing, list, thresholds));
    lines
}

fn holds(standing: &Standing, condition: Condition, thresholds: &Thresholds) -> bool {
    let fires = standing.answer(condition.signal).is_yes();
    condition.holds(fires, level(standing, condition.signal, thresholds), thresholds)
}

/// The band of S01 in percent, or the level of S05; 0 for the others.
fn level(standing: &Standing, signal: Signal, thresholds: &Thresholds) -> i64 {
    match signal {
        Signal::S01 => standing.own.s01.band(&thresholds.s01).unwrap_or(0),
        Signal::S05 => standing.own.s05.level(&thresholds.s05),
        _ => 0,
    }
}

/// The mentor asks first when every signal about the pupil is among those that the list gives to the mentor.
fn first(standing: &Standing, list: &WorkList, thresholds: &Thresholds) -> First {
    let for_mentor = |signal: Signal| {
        list.mentor_first.iter().any(|condition| condition.signal == signal && holds(standing, *condition, thresholds))
    };
    if firing(standing).all(for_mentor) { First::Mentor } else { First::PupilHealth }
}

/// The signals about the pupil that fire.
pub fn firing(standing: &Standing) -> impl Iterator<Item = Signal> {
    Signal::ALL.into_iter().filter(|signal| signal.about_pupil() && standing.answer(*signal).is_yes())
}

fn compare(a: &Standing, b: &Standing, list: &WorkList, thresholds: &Thresholds) -> Ordering {
    let by_key = |key: &SortKey| rank(a, *key, thresholds).cmp(&rank(b, *key, thresholds));
    list.order.iter().map(by_key).find(|order| order.is_ne()).unwrap_or_else(|| a.pupil.cmp(&b.pupil))
}

/// What a key says of a pupil; the highest comes first.
fn rank(standing: &Standing, key: SortKey, thresholds: &Thresholds) -> Reverse<i64> {
    Reverse(match key {
        SortKey::Signal(signal) => i64::from(standing.answer(signal).is_yes()),
        SortKey::Level2 => i64::from(level(standing, Signal::S05, thresholds) == 2),
        SortKey::Band => level(standing, Signal::S01, thresholds),
        SortKey::Count => i64::try_from(firing(standing).count()).unwrap_or(i64::MAX),
        SortKey::Since => standing.since.first().map_or(i64::MIN, |day| -i64::from(day.0)), // the earliest day first
    })
}
