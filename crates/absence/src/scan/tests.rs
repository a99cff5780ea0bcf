//! What holds for every pupil and not only for those thought of: properties, tried on drawn rows.

use domain::{Answer, Day, Signal, Stage, Term, Week};
use proptest::collection::vec;
use proptest::prelude::*;

use super::sums::week_sums;
use super::{PupilYear, SchoolDay, View};
use crate::columns::{OwnedRows, Rows, Subjects, UNREPORTED};
use crate::rules::{Lesson, clip, resolve};
use crate::signals::s10_worsening::{Figures, ValidWeek};
use crate::signals::season::Season;
use crate::signals::testing::{Days, SCHOOL, day, lesson, thresholds};
use crate::signals::{Answers, OwnFigures};

const SUBJECTS: [&str; 3] = ["sv", "ma", "en"]; // not in order of code
const FIRST: &str = "2025-08-01";
const LAST: &str = "2026-07-31";

/// A row as drawn; everything that a row of one pupil may vary in.
#[derive(Clone, Copy, Debug)]
struct Drawn {
    school: i32,
    grade: i32,
    date: i32,
    start: i32,
    subject: u16,
    scheduled: i32,
    valid: i32,
    invalid: i32,
}

/// Rows on few dates and few starts, so that many are doubles or meet, and some odd: cancelled, too long an absence.
fn drawn() -> impl Strategy<Value = Drawn> {
    let first = day("2025-08-18").0;
    let minutes = || prop_oneof![Just(0), Just(UNREPORTED), -5..90];
    let place = (SCHOOL..SCHOOL + 2, 6..8, first..first + 12, 0..12, 0_u16..3);
    (place, -1..8, minutes(), minutes()).prop_map(|((school, grade, date, start, subject), length, valid, invalid)| {
        Drawn { school, grade, date, start: 480 + 20 * start, subject, scheduled: 10 * length, valid, invalid }
    })
}

fn subjects() -> Subjects {
    let subjects = Subjects::default();
    SUBJECTS.iter().for_each(|code| assert!(subjects.number(code).is_ok()));
    subjects
}

fn year(rows: &[Drawn]) -> PupilYear {
    let mut owned = OwnedRows::default();
    for row in rows {
        owned.extend(Rows {
            pupil: 1,
            school: &[row.school],
            grade: &[row.grade],
            date: &[row.date],
            start: &[row.start],
            subject: &[row.subject],
            scheduled: &[row.scheduled],
            valid: &[row.valid],
            invalid: &[row.invalid],
        });
    }
    let mut year = PupilYear::default();
    year.fill(owned.rows(), day(FIRST), day(LAST), &subjects());
    year
}

/// The rows of one date as lessons, after P1 and P5.
fn lessons(rows: &[Drawn]) -> Vec<Lesson> {
    let kept = rows.iter().filter(|row| row.scheduled > 0);
    kept.map(|row| Lesson {
        school: row.school,
        grade: row.grade,
        start: row.start,
        subject: row.subject,
        scheduled: row.scheduled,
        absence: clip(row.scheduled, row.valid, row.invalid),
    })
    .collect()
}

/// Rows, and the same rows in another order.
fn in_two_orders() -> impl Strategy<Value = (Vec<Drawn>, Vec<Drawn>)> {
    vec(drawn(), 0..60).prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle()))
}

/// One school day of a pupil, plain: missed minutes and whether it is reported.
fn plain_days() -> impl Strategy<Value = Vec<(i32, bool)>> {
    let missed = prop_oneof![3 => Just(0), 2 => Just(300), 1 => 0..=300];
    vec((missed, prop::bool::weighted(0.9)), 1..120)
}

/// The days of a pupil, one after the other from the first day of the autumn.
fn pupil(days: &[(i32, bool)]) -> Days {
    days.iter().fold(
        Days::autumn(),
        |made, &(missed, reported)| {
            if reported { made.absent(1, missed) } else { made.unreported(1) }
        },
    )
}

/// The autumn term.
fn terms() -> [Term; 1] {
    [Term { start: day("2025-08-18"), end: day("2025-12-19") }]
}

