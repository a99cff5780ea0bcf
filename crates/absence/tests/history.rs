//! The history: windows, undo, protection, purge, leases, and what a crash or a broken file leaves.

#[cfg(test)]
mod shared;

use std::collections::BTreeSet;

use absence::columns::table::Row;
use absence::columns::{LessonFile, Subjects, Table};
use absence::history::change::Cover;
use absence::history::held::Held;
use shared::{A, B, Place, changes, day, lesson, refused};

fn monday_to_friday(pupil: i32, school: i32, absent: i32) -> Vec<Row> {
    let dates = ["2026-09-07", "2026-09-08", "2026-09-09", "2026-09-10", "2026-09-11"];
    dates.iter().map(|date| lesson(pupil, school, date, 480, absent)).collect()
}

#[test]
fn an_import_replaces_exactly_its_window() {
    let place = Place::new();
    place.import(&[monday_to_friday(1, A, 0), monday_to_friday(2, A, 0)].concat());
    place.import(&monday_to_friday(3, B, 0));
    // Wednesday to Thursday again, at school A only, with pupil 1 absent and pupil 2 without rows
    let cover = Cover { from: Some(day("2026-09-09")), to: Some(day("2026-09-10")), school: Some(A) };
    place.import_over(&[lesson(1, A, "2026-09-09", 480, 60)], &cover, &[]);
    let mut expected = [monday_to_friday(1, A, 0), monday_to_friday(2, A, 0), monday_to_friday(3, B, 0)].concat();
    let window = day("2026-09-09").0..=day("2026-09-10").0;
    expected.retain(|row| row.school == B || !window.contains(&row.date));
    expected.push(lesson(1, A, "2026-09-09", 480, 60));
    expected.sort_by_key(|row| (row.pupil, row.date));
    assert_eq!(place.rows(), expected);
}

#[test]
fn the_same_rows_again_change_nothing() {
    let place = Place::new();
    let first = place.import(&monday_to_friday(1, A, 10));
    let before = place.history.manifest().unwrap();
    let again = place.import(&monday_to_friday(1, A, 10));
    assert_eq!((first.changed, again.changed), (1, 0));
    assert_eq!(place.history.manifest().unwrap(), before);
}

#[test]
fn a_window_over_the_turn_of_the_school_year_becomes_two_files() {
    let place = Place::new();
    place.import(&[lesson(1, A, "2026-06-10", 480, 0), lesson(1, A, "2026-08-18", 480, 0)]);
    let years: Vec<i16> = place.history.manifest().unwrap().files.iter().map(|file| file.slot.school_year).collect();
    assert_eq!(years, [2025, 2026]);
}

#[test]
fn rows_are_stored_clean_and_sorted_but_overlaps_stay() {
    let place = Place::new();
    let date = "2026-09-07";
    let overlapping = lesson(1, A, date, 500, 0);
    let too_absent = Row { valid: 90, invalid: 90, ..lesson(1, A, date, 600, 0) };
    let cancelled = Row { scheduled: 0, ..lesson(1, A, date, 700, 0) };
    let (twice, less) = (lesson(1, A, date, 480, 60), lesson(1, A, date, 480, 5));
    place.import(&[too_absent, overlapping, twice, less, cancelled]);
    let clipped = Row { valid: 60, invalid: 0, ..too_absent };
    assert_eq!(place.rows(), [less, overlapping, clipped]);
}

#[test]
fn undo_returns_the_window_to_what_it_was() {
    let place = Place::new();
    place.import(&monday_to_friday(1, A, 0));
    let before = place.history.verify().unwrap();
    let done = place.import(&monday_to_friday(1, A, 60));
    place.history.undo(done.version, day("2026-11-21")).unwrap();
    let after = place.history.verify().unwrap();
    assert_eq!((before.fingerprint, before.rows), (after.fingerprint, after.rows));
    assert_eq!(refused(place.history.undo(done.version, day("2026-11-21"))), "undo-no-such-import");
}

#[test]
fn undo_of_the_first_import_leaves_nothing() {
    let place = Place::new();
    let done = place.import(&monday_to_friday(1, A, 0));
    place.history.undo(done.version, day("2026-11-21")).unwrap();
    assert!(place.rows().is_empty());
}

