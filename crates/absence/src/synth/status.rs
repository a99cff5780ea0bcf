//! What holds for a pupil in one school year: level, school, problem, move, reduced timetable.

use domain::{Day, SchoolYear, pupil::Span};

use super::{
    city::{Reduced, Trajectory},
    moves::{self, Moved},
    plan::Plan,
    random::{Stream, below, stream, unit},
    traits::{Problem, Traits},
    year::Year,
};

/// A pupil in one school year.
pub(super) struct Status {
    pub(super) level: u8,
    /// Index of the school at the start of the year.
    pub(super) school: usize,
    pub(super) problem: Option<Problem>,
    pub(super) moved: Option<Moved>,
    pub(super) reduced: Option<Reduced>,
}

/// Share with a problem by level, F to 9 (method, section 5.2).
const PROBLEM_SHARE: [f64; 10] = [0.035, 0.045, 0.05, 0.055, 0.07, 0.08, 0.095, 0.14, 0.175, 0.21];
/// One pupil in five draws anew each year whether there is a problem, so that some problems end (own assumption).
const DRAWN_ANEW: f64 = 0.2;
/// Reduced timetable in grades 7–9, for those who are withdrawn and for those with another problem. With the shares of
/// method, section 5.2, it gives the 1.5 % of 5.1: 0.175 · (0.08 · 0.35 + 0.92 · 0.0625).
const REDUCED_SHARE: (f64, f64) = (0.35, 0.0625);
/// Reduced timetables with a decision.
const DECIDED_SHARE: f64 = 0.85;

/// The pupil in that year; `None` when not enrolled.
pub(super) fn status(plan: &Plan, traits: &Traits, year: &Year) -> Option<Status> {
    let level = traits.level(year.year)?;
    let school = moves::school_at_start(plan, traits, year.year);
    let rng = &mut stream(plan.city.seed, traits.pupil.unsigned_abs(), Stream::Status, year.year);
    let (anew, fresh) = (unit(rng) < DRAWN_ANEW, unit(rng));
    let tendency = if anew { fresh } else { traits.tendency };
    let factor = plan.schools.get(school).map_or(1.0, |school| school.problem_factor);
    let share = PROBLEM_SHARE.get(usize::from(level)).copied().unwrap_or(0.0) * factor;
    let problem = (tendency < share).then_some(traits.problem);

    let draws = [unit(rng), unit(rng), unit(rng), unit(rng)];
    let (begin, length) = (10 + below(rng, 90), 40 + below(rng, 40));
    let reduced = problem.filter(|_| level >= 7).and_then(|problem| reduced(year, problem, draws, begin, length));
    Some(Status {
        level,
        school,
        problem,
        moved: moves::in_year(plan, traits, year, school),
        reduced: reduced.filter(|reduced| plan.known(reduced.span.from.0)),
    })
}

/// Half of the reduced timetables hold from the start of the year and the others from day `begin`; three in five to
/// the end of the year and the others for `length` school days.
fn reduced(year: &Year, problem: Problem, draws: [f64; 4], begin: usize, length: usize) -> Option<Reduced> {
    let [chance, early, long, decided] = draws;
    let share = if problem.kind == Trajectory::Withdrawn { REDUCED_SHARE.0 } else { REDUCED_SHARE.1 };
    let begin = if early < 0.5 { 0 } else { begin };
    let end = SchoolYear(year.year).end();
    let last = year.days.get(begin + length).map_or(end, |day| Day(day.date));
    let from = Day(year.days.get(begin)?.date);
    let to = Some(if long < 0.6 { end } else { last });
    (chance < share).then_some(Reduced { span: Span { from, to }, decided: decided < DECIDED_SHARE })
}
