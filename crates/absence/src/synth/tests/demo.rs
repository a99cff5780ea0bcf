//! The demo: two school years in two files, and the stories of the cast in them.

use std::collections::BTreeSet;

use cast::pupils::PUPILS;
use domain::{Day, SchoolYear, lesson::Batch};

use super::super::demo::{Demo, write};
use super::super::{City, plan::Plan, stories};
use crate::canonical::{Against, read_lessons, read_pupils};
use crate::columns::Subjects;
use crate::columns::table::Row;
use crate::history::Spool;
use crate::history::change::Cover;

fn as_of() -> Day {
    Day::of(cast::clock::DEMO_DAY)
}

/// The rows of the cast's pupils in a school year of the demo, up to the end of its autumn term.
fn told(year: i16) -> Batch {
    let city = City { pupils: 6_000, seed: 7, year: SchoolYear(year), as_of: Some(as_of()) };
    let mut batch = Batch::default();
    super::super::clear(&mut batch);
    stories::add(&Plan::new(&city), "2026-12-18".parse().unwrap(), &mut batch);
    batch
}

/// A pupil's absence from one day to another, in percent of what is reported.
fn absent(batch: &Batch, pupil: usize, from: &str, to: &str) -> i32 {
    let (from, to): (Day, Day) = (from.parse().unwrap(), to.parse().unwrap());
    let number = PUPILS[pupil - 1].number;
    let of_pupil = batch.rows().filter(|row| row.pupil == number && (from..=to).contains(&row.date));
    let (mut reported, mut missed) = (0, 0);
    for (row, valid) in of_pupil.filter_map(|row| Some((row, row.valid?))) {
        reported += row.scheduled;
        missed += valid + row.invalid.unwrap_or(0);
    }
    100 * missed / reported
}

#[test]
fn the_stories_of_the_cast_can_be_read_in_the_rows() {
    let (before, now) = (told(2025), told(2026));
    let within = |found: i32, low, high| assert!((low..=high).contains(&found), "{found} is not {low}–{high} %");
    let (elsa, yusuf, tindra, milo, sara) = (1, 2, 3, 4, 5);
    within(absent(&now, elsa, "2026-08-17", "2026-09-25"), 0, 8);
    within(absent(&now, elsa, "2026-11-09", "2026-11-20"), 25, 36);
    within(absent(&before, yusuf, "2026-01-08", "2026-04-02"), 50, 62);
    within(absent(&now, yusuf, "2026-08-17", "2026-11-20"), 18, 26);
    within(absent(&now, tindra, "2026-09-07", "2026-11-20"), 100, 100);
    within(absent(&now, milo, "2026-10-05", "2026-10-23"), 100, 100);
    within(absent(&now, milo, "2026-08-17", "2026-10-02"), 0, 10);
    within(absent(&now, sara, "2026-08-17", "2026-10-09"), 28, 42);
    let schools: BTreeSet<i32> = now.rows().filter(|row| row.pupil == PUPILS[4].number).map(|row| row.school).collect();
    assert_eq!(schools, BTreeSet::from([90_000_107, 90_000_108]));
    let lessons = |pupil: usize| now.rows().filter(|row| row.pupil == PUPILS[pupil - 1].number).count();
    assert_eq!(lessons(6) * 2, lessons(yusuf), "Hugo's timetable is half");
}

#[test]
fn no_two_pupils_of_a_large_demo_have_one_personal_number() {
    let roster = Demo { pupils: 20_000, seed: 7, as_of: as_of() }.roster();
    let given = roster.iter().filter(|row| !row.personal_number.is_empty());
    let owners: BTreeSet<(&str, i32)> = given.map(|row| (row.personal_number.as_str(), row.pupil)).collect();
    let numbers: BTreeSet<&str> = owners.iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers.len(), owners.len());
}

#[test]
fn the_demo_is_two_school_years_without_a_bad_row_or_a_protected_pupil() {
    let folder = tempfile::tempdir().unwrap();
    let demo = Demo { pupils: 1_600, seed: 7, as_of: as_of() };
    let written = write(&demo, folder.path(), 2, &mut |_, _| ()).unwrap();
    let (roster, bad) = read_pupils(&written.pupils).unwrap();
    let (subjects, spool) = (Subjects::default(), Spool::in_memory(Cover::default()));
    let against = Against { roster: &roster, subjects: &subjects, spool: &spool };
    let lessons = read_lessons(&written.lessons, against, &mut |_| ()).unwrap();
    let rows: Vec<Row> = spool.changes().iter().flat_map(|change| change.rows.read().unwrap()).collect();
    assert_eq!((bad.count, lessons.bad.count, roster.len(), lessons.rows), (0, 0, written.people, written.rows));
    let days: Vec<i32> = rows.iter().map(|row| row.date).collect();
    let last: Day = "2026-12-18".parse().unwrap(); // the rest of the term is planned
    assert_eq!(days.iter().max(), Some(&last.0));
    assert_eq!(SchoolYear::of(Day(*days.iter().min().unwrap())), SchoolYear(2025));
    let reported = rows.iter().filter(|row| row.valid >= 0).map(|row| row.date).max();
    assert_eq!(reported, Some(as_of().0));
    let nora = PUPILS[6].number;
    assert!(roster.protected().contains(&nora));
    assert!(rows.iter().all(|row| !roster.protected().contains(&row.pupil)));
    for told in PUPILS.iter().filter(|told| told.number != nora && told.school <= 90_000_104) {
        assert_eq!(roster.on(told.number, as_of()).unwrap().name, told.name);
        assert!(rows.iter().any(|row| row.pupil == told.number), "{}", told.number);
    }
}
