//! What is set once and read often: calendar, schools, and the officer's recurring task.

use access::{UnitId, UserId};
use domain::calendar::{Break, Calendar};
use domain::{SchoolYear, Term};
use room::{calendar, officer, units};

use crate::accounts::account;
use crate::home::{now, refusal};
use crate::permits::{SCHOOL, may_configure, may_remind, may_review_protected, may_scan, roster, settle, today};

on_both! {
    async fn a_calendar_comes_back_as_it_was_set(home) {
        let room = home.create().await;
        assert_eq!(calendar::load(&room).await.unwrap(), Calendar::default());
        let first = Calendar {
            terms: vec![Term { start: today().plus(-90), end: today().plus(30) }, Term { start: today().plus(50), end: today().plus(200) }],
            breaks: vec![Break { name: "höstlov".to_owned(), from: today().plus(-27), to: today().plus(-23) }],
            study_days: vec![today().plus(-6), today().plus(-50)],
        };
        for set in [Calendar::swedish_default(SchoolYear(2026)), first.clone()] {
            let mut change = room.change(now()).await.unwrap();
            calendar::put(&mut change, may_configure(), &set).await.unwrap();
            change.commit().await.unwrap();
        }
        let mut loaded = calendar::load(&room).await.unwrap();
        loaded.study_days.reverse();
        assert_eq!(loaded, first);
        let mut change = room.change(now()).await.unwrap();
        assert!(calendar::put(&mut change, may_scan(), &first).await.is_err(), "another act");
    }

    async fn a_school_has_a_name_and_a_first_time(home) {
        let room = home.create().await;
        settle(&room).await;
        let mut change = room.change(now()).await.unwrap();
        units::name(&mut change, may_configure(), UnitId(SCHOOL), "Björkskolan", "Centrum").await.unwrap();
        units::all_imported(&mut change, &[UnitId(SCHOOL)], today()).await.unwrap();
        units::all_imported(&mut change, &[UnitId(SCHOOL)], today().plus(7)).await.unwrap();
        assert!(units::sitting_done(&mut change, UnitId(SCHOOL)).await.unwrap());
        assert!(!units::sitting_done(&mut change, UnitId(SCHOOL)).await.unwrap());
        assert_eq!(refusal(units::sitting_done(&mut change, UnitId(1)).await), "unit-not-there");
        change.commit().await.unwrap();
        let all = units::all(&room).await.unwrap();
        let own = all.iter().find(|it| it.id == UnitId(SCHOOL)).unwrap();
        assert_eq!((own.name.as_str(), own.district.as_str()), ("Björkskolan", "Centrum"));
        assert_eq!((own.first_import, own.sitting_done), (Some(today()), Some(now())));
        assert!(all.iter().any(|it| it.first_import.is_none() && it.sitting_done.is_none()));
    }

    async fn the_officer_gets_a_count_and_says_when_it_is_done(home) {
        let room = home.create().await;
        settle(&room).await;
        let officer = account(&room, 1, "skydd", &[]).await;
        for due in [today(), today().plus(30), today()] {
            let mut change = room.change(now()).await.unwrap();
            officer::remind(&mut change, may_remind(), due).await.unwrap();
            change.commit().await.unwrap();
        }
        let done = async |due, by: UserId| {
            let mut change = room.change(now()).await.unwrap();
            let done = officer::done(&mut change, may_review_protected(), due, by).await.unwrap();
            change.commit().await.unwrap();
            done
        };
        assert!(done(today(), officer).await);
        assert!(!done(today(), officer).await);
        assert!(!done(today().plus(1), officer).await);
        let mut reading = room.reading(now());
        let tasks = officer::tasks(&mut reading, may_review_protected()).await.unwrap();
        let tasks = reading.show(tasks).await.unwrap();
        let protected = roster().iter().filter(|row| row.protected).count() as u64;
        assert!(protected > 0);
        let told: Vec<_> = tasks.iter().map(|it| (it.due, it.pupils, it.done)).collect();
        assert_eq!(told, [(today().plus(30), protected, None), (today(), protected, Some(now()))]);
        let mut reading = room.reading(now());
        assert!(officer::tasks(&mut reading, may_scan()).await.is_err(), "another act");
    }
}
