//! How schools report: seen whole or not at all, by whoever may, and with names only for those who may have them.

use std::collections::BTreeMap;

use access::{Access, Place, ReadAct, Role, Target, UnitId, UserId, WriteAct};
use domain::{Signal, Week};
use room::Room;
use room::results::quality::{self, Course, CourseWeek, LateWeek, OfSchool, Quality};
use room::teachers::{self, Teaches};
use room::units::{self, Contact};
use uuid::Uuid;

use crate::home::{now, refusal};
use crate::permits::{
    SCHOOL, head_teacher, may_configure, may_import, may_list, may_manage, may_see_quality, person, settle, today,
};
use crate::results::{scan, standing};

const OTHER: i32 = 90_000_102;

fn week(number: i32, silent: u32) -> CourseWeek {
    CourseWeek { week: Week(number), lessons: 4, silent, rows: 100, reported: 100 - 25 * silent }
}

fn course(class: &str, subject: &str, weeks: &[CourseWeek]) -> Course {
    Course { class: class.to_owned(), subject: subject.to_owned(), weeks: weeks.to_vec() }
}

fn school(school: i32, source: &str) -> OfSchool {
    OfSchool {
        school,
        as_of: today(),
        source: source.to_owned(),
        courses: vec![course("7B", "MA", &[week(1, 1), week(2, 0)]), course("7B", "SV", &[week(2, 3)])],
        pupils: BTreeMap::from([("7B".to_owned(), 25), ("7C".to_owned(), 24)]),
        ..OfSchool::default()
    }
}

async fn publish(room: &Room, of: &OfSchool) {
    let stamped = quality::put_quality(room, of).await.unwrap();
    let mut change = room.change(now()).await.unwrap();
    quality::publish_quality(&mut change, &[stamped]).await.unwrap();
    change.commit().await.unwrap();
    quality::discard_quality(room, &[UnitId(of.school)], today()).await.unwrap();
}

async fn seen(room: &Room, target: &Target) -> BTreeMap<UnitId, Quality> {
    let mut reading = room.reading(now());
    let seen = quality::quality(&mut reading, may_see_quality(target), today().plus(-28)).await.unwrap();
    reading.show(seen).await.unwrap()
}

fn unit(code: i32) -> Target {
    Target::Unit(UnitId(code))
}

on_both! {
    async fn how_a_school_reports_is_seen_when_it_is_published_and_not_before(home) {
        let room = home.create().await;
        settle(&room).await;
        quality::put_quality(&room, &school(SCHOOL, "first")).await.unwrap();
        assert_eq!(seen(&room, &Target::Room).await, BTreeMap::new());
        publish(&room, &school(SCHOOL, "first")).await;
        publish(&room, &school(OTHER, "another")).await;
        let all = seen(&room, &Target::Room).await;
        assert_eq!(all.keys().map(|unit| unit.0).collect::<Vec<_>>(), [SCHOOL, OTHER]);
        let only = seen(&room, &unit(OTHER)).await;
        assert_eq!(only.keys().map(|unit| unit.0).collect::<Vec<_>>(), [OTHER]);

        let of = &all[&UnitId(SCHOOL)];
        let both = CourseWeek { week: Week(2), lessons: 8, silent: 3, rows: 200, reported: 125 };
        assert_eq!(of.weeks, [week(1, 1), both], "the courses of a school are added up");
        let classes: Vec<_> = of.classes.iter().map(|it| (it.class.as_str(), it.pupils, it.weeks.len())).collect();
        assert_eq!(classes, [("7B", 25, 2), ("7C", 24, 0)], "a class without lessons is there");
        let sources = quality::sources(&room).await.unwrap();
        assert_eq!(sources, BTreeMap::from([(SCHOOL, "first".to_owned()), (OTHER, "another".to_owned())]));

        // Another import of one school leaves the other as it is, and what it replaced is gone.
        let mut later = school(SCHOOL, "second");
        later.courses.pop();
        publish(&room, &later).await;
        let all = seen(&room, &Target::Room).await;
        assert_eq!(all[&UnitId(SCHOOL)].weeks, [week(1, 1), week(2, 0)]);
        assert_eq!(all[&UnitId(OTHER)].weeks, [week(1, 1), both]);
        assert_eq!(home.count("SELECT COUNT(*) FROM quality_cell").await, 3);
        let mut reading = room.reading(now());
        let courses = quality::courses(&mut reading, may_see_quality(&unit(SCHOOL))).await.unwrap();
        assert_eq!(reading.show(courses).await.unwrap(), later.courses);
    }
}

