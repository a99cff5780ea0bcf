//! Rows on their way in: what goes to disk comes back, and what a killed import left is swept.

#[cfg(test)]
mod shared;

use absence::columns::table::Row;
use absence::history::Spool;
use absence::history::change::Cover;
use absence::history::spool::sweep;
use proptest::prelude::*;
use shared::{A, B, day, lesson};

/// The rows of a spool, school by school, with each window.
#[cfg(test)]
fn out(spool: Spool) -> Vec<(i16, i32, i32, i32, Vec<Row>)> {
    let change = |change: absence::history::change::Change| {
        let (slot, window) = (change.slot, change.window);
        (slot.school_year, slot.school, window.from.0, window.to.0, change.rows.read().unwrap())
    };
    spool.changes().into_iter().map(change).collect()
}

#[test]
fn what_is_spilled_to_disk_comes_back_as_it_was_and_the_folder_goes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("one");
    let (memory, disk) = (Spool::in_memory(Cover::default()), Spool::on_disk(&path, Cover::default()).unwrap());
    let disk = disk.spilling_beyond(100);
    for at in 0..50 {
        let rows: Vec<Row> = (1..=20)
            .flat_map(|pupil| [lesson(pupil, A, "2026-06-08", 480 + at, 3), lesson(pupil, B, "2026-08-24", at, -7)])
            .collect();
        memory.add(&rows).unwrap();
        disk.add(&rows).unwrap();
    }
    assert!(std::fs::read_dir(&path).unwrap().count() > 1, "rows were spilled");
    let changes = disk.changes();
    assert!(path.exists(), "the rows are still to be read");
    let rows = |changes: &[absence::history::change::Change]| -> Vec<Vec<Row>> {
        changes.iter().map(|change| change.rows.read().unwrap()).collect()
    };
    assert_eq!(rows(&changes), rows(&memory.changes()));
    drop(changes);
    assert!(!path.exists());
}

#[test]
fn a_window_over_the_turn_of_the_school_year_becomes_two_and_the_cover_says_what_counts() {
    let rows =
        [lesson(1, A, "2026-06-08", 480, 0), lesson(1, A, "2026-08-24", 480, 0), lesson(1, B, "2026-06-09", 480, 0)];
    let spool = Spool::in_memory(Cover { school: Some(A), ..Cover::default() });
    spool.add(&rows).unwrap();
    assert_eq!(spool.outside(), 1);
    let found: Vec<_> =
        out(spool).into_iter().map(|(year, school, from, to, rows)| (year, school, from, to, rows.len())).collect();
    let (june, august) = (day("2026-06-08").0, day("2026-08-24").0);
    let turn = domain::SchoolYear(2026).start().0;
    assert_eq!(found, [(2025, A, june, turn - 1, 1), (2026, A, turn, august, 1)]);
}

#[test]
fn a_folder_that_nobody_has_in_use_is_swept() {
    let folder = tempfile::tempdir().unwrap();
    let used = Spool::on_disk(&folder.path().join("used"), Cover::default()).unwrap();
    std::fs::create_dir(folder.path().join("left")).unwrap();
    std::fs::write(folder.path().join("left").join("2026-1.rows"), "x").unwrap();
    assert_eq!(sweep(folder.path()).unwrap(), 1);
    assert!(folder.path().join("used").exists() && !folder.path().join("left").exists());
    drop(used);
}

proptest! {
    #[test]
    fn any_row_comes_back_from_disk(numbers in prop::collection::vec(any::<i32>(), 7), subject: u16, date in 18_000..22_000_i32) {
        let folder = tempfile::tempdir().unwrap();
        let spool = Spool::on_disk(&folder.path().join("one"), Cover::default()).unwrap().spilling_beyond(0);
        let row = Row {
            pupil: numbers[0], school: numbers[1], grade: numbers[2], date, start: numbers[3], subject,
            scheduled: numbers[4], valid: numbers[5], invalid: numbers[6],
        };
        spool.add(&[row]).unwrap();
        prop_assert_eq!(out(spool).remove(0).4, [row]);
    }
}
