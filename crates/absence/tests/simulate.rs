//! The simulator counts whom a full scan lists, on every day and by any thresholds, and what came after is counted as
//! by hand.

#[cfg(test)]
mod shared;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use absence::columns::table::Row;
use absence::columns::{Table, UNREPORTED};
use absence::figures;
use absence::overview::worklist::lines;
use absence::overview::{Overview, Standing};
use absence::scan::Question;
use absence::simulate::{Outcome, simulate};
use absence::synth::{City, lessons, terms};
use domain::{Day, SchoolYear};
use pack::{Pack, Thresholds, WorkList};
use proptest::prelude::*;
use shared::{A, B, Place, day};

const YEAR: SchoolYear = SchoolYear(2025);
const LISTS: [&str; 2] = ["school", "team"];

#[cfg(test)]
fn pack() -> Pack {
    Pack::embedded().unwrap()
}

#[cfg(test)]
fn thresholds() -> Thresholds {
    pack().thresholds_on(day("2026-03-13")).unwrap().clone()
}

/// A small city with movers and a pupil or two without a timetable, as it was known on a day.
#[cfg(test)]
fn city(pupils: i32, as_of: Day, place: &Place) -> Vec<Row> {
    let city = City { pupils, seed: 5, year: YEAR, as_of: Some(as_of) };
    let rows = Table::of_batch(&lessons(&city, 1, pupils), &place.subjects).unwrap().rows;
    // some have left in January, and nobody said so
    rows.into_iter().filter(|row| row.pupil % 41 != 3 || row.date < day("2026-01-20").0).collect()
}

#[cfg(test)]
fn scan(place: &Place, question: &Question, by: &Thresholds, protected: &BTreeSet<i32>) -> Overview {
    let files = place.history.files(&place.history.manifest().unwrap(), YEAR).unwrap();
    Overview::of(&files, protected, question, by, 2).unwrap()
}

#[cfg(test)]
fn kept(place: &Place, overview: &Overview) -> String {
    let homes = overview.pupils.values().map(|it| (it.pupil, it.school, &it.reach));
    figures::write(place.history.root(), homes, 2).unwrap()
}

#[cfg(test)]
fn files(place: &Place, set: &str) -> Vec<PathBuf> {
    figures::files(place.history.root(), set).unwrap()
}

/// How many a list shows by school and grade.
#[cfg(test)]
fn listed(overview: &Overview, list: &WorkList, by: &Thresholds) -> BTreeMap<(i32, i32), i64> {
    let mut counts = BTreeMap::new();
    for line in lines(overview, list, by) {
        *counts.entry((line.standing.school, line.standing.grade)).or_default() += 1;
    }
    counts
}

/// The same of a day, as simulated.
#[cfg(test)]
fn simulated(files: &[PathBuf], list: &WorkList, by: &Thresholds, on: Day) -> BTreeMap<(i32, i32), i64> {
    let all = simulate(files, list, &[by], 2).unwrap();
    let of_day = all.into_iter().filter(|(place, cell)| place.day == on && cell.outcomes[0].listed > 0);
    of_day.map(|(place, cell)| ((place.school, i32::from(place.level)), cell.outcomes[0].listed)).collect()
}

