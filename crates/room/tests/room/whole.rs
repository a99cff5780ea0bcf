//! A room is checked after a crash, a restore or a move, and told from another by fingerprints.

use access::{PupilAt, Zone};
use domain::step::{Body, Kind, Seen};
use room::statements::{self, Said};
use room::{Room, Whole, marks, results, whole};

use crate::home::now;
use crate::marks::step;
use crate::permits::{SCHOOL, id, may_document, may_import, put, roster, settle, today};
use crate::results::{scan, standing};

/// Documents a talk.
async fn talk(room: &Room, elsa: &PupilAt) {
    let step = step(Kind::PupilTalk, today(), Some(today().plus(9)), Seen::default());
    let json = Body::Step(step.clone()).to_json().unwrap();
    let mut change = room.change(now()).await.unwrap();
    let said = Said { id: id(1), episode: None, lamport: 1, side: "school", body: &json };
    let permit = may_document(elsa, Zone::SchoolGeneral);
    let written = statements::append(&mut change, permit, &said).await.unwrap().unwrap();
    marks::apply(&mut change, &written, &marks::Effect::Step(step.fact(id(1).as_u128()))).await.unwrap();
    change.commit().await.unwrap();
}

async fn filled(room: &Room, place: i64) -> Whole {
    settle(room).await;
    scan(room, &[standing(roster()[0].pupil, SCHOOL, Some(place))]).await;
    whole(room).await.unwrap()
}

on_both! {
    async fn two_rooms_with_the_same_import_have_the_same_fingerprints(home) {
        let room = home.create().await;
        let other = crate::home::Home::new(testkit::Kind::Sqlite).await;
        let (here, there) = (filled(&room, 1).await, filled(&other.create().await, 1).await);
        assert_eq!(here, there, "also in another database");
        assert_eq!((here.people, here.leftovers, here.computed_from), (8, 0, Some(1)));
        assert_eq!(here.attendance, 1);
        let otherwise = filled(&crate::home::Home::new(testkit::Kind::Sqlite).await.create().await, 2).await;
        assert_eq!(otherwise.roster, here.roster);
        assert_ne!(otherwise.results, here.results, "another place on the list");
        let mut rows = roster();
        rows[0].class = "7C".to_owned();
        put(&room, may_import(), &rows).await.unwrap();
        let moved = whole(&room).await.unwrap();
        assert_eq!(moved.results, here.results);
        assert_ne!(moved.roster, here.roster, "another class");
    }

    async fn what_an_import_that_was_cut_off_left_is_counted_and_changes_no_result(home) {
        let room = home.create().await;
        let before = filled(&room, 1).await;
        let begun = results::begin(&room, today(), 2, now()).await.unwrap();
        results::put(&room, &begun, &[standing(roster()[0].pupil, SCHOOL, Some(2))]).await.unwrap();
        let after = whole(&room).await.unwrap();
        assert_eq!(after, Whole { leftovers: 2, ..before.clone() }, "a row and its generation");
        let again = scan(&room, &[standing(roster()[0].pupil, SCHOOL, Some(1))]).await;
        results::discard_old(&room, now()).await.unwrap();
        assert_eq!((again.number, whole(&room).await.unwrap().leftovers), (3, 0));
    }

    async fn a_mark_that_was_changed_or_removed_is_found(home) {
        let room = home.create().await;
        let elsa = settle(&room).await.remove(0);
        talk(&room, &elsa).await;
        let found = async || {
            let found = whole(&room).await.unwrap();
            (found.statements, found.wrong_marks)
        };
        assert_eq!(found().await, (1, 0));
        home.tamper(&["UPDATE mark SET cleared_until = cleared_until + 30"]).await;
        assert_eq!(found().await, (1, 1), "cleared for longer");
        home.tamper(&["UPDATE mark SET cleared_until = cleared_until - 30, seen_band = 4"]).await;
        assert_eq!(found().await, (1, 1), "as if a higher level had been seen");
        home.tamper(&["DELETE FROM mark"]).await;
        assert_eq!(found().await, (1, 1), "as if nobody had acted");
    }
}
