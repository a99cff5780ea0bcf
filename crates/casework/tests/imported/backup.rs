//! A backup gives back the same room, on either database, or changes nothing.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use access::{Access, Actor, Place, ReadAct, Role, Target};
use casework::verb::restore::Order;
use casework::verb::{backup, restore};
use casework::view::whole;
use casework::view::worklist::Ask;
use room::backup::{Count, Part};
use room::{KeySource, Room};
use testkit::Kind;

use crate::city::{City, now, refused};
use crate::lists::all;

/// What a restored room has more or less of than the one before: what was noted meanwhile, and sessions.
const APART: [&str; 5] = ["backup", "journal", "journal_subject", "journal_head", "session"];

/// Every table of a room with its rows.
async fn tables(room: &Room) -> BTreeMap<String, Count> {
    let (send, mut parts) = tokio::sync::mpsc::channel(4);
    let room = room.clone();
    let read = tokio::spawn(async move {
        room::backup::dump(&room, String::new(), &send, |_| String::new()).await.unwrap();
    });
    let mut last = None;
    while let Some(part) = parts.recv().await {
        if let Part::Tail(tail) = part {
            last = Some(tail);
        }
    }
    read.await.unwrap();
    last.unwrap().tables.into_iter().filter(|(table, _)| !APART.contains(&table.as_str())).collect()
}

fn other(kind: Kind) -> Kind {
    match kind {
        Kind::Sqlite => Kind::Postgres,
        Kind::Postgres => Kind::Sqlite,
    }
}

async fn backed_up(city: &City, to: &Path) -> PathBuf {
    backup::run(&city.operator(), to, None).await.unwrap().file
}

fn order(city: &City, file: &Path, url: &str, attendance: &Path) -> Order {
    Order {
        file: file.to_owned(),
        slug: city.room.slug().to_owned(),
        url: url.to_owned(),
        key: city.key.clone(),
        attendance: attendance.to_owned(),
        replace: false,
    }
}

async fn run(order: Order) -> casework::Result<restore::Restored> {
    restore::run(&Access::new().unwrap(), &Actor::Operator("test".to_owned()), order, now()).await
}

testkit::on_both! {
    async fn a_restored_room_has_the_same_rows_files_and_lists_on_either_database(on) {
        let city = City::imported(on).await;
        let (before, list) = (tables(&city.room).await, all(&city.counsellor(), &Ask::default()).await);
        let folder = tempfile::tempdir().unwrap();
        let made = backup::run(&city.operator(), folder.path(), None).await.unwrap();
        assert!(made.files > 0 && made.rows > 1_000);
        for kind in [on, other(on)] {
            let place = kind.database().await;
            let attendance = place.folder.path().join("attendance");
            let restored = run(order(&city, &made.file, &place.url, &attendance)).await.unwrap();
            assert_eq!(restored.files, made.files);
            let room = Room::open(&place.url, &city.key).await.unwrap();
            assert_eq!(tables(&room).await, before, "{kind:?}");
            let same = city.at(room, attendance);
            assert!(format!("{:?}", all(&same.counsellor(), &Ask::default()).await) == format!("{list:?}"));
            let checked = whole::view(&same.office).await.unwrap();
            assert!(checked.doubts.is_empty() && checked.rows > 100_000, "{:?}", checked.doubts);
            let reviewer = same.person(Role::AccessReviewer, Place::Room);
            let permit = reviewer.access().decide(reviewer.actor(), ReadAct::ReviewJournal, &Target::Room).unwrap();
            let mut reading = same.room.reading(now());
            let entries = room::journal::review(&mut reading, permit, None, 50).await.unwrap();
            let entries = format!("{:?}", reading.show(entries).await.unwrap());
            assert!(entries.contains("restored") && entries.contains("begun"), "the journal tells it");
        }
    }
}