#[test]
fn undo_keeps_a_later_import_of_other_days_and_refuses_one_of_the_same() {
    let place = Place::new();
    let done = place.import(&monday_to_friday(1, A, 0));
    place.import(&[lesson(1, A, "2026-09-14", 480, 30)]);
    place.history.undo(done.version, day("2026-11-21")).unwrap();
    assert_eq!(place.rows(), [lesson(1, A, "2026-09-14", 480, 30)]);

    let first = place.import(&monday_to_friday(1, A, 0));
    place.import(&[lesson(1, A, "2026-09-11", 480, 30)]);
    assert_eq!(refused(place.history.undo(first.version, day("2026-11-21"))), "undo-later-import");
}

#[test]
fn a_protected_pupil_leaves_every_file_at_once() {
    let place = Place::new();
    place.import(&[monday_to_friday(1, A, 0), monday_to_friday(2, A, 0)].concat());
    place.import(&[monday_to_friday(1, A, 20), monday_to_friday(2, A, 20)].concat()); // an older file stays for undo
    place.import(&[lesson(1, B, "2026-02-02", 480, 0), lesson(3, B, "2026-02-02", 480, 0)]); // last school year
    // the mark comes with an import of other rows
    place.import_over(&[lesson(2, A, "2026-09-14", 480, 0)], &Cover::default(), &[1]);
    for path in place.parquet_files() {
        let file = LessonFile::open(&path).unwrap();
        let table = Table::read(&file, &Subjects::default()).unwrap();
        assert!(table.rows.iter().all(|row| row.pupil != 1), "{}", path.display());
    }
    let left: BTreeSet<i32> = place.rows().iter().map(|row| row.pupil).collect();
    assert_eq!(left, BTreeSet::from([2, 3]));
    let manifest = place.history.manifest().unwrap();
    assert_eq!(manifest.files.len() + manifest.loose.len(), place.parquet_files().len());
}

#[test]
fn purge_leaves_no_file_that_an_undo_could_bring_the_pupil_back_from() {
    let place = Place::new();
    place.import(&[monday_to_friday(1, A, 0), monday_to_friday(2, A, 0)].concat());
    let second = place.import(&monday_to_friday(2, A, 20)); // pupil 1 is only in the file before
    place.history.purge(&BTreeSet::from([1]), day("2026-11-21")).unwrap();
    assert_eq!(place.parquet_files().len(), 1);
    assert_eq!(refused(place.history.undo(second.version, day("2026-11-21"))), "undo-gone");
}

#[test]
fn a_file_that_a_crash_left_behind_is_found_by_purge_and_by_sweep() {
    let place = Place::new();
    place.import(&monday_to_friday(2, A, 0));
    let slot = place.history.manifest().unwrap().files[0].slot;
    let orphan = || {
        let mut table = Table { rows: monday_to_friday(1, A, 0) };
        table.sort(&place.subjects);
        place.history.put(slot, &table, &place.subjects).unwrap(); // and no commit: the process died here
    };
    orphan();
    assert_eq!(place.parquet_files().len(), 2);
    place.history.purge(&BTreeSet::from([1]), day("2026-11-21")).unwrap();
    assert_eq!(place.parquet_files().len(), 1);

    orphan();
    assert_eq!(place.history.sweep(day("2026-11-21")).unwrap(), 0, "kept for 30 days");
    assert_eq!(place.history.sweep(day("2026-12-21")).unwrap(), 0, "the thirtieth day");
    assert_eq!(place.history.sweep(day("2026-12-22")).unwrap(), 1);
    assert_eq!(place.rows(), monday_to_friday(2, A, 0));
}

#[test]
fn one_import_of_a_school_at_a_time() {
    let place = Place::new();
    let plan = |school| {
        let table = Table { rows: monday_to_friday(1, school, 0) };
        place.history.plan(changes(&table, &Cover::default()), &BTreeSet::new(), &place.subjects)
    };
    let held = plan(A).unwrap();
    assert_eq!(refused(plan(A)), "history-busy");
    plan(B).unwrap();
    drop(held);
    plan(A).unwrap();
}

#[test]
fn a_half_file_is_held_for_a_person() {
    let place = Place::new();
    let pupils: Vec<Row> = (1..=200).flat_map(|pupil| monday_to_friday(pupil, A, 0)).collect();
    place.import(&pupils);
    let half: Vec<Row> = pupils.iter().filter(|row| row.pupil <= 100).copied().collect();
    let changes = changes(&Table { rows: half }, &Cover::default());
    let plan = place.history.plan(changes, &BTreeSet::new(), &place.subjects).unwrap();
    let expected =
        [Held::PupilsGone { school: A, pupils: 100 }, Held::RowsDiffer { school: A, before: 1000, after: 500 }];
    assert_eq!(plan.held, expected);
}

