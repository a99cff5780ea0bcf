//! Names and numbers go in by import, and come out through a permit: within its scope and nowhere else.

use access::{Class, Place, PupilAt, Role, UnitId};
use room::{people, relations};

use crate::home::{now, refusal};
use crate::permits::{
    head_teacher, lists, may_import, may_import_to, may_index, may_list, may_see, new_id, person, pupil, put, roster,
    settle, today,
};

on_both! {
    async fn who_may_see_a_pupil_sees_who_it_is(home) {
        let room = home.create().await;
        let pupils = settle(&room).await;
        let elsa = &roster()[0];
        let at = pupils.iter().find(|it| it.id == pupil(elsa)).unwrap();
        let mut reading = room.reading(now());
        let identity = people::identity(&mut reading, may_see(at)).await.unwrap().unwrap();
        let identity = reading.show(identity).await.unwrap();
        assert_eq!((identity.name.as_str(), identity.personal_number), ("Elsa Nordin", Some(elsa.personal_number.clone())));
    }

    async fn a_pupil_is_found_by_number_within_the_scope_only(home) {
        let room = home.create().await;
        settle(&room).await;
        for row in roster() {
            let mut reading = room.reading(now());
            let found = people::find(&mut reading, may_list(&head_teacher()), &row.personal_number, today()).await.unwrap();
            let within = row.school == crate::permits::SCHOOL && !row.protected;
            assert_eq!(reading.show(found).await.unwrap(), within.then(|| pupil(&row)), "{}", row.pupil);
        }
        let mut reading = room.reading(now());
        let (day, rest) = cast::pupils::PUPILS[0].personal_number.split_at(8);
        let dashed = format!("{day}-{rest}");
        let found = people::find(&mut reading, may_list(&head_teacher()), &dashed, today()).await.unwrap();
        assert_eq!(reading.show(found).await.unwrap(), Some(pupil(&roster()[0])));
    }

    async fn the_scope_in_sql_is_what_the_policies_say_row_by_row(home) {
        let room = home.create().await;
        let mut rows = roster();
        // One who has left, one who has not come yet, and one at two schools.
        rows[1].enrolled.to = Some(today().plus(-1));
        rows[2].enrolled.from = today().plus(1);
        let mut second = rows[3].clone();
        second.school = crate::permits::SCHOOL;
        rows.push(second);
        put(&room, may_import(), &rows).await.unwrap();
        let all: Vec<PupilAt> = relations::of_all(&room, today()).await.unwrap();
        let ids: Vec<_> = rows.iter().map(pupil).collect();
        let class = |unit: i32, name: &str| Place::Class(Class { unit: UnitId(unit), name: name.to_owned() });
        let actors = rows.iter().flat_map(|row| {
            let unit = Place::Unit(UnitId(row.school));
            [(Role::Mentor, class(row.school, &row.class)), (Role::SchoolCounsellor, unit.clone()), (Role::HeadTeacher, unit)]
        });
        let mut seen = 0;
        for (role, place) in actors {
            let actor = person(role, place);
            let mut expected: Vec<_> = all.iter().filter(|it| lists(&actor, it)).map(|it| it.id).collect();
            expected.sort();
            expected.dedup();
            let mut reading = room.reading(now());
            let names = people::names(&mut reading, may_list(&actor), &ids, today()).await.unwrap();
            let found: Vec<_> = reading.show(names).await.unwrap().into_iter().map(|(id, _)| id).collect();
            assert_eq!(found, expected, "{role:?}");
            seen += found.len();
        }
        assert!(seen > 10);
    }

    async fn the_index_holds_everybody_but_the_protected(home) {
        let room = home.create().await;
        settle(&room).await;
        let mut reading = room.reading(now());
        let index = people::index(&mut reading, may_index(), today()).await.unwrap();
        let index = reading.show(index).await.unwrap();
        let open = roster().iter().filter(|row| !row.protected).count();
        assert_eq!(index.len(), open);
        assert!(open < roster().len());
        assert!(index.iter().any(|(_, name)| name == "Tindra Löfgren"));
    }

    async fn a_later_delivery_keeps_the_id_and_never_lifts_the_mark(home) {
        let room = home.create().await;
        settle(&room).await;
        let before = room::versions(&room).await.unwrap().people;
        let mut rows = roster();
        let protected = rows.iter().position(|row| row.protected).unwrap();
        rows[0].name = "Elsa Nordin Ek".to_owned();
        rows[protected].protected = false;
        let other = new_id(&rows[1]);
        let mut change = room.change(now()).await.unwrap();
        people::put(&mut change, may_import(), &[(uuid::Uuid::from_u128(99), &rows[0]), (other, &rows[protected])]).await.unwrap();
        change.commit().await.unwrap();
        assert!(room::versions(&room).await.unwrap().people > before);
        assert_eq!(relations::of_number(&room, rows[0].pupil).await.unwrap(), Some(pupil(&rows[0])));
        let mark = relations::of_pupil(&room, pupil(&rows[protected]), today()).await.unwrap();
        assert!(mark.iter().all(|it| it.protected) && !mark.is_empty());
        let mut reading = room.reading(now());
        let names = people::names(&mut reading, may_list(&head_teacher()), &[pupil(&rows[0])], today()).await.unwrap();
        assert_eq!(reading.show(names).await.unwrap(), [(pupil(&rows[0]), "Elsa Nordin Ek".to_owned())]);
    }

    async fn an_enrolment_ends_the_day_before_and_one_that_has_not_begun_is_removed(home) {
        let room = home.create().await;
        let mut rows = roster();
        rows[1].enrolled.from = today();
        rows[2].enrolled.to = Some(today().plus(-1));
        put(&room, may_import(), &rows).await.unwrap();
        let lasting = relations::enrolled(&room, today()).await.unwrap();
        assert!(lasting.iter().all(|it| it.pupil != rows[2].pupil), "one that has ended already");
        let left: Vec<_> = lasting.into_iter().filter(|it| [rows[0].pupil, rows[1].pupil].contains(&it.pupil)).collect();
        assert_eq!(left.len(), 2);
        let before = room::versions(&room).await.unwrap().people;
        let mut change = room.change(now()).await.unwrap();
        people::end(&mut change, today(), &left).await.unwrap();
        change.commit().await.unwrap();
        assert!(room::versions(&room).await.unwrap().people > before);
        let on = async |row: &domain::pupil::Pupil, day| relations::of_pupil(&room, pupil(row), day).await.unwrap().len();
        assert_eq!((on(&rows[0], today().plus(-1)).await, on(&rows[0], today()).await), (1, 0));
        assert_eq!(on(&rows[1], today()).await, 0);
        assert_eq!(on(&rows[3], today()).await, 1, "whoever stays");
    }

    async fn a_permit_for_one_school_takes_no_row_of_another(home) {
        let room = home.create().await;
        let refused = put(&room, may_import_to(crate::permits::SCHOOL), &roster()).await;
        assert_eq!(refusal(refused), "room-other-school");
        assert_eq!(home.count("SELECT COUNT(*) FROM person").await, 0);
    }

    async fn two_pupils_cannot_have_one_personal_number(home) {
        let room = home.create().await;
        let mut rows = roster();
        rows[1].personal_number = rows[0].personal_number.clone();
        assert_eq!(refusal(put(&room, may_import(), &rows).await), "room-number-twice");
        assert_eq!(home.count("SELECT COUNT(*) FROM person").await, 0, "nothing of a failed change is left");
    }
}
