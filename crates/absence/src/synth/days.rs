//! A pupil's absence day by day before any support: illness, leave, appointments, lateness, skipped lessons, problem.

use rand_pcg::Pcg64Mcg;

use super::{
    problem,
    random::{Rare, below, between, place, poisson, unit, whole},
    status::Status,
    timetable::{Timetable, timetable},
    traits::Traits,
    year::Year,
};

/// The absence of one day, before it is laid out on lessons.
#[derive(Clone, Copy, Default)]
pub(super) struct Absence {
    /// Share of the day away, reported as valid.
    pub(super) valid: f64,
    /// Share of the day away, reported as invalid, because of a problem.
    pub(super) invalid: f64,
    /// Minutes late to the first lesson.
    pub(super) late: i32,
    /// Single lessons skipped.
    pub(super) skipped: i32,
}

impl Absence {
    /// Share of the day away, 0 to 1.
    pub(super) fn total(&self, timetable: &Timetable) -> f64 {
        let lessons = timetable.lessons() as f64;
        let late = f64::from(self.late) / (lessons * f64::from(timetable.minutes));
        (self.valid + self.invalid + late + f64::from(self.skipped) / lessons).min(1.0)
    }
}

/// Chance of falling ill on a school day: 0.022 gives the national share of pupils with 15 % absence (method, section
/// 5.2).
const ILLNESS: f64 = 0.022;
/// Length of an illness in school days, from 1 (method, section 5.2); divided by their sum.
const ILLNESS_DAYS: [f64; 10] = [0.36, 0.26, 0.16, 0.09, 0.06, 0.03, 0.02, 0.01, 0.006, 0.004];
const ILLNESS_DAYS_SUM: f64 = 1.0;
/// First days of an illness that are part of a day only.
const PART_DAY: f64 = 0.14;
/// Leaves and appointments a year.
const LEAVES: f64 = 0.30;
const LEAVE_AT_BREAK: f64 = 0.35;
const APPOINTMENTS: f64 = 3.0;
/// Late to the first lesson, per day, and single skipped lessons, per lesson: F, 1–3, 4–6, 7–9.
const LATE: [f64; 4] = [0.006, 0.010, 0.020, 0.050];
const SKIP: [f64; 4] = [0.0, 0.0003, 0.001, 0.006];
const LATEST: f64 = 30.0;
/// Nobody skips more than every other lesson, or is late when half the day is absence already.
const HALF: f64 = 0.5;

/// The absence of every school day of the year, written to `days`.
pub(super) fn simulate(traits: &Traits, status: &Status, year: &Year, rng: &mut Pcg64Mcg, days: &mut Vec<Absence>) {
    days.clear();
    days.resize(year.days.len(), Absence::default());
    illness(traits, year, rng, days);
    leave(year, rng, days);
    for _ in 0..poisson(rng, APPOINTMENTS) {
        let (at, share) = (below(rng, days.len()), between(rng, 0.2, 0.4));
        if let Some(day) = days.get_mut(at) {
            day.valid = day.valid.max(share);
        }
    }
    habits(traits, status.level, rng, days);
    if let Some(it) = status.problem {
        problem::add(it, traits.valid_share, year, rng, days);
    }
}

fn illness(traits: &Traits, year: &Year, rng: &mut Pcg64Mcg, days: &mut [Absence]) {
    let mut left = 0_usize;
    for (day, absence) in year.days.iter().zip(days) {
        if left > 0 {
            absence.valid = 1.0;
            left -= 1;
        } else if unit(rng) < ILLNESS * day.illness * traits.illness {
            absence.valid = if unit(rng) < PART_DAY { between(rng, 0.2, 0.8) } else { 1.0 };
            left = place(&ILLNESS_DAYS, unit(rng) * ILLNESS_DAYS_SUM);
        }
    }
}

fn leave(year: &Year, rng: &mut Pcg64Mcg, days: &mut [Absence]) {
    for _ in 0..poisson(rng, LEAVES) {
        let length = 1 + below(rng, 5);
        let at_break = unit(rng) < LEAVE_AT_BREAK;
        let last = if at_break { year.before_break.get(below(rng, year.before_break.len())).copied() } else { None };
        let last = last.unwrap_or_else(|| below(rng, days.len()));
        for day in days.iter_mut().take(last + 1).skip((last + 1).saturating_sub(length)) {
            day.valid = 1.0;
        }
    }
}

fn habits(traits: &Traits, level: u8, rng: &mut Pcg64Mcg, days: &mut [Absence]) {
    let stage = usize::from(level.min(9).div_ceil(3));
    let of_stage = |table: [f64; 4]| table.get(stage).copied().unwrap_or(0.0);
    let mut late = Rare::new((of_stage(LATE) * traits.late).min(1.0), rng);
    let mut skip = Rare::new((of_stage(SKIP) * traits.skip).min(HALF), rng);
    let lessons = timetable(level).lessons();
    for day in days {
        let usual = day.valid < HALF;
        if late.hit(rng) && usual {
            day.late = whole((3.0 - 7.0 * (1.0 - unit(rng)).ln()).min(LATEST));
        }
        let skipped = (0..lessons).filter(|_| skip.hit(rng)).count();
        if usual {
            day.skipped = i32::try_from(skipped).unwrap_or(0);
        }
    }
}