#[test]
fn on_every_day_it_counts_whom_a_full_scan_of_that_day_lists() {
    let (place, as_of, by) = (Place::new(), day("2026-03-18"), thresholds()); // a Wednesday
    place.import(&city(250, as_of, &place));
    let question = Question::with_fridays(as_of, terms(YEAR));
    let nobody = BTreeSet::new();
    let set = kept(&place, &scan(&place, &question, &by, &nobody));
    let files = files(&place, &set);
    let mut most = 0;
    for &on in question.days() {
        let full = scan(&place, &Question::on(on, question.year_start, terms(YEAR)), &by, &nobody);
        for list in LISTS {
            let list = pack().list(list).unwrap().clone();
            let expected = listed(&full, &list, &by);
            assert_eq!(simulated(&files, &list, &by, on), expected, "{on}, {}", list.id);
            most = most.max(expected.values().sum());
        }
        let pupils = |school: i32| full.pupils.values().filter(|it| it.school == school && !it.is_stale()).count();
        let cells = simulate(&files, pack().list("school").unwrap(), &[&by], 1).unwrap();
        let mut of_school: BTreeMap<i32, usize> = BTreeMap::new();
        for (at, cell) in cells.iter().filter(|(at, _)| at.day == on) {
            *of_school.entry(at.school).or_default() += usize::try_from(cell.pupils).unwrap();
        }
        for (school, count) in of_school {
            assert_eq!(count, pupils(school), "{on}, {school}");
        }
    }
    assert!(most > 20, "the city lists {most}: too few to tell anything");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn by_any_thresholds_it_counts_whom_a_scan_with_them_lists(
        percents in prop::collection::vec(0..=60_i64, 9),
        counts in prop::collection::vec(1..=12_i64, 12),
        ppm in 1..900_000_i64,
        bands in 0..6_usize,
    ) {
        thread_local! {
            static CITY: (Place, Question, Vec<PathBuf>) = {
                let (place, as_of) = (Place::new(), day("2026-03-13"));
                place.import(&city(160, as_of, &place));
                let question = Question::on(as_of, YEAR.start(), terms(YEAR));
                let set = kept(&place, &scan(&place, &question, &thresholds(), &BTreeSet::new()));
                let files = files(&place, &set);
                (place, question, files)
            };
        }
        let mut by = thresholds();
        by.s01.watch_percent = by.s01.bands_percent[bands];
        by.s01.notify_percent = by.s01.bands_percent[5];
        [by.s02.percent, by.s06.percent, by.s07.percent, by.s07.excess_percent, by.s08.percent] =
            [percents[0], percents[1] / 4, percents[2], percents[3], percents[4]];
        [by.s08.excess_percent, by.s11.over_percent] = [percents[5], percents[6]];
        [by.s03.days, by.s04.weeks, by.s05.days, by.s06.days] = [counts[0], counts[1].min(10), counts[2], counts[3]];
        by.s05.level2_days = by.s05.days + counts[4];
        [by.s07.missed, by.s07.lessons, by.s07.others] = [counts[5], counts[5] + counts[6], counts[7] * 5];
        [by.s08.missed, by.s08.lessons, by.s08.others] = [counts[8], counts[8] + counts[9] / 4, counts[10] * 5];
        by.s09.days = counts[11];
        by.s10.ppm_weeks = ppm;
        CITY.with(|(place, question, files)| {
            let full = scan(place, question, &by, &BTreeSet::new());
            for list in LISTS {
                let list = pack().list(list).unwrap().clone();
                let found = simulated(files, &list, &by, question.as_of());
                prop_assert_eq!(found, listed(&full, &list, &by), "{}", list.id);
            }
            Ok(())
        })?;
    }
}

/// The list of whoever has missed ten days, and nothing else.
#[cfg(test)]
fn many_absent_days() -> WorkList {
    let mut list = pack().list("school").unwrap().clone();
    list.when[0].all_of[0].retain(|condition| condition.signal == domain::Signal::S03);
    list
}

/// A pupil's school days, one lesson of 100 minutes each, from Monday 18 August 2025 without a break.
#[cfg(test)]
fn days(pupil: i32, school: i32, absent: &[i32]) -> Vec<Row> {
    let first = day("2025-08-18").0;
    let date = |at: usize| first + i32::try_from(at / 5 * 7 + at % 5).unwrap();
    let row = |(at, absent): (usize, &i32)| Row {
        pupil,
        school,
        grade: 7,
        date: date(at),
        start: 480,
        subject: 0,
        scheduled: 100,
        valid: *absent,
        invalid: if *absent == UNREPORTED { UNREPORTED } else { 0 },
    };
    absent.iter().enumerate().map(row).collect()
}

#[test]
fn what_came_after_is_counted_over_the_forty_school_days_that_followed() {
    let place = Place::new();
    // 25 days, 10 of them missed: listed on Friday 19 September (day 25). Then 40 days, and two more weeks.
    let after = |minutes: &[i32]| -> Vec<i32> {
        let mut all = vec![100; 10];
        all.extend([0; 15]);
        all.extend_from_slice(minutes);
        all.resize(75, 0);
        all
    };
    let mut six = vec![100; 6];
    let mut rows = days(1, A, &after(&six)); // 600 of 4,000 minutes: 15 %, which is not over 15
    six.push(1);
    rows.extend(days(2, A, &after(&six))); // 601 of 4,000: over
    let mut late = vec![0; 40];
    late.extend([100; 10]);
    rows.extend(days(3, A, &after(&late))); // what is missed after the forty days does not count
    let mut unknown = vec![UNREPORTED; 9];
    unknown.extend([100; 20]);
    rows.extend(days(4, A, &after(&unknown))); // 31 of 40 days reported, 77.5 %: too little to say
    let mut left = after(&[100; 30]);
    left.truncate(55);
    rows.extend(days(5, A, &left)); // only 30 days followed
    rows.extend(days(6, B, &[0; 75])); // never listed
    rows.sort_by_key(|row| (row.school, row.pupil, row.date));
    place.import(&rows);
    let as_of = day("2025-11-28"); // day 75
    let question = Question::with_fridays(as_of, terms(YEAR));
    let set = kept(&place, &scan(&place, &question, &thresholds(), &BTreeSet::new()));
    let by = thresholds();
    let all = simulate(&files(&place, &set), &many_absent_days(), &[&by], 2).unwrap();
    let of = |date: &str, school: i32| -> Outcome {
        let mut sum = Outcome::default();
        all.iter()
            .filter(|(at, _)| at.day == day(date) && at.school == school)
            .for_each(|(_, it)| sum += it.outcomes[0]);
        sum
    };
    assert_eq!(of("2025-09-05", A), Outcome::default(), "15 known days: too few to say");
    assert_eq!(of("2025-09-19", A), Outcome { listed: 5, followed: 3, over: 1 });
    assert_eq!(of("2025-09-19", B), Outcome::default());
    // on 10 October 35 days are left: nothing is said of what follows
    assert_eq!((of("2025-10-10", A).followed, of("2025-11-28", A).followed), (0, 0));
    assert!(of("2025-10-10", A).listed >= 4);
}

