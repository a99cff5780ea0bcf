//! What has been said about a pupil: kept byte for byte, opened by a permit for that pupil and that zone only.

use access::Zone;
use room::statements::{self, Said};

use crate::home::{now, refusal};
use crate::permits::{id, may_document, may_import, may_read, settle};

const BODY: &[u8] = br#"{"kind":"step","v":1,  "text":"Samtal om fredagar"}"#;

fn said(number: u128, lamport: u32, body: &[u8]) -> Said<'_> {
    Said { id: id(number), episode: None, lamport, side: "school", body }
}

on_both! {
    async fn a_statement_comes_back_as_it_was_made(home) {
        let room = home.create().await;
        let elsa = settle(&room).await.remove(0);
        let mut change = room.change(now()).await.unwrap();
        statements::append(&mut change, may_document(&elsa, Zone::SchoolSupport), &said(2, 2, b"{}")).await.unwrap();
        statements::append(&mut change, may_document(&elsa, Zone::SchoolSupport), &said(1, 1, BODY)).await.unwrap();
        change.commit().await.unwrap();
        let mut reading = room.reading(now());
        let read = statements::read(&mut reading, may_read(&elsa, Zone::SchoolSupport)).await.unwrap();
        let read = reading.show(read).await.unwrap();
        assert_eq!(read.iter().map(|it| it.id).collect::<Vec<_>>(), [id(1), id(2)]);
        assert_eq!((read[0].body.as_slice(), read[0].recorded_at, read[0].lamport), (BODY, now(), 1));
        assert!(read[0].made_by.starts_with("person:"));
        assert!(!format!("{read:?}").contains("fredagar"));
    }

    async fn the_same_statement_again_changes_nothing_and_another_is_refused(home) {
        let room = home.create().await;
        let elsa = settle(&room).await.remove(0);
        for _ in 0..2 {
            let mut change = room.change(now()).await.unwrap();
            statements::append(&mut change, may_document(&elsa, Zone::SchoolSupport), &said(1, 1, BODY)).await.unwrap();
            change.commit().await.unwrap();
        }
        for (zone, body) in [(Zone::SchoolSupport, b"{}".as_slice()), (Zone::PupilHealth, BODY)] {
            let mut change = room.change(now()).await.unwrap();
            let other = statements::append(&mut change, may_document(&elsa, zone), &said(1, 1, body)).await;
            assert_eq!(refusal(other), "step-id-taken");
        }
        let mut reading = room.reading(now());
        let read = statements::read(&mut reading, may_read(&elsa, Zone::SchoolSupport)).await.unwrap();
        assert_eq!(reading.show(read).await.unwrap().iter().map(|it| it.body.as_slice()).collect::<Vec<_>>(), [BODY]);
    }

    async fn a_permit_opens_one_pupil_and_one_zone(home) {
        let room = home.create().await;
        let mut pupils = settle(&room).await;
        let (elsa, yusuf) = (pupils.remove(0), pupils.remove(0));
        let mut change = room.change(now()).await.unwrap();
        statements::append(&mut change, may_document(&elsa, Zone::PupilHealth), &said(1, 1, BODY)).await.unwrap();
        change.commit().await.unwrap();
        for (pupil, zone, seen) in [
            (&elsa, Zone::PupilHealth, 1),
            (&elsa, Zone::SchoolSupport, 0),
            (&yusuf, Zone::PupilHealth, 0),
        ] {
            let mut reading = room.reading(now());
            let read = statements::read(&mut reading, may_read(pupil, zone)).await.unwrap();
            assert_eq!(reading.show(read).await.unwrap().len(), seen, "{zone:?}");
        }
        let mut change = room.change(now()).await.unwrap();
        assert!(statements::append(&mut change, may_import(), &said(2, 1, BODY)).await.is_err(), "another act");
    }

    async fn what_is_not_committed_has_not_happened(home) {
        let room = home.create().await;
        let elsa = settle(&room).await.remove(0);
        let entries = home.count("SELECT COUNT(*) FROM journal").await;
        let mut change = room.change(now()).await.unwrap();
        statements::append(&mut change, may_document(&elsa, Zone::SchoolSupport), &said(1, 1, BODY)).await.unwrap();
        drop(change);
        // The room goes on: the next change gets the writer.
        room.change(now()).await.unwrap().commit().await.unwrap();
        room.close().await;
        assert_eq!(home.count("SELECT COUNT(*) FROM statement").await, 0);
        assert_eq!(home.count("SELECT COUNT(*) FROM journal").await, entries);
    }

    async fn a_sealed_value_moved_to_another_row_does_not_open(home) {
        let room = home.create().await;
        let elsa = settle(&room).await.remove(0);
        for number in [1, 2] {
            let mut change = room.change(now()).await.unwrap();
            let text = format!("{{\"n\":{number}}}");
            let said = said(number, 1, text.as_bytes());
            statements::append(&mut change, may_document(&elsa, Zone::SchoolSupport), &said).await.unwrap();
            change.commit().await.unwrap();
        }
        home.tamper(&["UPDATE statement SET sealed_body = (SELECT s.sealed_body FROM statement s ORDER BY s.id LIMIT 1)"]).await;
        let mut reading = room.reading(now());
        assert!(statements::read(&mut reading, may_read(&elsa, Zone::SchoolSupport)).await.is_err());
    }

    async fn a_statement_cannot_be_changed_with_sql(home) {
        let room = home.create().await;
        let elsa = settle(&room).await.remove(0);
        let mut change = room.change(now()).await.unwrap();
        statements::append(&mut change, may_document(&elsa, Zone::SchoolSupport), &said(1, 1, BODY)).await.unwrap();
        change.commit().await.unwrap();
        assert!(!home.may("UPDATE statement SET lamport = 2").await);
        assert!(!home.may("UPDATE journal SET actor = 'somebody else'").await);
        assert!(!home.may("DELETE FROM journal").await);
        assert!(home.may("UPDATE unit SET name = 'Björkskolan'").await, "the test itself can write");
    }
}
