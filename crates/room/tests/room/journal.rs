//! Every permit used has its entry, and no entry can be changed, moved or taken away unnoticed.

use access::{Place, PupilId, Role, UnitId, Zone};
use room::journal::{self, Anchor, Break, Chain};
use room::statements::{self, Said};
use room::{Room, people};

use crate::home::now;
use crate::permits::{
    head_teacher, id, may_document, may_list, may_read, may_review_room, may_review_school, may_see, person, pupil,
    roster, settle, today,
};

async fn whole(room: &Room) -> Anchor {
    match journal::verify(room, None).await.unwrap() {
        Chain::Whole(anchor) => anchor,
        broken => panic!("{broken:?}"),
    }
}

/// A room with some entries: a delivery and five reads.
async fn some(home: &crate::home::Home) -> Room {
    let room = home.create().await;
    let elsa = settle(&room).await.remove(0);
    for _ in 0..5 {
        let mut reading = room.reading(now());
        let identity = people::identity(&mut reading, may_see(&elsa)).await.unwrap();
        reading.show(identity).await.unwrap();
    }
    assert_eq!(whole(&room).await.seq, 6);
    room
}

on_both! {
    async fn a_request_has_one_entry_with_all_its_permits_and_whom_it_showed(home) {
        let room = home.create().await;
        settle(&room).await;
        let mut reading = room.reading(now());
        let ids: Vec<PupilId> = roster().iter().map(pupil).collect();
        let names = people::names(&mut reading, may_list(&head_teacher()), &ids, today()).await.unwrap();
        let found = people::find(&mut reading, may_list(&head_teacher()), "200001012384", today()).await.unwrap();
        let shown: Vec<PupilId> = names.iter().map(|(id, _)| *id).collect();
        reading.show((names, found)).await.unwrap();
        let mut reading = room.reading(now());
        let entries = journal::review(&mut reading, may_review_room(), None, 10).await.unwrap();
        let entries = reading.show(entries).await.unwrap();
        assert_eq!(entries.iter().map(|it| it.seq).collect::<Vec<_>>(), [2, 1]);
        let entry = &entries[0];
        assert_eq!((entry.kind.as_str(), &entry.people), ("read", &shown));
        assert!(entry.actor.starts_with("person:"));
        assert_eq!(entry.permitted[0].act, "ListPupils");
        assert!(!entry.permitted[0].reasons.is_empty(), "the entry says why it was permitted");
        assert_eq!((entries[1].kind.as_str(), entries[1].actor.as_str()), ("write", "job:import"));
    }

    async fn each_permit_used_has_an_entry(home) {
        let room = home.create().await;
        let pupils = settle(&room).await;
        for pupil in &pupils {
            let mut change = room.change(now()).await.unwrap();
            let said = Said { id: uuid::Uuid::from_u128(pupil.id.0 + 1), episode: None, lamport: 1, side: "school", body: b"{}" };
            statements::append(&mut change, may_document(pupil, Zone::SchoolSupport), &said).await.unwrap();
            change.commit().await.unwrap();
            let mut reading = room.reading(now());
            let read = statements::read(&mut reading, may_read(pupil, Zone::SchoolSupport)).await.unwrap();
            reading.show(read).await.unwrap();
        }
        let mut reading = room.reading(now());
        let entries = journal::review(&mut reading, may_review_room(), None, 100).await.unwrap();
        let entries = reading.show(entries).await.unwrap();
        for pupil in &pupils {
            let own: Vec<_> = entries.iter().filter(|it| it.people == [pupil.id]).collect();
            let acts: Vec<_> = own.iter().flat_map(|it| it.permitted.iter().map(|it| it.act.as_str())).collect();
            assert_eq!(acts, ["ReadStepContent", "DocumentStep"]);
            assert!(own.iter().all(|it| it.permitted[0].zone.as_deref() == Some("SchoolSupport")));
        }
    }

    async fn a_reviewer_of_a_school_sees_its_pupils_only(home) {
        let room = home.create().await;
        let own: Vec<PupilId> = settle(&room).await.iter().map(|it| it.id).collect();
        let all: Vec<PupilId> = roster().iter().map(pupil).collect();
        let elsewhere = person(Role::HeadTeacher, Place::Unit(UnitId(90_000_107)));
        for actor in [head_teacher(), elsewhere] {
            let mut reading = room.reading(now());
            let names = people::names(&mut reading, may_list(&actor), &all, today()).await.unwrap();
            assert!(!reading.show(names).await.unwrap().is_empty());
        }
        let mut reading = room.reading(now());
        let entries = journal::review(&mut reading, may_review_school(), None, 10).await.unwrap();
        let entries = reading.show(entries).await.unwrap();
        assert_eq!(entries.iter().map(|it| &it.people).collect::<Vec<_>>(), [&own]);
    }

    async fn a_request_that_is_given_up_is_journalled_all_the_same(home) {
        let room = home.create().await;
        let elsa = settle(&room).await.remove(0);
        let mut reading = room.reading(now());
        people::identity(&mut reading, may_see(&elsa)).await.unwrap();
        drop(reading);
        let mut reading = room.reading(now());
        people::identity(&mut reading, may_see(&elsa)).await.unwrap();
        reading.show(()).await.unwrap();
        assert_eq!(whole(&room).await.seq, 3);
    }

    async fn an_entry_that_was_changed_is_named(home) {
        let room = some(home).await;
        let bytes = if home.is_sqlite { "X'00'" } else { "'\\x00'::bytea" };
        let sealed = format!("UPDATE journal SET sealed_detail = {bytes} WHERE seq = 6");
        let previous = format!("UPDATE journal SET previous = {bytes} WHERE seq = 3");
        let subject = "DELETE FROM journal_subject WHERE seq = 2";
        // From the last to the first: each time the first broken entry is the one just changed.
        for (seq, sql) in [
            (6, sealed.as_str()),
            (5, "UPDATE journal SET actor = 'person:0' WHERE seq = 5"),
            (4, "UPDATE journal SET made_at = made_at + 1 WHERE seq = 4"),
            (3, previous.as_str()),
            (2, subject),
            (1, "UPDATE journal SET kind = 'read' WHERE seq = 1"),
        ] {
            home.tamper(&[sql]).await;
            let found = journal::verify(&room, None).await.unwrap();
            assert_eq!(found, Chain::Broken { seq, why: Break::Changed }, "{sql}");
        }
    }

    async fn an_entry_that_was_taken_away_is_named(home) {
        let room = some(home).await;
        home.tamper(&["DELETE FROM journal WHERE seq = 4"]).await;
        let found = journal::verify(&room, None).await.unwrap();
        assert_eq!(found, Chain::Broken { seq: 4, why: Break::Missing });
    }

    async fn entries_that_change_places_are_named(home) {
        let room = some(home).await;
        home.tamper(&[
            "UPDATE journal SET seq = 99 WHERE seq = 4",
            "UPDATE journal SET seq = 4 WHERE seq = 5",
            "UPDATE journal SET seq = 5 WHERE seq = 99",
        ]).await;
        let found = journal::verify(&room, None).await.unwrap();
        assert_eq!(found, Chain::Broken { seq: 4, why: Break::Changed });
    }

    async fn a_cut_off_end_is_seen_from_outside(home) {
        let room = some(home).await;
        let anchor = whole(&room).await;
        // Whoever has the database can set the head back, and the rest is a chain: only what was noted outside tells.
        home.tamper(&[
            "UPDATE journal_head SET seq = 4, hash = (SELECT hash FROM journal WHERE seq = 4)",
            "DELETE FROM journal WHERE seq > 4",
        ]).await;
        assert_eq!(whole(&room).await.seq, 4);
        let found = journal::verify(&room, Some(anchor)).await.unwrap();
        assert_eq!(found, Chain::Broken { seq: 5, why: Break::Missing });
        let other = Anchor { seq: 2, hash: [7; 32] };
        let found = journal::verify(&room, Some(other)).await.unwrap();
        assert_eq!(found, Chain::Broken { seq: 2, why: Break::NotTheAnchor });
    }

    async fn fifty_writers_at_once_keep_the_chain_whole(home) {
        let room = home.create().await;
        let elsa = settle(&room).await.remove(0);
        let tasks: Vec<_> = (0..50_u32).map(|number| {
            let (room, elsa) = (room.clone(), elsa.clone());
            tokio::spawn(async move {
                let mut reading = room.reading(now());
                let identity = people::identity(&mut reading, may_see(&elsa)).await.unwrap();
                reading.show(identity).await.unwrap();
                let mut change = room.change(now()).await.unwrap();
                let said = Said { id: id(number.into()), episode: None, lamport: number, side: "school", body: b"{}" };
                statements::append(&mut change, may_document(&elsa, Zone::SchoolSupport), &said).await.unwrap();
                change.commit().await.unwrap();
            })
        }).collect();
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!(whole(&room).await.seq, 101);
        assert_eq!(home.count("SELECT COUNT(*) FROM statement").await, 50);
    }

    async fn a_long_chain_is_read_in_pieces(home) {
        let room = home.create().await;
        let elsa = settle(&room).await.remove(0);
        let tasks: Vec<_> = (0..2100).map(|_| {
            let (room, elsa) = (room.clone(), elsa.clone());
            tokio::spawn(async move {
                let mut reading = room.reading(now());
                let identity = people::identity(&mut reading, may_see(&elsa)).await.unwrap();
                reading.show(identity).await.unwrap();
            })
        }).collect();
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!(whole(&room).await.seq, 2101);
        home.tamper(&["UPDATE journal SET actor = 'x' WHERE seq = 2050"]).await;
        let found = journal::verify(&room, None).await.unwrap();
        assert_eq!(found, Chain::Broken { seq: 2050, why: Break::Changed });
    }
}
