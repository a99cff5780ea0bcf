//! The rules: the same rows however and whenever they are made, nothing known of the future, one person one number.

use std::collections::{HashMap, HashSet};

use domain::{Day, SchoolYear, lesson::Lesson};

use super::{super::*, SEED, city};

fn rows(city: &City, from: i32, to: i32) -> Vec<Lesson> {
    lessons(city, from, to).rows().collect()
}

#[test]
fn any_split_gives_the_same_rows_every_time() {
    let city = city(1000);
    let whole = lessons(&city, 1, 100);
    assert_eq!(whole, lessons(&city, 1, 100));
    let halves: Vec<Lesson> = [rows(&city, 1, 50), rows(&city, 51, 100)].concat();
    assert_eq!(whole.rows().collect::<Vec<_>>(), halves);
    let mut again = lessons(&city, 300, 500);
    lessons_into(&city, 1, 100, &mut again);
    assert_eq!(whole, again);
    assert_ne!(rows(&City { seed: SEED + 1, ..city }, 1, 100), halves);
    assert_eq!(whole.subjects, lessons(&city, 200, 200).subjects);
}

#[test]
fn rows_are_in_order_and_no_two_lessons_of_a_pupil_overlap() {
    let rows = rows(&city(2000), 1, 2000);
    for pair in rows.windows(2) {
        let key = |lesson: &Lesson| (lesson.pupil, lesson.date, lesson.start);
        assert!(key(&pair[0]) < key(&pair[1]));
        let same_day = (pair[0].pupil, pair[0].date) == (pair[1].pupil, pair[1].date);
        assert!(!same_day || pair[0].start + pair[0].scheduled <= pair[1].start);
    }
    for lesson in &rows {
        assert_eq!(lesson.valid.is_some(), lesson.invalid.is_some());
        let absent = lesson.valid.unwrap_or(0) + lesson.invalid.unwrap_or(0);
        assert!((0..=lesson.scheduled).contains(&absent));
        assert!(!lesson.cancelled || lesson.valid.is_none());
    }
}

#[test]
fn the_future_is_a_plan_and_the_past_does_not_change_when_it_comes() {
    let all = rows(&city(3000), 1, 3000);
    let as_of: Day = "2026-02-12".parse().unwrap();
    let then = rows(&City { as_of: Some(as_of), ..city(3000) }, 1, 3000);
    let past = |rows: &[Lesson]| rows.iter().copied().filter(|lesson| lesson.date <= as_of).collect::<Vec<_>>();
    assert_eq!(past(&all), past(&then));
    let future: Vec<_> = then.iter().filter(|lesson| lesson.date > as_of).collect();
    assert!(future.iter().all(|lesson| lesson.valid.is_none() && lesson.invalid.is_none() && !lesson.cancelled));
    assert_eq!(future.iter().map(|lesson| lesson.date).max(), Some("2026-06-11".parse().unwrap()));
    let known = truths(&City { as_of: Some(as_of), ..city(3000) });
    assert!(known.iter().filter_map(|truth| truth.support).all(|support| support.referred <= as_of));
}

#[test]
fn every_lesson_lies_in_an_enrolment_at_its_school_in_the_right_grade() {
    let city = city(3000);
    let mut enrolled: HashMap<(i32, i32), _> = HashMap::new();
    for row in roster(&city) {
        assert!(enrolled.insert((row.pupil, row.school), row).is_none());
    }
    let moved: Vec<_> = truths(&city).into_iter().filter_map(|truth| Some((truth.pupil, truth.moved?))).collect();
    assert_eq!(enrolled.len(), 3000 + moved.len());
    let mut at: HashSet<(i32, i32)> = HashSet::new();
    for lesson in rows(&city, 1, 3000) {
        let row = &enrolled[&(lesson.pupil, lesson.school)];
        assert!(row.enrolled.contains(lesson.date) && i32::from(row.grade.level) == i32::from(lesson.grade));
        at.insert((lesson.pupil, lesson.school));
    }
    for (pupil, moved) in moved {
        assert!(at.contains(&(pupil, moved.from)) && at.contains(&(pupil, moved.to)) && moved.last < moved.first);
    }
}

#[test]
fn a_reduced_timetable_has_half_the_lessons_while_it_lasts() {
    let city = city(6000);
    let mut seen = 0;
    for truth in truths(&city) {
        let Some(reduced) = truth.reduced else { continue };
        let mut a_day: HashMap<Day, usize> = HashMap::new();
        rows(&city, truth.pupil, truth.pupil).iter().for_each(|lesson| *a_day.entry(lesson.date).or_default() += 1);
        assert!(a_day.iter().all(|(day, count)| *count == if reduced.span.contains(*day) { 3 } else { 6 }));
        seen += 1;
    }
    assert!(seen > 10);
}

