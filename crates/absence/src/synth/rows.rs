//! From a pupil's days to lesson rows: which lessons are missed, which are unreported or cancelled.

use domain::{
    Day,
    lesson::{Batch, Lesson},
};
use rand_pcg::Pcg64Mcg;

use super::{
    days::Absence,
    plan::Plan,
    random::{Rare, below, unit, whole},
    status::Status,
    timetable::{FIRST_START, PAUSE, Timetable, timetable},
    traits::Traits,
    year::Year,
};

/// Lessons that the school cancels (method, section 5.2).
const CANCELLED: f64 = 0.012;
/// A reduced timetable has half the lessons, at least two.
const REDUCED_AT_LEAST: usize = 2;
/// No day has more lessons.
const MOST_LESSONS: usize = 8;

type Minutes = [(i32, i32); MOST_LESSONS];

/// Adds the pupil's rows of the year, up to and with a day, to the batch.
#[expect(clippy::too_many_arguments, reason = "all that decides a row, each of its own kind")]
pub(super) fn add(
    plan: &Plan,
    traits: &Traits,
    status: &Status,
    year: &Year,
    days: &[Absence],
    last: Day,
    rng: &mut Pcg64Mcg,
    batch: &mut Batch,
) {
    let timetable = timetable(status.level);
    let grade = i8::try_from(status.level).unwrap_or(0);
    let mut at_new = false;
    let mut school = status.school;
    let mut cancelled = Rare::new(CANCELLED, rng);
    let mut unreported = Rare::new(unreported_share(plan, school), rng);
    for (day, absence) in year.days.iter().zip(days).take_while(|(day, _)| day.date <= last.0) {
        if let Some(moved) = status.moved {
            if day.date > moved.last && day.date < moved.first {
                continue;
            }
            if !at_new && day.date >= moved.first {
                (at_new, school) = (true, moved.to);
                unreported = Rare::new(unreported_share(plan, school), rng);
            }
        }
        let reduced = status.reduced.is_some_and(|reduced| reduced.span.contains(Day(day.date)));
        let lessons = timetable.lessons();
        let lessons = if reduced { (lessons / 2).max(REDUCED_AT_LEAST) } else { lessons };
        let known = plan.known(day.date);
        let minutes = if known { lay_out(absence, lessons, timetable.minutes, rng) } else { Minutes::default() };
        let subjects = subjects(timetable, day.weekday, school + traits.class, lessons);
        let mut start = FIRST_START;
        for ((valid, invalid), subject) in minutes.into_iter().zip(subjects) {
            let cancelled = known && cancelled.hit(rng);
            let reported = known && !unreported.hit(rng) && !cancelled;
            batch.push(Lesson {
                pupil: traits.pupil,
                school: plan.code(school),
                grade,
                date: Day(day.date),
                start,
                subject,
                scheduled: timetable.minutes,
                valid: reported.then_some(valid),
                invalid: reported.then_some(invalid),
                cancelled,
            });
            start += timetable.minutes + PAUSE;
        }
    }
}

fn unreported_share(plan: &Plan, school: usize) -> f64 {
    plan.schools.get(school).map_or(0.0, |school| school.unreported)
}

/// The subjects of a day. Classes have the same week in another order, so that a weekday is not the same for all.
fn subjects(timetable: &Timetable, weekday: usize, class: usize, lessons: usize) -> impl Iterator<Item = u16> {
    let day = timetable.week.get((weekday + class) % 5).copied().unwrap_or_default();
    day.iter().copied().take(lessons)
}

/// Valid and invalid minutes lesson by lesson. Absence is one piece, from the start or to the end of the day, with the
/// invalid part next to the valid one; then come lateness and single skipped lessons where the pupil was present.
fn lay_out(absence: &Absence, lessons: usize, minutes: i32, rng: &mut Pcg64Mcg) -> Minutes {
    let mut day = Minutes::default();
    let Absence { valid, invalid, late, skipped } = *absence;
    if valid + invalid > 0.0 {
        let whole_lessons =
            |share: f64| usize::try_from(whole((share * lessons as f64).round_ties_even())).unwrap_or(0);
        let (valid, invalid) = (whole_lessons(valid), whole_lessons(invalid));
        let from_start = unit(rng) < 0.5;
        let mut set = |at: usize| {
            let place = if from_start { Some(at) } else { (lessons - 1).checked_sub(at) };
            let slot = place.filter(|place| *place < lessons).and_then(|place| day.get_mut(place));
            if let Some(slot) = slot {
                *slot = if at < valid { (minutes, 0) } else { (0, minutes) };
            }
        };
        (0..(valid + invalid).min(lessons)).for_each(&mut set);
    }
    if late > 0
        && let Some(first) = day.first_mut().filter(|first| **first == (0, 0))
    {
        first.1 = late.min(minutes - 1);
    }
    for _ in 0..skipped {
        let present = |lesson: &(i32, i32)| *lesson == (0, 0);
        let free = day.iter().take(lessons).filter(|lesson| present(lesson)).count();
        let chosen = below(rng, free);
        if let Some(lesson) = day.iter_mut().take(lessons).filter(|lesson| present(lesson)).nth(chosen) {
            lesson.1 = minutes;
        }
    }
    day
}
