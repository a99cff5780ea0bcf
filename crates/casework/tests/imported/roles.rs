//! Start and search, role by role; and a protected pupil nowhere.

use absence::overview::Standing;
use access::{Access, Actor, Class, Place, Role, RoleAt, Target, UnitId, UserId, WriteAct};
use casework::verb::account;
use casework::verb::protected::checked;
use casework::view::{protected, pupil, search, start, worklist};
use domain::Signal;
use room::results::{self, OfUnit, OfWeek, Reporting};

use crate::city::{City, SCHOOL, denied, now, refused, today, truth};
use crate::lists::all;

testkit::on_both! {
    async fn a_protected_pupil_is_nowhere(on) {
        let (city, truth) = (City::imported(on).await, truth());
        assert!(!truth.protected().is_empty());
        for hidden in truth.protected() {
            let (cx, id) = (city.head_teacher(UnitId(hidden.school)), city.id(hidden.pupil).await);
            assert!(all(&cx, &worklist::Ask::default()).await.iter().all(|row| row.pupil != id));
            assert!(search::view(&cx, &hidden.name).await.unwrap().iter().all(|found| found.pupil != id));
            assert!(search::view(&cx, &hidden.personal_number).await.unwrap().is_empty());
            let page = pupil::view(&cx, id).await;
            assert_eq!(denied(page), denied(pupil::view(&cx, access::PupilId(3)).await));
        }
    }
}

testkit::on_both! {
    async fn a_name_is_found_within_the_scope_and_in_swedish_order(on) {
        let (city, truth) = (City::imported(on).await, truth());
        let everybody = truth.overview.pupils.keys().filter_map(|it| truth.at(*it));
        let (here, there): (Vec<_>, Vec<_>) = everybody.partition(|row| row.school == SCHOOL.0);
        let (cx, somebody) = (city.counsellor(), here[0]);
        let found = search::view(&cx, &somebody.name.to_uppercase()).await.unwrap();
        assert!(found.iter().any(|it| it.name == somebody.name && it.class == somebody.class));
        assert!(found.iter().all(|it| it.school.unit == SCHOOL && it.school.name == "Björkskolan"));
        let by_number = search::view(&cx, &somebody.personal_number).await.unwrap();
        assert_eq!(by_number.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), [somebody.name.as_str()]);
        assert!(search::view(&cx, &there[0].personal_number).await.unwrap().is_empty());
        assert!(search::view(&cx, "an").await.unwrap().len() <= 20);
        assert_eq!(refused(search::view(&cx, " a ").await), ["search-too-short"]);
        let mentor = city.mentor("7B");
        let found = search::view(&mentor, "an").await.unwrap();
        assert!(found.iter().all(|it| it.class == "7B"));
        assert_eq!(denied(search::view(&city.coordinator(), "anna").await), "denied-list");
    }
}

testkit::on_both! {
    async fn a_coordinator_sees_numbers_of_schools_and_never_a_pupil(on) {
        let (city, truth) = (City::imported(on).await, truth());
        let seen = start::view(&city.coordinator()).await.unwrap();
        assert!(seen.list.is_none() && seen.team.is_none() && seen.tasks.is_empty() && seen.running.is_none());
        let schools: std::collections::BTreeSet<i32> = truth.overview.pupils.values().map(|it| it.school).collect();
        assert_eq!(seen.schools.len(), schools.len());
        for numbers in &seen.schools {
            let pupils = truth.overview.pupils.values().filter(|it| it.school == numbers.school.unit.0).count();
            let pupils = i64::try_from(pupils).unwrap();
            assert_eq!(numbers.pupils, Some(pupils).filter(|it| *it == 0 || *it > 4));
            assert!(numbers.open.is_none_or(|it| it == 0 || it > 4));
            let here = |it: &&Standing| it.school == numbers.school.unit.0;
            let asks = |it: &&Standing| {
                it.is_stale() || [Signal::S12a, Signal::S12b].into_iter().any(|signal| it.answer(signal).is_yes())
            };
            let questions = truth.overview.pupils.values().filter(here).filter(asks).count();
            let questions = i64::try_from(questions).unwrap();
            assert_eq!(numbers.questions, Some(questions).filter(|it| *it == 0 || *it > 4), "each pupil once");
            let (reported, scheduled) = numbers.reported.unwrap();
            assert!(0 < reported && reported <= scheduled);
        }
        let own = start::view(&city.head_teacher(SCHOOL)).await.unwrap();
        assert_eq!(own.schools.iter().map(|it| it.school.unit).collect::<Vec<_>>(), [SCHOOL]);
        let list = own.list.unwrap();
        assert_eq!(own.schools[0].open, Some(list.nobody + list.follow_up));
        assert_eq!(own.sittings.iter().map(|it| it.unit).collect::<Vec<_>>(), [SCHOOL]);
    }
}

