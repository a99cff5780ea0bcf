//! Changes of school: 4 % of the pupils a year, half of them between the terms (method, section 5.2).

use super::{
    plan::Plan,
    random::{Stream, among, below, stream, unit},
    traits::Traits,
    year::Year,
};

/// A change of school; schools as indices, days as days since 1970-01-01.
#[derive(Clone, Copy)]
pub(super) struct Moved {
    pub(super) to: usize,
    pub(super) last: i32,
    pub(super) first: i32,
    pub(super) at_term_change: bool,
}

const SHARE: f64 = 0.04;
/// Days without a school, at most.
const LONGEST_GAP: i32 = 10;
/// Nobody moves within so many school days of the ends of the year, so that there are rows at both schools.
const MARGIN: usize = 15;

/// The school that a pupil starts the year at: the first school and the moves of the earlier years.
pub(super) fn school_at_start(plan: &Plan, traits: &Traits, year: i16) -> usize {
    let earlier = plan.years.iter().filter(|earlier| earlier.year < year && traits.level(earlier.year).is_some());
    earlier.fold(traits.school, |school, earlier| in_year(plan, traits, earlier, school).map_or(school, |it| it.to))
}

/// The pupil's move in a year, from the school with that index. A move is known from the last day at the old school.
pub(super) fn in_year(plan: &Plan, traits: &Traits, year: &Year, from: usize) -> Option<Moved> {
    let rng = &mut stream(plan.city.seed, traits.pupil.unsigned_abs(), Stream::Moves, year.year);
    if unit(rng) >= SHARE {
        return None;
    }
    let at_term_change = unit(rng) < 0.5;
    let gap = among(rng, 0, LONGEST_GAP);
    let other = below(rng, plan.schools.len() - 1);
    let day = MARGIN + below(rng, year.days.len().saturating_sub(2 * MARGIN));
    let [autumn, spring] = year.terms;
    let (last, first) = if at_term_change {
        (autumn.end.0, spring.start.0 + gap)
    } else {
        let last = year.days.get(day)?.date;
        (last, last + 1 + gap)
    };
    // the others, without the school that is left
    let to = if other >= from { other + 1 } else { other };
    plan.known(last).then_some(Moved { to, last, first, at_term_change })
}
