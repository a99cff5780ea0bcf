//! Support: who is referred, when, and what it does to the absence afterwards (method, section 5.2).
//!
//! A pupil is referred once, on the absence before any support. As nothing has worked on it until then, the years
//! before can be looked through one by one, and regression to the mean arises by itself.

use domain::Day;
use rand_pcg::Pcg64Mcg;

use super::{
    city::Support,
    days::{self, Absence},
    plan::Plan,
    random::{Stream, stream, unit},
    status::{self, Status},
    timetable::timetable,
    traits::Traits,
    year::Year,
};

/// Grades 4–9 are referred.
const FROM_LEVEL: u8 = 4;
/// A team looks at a pupil every 20 school days, from the 60th.
const EVERY: usize = 20;
const RECENT: usize = 20;
const BASELINE: usize = 60;
/// At least so much absence in the last 20 school days; then a chance of 2 % × e^(2 × absence in the last 60).
const RECENT_AT_LEAST: f64 = 0.20;
const CHANCE: f64 = 0.02;
const STEEPNESS: f64 = 2.0;
/// School days from referral to the first effect.
const DELAY: usize = 10;
/// Of a gain, 30 % is gone after six months.
const FADES: f64 = 0.30;
const FADING_DAYS: f64 = 183.0;

/// The pupil's support that is known and has been decided in this or an earlier year.
pub(super) fn of(plan: &Plan, traits: &Traits, days: &mut Vec<Absence>) -> Option<Support> {
    if traits.referral >= CHANCE * STEEPNESS.exp() {
        return None;
    }
    plan.years.iter().find_map(|year| {
        let status = status::status(plan, traits, year).filter(|status| status.level >= FROM_LEVEL)?;
        before(plan, traits, &status, year, days);
        let found = referred(traits, &status, year, days)?;
        plan.known(found.referred.0).then_some(found)
    })
}

/// The absence of a year before support, written to `days`.
pub(super) fn before(plan: &Plan, traits: &Traits, status: &Status, year: &Year, days: &mut Vec<Absence>) {
    let rng = &mut stream(plan.city.seed, traits.pupil.unsigned_abs(), Stream::Days, year.year);
    days::simulate(traits, status, year, rng, days);
}

fn referred(traits: &Traits, status: &Status, year: &Year, days: &[Absence]) -> Option<Support> {
    let timetable = timetable(status.level);
    let rate = |from: usize, end: usize| {
        let window = days.iter().take(end).skip(from);
        window.map(|day| day.total(timetable)).sum::<f64>() / ((end - from) as f64)
    };
    (BASELINE..days.len()).step_by(EVERY).find_map(|at| {
        let (recent, before) = (rate(at - RECENT, at), rate(at - BASELINE, at));
        if recent < RECENT_AT_LEAST || traits.referral >= CHANCE * (STEEPNESS * before).exp() {
            return None;
        }
        let referred = Day(year.days.get(at)?.date);
        let start = year.days.get(at + DELAY).map_or(referred.plus(14), |day| Day(day.date));
        Some(Support { referred, start, effect: traits.effect })
    })
}

/// What is left of the effect on a day.
fn effect(support: Support, date: i32) -> f64 {
    let faded = (f64::from(date - support.start.0) / FADING_DAYS).clamp(0.0, 1.0);
    if support.effect > 0.0 { support.effect * (1.0 - FADES * faded) } else { support.effect }
}

/// Changes the absence from the start of the effect on. A gain takes days of absence away. A loss gives a day of absence
/// a chance to be followed by one more, on the next day that the pupil would have been there.
pub(super) fn apply(support: Support, valid_share: f64, year: &Year, rng: &mut Pcg64Mcg, days: &mut [Absence]) {
    let mut owed: f64 = 0.0;
    for (day, absence) in year.days.iter().zip(days).filter(|(day, _)| day.date >= support.start.0) {
        let (effect, draw) = (effect(support, day.date), unit(rng));
        let away = (absence.valid + absence.invalid).min(1.0);
        if draw < effect {
            *absence = Absence::default();
        } else if away > 0.0 && draw < -effect {
            owed += away;
        } else if away == 0.0 && owed > 0.0 {
            let more = owed.min(1.0);
            owed -= more;
            let (valid, invalid) = if draw < valid_share { (more, 0.0) } else { (0.0, more) };
            *absence = Absence { valid, invalid, ..*absence };
        }
    }
}