/// C by recursion in the method is C by sums here: T_w − min(0, min of T_j for j ≤ w).
fn closed_form(baseline: &[i64], monitored: &[i64], minutes: i64) -> i64 {
    let weeks = i64::try_from(baseline.len()).unwrap();
    let base = (1_000_000 * baseline.iter().sum::<i64>() / (minutes * weeks)).min(950_000);
    let steps = monitored.iter().map(|absent| {
        let level = 1_000_000 * absent / minutes;
        (level - base).clamp(-250_000, 250_000) - 50_000
    });
    let running: Vec<i64> = steps
        .scan(0, |sum, step| {
            *sum += step;
            Some(*sum)
        })
        .collect();
    let lowest = running.iter().copied().fold(0, i64::min);
    running[running.len() - 1] - lowest
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn resolved_lessons_never_meet_and_the_order_of_the_rows_never_matters((rows, shuffled) in in_two_orders()) {
        let names = subjects();
        let (mut kept, mut kept_of_shuffled) = (lessons(&rows), lessons(&shuffled));
        let given = kept.clone();
        resolve(&mut kept, |subject| names.name(subject));
        resolve(&mut kept_of_shuffled, |subject| names.name(subject));
        prop_assert_eq!(&kept, &kept_of_shuffled);
        prop_assert_eq!(kept.is_empty(), given.is_empty());
        prop_assert!(kept.iter().all(|lesson| given.contains(lesson)));
        for pair in kept.windows(2) {
            prop_assert!(pair[0].start + pair[0].scheduled <= pair[1].start, "{:?} meets {:?}", pair[0], pair[1]);
        }
    }

    #[test]
    fn a_year_is_the_same_for_any_order_of_the_rows((rows, shuffled) in in_two_orders()) {
        let (year, other) = (year(&rows), year(&shuffled));
        prop_assert_eq!(&year.days, &other.days);
        prop_assert_eq!(&year.lessons, &other.lessons);
    }

    #[test]
    fn a_day_never_holds_more_than_its_parts_allow(rows in vec(drawn(), 0..60)) {
        for day in year(&rows).days {
            prop_assert!(0 < day.scheduled && day.reported <= day.scheduled && day.absent() <= day.reported);
            prop_assert!(day.valid >= 0 && day.invalid >= 0);
            prop_assert!(!day.is_full_absent_day() || day.is_absent_day());
            prop_assert!(!day.is_absent_day() || day.known());
        }
    }

    #[test]
    fn no_window_sees_a_later_day(days in plain_days(), asked in 0..200) {
        let whole = pupil(&days).see(|view| view.days.to_vec());
        let as_of = day("2025-08-18").plus(asked);
        let view = View::on(as_of, &whole, &[], &terms());
        let past: Vec<SchoolDay> = whole.iter().copied().filter(|day| day.date <= as_of).collect();
        for window in [view.days, view.last_days(10), view.last_weeks(10), view.term_days()] {
            prop_assert!(window.iter().all(|day| past.contains(day)));
        }
        prop_assert!(view.term_plan().iter().all(|day| day.date > as_of));
        let mut figures = OwnFigures::measure(&view);
        figures.s11.planned = None; // the plan is the one thing that lies ahead
        let mut of_past = OwnFigures::measure(&View::on(as_of, &past, &[], &terms()));
        of_past.s11.planned = None;
        prop_assert_eq!(figures, of_past);
    }

    #[test]
    fn week_sums_add_up_to_the_day_sums(rows in vec(drawn(), 0..60)) {
        let days = year(&rows).days;
        let sums = week_sums(&days).unwrap();
        let of_days = |minutes: fn(&SchoolDay) -> i64| days.iter().map(minutes).sum::<i64>();
        let of_weeks = |minutes: fn(&super::WeekSum) -> i32| sums.iter().map(|sum| i64::from(minutes(sum))).sum::<i64>();
        prop_assert_eq!(of_weeks(|sum| sum.scheduled), of_days(|day| day.scheduled));
        prop_assert_eq!(of_weeks(|sum| sum.reported), of_days(|day| day.reported));
        prop_assert_eq!(of_weeks(|sum| sum.absent), of_days(SchoolDay::absent));
        prop_assert_eq!(of_weeks(|sum| sum.invalid), of_days(|day| day.invalid));
        let marked: u32 = sums.iter().map(|sum| sum.days.count_ones()).sum();
        prop_assert_eq!(usize::try_from(marked).unwrap(), days.len());
        prop_assert!(sums.is_sorted_by_key(|sum| sum.week));
        prop_assert_eq!(sums.iter().map(super::WeekSum::last_day).max(), days.last().map(|day| day.date));
    }

    #[test]
    fn the_sum_of_worsening_has_a_closed_form(
        minutes in 1..2_000_i64,
        shares in vec(0..=1_000_i64, 12..=16),
    ) {
        let absent: Vec<i64> = shares.iter().map(|share| share * minutes / 1_000).collect();
        let weeks: Vec<ValidWeek> = (0..)
            .zip(&absent)
            .map(|(number, &absent)| ValidWeek {
                week: Week(number),
                stage: Stage::High,
                reported: minutes,
                absent,
                scheduled: minutes,
                invalid: 0,
            })
            .collect();
        let (baseline, monitored) = absent.split_at(absent.len() - 8);
        let cusum = Figures::measure(&weeks, &Season::default()).cusum;
        prop_assert_eq!(cusum, Some(closed_form(baseline, monitored, minutes)));
    }

    #[test]
    fn a_present_day_more_never_turns_a_no_into_a_yes(mut days in plain_days(), at in any::<prop::sample::Index>()) {
        let at = at.index(days.len());
        days[at] = (0, true);
        let with = pupil(&days).see(|view| view.days.to_vec());
        let mut without = with.clone();
        without.remove(at);
        let as_of = with[with.len() - 1].date;
        let answers = |days| Answers::judge_own(&OwnFigures::measure(&View::on(as_of, days, &[], &terms())), &thresholds());
        let (without, with) = (answers(&without), answers(&with));
        for signal in [Signal::S01, Signal::S03, Signal::S05, Signal::S11] {
            prop_assert!(!(without.of(signal) == Answer::No && with.of(signal) == Answer::Yes), "{:?}", signal);
        }
    }
}

