//! The figures that a simulator reads: when somebody becomes protected, none of before lies on disk, whatever was cut off.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use absence::canonical::read_pupils;
use absence::canonical::write::write_pupils;
use casework::verb::import::{self, Delivered, Import, Stage};
use casework::verb::sweep;

use crate::city::{City, SCHOOL, files, order, refused, today, truth};

/// The files of figures, with what is in them.
fn figures(city: &City) -> BTreeMap<PathBuf, Vec<u8>> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![city.folder().join("attendance").join("figures")]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.clone(), std::fs::read(path).unwrap());
            }
        }
    }
    found
}

/// The same city, with one pupil of a school newly protected.
fn protecting() -> (tempfile::TempDir, Import) {
    let (roster, _) = read_pupils(&files().pupils).unwrap();
    let is_open = |pupil: i32| !truth().roster.protected().contains(&pupil);
    let mut rows: Vec<_> = roster.rows().cloned().collect();
    let closed = rows.iter().find(|row| is_open(row.pupil) && row.school == SCHOOL.0 && row.enrolled.contains(today()));
    let closed = closed.unwrap().pupil;
    rows.iter_mut().for_each(|row| row.protected |= row.pupil == closed || !is_open(row.pupil));
    let folder = tempfile::tempdir().unwrap();
    let pupils = folder.path().join("pupils.parquet");
    write_pupils(&pupils, &rows).unwrap();
    let delivered = [&pupils, &files().lessons].map(Delivered::at).to_vec();
    (folder, Import { files: delivered, ..order(files(), true) })
}

testkit::on_both! {
    async fn figures_of_before_a_protection_go_also_when_the_import_was_cut_off_before_it_removed_them(on) {
        let city = City::imported(on).await;
        let before = figures(&city);
        let (_folder, protecting) = protecting();
        import::run(&city.operator(), protecting.clone(), &|_| ()).await.unwrap();
        let after: BTreeSet<PathBuf> = figures(&city).into_keys().collect();
        let gone: BTreeMap<_, _> = before.iter().filter(|(path, _)| !after.contains(*path)).collect();
        assert!(gone.len() > 1, "the list, and the file of a school");
        let cut_off = || gone.iter().for_each(|(path, content)| std::fs::write(path, content).unwrap());

        cut_off();
        let again = import::run(&city.operator(), protecting, &|_| ()).await.unwrap();
        assert_eq!(again.told.changed, 0);
        assert_eq!(figures(&city).into_keys().collect::<BTreeSet<_>>(), after, "the same import again");
        cut_off();
        sweep::run(&city.operator()).await.unwrap();
        assert_eq!(figures(&city).into_keys().collect::<BTreeSet<_>>(), after, "a start of the server");
    }
}

testkit::on_both! {
    async fn figures_of_an_import_that_never_was_seen_go_with_the_next(on) {
        let city = City::imported(on).await;
        let before: BTreeSet<PathBuf> = figures(&city).into_keys().collect();
        let (folder, protecting) = protecting();
        let all = city.folder().join("attendance");
        let cut_off = move |stage: Stage| {
            if let Stage::Storing(..) = stage {
                let school = all.join("figures").join(format!("school={}", SCHOOL.0));
                std::fs::write(school.join("1.part"), "half").unwrap();
                panic!("killed");
            }
        };
        let (cx, order) = (city.operator(), protecting.clone());
        tokio::spawn(async move { import::run(&cx, order, &cut_off).await.map(drop) }).await.unwrap_err();
        assert!(figures(&city).len() > before.len() + 1, "as it was left");
        let nothing = Import { files: vec![Delivered::at(folder.path().join("none.csv"))], ..protecting };
        refused(import::run(&city.operator(), nothing, &|_| ()).await);
        assert_eq!(figures(&city).into_keys().collect::<BTreeSet<_>>(), before, "also one that comes to nothing");
    }
}

testkit::on_both! {
    async fn a_room_whose_figures_are_lost_imports_and_has_them_again(on) {
        let city = City::imported(on).await;
        std::fs::remove_dir_all(city.folder().join("attendance").join("figures")).unwrap();
        sweep::run(&city.operator()).await.unwrap();
        let (_folder, protecting) = protecting();
        // what is kept in memory builds on the list that is lost
        drop(import::run(&city.operator(), protecting.clone(), &|_| ()).await);
        import::run(&city.operator(), protecting, &|_| ()).await.unwrap();
        assert!(!figures(&city).is_empty());
    }
}