testkit::on_both! {
    async fn of_a_school_with_four_pupils_not_even_the_reported_share_is_shown(on) {
        let city = City::empty(on).await;
        let generation = results::begin(&city.room, today(), 1, now()).await.unwrap();
        let week = |school: i32| OfWeek { school, week: today().week(), scheduled: 1_000, reported: 400 };
        let unit = |school: i32, pupils: i64| OfUnit { school, pupils, questions: 0 };
        let other = 90_000_102;
        let reporting =
            Reporting { units: vec![unit(SCHOOL.0, 4), unit(other, 5)], weeks: vec![week(SCHOOL.0), week(other)] };
        results::put_reporting(&city.room, &generation, &reporting).await.unwrap();
        let operator = Actor::Operator("olle".to_owned());
        let permit = Access::new().unwrap().decide(&operator, WriteAct::ComputeFigures, &Target::Room).unwrap();
        let mut change = city.room.change(now()).await.unwrap();
        results::publish(&mut change, permit, &generation).await.unwrap();
        change.commit().await.unwrap();
        let seen = start::view(&city.coordinator()).await.unwrap();
        let shown = |unit: i32| seen.schools.iter().find(|it| it.school.unit.0 == unit).unwrap().reported;
        assert_eq!((shown(SCHOOL.0), shown(other)), (None, Some((400, 1_000))));
    }
}

testkit::on_both! {
    async fn a_mentor_of_a_class_that_the_school_does_not_have_is_refused(on) {
        let (imported, empty) = (City::imported(on).await, City::empty(on).await);
        let roles = |class: &str| {
            let place = Place::Class(Class { unit: SCHOOL, name: class.to_owned() });
            vec![RoleAt { role: Role::Mentor, place }]
        };
        let make = async |city: &City, user: u128, class: &str| {
            let (name, login) = ("Maria Lindgren".to_owned(), format!("maria{user}"));
            let new = account::New { user: UserId(user), name, login, password: None, roles: roles(class) };
            account::create(&city.operator(), new).await
        };
        assert_eq!(refused(make(&imported, 1, "7b").await), ["account-class-not-there"]);
        make(&imported, 2, " 7B ").await.unwrap();
        let operator = imported.operator();
        assert_eq!(refused(account::give(&operator, UserId(2), roles("12X")).await), ["account-class-not-there"]);
        account::give(&operator, UserId(2), roles("7B")).await.unwrap();
        make(&empty, 1, "7b").await.unwrap(); // no roster yet: nobody knows
    }
}

testkit::on_both! {
    async fn the_officer_gets_a_task_without_names_and_a_new_one_four_school_weeks_after(on) {
        let city = City::empty(on).await;
        let officer = city.person(Role::ProtectedDataOfficer, Place::Room);
        assert!(!protected::view(&officer).await.unwrap().is_due);
        city.import(crate::city::files(), false).await.unwrap();
        assert_eq!(start::view(&officer).await.unwrap().protected_due, Some(today()));
        assert!(protected::view(&officer).await.unwrap().is_due);
        city.account().await;
        checked(&officer).await.unwrap();
        checked(&officer).await.unwrap(); // once more: nothing is due, so nothing is noted
        let after = protected::view(&officer).await.unwrap();
        // v. 48–51 are the four school weeks after Friday 20 November
        assert_eq!((after.due.to_string().as_str(), after.is_due, after.done), ("2026-12-18", false, vec![today()]));
        assert_eq!(start::view(&officer).await.unwrap().protected_due, None);
        assert_eq!(denied(checked(&city.counsellor()).await), "denied-protected");
        assert_eq!(denied(protected::view(&city.counsellor()).await), "denied-protected");
    }
}
