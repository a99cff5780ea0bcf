//! The proportions of a city of 20,000 pupils, measured on its lesson rows.

use std::{collections::HashMap, sync::LazyLock};

use super::{super::*, city};

const PUPILS: i32 = 20_000;

#[derive(Clone, Copy, Default)]
struct Sum {
    reported: i64,
    absent: i64,
    invalid: i64,
}

impl Sum {
    fn add(&mut self, scheduled: i32, valid: i32, invalid: i32) {
        self.reported += i64::from(scheduled);
        self.absent += i64::from(valid + invalid);
        self.invalid += i64::from(invalid);
    }

    fn rate(&self) -> f64 {
        self.absent as f64 / self.reported.max(1) as f64
    }
}

#[derive(Default)]
struct Measured {
    rows: usize,
    cancelled: usize,
    unreported: usize,
    all: Sum,
    terms: [Sum; 2],
    by_weekday: [Sum; 5],
    /// Per pupil: grade, the two terms.
    pupils: Vec<(i8, [Sum; 2])>,
}

static MEASURED: LazyLock<Measured> = LazyLock::new(|| {
    let city = city(PUPILS);
    let spring = terms(city.year)[1].start;
    let weekday: HashMap<i32, usize> = (city.year.start().0..=city.year.end().0)
        .map(|day| (day, usize::from(domain::Day(day).weekday()) - 1))
        .collect();
    let mut measured = Measured::default();
    for from in (1..=PUPILS).step_by(500) {
        let batch = lessons(&city, from, from + 499);
        let mut last = 0;
        for lesson in batch.rows() {
            if lesson.pupil != last {
                last = lesson.pupil;
                measured.pupils.push((lesson.grade, Default::default()));
            }
            measured.rows += 1;
            if lesson.cancelled {
                measured.cancelled += 1;
                continue;
            }
            let (Some(valid), Some(invalid)) = (lesson.valid, lesson.invalid) else {
                measured.unreported += 1;
                continue;
            };
            let term = usize::from(lesson.date >= spring);
            let Measured { all, terms, by_weekday, pupils, .. } = &mut measured;
            let pupil = pupils.last_mut().unwrap();
            for sum in [all, &mut terms[term], &mut by_weekday[weekday[&lesson.date.0]], &mut pupil.1[term]] {
                sum.add(lesson.scheduled, valid, invalid);
            }
        }
    }
    measured
});

/// Percent of the pupils in these grades with at least so many percent absence in the autumn.
fn share(grades: std::ops::RangeInclusive<i8>, percent: f64) -> f64 {
    let rates =
        MEASURED.pupils.iter().filter(|(grade, _)| grades.contains(grade)).map(|(_, [autumn, _])| autumn.rate());
    let rates: Vec<f64> = rates.collect();
    100.0 * rates.iter().filter(|rate| **rate >= percent / 100.0).count() as f64 / rates.len() as f64
}

#[track_caller]
fn check(what: &str, measured: f64, expected: f64, tolerance: f64) {
    println!("{what}: {measured:.2} (expected {expected} ± {tolerance})");
    assert!((measured - expected).abs() <= tolerance, "{what}: {measured:.2}, expected {expected} ± {tolerance}");
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole as f64
}

#[test]
fn one_pupil_in_seven_is_away_15_percent_and_more_in_the_higher_grades() {
    check("all ≥ 15 %", share(0..=9, 15.0), 14.0, 2.0);
    // 2,000 pupils a grade: a standard error of 0.9
    check("grade 7 ≥ 15 %", share(7..=7, 15.0), 17.0, 3.9);
    check("grade 8 ≥ 15 %", share(8..=8, 15.0), 19.4, 3.9);
    check("grade 9 ≥ 15 %", share(9..=9, 15.0), 20.5, 3.9);
    check("all ≥ 50 %", share(0..=9, 50.0), 1.25, 0.75);
}

