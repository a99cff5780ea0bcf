//! Imports of parts of a room, one after the other by one office that goes on from what it kept, leave exactly what a
//! scan of everything says, cell by cell.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::Arc;

use absence::canonical::write::write_pupils;
use absence::canonical::{Against, read_lessons, read_pupils};
use absence::columns::table::Row;
use absence::columns::{Subjects, UNREPORTED};
use absence::history::Spool;
use absence::history::change::Cover;
use access::{Access, Place, PupilAt, ReadAct, Role, Target, UnitId};
use casework::Office;
use casework::verb::import;
use domain::Day;
use domain::pupil::Pupil;
use pack::Pack;
use room::results::{self, Standing};

use crate::city::{City, Files, SCHOOL, demo, files, made, order, today, truth};

const OTHER: i32 = 90_000_102;

/// A delivery: roster rows and lesson rows, as CSV.
fn delivery(roster: &[Pupil], rows: &[Row], subjects: &Subjects) -> Files {
    let folder = tempfile::tempdir().unwrap();
    let (pupils, lessons) = (folder.path().join("pupils.csv"), folder.path().join("lessons.csv"));
    write_pupils(&pupils, roster).unwrap();
    let mut text = "pupil,school,grade,date,start,subject,s,v,u,cancelled\n".to_owned();
    for row in rows {
        let Row { pupil, school, grade, start, scheduled, .. } = row;
        let (date, subject) = (Day(row.date), subjects.name(row.subject));
        write!(text, "{pupil},{school},{grade},{date},{start},{subject},{scheduled},").unwrap();
        match row.valid {
            UNREPORTED => writeln!(text, ",,false").unwrap(),
            valid => writeln!(text, "{valid},{},false", row.invalid).unwrap(),
        }
    }
    std::fs::write(&lessons, text).unwrap();
    Files { pupils, lessons, _folder: folder }
}

fn rows_of(files: &Files, subjects: &Subjects) -> Vec<Row> {
    let ((roster, _), spool) = (read_pupils(&files.pupils).unwrap(), Spool::in_memory(Cover::default()));
    read_lessons(&files.lessons, Against { roster: &roster, subjects, spool: &spool }, &mut |_| ()).unwrap();
    spool.changes().iter().flat_map(|change| change.rows.read().unwrap()).collect()
}

/// How every pupil of the roster stands, as the pages read it, what is sealed too.
async fn standings(city: &City) -> BTreeMap<i32, Standing> {
    let (access, mut found) = (Access::new().unwrap(), BTreeMap::new());
    let pupils: BTreeSet<i32> = truth().roster.rows().map(|row| row.pupil).collect();
    for pupil in pupils {
        let id = city.id(pupil).await;
        for place in room::relations::of_pupil(&city.room, id, today()).await.unwrap() {
            let PupilAt { unit, .. } = place;
            let who = city.person(Role::HeadTeacher, Place::Unit(unit));
            let Ok(permit) = access.decide(who.actor(), ReadAct::SeeAbsenceFigures, &Target::Pupil(place)) else {
                continue;
            };
            let mut reading = city.room.reading(crate::city::now());
            let seen = results::of_pupil(&mut reading, permit).await.unwrap();
            if let Some(seen) = reading.show(seen).await.unwrap() {
                found.insert(pupil, seen.standing);
            }
        }
    }
    found
}

/// The same room with an office of its own, which has kept nothing.
fn anew(city: &City) -> Office {
    let (access, pack) = (Arc::new(Access::new().unwrap()), Arc::new(Pack::embedded().unwrap()));
    Office::new(city.room.clone(), access, pack, city._folder.path().join("attendance"))
}