#[test]
fn a_number_is_one_person_in_all_years() {
    let of = |year: i16| City { year: SchoolYear(year), ..city(4000) };
    let by_number = |city: City| roster(&city).into_iter().map(|row| (row.pupil, row)).collect::<HashMap<_, _>>();
    let years = [2024, 2025, 2026].map(of).map(by_number);
    for pair in years.windows(2) {
        assert_eq!((pair[0].len(), pair[1].len()), (4000, 4000));
        let mut stay = 0;
        for (number, row) in &pair[1] {
            match pair[0].get(number) {
                Some(before) => {
                    stay += 1;
                    assert_eq!((&before.name, &before.personal_number), (&row.name, &row.personal_number));
                    assert_eq!(before.grade.level + 1, row.grade.level);
                    assert!(pair[0].contains_key(number));
                }
                None => assert_eq!(row.grade.level, 0),
            }
        }
        assert_eq!(stay, 3600);
    }
    let next: Vec<i32> = roster(&of(2026)).iter().map(|row| row.pupil).collect();
    assert!(next.is_sorted() && of(2026).numbers().contains(next.last().unwrap()));
    let here: HashSet<i32> = rows(&of(2026), 1, i32::MAX).iter().map(|lesson| lesson.pupil).collect();
    assert_eq!(here, next.into_iter().collect());
}

#[test]
fn who_moved_last_year_starts_this_year_at_the_new_school() {
    let of = |year: i16| City { year: SchoolYear(year), ..city(4000) };
    let now: HashMap<i32, i32> = truths(&of(2026)).iter().map(|truth| (truth.pupil, truth.school)).collect();
    for before in truths(&of(2025)).iter().filter(|truth| truth.grade < 9) {
        assert_eq!(now[&before.pupil], before.moved.map_or(before.school, |moved| moved.to));
    }
}

#[test]
fn support_goes_on_into_the_next_year() {
    let of = |year: i16| City { year: SchoolYear(year), ..city(8000) };
    let now: HashMap<i32, Truth> = truths(&of(2026)).into_iter().map(|truth| (truth.pupil, truth)).collect();
    let before = truths(&of(2025)).into_iter().filter(|truth| truth.grade < 9 && truth.support.is_some());
    for before in before {
        assert_eq!(now[&before.pupil].support, before.support);
    }
}

#[test]
fn personal_numbers_are_unique_valid_and_belong_to_nobody() {
    let numbers: Vec<String> = [2024, 2025, 2026]
        .into_iter()
        .flat_map(|year| roster(&City { year: SchoolYear(year), ..city(80_000) }))
        .map(|row| (row.pupil, row.personal_number))
        .collect::<HashMap<_, _>>()
        .into_values()
        .collect();
    let given: Vec<&String> = numbers.iter().filter(|number| !number.is_empty()).collect();
    assert_eq!(given.iter().collect::<HashSet<_>>().len(), given.len());
    assert!(given.len() < numbers.len() && given.len() * 10 > numbers.len() * 9);
    for number in given {
        let digits: Vec<u32> = number.chars().map(|digit| digit.to_digit(10).unwrap()).collect();
        let weight = |(at, digit): (usize, &u32)| if at % 2 == 0 { digit / 5 + digit * 2 % 10 } else { *digit };
        assert_eq!(digits[2..].iter().enumerate().map(weight).sum::<u32>() % 10, 0, "{number}");
        assert!(number.get(8..11).unwrap() >= "980" && digits.len() == 12);
    }
}

#[test]
fn the_schools_of_the_cast_come_first_and_codes_are_their_own() {
    let schools = schools(&city(20_000));
    assert_eq!(schools.len(), 50);
    assert_eq!(schools[0].code, cast::schools::SCHOOLS[0].code);
    assert_eq!(schools.iter().map(|school| school.code).collect::<HashSet<_>>().len(), 50);
    let mean = schools.iter().map(|school| school.problem_factor).sum::<f64>() / 50.0;
    assert!((mean - 1.0).abs() < 1e-9);
}

#[test]
fn a_year_without_a_calendar_is_empty() {
    let city = City { year: SchoolYear(2030), ..city(100) };
    assert!(lessons(&city, 1, 100).is_empty() && roster(&city).is_empty() && terms(city.year).is_empty());
}