#[test]
fn the_level_the_week_and_the_terms_are_as_expected() {
    let rate = |sum: &Sum| 100.0 * sum.rate();
    let invalid = 100.0 * MEASURED.all.invalid as f64 / MEASURED.all.reported as f64;
    check("overall", rate(&MEASURED.all), 8.25, 1.25);
    check("invalid", invalid, 1.2, 0.4);
    check("spring above autumn", rate(&MEASURED.terms[1]) - rate(&MEASURED.terms[0]), 1.3, 1.0);
    check("Friday above Wednesday", rate(&MEASURED.by_weekday[4]) - rate(&MEASURED.by_weekday[2]), 1.25, 0.75);
    println!("weekdays: {:?}", MEASURED.by_weekday.map(|sum| (1e4 * sum.rate()).round() / 100.0));
    for percent in [10.0, 15.0, 20.0, 30.0, 50.0] {
        println!("≥ {percent} %: all {:.1}, grade 9 {:.1}", share(0..=9, percent), share(9..=9, percent));
    }
    for (name, grades) in [("F-3", 0..=3), ("4-6", 4..=6), ("7", 7..=7), ("8", 8..=8), ("9", 9..=9)] {
        let pupils = MEASURED.pupils.iter().filter(|(grade, _)| grades.contains(grade));
        let rates: Vec<f64> = pupils.map(|(_, [autumn, _])| 100.0 * autumn.rate()).collect();
        println!("autumn {name}: {:.2}", rates.iter().sum::<f64>() / rates.len() as f64);
    }
}

#[test]
fn rows_cancellations_and_gaps_in_the_reporting_are_as_expected() {
    let m = &*MEASURED;
    check("rows a pupil", m.rows as f64 / f64::from(PUPILS), 913.0, 137.0);
    check("cancelled", percent(m.cancelled, m.rows), 1.2, 0.3);
    check("unreported", percent(m.unreported, m.rows - m.cancelled), 5.0, 2.0);
    assert_eq!(m.pupils.len(), usize::try_from(PUPILS).unwrap());
}

#[test]
fn moves_reduced_timetables_and_problems_are_as_expected() {
    let truths = truths(&city(PUPILS));
    let count = |keep: &dyn Fn(&Truth) -> bool| truths.iter().filter(|truth| keep(truth)).count();
    let moved = count(&|truth| truth.moved.is_some());
    check("moved", percent(moved, truths.len()), 4.0, 1.0);
    let between = count(&|truth| truth.moved.is_some_and(|moved| moved.at_term_change));
    check("moved between the terms", percent(between, moved), 50.0, 8.0);
    let high = count(&|truth| truth.grade >= 7);
    let reduced = count(&|truth| truth.reduced.is_some());
    check("reduced in 7–9", percent(reduced, high), 1.5, 0.7);
    let decided = count(&|truth| truth.reduced.is_some_and(|reduced| reduced.decided));
    check("reduced with a decision", percent(decided, reduced), 85.0, 10.0);
    let problem = count(&|truth| truth.problem.is_some());
    check("problem", percent(problem, truths.len()), 9.55, 1.0);
    let plateau = count(&|truth| truth.problem == Some(Trajectory::Plateau));
    check("plateau", percent(plateau, problem), 32.0, 4.0);
    check("protected", percent(count(&|truth| truth.protected), truths.len()), 0.1, 0.07);
}

#[test]
fn support_helps_a_little_over_half() {
    let truths = truths(&city(PUPILS));
    let effects: Vec<f64> = truths.iter().filter_map(|truth| truth.support).map(|support| support.effect).collect();
    let share =
        |keep: &dyn Fn(f64) -> bool| percent(effects.iter().filter(|effect| keep(**effect)).count(), effects.len());
    println!("supported: {}", effects.len());
    check("supported", percent(effects.len(), truths.len()), 1.5, 1.0);
    check("helped", share(&|effect| (0.2..0.6).contains(&effect)), 55.0, 9.0);
    check("no effect", share(&|effect| effect == 0.0), 30.0, 9.0);
    check("worse", share(&|effect| (-0.3..0.0).contains(&effect)), 15.0, 7.0);
    assert!(truths.iter().filter(|truth| truth.support.is_some()).all(|truth| truth.grade >= 4));
}