on_both! {
    async fn late_corrections_stay_when_the_next_import_is_published(home) {
        let room = home.create().await;
        settle(&room).await;
        let late = LateWeek { week: Week(2), seen: today(), lessons: 3, days: 20 };
        let old = LateWeek { week: Week(1), seen: today().plus(-40), lessons: 9, days: 30 };
        publish(&room, &OfSchool { late: vec![late, old], ..school(SCHOOL, "first") }).await;
        publish(&room, &school(SCHOOL, "second")).await;
        assert_eq!(seen(&room, &Target::Room).await[&UnitId(SCHOOL)].late, [late]);
    }
}

on_both! {
    async fn pupils_who_are_a_question_are_listed_within_the_scope_and_the_protected_never(home) {
        let room = home.create().await;
        let pupils = settle(&room).await;
        let number = |id: u128| Uuid::from_u128(id);
        let numbers: BTreeMap<_, _> = room::relations::roll(&room, UnitId(SCHOOL), today()).await.unwrap()
            .into_iter().map(|it| (it.person, it.pupil)).collect();
        let (stale, without) = (&pupils[0], &pupils[1]);
        let hidden = room::relations::of_all(&room, today()).await.unwrap().into_iter().find(|it| it.protected).unwrap();
        assert!(!numbers.contains_key(&number(hidden.id.0)), "the protected are not on the roll");
        let stopped = room::results::Standing {
            stale: true,
            ..standing(numbers[&number(stale.id.0)], SCHOOL, None)
        };
        scan(&room, &[stopped]).await;
        let row = |id: u128| (number(id), "7B".to_owned(), None);
        let of = OfSchool { without_rows: vec![row(without.id.0), row(hidden.id.0)], ..school(SCHOOL, "first") };
        publish(&room, &of).await;
        let ask = async |actor: &access::Actor| {
            let mut reading = room.reading(now());
            let found = quality::asked_about(&mut reading, may_list(actor), UnitId(SCHOOL), today()).await.unwrap();
            reading.show(found).await.unwrap()
        };
        let found = ask(&head_teacher()).await;
        let mut expected = [(stale.id, true, None), (without.id, false, Some(None))];
        expected.sort();
        let mut ids: Vec<_> = found.iter().map(|it| (it.pupil, it.stopped, it.without_rows)).collect();
        ids.sort();
        assert_eq!(ids, expected);
        assert!(ask(&person(Role::HeadTeacher, Place::Unit(UnitId(OTHER)))).await.is_empty());

        let counted = seen(&room, &Target::Room).await;
        assert_eq!(counted[&UnitId(SCHOOL)].without_rows, 1);
        let mut reading = room.reading(now());
        let questions = quality::questions(&mut reading, may_see_quality(&Target::Room)).await.unwrap();
        let of = reading.show(questions).await.unwrap()[&UnitId(SCHOOL)];
        assert_eq!((of.stopped, of.shorter, of.unreported), (1, 0, 0));
    }
}

on_both! {
    async fn signals_about_timetable_and_reporting_are_the_ones_that_are_counted(home) {
        let room = home.create().await;
        let pupils = settle(&room).await;
        let numbers: BTreeMap<_, _> = room::relations::roll(&room, UnitId(SCHOOL), today()).await.unwrap()
            .into_iter().map(|it| (it.person, it.pupil)).collect();
        let all: Vec<i32> = pupils.iter().map(|it| numbers[&Uuid::from_u128(it.id.0)]).collect();
        let with = |place: usize, signal| room::results::Standing {
            signals: [signal].into_iter().collect(),
            ..standing(all[place], SCHOOL, None)
        };
        scan(&room, &[with(0, Signal::S12a), with(1, Signal::S12b)]).await;
        let mut reading = room.reading(now());
        let questions = quality::questions(&mut reading, may_see_quality(&unit(SCHOOL))).await.unwrap();
        let of = reading.show(questions).await.unwrap()[&UnitId(SCHOOL)];
        assert_eq!((of.unreported, of.shorter, of.stopped), (1, 1, 0));
    }
}