#[test]
fn some_pupils_written_again_is_as_all_written_anew() {
    let (place, as_of, by) = (Place::new(), day("2025-11-14"), thresholds());
    place.import(&city(120, as_of, &place));
    let question = Question::with_fridays(as_of, terms(YEAR));
    let before = scan(&place, &question, &by, &BTreeSet::new());
    let first = kept(&place, &before);
    // the pupils of every seventh number are gone, those of every fifth have moved to another school
    let mut after = scan(&place, &question, &by, &BTreeSet::new());
    after.pupils.retain(|pupil, _| pupil % 7 != 0);
    after.pupils.values_mut().filter(|it| it.pupil % 5 == 0).for_each(|it| it.school = B + 70);
    let changed: BTreeSet<i32> = before.pupils.keys().filter(|it| *it % 7 == 0 || *it % 5 == 0).copied().collect();
    let at = |pupils: &BTreeMap<i32, Standing>| -> BTreeSet<i32> { pupils.values().map(|it| it.school).collect() };
    let homes = after.pupils.values().filter(|it| changed.contains(&it.pupil));
    let homes = homes.map(|it| (it.pupil, it.school, &it.reach));
    let root = place.history.root();
    let again = figures::rewrite(root, &first, &changed, &at(&before.pupils), homes, 2).unwrap();
    assert_eq!(again, kept(&place, &after), "named by its content: the same");
    assert_ne!(again, first);
    // a purge is the same with nobody left
    let all = before.pupils.keys().copied().collect();
    let nobody = figures::rewrite(root, &again, &all, &at(&after.pupils), std::iter::empty(), 1).unwrap();
    assert!(files(&place, &nobody).is_empty());
}

#[test]
fn nobody_protected_is_in_it_and_what_was_before_goes() {
    let (place, as_of, by) = (Place::new(), day("2025-11-14"), thresholds());
    place.import(&city(60, as_of, &place));
    let question = Question::with_fridays(as_of, terms(YEAR));
    let root = place.history.root().to_owned();
    let all = kept(&place, &scan(&place, &question, &by, &BTreeSet::new()));
    let protected: BTreeSet<i32> = (1..=30).collect();
    let fewer = kept(&place, &scan(&place, &question, &by, &protected));
    let pupils = |set: &str| -> i64 {
        let list = pack().list("school").unwrap().clone();
        let cells = simulate(&files(&place, set), &list, &[&by], 1).unwrap();
        cells.iter().filter(|(at, _)| at.day == as_of).map(|(_, cell)| cell.pupils).sum()
    };
    assert!(pupils(&fewer) <= 30 && pupils(&all) > 30);
    let before = files(&place, &all);
    // what a crash leaves
    let stray = root.join("figures/school=90000101/x.1-1.part");
    std::fs::write(&stray, "half").unwrap();
    let orphan = kept(&place, &scan(&place, &question, &by, &(1..=10).collect()));
    let writing = [figures::hold(&root).unwrap(), figures::hold(&root).unwrap()];
    for somebody in writing {
        assert!(figures::alone(&root).unwrap().is_none(), "what is being written is named nowhere yet");
        drop(somebody);
    }
    let alone = figures::alone(&root).unwrap().unwrap();
    assert!(alone.sweep(Some(&fewer)).unwrap() >= 4);
    assert!(before.iter().filter(|it| !files(&place, &fewer).contains(it)).all(|it| !it.exists()));
    assert!(pupils(&fewer) <= 30, "what counts is still there");
    assert!(!stray.exists() && figures::files(&root, &orphan).is_err());
    assert!(files(&place, &fewer).iter().all(|it| it.exists()));
    alone.sweep(None).unwrap();
    assert!(figures::files(&root, &fewer).is_err());
}
