//! An import happens whole or not at all, as far as anybody can see.

use casework::verb::import::{self, Stage};
use casework::view::worklist::{Ask, Row};
use casework::view::{pupil, start};
use room::{Room, attendance};
use text::{Language, render};

use crate::city::{City, Files, SCHOOL, demo, files, made, now, order, refused};
use crate::lists::all;

async fn list(city: &City) -> String {
    let rows: Vec<Row> = all(&city.counsellor(), &Ask::default()).await;
    format!("{rows:?}")
}

/// The same pupils, with other absence.
fn other() -> Files {
    made(&absence::synth::demo::Demo { seed: 12, ..demo() })
}

/// The same pupils, three weeks earlier: less is known.
fn earlier() -> Files {
    made(&absence::synth::demo::Demo { as_of: demo().as_of.plus(-21), ..demo() })
}

testkit::on_both! {
    async fn before_the_first_import_everything_is_empty_and_nothing_fails(on) {
        let city = City::empty(on).await;
        let seen = start::view(&city.counsellor()).await.unwrap();
        assert!(seen.as_of.is_none() && seen.list.is_none());
        assert!(all(&city.counsellor(), &Ask::default()).await.is_empty());
    }
}

testkit::on_both! {
    async fn the_same_files_again_change_nothing(on) {
        let city = City::empty(on).await;
        let first = city.import(files(), false).await.unwrap();
        let before = list(&city).await;
        let again = city.import(files(), false).await.unwrap();
        assert!(list(&city).await == before);
        assert!(first.told.changed > 0 && first.told.listed > 0 && first.told.rows > 100_000);
        assert_eq!((again.told.changed, again.told.listed, again.told.pupils), (0, first.told.listed, first.told.pupils));
        let somebody = all(&city.counsellor(), &Ask::default()).await.remove(0);
        assert!(pupil::view(&city.counsellor(), somebody.pupil).await.unwrap().signals.len() > 10);
    }
}

testkit::on_both! {
    async fn a_held_import_shows_nothing_until_it_is_confirmed(on) {
        let city = City::imported(on).await;
        let (before, other) = (list(&city).await, other());
        let reasons = city.import(&other, false).await;
        if let Err(casework::Failure::Refused(all)) = &reasons {
            let said = all.iter().map(|it| render(&it.message, Language::Swedish)).collect::<Vec<_>>().join(" ");
            assert!(said.contains("Björkskolan: "), "a school is called what people call it: {said}");
            assert!(!said.contains(&SCHOOL.0.to_string()), "{said}");
        }
        let held = refused(reasons);
        assert!(!held.is_empty() && held.iter().all(|code| code.starts_with("held-")), "{held:?}");
        assert!(list(&city).await == before);
        city.import(&other, true).await.unwrap();
        assert!(list(&city).await != before);
    }
}

testkit::on_both! {
    async fn an_import_that_fails_at_the_last_step_leaves_the_list_and_the_pages_as_they_were(on) {
        let city = City::imported(on).await;
        let (before, other) = (list(&city).await, earlier());
        let (url, key) = (city.url.clone(), city.key.clone());
        let meddle = move |stage: Stage| {
            let Stage::Storing(done, all) = stage else { return };
            if done == all {
                let (url, key) = (url.clone(), key.clone());
                std::thread::spawn(move || testkit::run(raise_version(url, key))).join().unwrap();
            }
        };
        let failed = import::run(&city.operator(), order(&other, true), &meddle).await;
        assert_eq!(refused(failed), ["history-changed-meanwhile"]);
        assert!(list(&city).await == before);
        let numbers = start::view(&city.head_teacher(SCHOOL)).await.unwrap();
        assert!(numbers.list.is_some());
        // and the next one goes through
        city.import(&other, true).await.unwrap();
        assert!(list(&city).await != before);
    }
}

/// Another process changes the manifest meanwhile.
async fn raise_version(url: String, key: room::KeySource) {
    let room = Room::open(&url, &key).await.unwrap();
    let manifest = attendance::load(&room).await.unwrap();
    let mut change = room.change(now()).await.unwrap();
    attendance::replace(&mut change, &manifest, &manifest).await.unwrap();
    change.commit().await.unwrap();
    room.close().await;
}