fn teaches(class: &str, name: &str) -> Teaches {
    Teaches { class: class.to_owned(), subject: "MA".to_owned(), name: name.to_owned() }
}

on_both! {
    async fn who_teaches_is_known_to_the_head_teacher_of_that_school(home) {
        let room = home.create().await;
        settle(&room).await;
        let all = [teaches("7B", "Åsa Ek"), teaches("7B", "Bo Alm"), teaches("8A", "Bo Alm")];
        for (unit, taught) in [(SCHOOL, &all[..]), (OTHER, &all[2..])] {
            let mut change = room.change(now()).await.unwrap();
            teachers::put(&mut change, may_import(), UnitId(unit), taught).await.unwrap();
            change.commit().await.unwrap();
        }
        let access = Access::new().unwrap();
        let permit = || access.decide(&head_teacher(), ReadAct::SeeTeacher, &unit(SCHOOL)).unwrap();
        let mut reading = room.reading(now());
        let found = teachers::of_school(&mut reading, permit()).await.unwrap();
        let found = reading.show(found).await.unwrap();
        assert_eq!(found, [teaches("7B", "Bo Alm"), teaches("7B", "Åsa Ek"), teaches("8A", "Bo Alm")]);
        assert!(!format!("{found:?}").contains("Bo Alm"));
        // A permit for something else opens nothing.
        let mut reading = room.reading(now());
        assert!(teachers::of_school(&mut reading, may_see_quality(&unit(SCHOOL))).await.is_err());
        drop(reading);
        // The next delivery replaces what it tells of.
        let mut change = room.change(now()).await.unwrap();
        teachers::put(&mut change, may_import(), UnitId(SCHOOL), &all[..1]).await.unwrap();
        change.commit().await.unwrap();
        let mut reading = room.reading(now());
        let found = teachers::of_school(&mut reading, permit()).await.unwrap();
        assert_eq!(reading.show(found).await.unwrap(), [teaches("7B", "Åsa Ek"), teaches("8A", "Bo Alm")]);
    }
}

on_both! {
    async fn a_contact_is_sealed_and_a_call_is_noted_on_its_day(home) {
        let room = home.create().await;
        settle(&room).await;
        publish(&room, &school(SCHOOL, "first")).await;
        let contact = Contact { name: "Expeditionen".to_owned(), telephone: "0123-456 78".to_owned() };
        let mut change = room.change(now()).await.unwrap();
        units::put_contact(&mut change, may_configure(), UnitId(SCHOOL), &contact).await.unwrap();
        change.commit().await.unwrap();
        let mut reading = room.reading(now());
        let found = units::contacts(&mut reading, may_see_quality(&unit(SCHOOL))).await.unwrap();
        assert_eq!(reading.show(found).await.unwrap(), BTreeMap::from([(UnitId(SCHOOL), contact.clone())]));
        let mut reading = room.reading(now());
        let found = units::contacts(&mut reading, may_see_quality(&unit(OTHER))).await.unwrap();
        assert_eq!(reading.show(found).await.unwrap(), BTreeMap::new());
        let mut change = room.change(now()).await.unwrap();
        let missing = units::put_contact(&mut change, may_configure(), UnitId(1), &contact).await;
        assert_eq!(refusal(missing), "unit-not-there");
        drop(change);

        let new = room::accounts::New { id: Uuid::from_u128(7), login: "k", name: "K", password: None, roles: &[] };
        let mut change = room.change(now()).await.unwrap();
        room::accounts::put(&mut change, may_manage(), &new).await.unwrap();
        change.commit().await.unwrap();
        let access = Access::new().unwrap();
        let coordinator = person(Role::Coordinator, Place::Room);
        let note = || access.decide(&coordinator, WriteAct::NoteCall, &unit(SCHOOL)).unwrap();
        for day in [today().plus(-3), today()] {
            let mut change = room.change(now()).await.unwrap();
            quality::called(&mut change, note(), UserId(7), day).await.unwrap();
            change.commit().await.unwrap();
            assert_eq!(seen(&room, &Target::Room).await[&UnitId(SCHOOL)].called, Some(day));
        }
        let mut change = room.change(now()).await.unwrap();
        quality::not_called(&mut change, note()).await.unwrap();
        change.commit().await.unwrap();
        assert_eq!(seen(&room, &Target::Room).await[&UnitId(SCHOOL)].called, None);
    }
}