#[test]
fn a_protected_pupil_who_is_gone_from_the_file_is_no_reason_to_hold_it() {
    let place = Place::new();
    place.import(&[monday_to_friday(1, A, 0), monday_to_friday(2, A, 0)].concat());
    let table = Table { rows: monday_to_friday(2, A, 0) };
    let changes = changes(&table, &Cover::default());
    let plan = place.history.plan(changes, &BTreeSet::from([1]), &place.subjects).unwrap();
    assert_eq!(plan.held, []);
}

#[test]
fn a_damaged_file_and_a_damaged_manifest_are_told_apart_from_a_crash() {
    let place = Place::new();
    place.import(&monday_to_friday(1, A, 0));
    let path = place.parquet_files().remove(0);
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    assert_eq!(refused(place.history.verify()), "history-file-changed");
    std::fs::write(place.history.root().join("manifest.json"), "{").unwrap();
    assert_eq!(refused(place.history.verify()), "manifest-broken");
    let newer = r#"{"format":2,"version":1,"files":[],"imports":[],"loose":[]}"#;
    std::fs::write(place.history.root().join("manifest.json"), newer).unwrap();
    assert_eq!(refused(place.history.manifest()), "manifest-newer");
}

#[test]
fn a_folder_that_the_manifest_does_not_know_is_purged_too() {
    let place = Place::new();
    place.import(&monday_to_friday(2, A, 0));
    // the first import of school B died after its file was written, and left a half one as well
    let slot = absence::history::Slot { school_year: 2026, school: B };
    let mut table = Table { rows: monday_to_friday(1, B, 0) };
    table.sort(&place.subjects);
    place.history.put(slot, &table, &place.subjects).unwrap();
    let unfinished = place.history.folder(slot).join("new.part");
    std::fs::write(&unfinished, "half a file").unwrap();
    place.history.purge(&BTreeSet::from([1]), day("2026-11-21")).unwrap();
    assert_eq!(place.parquet_files().len(), 1);
    assert!(!unfinished.exists());
}

#[test]
fn what_an_interrupted_import_left_half_written_goes_with_a_purge_and_with_a_sweep() {
    let place = Place::new();
    place.import(&monday_to_friday(2, A, 0));
    let slot = absence::history::Slot { school_year: 2026, school: B };
    let unfinished = place.history.folder(slot).join("new.part");
    for clean in [
        |place: &Place| place.history.purge(&BTreeSet::from([1]), day("2026-11-21")).map(|_| ()),
        |place: &Place| place.history.sweep(day("2026-11-21")).map(|_| ()),
    ] {
        std::fs::create_dir_all(place.history.folder(slot)).unwrap();
        std::fs::write(&unfinished, "half a file").unwrap();
        clean(&place).unwrap();
        assert!(!unfinished.exists());
    }
}

#[test]
fn a_left_over_file_that_cannot_be_read_may_hold_anyone() {
    let place = Place::new();
    place.import(&monday_to_friday(2, A, 0));
    let slot = place.history.manifest().unwrap().files[0].slot;
    std::fs::write(place.history.path(slot, "left"), "no parquet").unwrap();
    place.history.purge(&BTreeSet::from([1]), day("2026-11-21")).unwrap();
    assert_eq!(place.parquet_files().len(), 1);
}

#[test]
fn a_lost_manifest_does_not_make_the_history_start_over() {
    let place = Place::new();
    place.import(&monday_to_friday(1, A, 0));
    std::fs::remove_file(place.history.root().join("manifest.json")).unwrap();
    assert_eq!(refused(absence::history::History::open(place.history.root())), "manifest-missing");
}

#[test]
fn a_first_import_that_was_cut_off_can_be_made_again() {
    let place = Place::new();
    let slot = absence::history::Slot { school_year: 2026, school: A };
    let mut table = Table { rows: monday_to_friday(1, A, 0) };
    table.sort(&place.subjects);
    place.history.put(slot, &table, &place.subjects).unwrap(); // and no commit: the process died here
    absence::history::History::open(place.history.root()).unwrap();
    place.import(&monday_to_friday(1, A, 0));
    assert_eq!(place.rows(), monday_to_friday(1, A, 0));
}