testkit::on_both! {
    async fn a_room_that_holds_something_is_replaced_only_when_told_and_never_by_another(on) {
        let city = City::imported(on).await;
        let folder = tempfile::tempdir().unwrap();
        let file = backed_up(&city, folder.path()).await;
        city.account().await;
        let after = tables(&city.room).await;
        let attendance = city.folder().join("attendance");
        let again = order(&city, &file, &city.url, &attendance);
        assert_eq!(refused(run(again.clone()).await), ["restore-holds-something"]);
        let foreign = Order { slug: "annan".to_owned(), ..again.clone() };
        assert_eq!(refused(run(foreign).await), ["restore-another-room"]);
        assert_eq!(tables(&city.room).await, after, "nothing has changed");
        run(Order { replace: true, ..again }).await.unwrap();
        let room = Room::open(&city.url, &city.key).await.unwrap();
        assert_ne!(tables(&room).await, after, "the account that was made since is gone");
    }
}

testkit::on_both! {
    async fn without_its_key_or_with_a_byte_changed_nothing_is_restored(on) {
        let city = City::imported(on).await;
        let folder = tempfile::tempdir().unwrap();
        let file = backed_up(&city, folder.path()).await;
        let place = on.database().await;
        let attendance = place.folder.path().join("attendance");
        let good = order(&city, &file, &place.url, &attendance);
        let without = Order { key: KeySource::File(folder.path().join("gone")), ..good.clone() };
        assert_eq!(refused(run(without).await), ["room-key-missing"]);
        let bytes = std::fs::read(&file).unwrap();
        let broken = folder.path().join("broken");
        for at in [0, bytes.len() / 3, bytes.len() / 2, bytes.len() - 20] {
            let mut other = bytes.clone();
            other[at] ^= 1;
            std::fs::write(&broken, &other).unwrap();
            let code = refused(run(Order { file: broken.clone(), ..good.clone() }).await);
            assert!(["restore-not-whole", "restore-not-a-backup"].contains(&code[0]), "{code:?} at {at}");
        }
        std::fs::write(&broken, &bytes[..bytes.len() / 2]).unwrap();
        assert_eq!(refused(run(Order { file: broken, ..good.clone() }).await), ["restore-not-whole"]);
        let left = std::fs::read_dir(&attendance).into_iter().flatten().count();
        let parquet = |path: PathBuf| path.extension().is_some_and(|it| it == "parquet");
        assert!(left == 0 || !walk(&attendance).into_iter().any(parquet), "no attendance file is left");
        run(good).await.unwrap();
    }
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(walk(&path)) } else { found.push(path) }
    }
    found
}

testkit::on_both! {
    async fn old_backups_are_thinned_out_and_what_was_cut_off_is_cleared_away(on) {
        let city = City::empty(on).await;
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(format!(".{}-x.part", city.room.slug())), "half").unwrap();
        std::fs::write(folder.path().join("annat.tar.zst"), "somebody else's").unwrap();
        for second in 0..5 {
            let cx = city.operator_at(second);
            backup::run(&cx, folder.path(), Some(3)).await.unwrap();
        }
        let at_once = backup::run(&city.operator_at(4), folder.path(), Some(3)).await;
        assert_eq!(refused(at_once), ["backup-same-second"]);
        assert_eq!(backup::of(folder.path(), city.room.slug()).unwrap().len(), 3);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 4, "nothing else is left there");
        assert_eq!(room::backup::known(&city.room).await.unwrap().len(), 3);
        assert!(folder.path().join("annat.tar.zst").exists());
        assert!(!folder.path().join(format!(".{}-x.part", city.room.slug())).exists());
        let missing = backup::run(&city.operator(), &folder.path().join("saknas"), None).await;
        assert_eq!(refused(missing), ["backup-folder-missing"]);
        let administrator = city.person(Role::Administrator, Place::Room);
        assert!(backup::run(&administrator, folder.path(), None).await.is_err(), "only the operator");
    }
}
