//! Data quality: what was delivered, counted once more by hand; and who sees what of it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use absence::canonical::{Against, read_lessons};
use absence::columns::table::Row;
use absence::columns::{Subjects, UNREPORTED};
use absence::history::Spool;
use absence::history::change::Cover;
use access::{Place, Role, Target, UnitId, WriteAct};
use casework::verb::import::{self, Delivered, Import};
use casework::verb::{called, unit_contact};
use casework::view::quality::{self, Rate, calls, school};
use domain::Week;
use room::teachers::Teaches;

use crate::city::{City, SCHOOL, denied, files, now, order, refused, today, truth};

/// Reports that should be and are, and lessons, by school and week, from the delivered file.
fn delivered() -> BTreeMap<(i32, Week), (i64, i64)> {
    let (subjects, mut weeks) = (Subjects::default(), BTreeMap::new());
    let spool = Spool::in_memory(Cover::default());
    let against = Against { roster: &truth().roster, subjects: &subjects, spool: &spool };
    read_lessons(&files().lessons, against, &mut |_| ()).unwrap();
    let rows: Vec<Row> = spool.changes().iter().flat_map(|change| change.rows.read().unwrap()).collect();
    let rows = rows.iter().filter(|row| row.date <= today().0 && row.scheduled > 0);
    for row in rows {
        let (expected, reported): &mut (i64, i64) =
            weeks.entry((row.school, domain::Day(row.date).week())).or_default();
        *expected += 1;
        *reported += i64::from(row.valid != UNREPORTED);
    }
    weeks
}

testkit::on_both! {
    async fn every_school_and_week_is_what_was_delivered(on) {
        let (city, delivered) = (City::imported(on).await, delivered());
        let seen = quality::view(&city.coordinator()).await.unwrap();
        assert_eq!((seen.as_of, seen.weeks.len(), seen.phones), (Some(today()), quality::WEEKS, true));
        let schools: BTreeSet<i32> = truth().overview.pupils.values().map(|it| it.school).collect();
        assert_eq!(seen.schools.len(), schools.len());
        let mut cells = 0;
        for of in &seen.schools {
            for (week, rate) in seen.weeks.iter().zip(&of.weeks) {
                let expected = delivered.get(&(of.school.unit.0, *week)).copied();
                assert_eq!(rate.map(|it| (it.expected, it.reported)), expected, "{} {week:?}", of.school.name);
                cells += usize::from(rate.is_some_and(|rate| rate.missing() > 0));
            }
        }
        assert!(cells > 4, "{cells}");
    }
}

testkit::on_both! {
    async fn classes_and_subjects_add_up_to_the_school(on) {
        let city = City::imported(on).await;
        let page = school::view(&city.head_teacher(SCHOOL), SCHOOL).await.unwrap();
        let sum = |lines: &[school::Line]| {
            let add = |(a, b): (i64, i64), it: &Rate| (a + it.expected, b + it.reported);
            lines.iter().map(|it| &it.total).fold((0, 0), add)
        };
        assert_eq!(sum(&page.classes), (page.total.expected, page.total.reported));
        assert_eq!(sum(&page.subjects), (page.total.expected, page.total.reported));
        let classes: Vec<_> = page.classes.iter().map(|it| it.name.as_str()).collect();
        assert!(classes.contains(&"7B") && page.subjects.len() > 3, "{classes:?}");
        // In order of class, not of what is missing.
        let courses = page.courses.unwrap();
        let order: Vec<_> = courses.iter().map(|it| (it.class.clone(), it.subject.clone())).collect();
        let mut sorted = order.clone();
        sorted.sort_by_key(|(class, subject)| {
            let number: String = class.chars().take_while(char::is_ascii_digit).collect();
            (number.parse::<u32>().ok(), class.clone(), subject.clone())
        });
        assert_eq!(order, sorted);
    }
}

testkit::on_both! {
    async fn a_head_teacher_sees_the_own_school_and_pupils_there_and_nobody_else_a_pupil(on) {
        let city = City::imported(on).await;
        let head = city.head_teacher(SCHOOL);
        let own = quality::view(&head).await.unwrap();
        assert_eq!(own.schools.iter().map(|it| it.school.unit).collect::<Vec<_>>(), [SCHOOL]);
        assert!(!own.phones);
        let other = UnitId(truth().overview.pupils.values().map(|it| it.school).find(|it| *it != SCHOOL.0).unwrap());
        assert_eq!(denied(school::view(&head, other).await), "denied-numbers");
        assert_eq!(denied(school::view(&head, UnitId(1)).await), "denied-numbers");
        assert!(school::view(&head, SCHOOL).await.unwrap().pupils.is_some());
        for role in [Role::Coordinator, Role::Administrator] {
            let page = school::view(&city.person(role, Place::Room), SCHOOL).await.unwrap();
            assert!(page.pupils.is_none() && page.courses.is_none(), "{role:?}");
            assert_eq!(page.may_edit, role == Role::Administrator);
        }
        for nobody in [city.counsellor(), city.mentor("7B")] {
            assert_eq!(denied(quality::view(&nobody).await), "denied-numbers");
            assert_eq!(denied(school::view(&nobody, SCHOOL).await), "denied-numbers");
            assert_eq!(denied(calls::view(&nobody).await), "denied-numbers");
        }
        assert_eq!(denied(calls::view(&head).await), "denied-numbers");
    }
}