#[test]
fn rows_outside_the_school_year_and_cancelled_ones_make_no_day() {
    let row = |date: &str, scheduled| Drawn {
        school: SCHOOL,
        grade: 7,
        date: day(date).0,
        start: 480,
        subject: 0,
        scheduled,
        valid: 0,
        invalid: 0,
    };
    let rows = ["2025-07-31", FIRST, LAST, "2026-08-01"].map(|date| row(date, 60));
    let dates = |rows: &[Drawn]| year(rows).days.iter().map(|day| day.date).collect::<Vec<Day>>();
    assert_eq!(dates(&rows), [day(FIRST), day(LAST)]);
    assert_eq!(dates(&[row("2025-08-18", 0), row("2025-08-19", -60)]), []);
}

#[test]
fn a_day_takes_school_and_grade_from_its_last_lesson_and_the_highest_grade_of_all() {
    let row = |start, school, grade| Drawn {
        school,
        grade,
        date: day("2025-08-18").0,
        start,
        subject: 0,
        scheduled: 60,
        valid: 0,
        invalid: 0,
    };
    let found = year(&[row(600, SCHOOL + 1, 6), row(480, SCHOOL, 7)]).days[0];
    assert_eq!((found.school, found.grade, found.highest_grade), (SCHOOL + 1, 6, 7));
}

#[test]
fn a_lesson_that_meets_another_is_counted_once() {
    // 60 minutes missed beside 60 attended at the same time: present somewhere is present
    let twice = Days::autumn().days(1, &[lesson("ma", 60).valid(60)]).on("2025-08-18").days(1, &[lesson("sv", 60)]);
    let (scheduled, absent) = twice.see(|view| (view.days[0].scheduled, view.days[0].absent()));
    assert_eq!((scheduled, absent), (60, 0));
}
