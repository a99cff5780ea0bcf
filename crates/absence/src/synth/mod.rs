//! The synthetic city (method, section 5.2): pupils with lasting traits, and their lesson rows of a school year.
//!
//! Everything about a pupil follows from the seed and the pupil number, so any split of the pupils gives the same rows.
//! What is known on a day does not change when the year is made again as of a later day.

mod city;
mod days;
pub mod demo;
mod moves;
mod person;
mod plan;
mod problem;
mod random;
mod roster;
mod rows;
mod status;
mod stories;
mod support;
#[cfg(test)]
mod tests;
mod timetable;
mod traits;
mod year;

pub use city::{City, Move, Reduced, School, Support, Trajectory, Truth};
use domain::{Day, SchoolYear, Term, lesson::Batch, pupil::Pupil};
use plan::Plan;
use random::{Stream, stream};
use traits::Traits;

/// Rows of a pupil in a year, on average; for reserving memory.
const ROWS_PER_PUPIL: usize = 930;

/// The roster of the year, sorted by pupil and first day. A pupil who has left a school by `as_of` has two rows. The
/// spans are closed: the last one ends with the school year.
pub fn roster(city: &City) -> Vec<Pupil> {
    let plan = Plan::new(city);
    city.numbers().filter_map(|number| roster::rows(&plan, &Traits::of(&plan, number)?)).flatten().collect()
}

/// The lesson rows of the pupils with numbers `from_pupil` to `to_pupil`, both included, sorted by (pupil, date, start,
/// subject). A pupil's rows are the same in any split. `subjects` is the same list, in the same order, in every batch.
pub fn lessons(city: &City, from_pupil: i32, to_pupil: i32) -> Batch {
    let mut batch = Batch::default();
    lessons_into(city, from_pupil, to_pupil, &mut batch);
    batch
}

/// The same as [`lessons`], written over what is in `batch`: without new memory for every
/// part of the work it takes less than half the time.
pub fn lessons_into(city: &City, from_pupil: i32, to_pupil: i32, batch: &mut Batch) {
    rows_into(&Plan::new(city), from_pupil, to_pupil, city.year.end(), batch);
}

/// The same up to and with a day.
fn rows_into(plan: &Plan, from_pupil: i32, to_pupil: i32, last: Day, batch: &mut Batch) {
    clear(batch);
    let Some(year) = plan.year() else { return };
    let city = &plan.city;
    let numbers = from_pupil.max(1)..=to_pupil.min(*city.numbers().end());
    let pupils = numbers.filter_map(|number| Traits::of(plan, number)).filter_map(|traits| {
        let status = status::status(plan, &traits, year)?;
        Some((traits, status))
    });
    let pupils: Vec<_> = pupils.collect();
    reserve(batch, pupils.len() * ROWS_PER_PUPIL);
    let mut days = Vec::new();
    for (traits, status) in &pupils {
        let about = |what| stream(city.seed, traits.pupil.unsigned_abs(), what, year.year);
        let supported = support::of(plan, traits, &mut days);
        support::before(plan, traits, status, year, &mut days);
        if let Some(supported) = supported {
            support::apply(supported, traits.valid_share, year, &mut about(Stream::Support), &mut days);
        }
        rows::add(plan, traits, status, year, &days, last, &mut about(Stream::Rows), batch);
    }
}

/// What is true of a pupil; `None` when the number is not enrolled in the year.
pub fn truth(city: &City, pupil: i32) -> Option<Truth> {
    roster::truth(&Plan::new(city), pupil)
}

/// What is true of every pupil enrolled in the year, sorted by pupil.
pub fn truths(city: &City) -> Vec<Truth> {
    let plan = Plan::new(city);
    city.numbers().filter_map(|number| roster::truth(&plan, number)).collect()
}

/// The schools of the city, those of `cast` first.
pub fn schools(city: &City) -> Vec<School> {
    Plan::new(city).schools
}

/// The terms of a school year: autumn and spring; none when there is no calendar for it.
pub fn terms(year: SchoolYear) -> Vec<Term> {
    plan::terms(year.0)
}

/// No rows, and the subjects of the city.
fn clear(batch: &mut Batch) {
    batch.clear();
    batch.subjects = timetable::SUBJECTS.map(str::to_owned).to_vec();
}

fn reserve(batch: &mut Batch, rows: usize) {
    batch.pupil.reserve(rows);
    batch.school.reserve(rows);
    batch.grade.reserve(rows);
    batch.date.reserve(rows);
    batch.start.reserve(rows);
    batch.subject.reserve(rows);
    batch.scheduled.reserve(rows);
    batch.valid.reserve(rows);
    batch.invalid.reserve(rows);
    batch.cancelled.reserve(rows);
}
