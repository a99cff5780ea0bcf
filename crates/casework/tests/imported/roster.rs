//! What a roster does to a room: who is protected, and who has left.

use absence::canonical::write::write_pupils;
use access::UnitId;
use casework::view::{pupil, search, worklist};
use domain::pupil::Pupil;

use crate::city::{City, Files, SCHOOL, denied, files, refused, today, truth};
use crate::lists::all;

/// The same lessons with other rows of the roster, written otherwise.
fn delivered(rows: &[Pupil], written: impl Fn(String) -> String) -> Files {
    let folder = tempfile::tempdir().unwrap();
    let pupils = folder.path().join("pupils.csv");
    write_pupils(&pupils, rows).unwrap();
    std::fs::write(&pupils, written(std::fs::read_to_string(&pupils).unwrap())).unwrap();
    Files { pupils, lessons: files().lessons.clone(), _folder: folder }
}

fn rows() -> Vec<Pupil> {
    truth().roster.rows().cloned().collect()
}

/// Two of the school's pupils who are on its list and nowhere else.
fn two() -> [&'static Pupil; 2] {
    let truth = truth();
    let mut here = truth.overview.pupils.keys().filter(|it| truth.roster.of_pupil(**it).len() == 1);
    let mut next = || here.find_map(|it| truth.at(*it).filter(|row| row.school == SCHOOL.0)).unwrap();
    [next(), next()]
}

testkit::on_both! {
    async fn a_protection_column_that_nobody_can_read_erases_nobody(on) {
        let city = City::imported(on).await;
        let before = format!("{:?}", all(&city.counsellor(), &worklist::Ask::default()).await);
        let letters = delivered(&rows(), |text| text.replace(",false,", ",P,").replace(",true,", ",Q,"));
        for confirm in [false, true] {
            assert!(refused(city.import(&letters, confirm).await).contains(&"held-protection-unclear"), "{confirm}");
        }
        assert!(format!("{:?}", all(&city.counsellor(), &worklist::Ask::default()).await) == before);
    }
}

testkit::on_both! {
    async fn a_single_mark_that_nobody_can_read_protects_its_pupil(on) {
        let (city, [somebody, _]) = (City::imported(on).await, two());
        let row = format!("\n{},", somebody.pupil);
        let unclear = delivered(&rows(), |text| {
            let at = text.find(&row).unwrap();
            let (before, after) = text.split_at(at);
            before.to_owned() + &after.replacen(",false,", ",kanske,", 1)
        });
        city.import(&unclear, false).await.unwrap();
        let listed = all(&city.counsellor(), &worklist::Ask::default()).await;
        let id = city.id(somebody.pupil).await;
        assert!(!listed.is_empty() && listed.iter().all(|row| row.pupil != id));
    }
}

testkit::on_both! {
    async fn a_roster_with_many_bad_rows_is_held_until_it_is_confirmed(on) {
        let city = City::empty(on).await;
        // one in ten
        let nameless: Vec<Pupil> = rows()
            .into_iter()
            .map(|mut row| {
                if row.pupil % 10 == 3 {
                    row.name = String::new();
                }
                row
            })
            .collect();
        let nameless = delivered(&nameless, |text| text);
        assert!(refused(city.import(&nameless, false).await).contains(&"held-bad-pupils"));
        city.import(&nameless, true).await.unwrap();
    }
}

testkit::on_both! {
    async fn a_pupil_who_moves_is_seen_at_the_new_school_only_and_one_who_is_gone_nowhere(on) {
        let (city, [moved, gone], other) = (City::imported(on).await, two(), UnitId(90_000_102));
        let mut rows = rows();
        rows.retain(|row| row.pupil != gone.pupil);
        for row in rows.iter_mut().filter(|row| row.pupil == moved.pupil) {
            row.school = other.0;
        }
        let roster = delivered(&rows, |text| text);
        city.import(&roster, true).await.unwrap(); // their lessons go: held
        let (here, there) = (city.counsellor(), city.head_teacher(other));
        let nobody = denied(pupil::view(&here, access::PupilId(1)).await);
        for row in [moved, gone] {
            let id = city.id(row.pupil).await;
            assert_eq!(denied(pupil::view(&here, id).await), nobody);
            assert!(search::view(&here, &row.personal_number).await.unwrap().is_empty());
            assert!(all(&here, &worklist::Ask::default()).await.iter().all(|it| it.pupil != id));
        }
        assert_eq!(pupil::view(&there, city.id(moved.pupil).await).await.unwrap().name, moved.name);
        assert!(denied(pupil::view(&there, city.id(gone.pupil).await).await) == nobody);
        // and the same again changes nothing
        let before = format!("{:?}", room::relations::of_all(&city.room, today()).await.unwrap());
        city.import(&roster, true).await.unwrap();
        assert_eq!(format!("{:?}", room::relations::of_all(&city.room, today()).await.unwrap()), before);
        // whoever comes back is there again
        city.import(files(), true).await.unwrap();
        assert_eq!(pupil::view(&here, city.id(gone.pupil).await).await.unwrap().name, gone.name);
    }
}

testkit::on_both! {
    async fn a_roster_without_many_of_a_schools_pupils_is_held_until_it_is_confirmed(on) {
        let city = City::imported(on).await;
        let half: Vec<Pupil> = rows().into_iter().filter(|row| row.school != SCHOOL.0 || row.pupil % 3 > 0).collect();
        let half = delivered(&half, |text| text);
        assert!(refused(city.import(&half, false).await).contains(&"held-leaving"));
        let without: Vec<Pupil> = rows().into_iter().filter(|row| row.school != SCHOOL.0).collect();
        let held = refused(city.import(&delivered(&without, |text| text), false).await);
        assert!(!held.contains(&"held-leaving"), "a school that the file has nobody of is not asked about");
    }
}
