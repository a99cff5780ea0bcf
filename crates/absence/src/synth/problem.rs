//! Problem absence: a level that follows the kind of problem over the year, and a chain of days that follows the level.

use rand_pcg::Pcg64Mcg;

use super::{
    city::Trajectory,
    days::Absence,
    random::{among, below, between, unit},
    traits::Problem,
    year::Year,
};

/// How much a day away makes the next one likelier (method, section 5.2).
const PERSISTENCE: f64 = 0.35;
/// Days away that are whole days.
const WHOLE_DAY: f64 = 0.72;
/// The weekday does not change a level above this, and such a day is always a whole one.
const NEARLY_ALWAYS: f64 = 0.97;
/// An episode lasts 7 to 17 days; a pupil has two to five.
const EPISODE_DAYS: (i32, i32) = (7, 17);
const EPISODES: usize = 5;

/// Adds the absence of a problem to that of the days.
pub(super) fn add(problem: Problem, valid_share: f64, year: &Year, rng: &mut Pcg64Mcg, days: &mut [Absence]) {
    if problem.kind == Trajectory::Selective {
        return one_weekday(problem.level, year, rng, days);
    }
    let level = course(problem, year.days.len(), rng);
    let mut away = false;
    for (at, (day, absence)) in year.days.iter().zip(days).enumerate() {
        let level = level.at(at as f64);
        let today = if level > NEARLY_ALWAYS { level } else { (level * day.problem).min(NEARLY_ALWAYS) };
        let chance = if away { today + PERSISTENCE * (1.0 - today) } else { today * (1.0 - PERSISTENCE) };
        away = level > 0.0 && unit(rng) < chance;
        if !away {
            continue;
        }
        let share = if level > NEARLY_ALWAYS || unit(rng) < WHOLE_DAY { 1.0 } else { between(rng, 0.25, 0.75) };
        let more = (share - absence.valid).max(0.0);
        if unit(rng) < valid_share {
            absence.valid += more;
        } else {
            absence.invalid += more;
        }
    }
}

fn one_weekday(chance: f64, year: &Year, rng: &mut Pcg64Mcg, days: &mut [Absence]) {
    let weekday = below(rng, 5);
    for (day, absence) in year.days.iter().zip(days) {
        if day.weekday == weekday && absence.valid < 0.5 && unit(rng) < chance {
            absence.invalid += if unit(rng) < 0.5 { 1.0 } else { 0.5 };
        }
    }
}

/// The level over a year, by the number of the school day.
enum Course {
    Steady(f64),
    Step { day: f64, before: f64, after: f64 },
    Rise { day: f64, width: f64, base: f64, height: f64 },
    Episodes { level: f64, spans: [(f64, f64); EPISODES] },
}

impl Course {
    fn at(&self, day: f64) -> f64 {
        let level: f64 = match self {
            Course::Steady(level) => *level,
            Course::Step { day: step, before, after } => {
                if day < *step {
                    *before
                } else {
                    *after
                }
            }
            Course::Rise { day: middle, width, base, height } => base + height / (1.0 + ((middle - day) / width).exp()),
            Course::Episodes { level, spans } => {
                if spans.iter().any(|(first, end)| *first <= day && day < *end) {
                    *level
                } else {
                    0.0
                }
            }
        };
        level.clamp(0.0, 0.99)
    }
}

fn course(problem: Problem, length: usize, rng: &mut Pcg64Mcg) -> Course {
    let Problem { kind, level, base, width } = problem;
    match kind {
        Trajectory::Drift => Course::Rise { day: moment(rng, -20, 149), width, base, height: level },
        Trajectory::Abrupt => Course::Step { day: moment(rng, 10, 159), before: 0.03, after: level },
        Trajectory::Withdrawn => Course::Step { day: moment(rng, -80, 109), before: 0.35, after: level },
        Trajectory::Plateau | Trajectory::Selective => Course::Steady(level),
        Trajectory::Episodic => {
            let mut spans = [(0.0, 0.0); EPISODES];
            let count = 2 + below(rng, EPISODES - 1);
            for span in spans.iter_mut().take(count) {
                let first = below(rng, length) as f64;
                *span = (first, first + moment(rng, EPISODE_DAYS.0, EPISODE_DAYS.1));
            }
            Course::Episodes { level, spans }
        }
    }
}

/// A school day from `first` to `last`, which may lie outside the year.
fn moment(rng: &mut Pcg64Mcg, first: i32, last: i32) -> f64 {
    f64::from(among(rng, first, last))
}
