//! A history whose manifest somebody else keeps, as a room does in its database: prepared here, committed there.

#[cfg(test)]
mod shared;

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use absence::Failure;
use absence::columns::table::Row;
use absence::columns::{LessonFile, Subjects, Table};
use absence::history::change::Cover;
use absence::history::import::Plan;
use absence::history::{History, Manifest, Prepared};
use shared::{A, B, Place, changes, day, lesson, refused};

/// A room: it keeps the manifest, and replaces it only by one that was made upon it.
#[cfg(test)]
struct Room {
    folder: tempfile::TempDir,
    kept: Arc<Mutex<Manifest>>,
    history: History,
    subjects: Subjects,
}

#[cfg(test)]
impl Room {
    fn new() -> Room {
        let folder = tempfile::tempdir().unwrap();
        let kept = Arc::new(Mutex::new(Manifest::default()));
        let read = kept.clone();
        let history = History::given(&folder.path().join("history"), move || Ok(read.lock().unwrap().clone())).unwrap();
        let subjects = Subjects::default();
        subjects.number("MA").unwrap();
        Room { folder, kept, history, subjects }
    }

    fn plan(&self, rows: &[Row], protected: &[i32]) -> Plan {
        let protected: BTreeSet<i32> = protected.iter().copied().collect();
        let changes = changes(&Table { rows: rows.to_vec() }, &Cover::default());
        self.history.plan(changes, &protected, &self.subjects).unwrap()
    }

    fn prepare(&self, rows: &[Row], protected: &[i32]) -> Prepared {
        self.history.prepare(&self.plan(rows, protected), &self.subjects, day("2026-11-20"), 2).unwrap()
    }

    /// What a room does in its transaction; `false` when somebody was there first.
    fn commit(&self, prepared: &Prepared) -> bool {
        let mut kept = self.kept.lock().unwrap();
        let first = kept.version == prepared.before.version;
        if first {
            *kept = prepared.after.clone();
        }
        first
    }

    fn make(&self, prepared: &Prepared) {
        assert!(self.commit(prepared));
        self.history.settle(prepared).unwrap();
    }

    fn rows(&self) -> Vec<Row> {
        let manifest = self.history.manifest().unwrap();
        let of_file = |entry| self.history.get(Some(entry), &self.subjects).unwrap().rows;
        let mut table = Table { rows: manifest.files.iter().flat_map(of_file).collect() };
        table.sort(&self.subjects);
        table.rows
    }

    fn files(&self) -> Vec<std::path::PathBuf> {
        shared::parquet_files(self.folder.path())
    }
}

#[cfg(test)]
fn week(pupil: i32, school: i32, absent: i32) -> Vec<Row> {
    let dates = ["2026-09-07", "2026-09-08", "2026-09-09", "2026-09-10", "2026-09-11"];
    dates.iter().map(|date| lesson(pupil, school, date, 480, absent)).collect()
}

#[test]
fn what_is_held_over_a_transaction_can_go_from_thread_to_thread() {
    fn shared<T: Send + Sync>() {}
    shared::<History>();
    shared::<Plan>();
    shared::<Prepared>();
    shared::<LessonFile>();
}

#[test]
fn what_is_prepared_counts_only_when_the_room_says_so() {
    let room = Room::new();
    let prepared = room.prepare(&week(1, A, 0), &[]);
    assert_eq!((prepared.before.version, prepared.after.version, prepared.done.changed), (0, 1, 1));
    assert!(room.rows().is_empty());
    assert_eq!(room.files().len(), 1);
    room.make(&prepared);
    assert_eq!(room.rows(), week(1, A, 0));
    assert_eq!(room.history.verify().unwrap().version, 1);
    assert!(!room.history.root().join("manifest.json").exists());
}

#[test]
fn a_given_history_holds_the_same_files_as_one_with_its_own_manifest() {
    let (room, place) = (Room::new(), Place::new());
    for rows in [week(1, A, 0), [week(1, A, 20), week(2, B, 5)].concat()] {
        room.make(&room.prepare(&rows, &[]));
        place.import(&rows);
    }
    assert_eq!(room.history.verify().unwrap(), place.history.verify().unwrap());
    assert_eq!(room.history.manifest().unwrap(), place.history.manifest().unwrap());
}

#[test]
fn the_same_rows_again_leave_nothing_to_commit() {
    let room = Room::new();
    room.make(&room.prepare(&week(1, A, 0), &[]));
    let again = room.prepare(&week(1, A, 0), &[]);
    assert!(!again.changes());
    assert_eq!((again.done.changed, again.done.version), (0, 1));
}