/// Imports by the office that goes on, and compares with a room where every office is new and with one that never had
/// anything before: there the results are written as a whole.
async fn check(going_on: &City, anew_each: &City, delivery: &Files, what: &str) {
    let before = room::versions(&going_on.room).await.unwrap().generation.unwrap();
    going_on.import(delivery, true).await.unwrap();
    let operator = anew(anew_each).actor(going_on.operator().actor().clone(), crate::city::now(), today());
    import::run(&operator, order(delivery, true), &|_| ()).await.unwrap();
    let (one, other) = (room::whole(&going_on.room).await.unwrap(), room::whole(&anew_each.room).await.unwrap());
    assert_eq!((one.results, one.roster), (other.results, other.roster), "{what}");
    assert_eq!((one.leftovers, one.computed_from), (0, Some(one.attendance)), "{what}");
    let (one, other) = (standings(going_on).await, standings(anew_each).await);
    assert_eq!(one.len(), other.len(), "{what}");
    for (pupil, standing) in &one {
        assert_eq!(Some(standing), other.get(pupil), "{what}: pupil {pupil}");
    }
    let after = room::versions(&going_on.room).await.unwrap().generation.unwrap();
    let other = room::versions(&anew_each.room).await.unwrap().generation.unwrap();
    assert_eq!((after.number, after.pupils), (before.number, other.pupils), "{what}: within the generation");
}

testkit::on_both! {
    async fn the_same_delivery_again_touches_nothing_and_a_new_name_is_taken_in(on) {
        let city = City::imported(on).await;
        let subjects = Subjects::default();
        let month = today().plus(-28).0..=today().0;
        let rows: Vec<Row> = rows_of(files(), &subjects).into_iter()
            .filter(|row| row.school == SCHOOL.0 && month.contains(&row.date)).collect();
        let mut roster: Vec<Pupil> = truth().roster.rows().filter(|row| row.school == SCHOOL.0).cloned().collect();
        assert!(roster.iter().any(|row| row.protected), "a mark that stands is nothing new either");
        city.import(&delivery(&roster, &rows, &subjects), true).await.unwrap();
        let before = room::versions(&city.room).await.unwrap();
        let told = city.import(&delivery(&roster, &rows, &subjects), true).await.unwrap();
        assert_eq!(room::versions(&city.room).await.unwrap(), before, "pages keep what they have");
        let all = city.import(files(), true).await.unwrap();
        assert_eq!((told.told.changed, told.told.listed), (0, all.told.listed));

        let somebody = roster.iter_mut().find(|row| !row.protected && row.enrolled.contains(today())).unwrap();
        somebody.name = "Nytt Namn".to_owned();
        let pupil = somebody.pupil;
        city.import(&delivery(&roster, &rows, &subjects), true).await.unwrap();
        assert!(room::versions(&city.room).await.unwrap().people > before.people);
        let seen = casework::view::pupil::view(&city.counsellor(), city.id(pupil).await).await.unwrap();
        assert_eq!(seen.name, "Nytt Namn");
    }
}