testkit::on_both! {
    async fn a_teacher_is_named_to_the_head_teacher_of_the_school_alone(on) {
        let city = City::imported(on).await;
        let head = city.head_teacher(SCHOOL);
        let courses = school::view(&head, SCHOOL).await.unwrap().courses.unwrap();
        let first = courses.first().unwrap();
        let name = |name: &str| {
            Teaches { class: first.class.clone(), subject: first.subject.clone(), name: name.to_owned() }
        };
        let cx = city.operator();
        let permit = cx.access().decide(cx.actor(), WriteAct::Import, &Target::Room).unwrap();
        let mut change = city.room.change(now()).await.unwrap();
        room::teachers::put(&mut change, permit, SCHOOL, &[name("Östen Ek"), name("Åsa Alm")]).await.unwrap();
        change.commit().await.unwrap();
        let courses = school::view(&head, SCHOOL).await.unwrap().courses.unwrap();
        assert_eq!(courses[0].teachers, ["Åsa Alm", "Östen Ek"]);
        for role in [Role::Coordinator, Role::Administrator] {
            let page = school::view(&city.person(role, Place::Room), SCHOOL).await.unwrap();
            assert!(!format!("{page:?}").contains("Alm"), "{role:?}");
        }
    }
}

testkit::on_both! {
    async fn a_call_has_a_number_to_phone_and_is_noted_on_its_day(on) {
        let city = City::imported(on).await;
        city.account().await;
        let (coordinator, administrator) = (city.coordinator(), city.person(Role::Administrator, Place::Room));
        assert_eq!(refused(unit_contact::run(&administrator, SCHOOL, "Expeditionen", "ring!").await), ["quality-contact-telephone"]);
        unit_contact::run(&administrator, SCHOOL, " Expeditionen ", "0123-456 78").await.unwrap();
        assert!(matches!(unit_contact::run(&coordinator, SCHOOL, "X", "").await, Err(casework::Failure::Denied(_))));
        let list = calls::view(&coordinator).await.unwrap();
        let missing: Vec<_> = list.schools.iter().map(|it| (!it.asks.no_lessons, -it.asks.missing)).collect();
        assert!(!missing.is_empty() && missing.is_sorted(), "{missing:?}");
        let first = list.schools[0].school.unit;
        unit_contact::run(&administrator, first, "Expeditionen", "0123-456 78").await.unwrap();

        assert_eq!(refused(called::run(&coordinator, first, Some(today().plus(1))).await), ["quality-call-day"]);
        assert_eq!(refused(called::run(&coordinator, first, None).await), ["quality-call-day"]);
        called::run(&coordinator, first, Some(today().plus(-1))).await.unwrap();
        let call = calls::view(&coordinator).await.unwrap().schools.remove(0);
        assert_eq!((call.contact.telephone.as_str(), call.called), ("0123-456 78", Some(today().plus(-1))));
        called::undo(&coordinator, first).await.unwrap();
        assert_eq!(calls::view(&coordinator).await.unwrap().schools[0].called, None);
        assert_eq!(denied(called::run(&city.head_teacher(SCHOOL), SCHOOL, Some(today())).await), "denied-numbers");
    }
}

testkit::on_both! {
    async fn the_same_files_again_count_no_school_anew(on) {
        let city = City::imported(on).await;
        let before = room::results::quality::sources(&city.room).await.unwrap();
        import::run(&city.operator(), order(files(), true), &|_| ()).await.unwrap();
        assert_eq!(room::results::quality::sources(&city.room).await.unwrap(), before);
        let late = school::view(&city.head_teacher(SCHOOL), SCHOOL).await.unwrap().late;
        assert_eq!(late, []);
    }
}

testkit::on_both! {
    async fn a_delivery_of_ss_12000_tells_the_head_teacher_who_teaches(on) {
        let city = City::empty(on).await;
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../exchange/fixtures/ss12000");
        let names = ["organisations", "groups", "persons", "duties", "activities", "calendar_events", "attendances"];
        let files = names.map(|name| Delivered::at(folder.join(format!("{name}.json")))).to_vec();
        // bad rows are in these files on purpose
        let order = Import { files, as_of: today(), confirm: true, threads: 2 };
        import::run(&city.operator(), order, &|_| ()).await.unwrap();
        let page = school::view(&city.head_teacher(SCHOOL), SCHOOL).await.unwrap();
        let courses: Vec<_> = page.courses.unwrap().into_iter().map(|it| (it.class, it.subject, it.teachers)).collect();
        let teachers = vec!["Karin Nordin".to_owned(), "Åsa Ek".to_owned()];
        assert_eq!(courses, [("7B".to_owned(), "GRGRMAT01".to_owned(), teachers)]);
    }
}