#[test]
fn killed_before_the_commit_it_leaves_what_the_next_import_or_a_sweep_takes_care_of() {
    let room = Room::new();
    room.make(&room.prepare(&week(1, A, 0), &[]));
    drop(room.prepare(&week(1, A, 20), &[])); // killed here
    assert_eq!((room.rows(), room.files().len()), (week(1, A, 0), 2));
    room.make(&room.prepare(&week(1, A, 20), &[])); // the same import, made again
    assert_eq!((room.rows(), room.files().len()), (week(1, A, 20), 2)); // the one before is kept for an undo

    drop(room.prepare(&week(1, A, 30), &[])); // killed, and never made again
    assert_eq!(room.files().len(), 3);
    room.make(&room.history.prepare_sweep(day("2026-11-21")).unwrap());
    room.make(&room.history.prepare_sweep(day("2026-12-22")).unwrap());
    assert_eq!((room.rows(), room.files().len()), (week(1, A, 20), 1));
}

#[test]
fn two_schools_at_a_time_are_prepared_again_upon_each_other() {
    let room = Room::new();
    let (first, second) = (room.prepare(&week(1, A, 0), &[]), room.prepare(&week(2, B, 0), &[]));
    room.make(&first);
    assert!(!room.commit(&second), "made upon a manifest that is no more");
    room.make(&room.history.again(&second).unwrap());
    assert_eq!(room.rows(), [week(1, A, 0), week(2, B, 0)].concat());
}

#[test]
fn a_school_that_changed_meanwhile_is_not_overwritten() {
    let room = Room::new();
    let prepared = room.prepare(&week(1, A, 0), &[]);
    let other = absence::history::manifest::Entry { content: "other".to_owned(), ..prepared.after.files[0].clone() };
    room.kept.lock().unwrap().files.push(other); // as after a restored backup
    assert_eq!(refused(room.history.again(&prepared)), "history-changed-meanwhile");
}

#[test]
fn one_import_of_a_school_at_a_time_until_it_is_committed() {
    let room = Room::new();
    let prepared = room.prepare(&week(1, A, 0), &[]);
    let plan = || {
        let changes = changes(&Table { rows: week(1, A, 5) }, &Cover::default());
        room.history.plan(changes, &BTreeSet::new(), &room.subjects)
    };
    assert_eq!(refused(plan()), "history-busy");
    room.make(&prepared);
    drop(prepared);
    plan().unwrap();
}

#[test]
fn a_mark_of_protection_takes_the_pupil_out_of_every_file_in_the_same_import() {
    let room = Room::new();
    room.make(&room.prepare(&[week(1, A, 0), week(2, A, 0)].concat(), &[]));
    room.make(&room.prepare(&[week(1, A, 20), week(2, A, 20)].concat(), &[])); // an older file stays for undo
    room.make(&room.prepare(&[week(1, B, 0), week(3, B, 0)].concat(), &[]));
    drop(room.prepare(&[week(1, A, 40), week(2, A, 40)].concat(), &[])); // killed: a file that nobody names
    let prepared = room.prepare(&[lesson(2, A, "2026-09-14", 480, 0)], &[1]);
    assert!(room.rows().iter().any(|row| row.pupil == 1), "nothing happens before the commit");
    room.make(&prepared);
    for path in room.files() {
        let table = Table::read(&LessonFile::open(&path).unwrap(), &Subjects::default()).unwrap();
        assert!(table.rows.iter().all(|row| row.pupil != 1), "{}", path.display());
    }
    assert_eq!(room.rows().iter().map(|row| row.pupil).collect::<BTreeSet<_>>(), BTreeSet::from([2, 3]));
}

#[test]
fn files_that_must_go_and_were_not_settled_go_with_the_next_plan() {
    let room = Room::new();
    room.make(&room.prepare(&[week(1, A, 0), week(2, A, 0)].concat(), &[]));
    let purge = room.history.prepare_purge(&BTreeSet::from([1]), day("2026-11-21")).unwrap();
    assert!(room.commit(&purge)); // and killed before it settled
    drop(purge);
    assert_eq!(room.files().len(), 2);
    drop(room.plan(&week(2, A, 0), &[]));
    assert_eq!((room.files().len(), room.rows()), (1, week(2, A, 0)));
    assert!(!room.history.manifest().unwrap().loose.is_empty());
    room.make(&room.prepare(&week(2, A, 5), &[])); // the next change lets the manifest forget the file
    assert!(room.history.manifest().unwrap().loose.iter().all(|loose| !loose.at_once));
}

#[test]
fn an_undo_is_prepared_and_committed_in_the_same_way() {
    let room = Room::new();
    room.make(&room.prepare(&week(1, A, 0), &[]));
    let second = room.prepare(&week(1, A, 20), &[]);
    room.make(&second);
    let version = second.done.version;
    drop(second);
    let undo = room.history.prepare_undo(version, day("2026-11-21")).unwrap();
    assert_eq!(room.rows(), week(1, A, 20));
    room.make(&undo);
    assert_eq!(room.rows(), week(1, A, 0));
}

#[test]
fn the_room_alone_replaces_its_manifest() {
    let room = Room::new();
    let prepared = room.prepare(&week(1, A, 0), &[]);
    assert!(matches!(room.history.commit(&prepared), Err(Failure::Fault { .. })));
}