testkit::on_both! {
    async fn imports_of_parts_leave_what_a_scan_of_everything_says(on) {
        let (going_on, anew_each) = (City::imported(on).await, City::imported(on).await);
        let subjects = Subjects::default();
        let (rows, others) = (rows_of(files(), &subjects), rows_of(&made(&absence::synth::demo::Demo { seed: 12, ..demo() }), &subjects));
        let month = today().plus(-28).0..=today().0;
        let within = |row: &&Row, school: i32| row.school == school && month.contains(&row.date);
        let roster: Vec<Pupil> = truth().roster.rows().cloned().collect();
        let at = |school: i32| roster.iter().filter(|row| row.school == school).cloned().collect::<Vec<_>>();

        // one school's month again, with some lessons corrected
        let corrected: Vec<Row> = rows.iter().filter(|row| within(row, SCHOOL.0)).map(|row| match row.pupil % 25 {
            4 => Row { valid: 0, invalid: row.scheduled, ..*row },
            _ => *row,
        }).collect();
        check(&going_on, &anew_each, &delivery(&at(SCHOOL.0), &corrected, &subjects), "some lessons").await;
        check(&going_on, &anew_each, &delivery(&at(SCHOOL.0), &corrected, &subjects), "the same again").await;

        // another school's month, as another city has it
        let mine: BTreeSet<i32> = at(OTHER).iter().map(|row| row.pupil).collect();
        let month_of: Vec<Row> =
            others.iter().filter(|row| within(row, OTHER) && mine.contains(&row.pupil)).copied().collect();
        assert!(month_of.len() > 1_000);
        check(&going_on, &anew_each, &delivery(&at(OTHER), &month_of, &subjects), "a month").await;

        // somebody moves with all lessons, another changes class, and a third leaves
        let here: Vec<i32> = at(SCHOOL.0).iter().filter(|row| row.enrolled.contains(today()) && !row.protected)
            .map(|row| row.pupil).collect();
        let [moved, other_class, gone, closed] = [here[3], here[5], here[7], here[9]];
        let mut changed: Vec<Pupil> = [at(SCHOOL.0), at(OTHER)].concat();
        changed.retain(|row| row.pupil != gone);
        for row in &mut changed {
            if row.pupil == moved { row.school = OTHER; }
            if row.pupil == other_class { row.class = "9Z".to_owned(); }
        }
        let with_movers: Vec<Row> = rows.iter().filter(|row| within(row, SCHOOL.0) || within(row, OTHER))
            .filter(|row| row.pupil != gone)
            .map(|row| Row { school: if row.pupil == moved { OTHER } else { row.school }, ..*row }).collect();
        check(&going_on, &anew_each, &delivery(&changed, &with_movers, &subjects), "movers").await;

        // one becomes protected: out of every list, level and file
        for row in &mut changed {
            row.protected |= row.pupil == closed;
        }
        let rest: Vec<Row> = with_movers.iter().filter(|row| row.school == SCHOOL.0).copied().collect();
        let school: Vec<Pupil> = changed.iter().filter(|row| row.school == SCHOOL.0).cloned().collect();
        check(&going_on, &anew_each, &delivery(&school, &rest, &subjects), "protection").await;
        assert!(!standings(&going_on).await.contains_key(&closed));
        check(&going_on, &anew_each, &delivery(&at(OTHER), &month_of, &subjects), "after protection").await;

        // and everything as it was, but for those who are protected
        check(&going_on, &anew_each, files(), "everything").await;
        let city = City::empty(on).await;
        let mut all = roster.clone();
        all.iter_mut().for_each(|row| row.protected |= row.pupil == closed);
        city.import(&delivery(&all, &rows, &subjects), true).await.unwrap();
        assert_eq!(room::whole(&city.room).await.unwrap().results, room::whole(&going_on.room).await.unwrap().results);
    }
}

testkit::on_both! {
    async fn a_page_that_is_read_while_an_import_changes_it_goes_on(on) {
        let city = City::imported(on).await;
        let head = city.head_teacher(UnitId(SCHOOL.0));
        let ask = casework::view::worklist::Ask { acted: casework::view::worklist::Acted::All, ..Default::default() };
        let first = casework::view::worklist::view(&head, ask.clone()).await.unwrap();
        let subjects = Subjects::default();
        let rows = rows_of(files(), &subjects);
        let roster: Vec<Pupil> = truth().roster.rows().filter(|row| row.school == SCHOOL.0).cloned().collect();
        // the absence of the last weeks is gone: many leave the list
        let present: Vec<Row> = rows.iter().filter(|row| row.school == SCHOOL.0 && row.date > today().plus(-40).0)
            .map(|row| if row.valid == UNREPORTED { *row } else { Row { valid: 0, invalid: 0, ..*row } }).collect();
        let all = crate::lists::all(&head, &ask).await;
        city.import(&delivery(&roster, &present, &subjects), true).await.unwrap();
        let left = crate::lists::all(&head, &ask).await;
        assert!(left.len() < all.len() && !left.is_empty());
        // What comes after a page is what comes after its last place, whoever has come and gone before it.
        let after = casework::view::worklist::Ask { after: first.next, ..ask.clone() };
        let ids = |rows: Vec<casework::view::worklist::Row>| rows.iter().map(|row| row.pupil).collect::<Vec<_>>();
        let (whole, later) = (ids(left), ids(crate::lists::all(&head, &after).await));
        assert!(whole.ends_with(&later) && later.len() < whole.len());
    }
}
