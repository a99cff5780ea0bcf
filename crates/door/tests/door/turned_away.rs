//! What the receiving room does not take: and that nobody learns from it what it does take.

use door::Failure;
use door::accept::{Reply, answer};
use door::envelope::{self, MOST, Sort};
use door::letter::{self, Item, Opened};
use door::receipt::{self, Answer};
use room::door::outbox::State;
use room::door::{inbox, peers};
use room::{Room, RoomKind};
use testkit::on_both;

use crate::town::{Home, Town, draft, id, introduce, later, put, start};

async fn status(room: &Room, bytes: &[u8]) -> u16 {
    let Reply { status, body } = answer(room, bytes, start()).await.unwrap();
    assert!(body.is_empty() || status == 200);
    status
}

/// What the social room answers a letter of the school, as the school reads it.
async fn answered(town: &Town, number: u128, letter: &[u8]) -> Answer {
    let reply = answer(&town.social.room, letter, start()).await.unwrap();
    let peer = peers::find(&town.school.room, town.social.room.id()).await.unwrap().unwrap();
    receipt::read(&reply.body, &town.school.room, &peer, id(number), letter).unwrap()
}

/// A letter as the school signs it, with another body than the program writes.
fn signed(town: &Town, body: &str) -> Vec<u8> {
    envelope::seal(&town.school.room, Sort::Letter, body.as_bytes()).unwrap()
}

fn body_of(letter: &[u8]) -> String {
    String::from_utf8(envelope::open(Sort::Letter, letter).unwrap().body.to_vec()).unwrap()
}

on_both! {
    async fn a_letter_with_any_bit_changed_is_turned_away(kind) {
        let town = Town::new(kind).await;
        let letter = town.written(1, "sommarlov").await;
        for at in (0..letter.len()).step_by(7).chain([0, letter.len() - 1]) {
            let mut changed = letter.clone();
            changed[at] ^= 1;
            let status = status(&town.social.room, &changed).await;
            assert!([403, 501].contains(&status), "byte {at}: {status}");
        }
        for end in [0, 1, 30, 120, letter.len() - 1] {
            assert_eq!(status(&town.social.room, &letter[..end]).await, 403);
        }
        assert!(town.arrived().await.is_empty());
        assert_eq!(status(&town.social.room, &letter).await, 200, "as it was it is taken");
    }

    async fn a_stranger_is_turned_away(kind) {
        let town = Town::new(kind).await;
        let stranger = Home::new(kind, RoomKind::School).await;
        introduce(&stranger.room, &town.social.room, "loopback:social").await.unwrap();
        let to = peers::find(&stranger.room, town.social.room.id()).await.unwrap().unwrap();
        let letter = letter::write(&stranger.room, &to, draft(1, "sommarlov")).unwrap();
        assert_eq!(status(&town.social.room, &letter).await, 403);
        // The stranger says that she is the school, and signs with her own key.
        let body = body_of(&letter).replace(&stranger.room.id().to_string(), &town.school.room.id().to_string());
        let forged = envelope::seal(&stranger.room, Sort::Letter, body.as_bytes()).unwrap();
        assert_eq!(status(&town.social.room, &forged).await, 403);
        let own = stranger.room.public_key().unwrap().name();
        let body = body.replace(&own, &town.school.room.public_key().unwrap().name());
        let forged = envelope::seal(&stranger.room, Sort::Letter, body.as_bytes()).unwrap();
        assert_eq!(status(&town.social.room, &forged).await, 403);
        assert!(town.arrived().await.is_empty());
    }

    async fn a_letter_to_somebody_else_is_refused_for_good(kind) {
        let town = Town::new(kind).await;
        let third = Home::new(kind, RoomKind::Social).await;
        introduce(&town.school.room, &third.room, "loopback:third").await.unwrap();
        let to = peers::find(&town.school.room, third.room.id()).await.unwrap().unwrap();
        let letter = letter::write(&town.school.room, &to, draft(1, "sommarlov")).unwrap();
        assert_eq!(answered(&town, 1, &letter).await, Answer::Refused("door-not-for-us"));
        // It lies in the outbox for the social room all the same: the signed answer ends it.
        put(&town.school.room, town.social.room.id(), 1, &letter).await.unwrap();
        assert_eq!(town.round(&town.loopback(), start()).await.refused, 1);
        assert_eq!(town.state(1).await, State::Refused);
        assert!(town.arrived().await.is_empty());
    }

    async fn another_letter_with_the_id_of_one_that_came_is_refused_and_the_first_stays(kind) {
        let town = Town::new(kind).await;
        let (first, other) = (town.written(1, "sommarlov").await, town.written(1, "jullov").await);
        assert_eq!(answered(&town, 1, &first).await, Answer::Received);
        assert_eq!(answered(&town, 1, &other).await, Answer::Refused("door-letter-id-taken"));
        assert_eq!(town.take(1).await.unwrap(), first);
        assert_eq!(answered(&town, 1, &first).await, Answer::Received, "also when it was opened");
        assert_eq!(town.take(1).await, None, "and it has no effect again");
    }

    async fn a_letter_sent_back_to_its_sender_is_turned_away(kind) {
        let town = Town::new(kind).await;
        let letter = town.written(1, "sommarlov").await;
        assert_eq!(status(&town.school.room, &letter).await, 403);
    }

    async fn what_is_too_large_is_neither_written_nor_taken(kind) {
        let town = Town::new(kind).await;
        let to = peers::find(&town.school.room, town.social.room.id()).await.unwrap().unwrap();
        let mut large = draft(1, "sommarlov");
        large.items = vec![Item::new("note", 1, format!("\"{}\"", "x".repeat(MOST)).as_bytes()).unwrap()];
        let refused = letter::write(&town.school.room, &to, large);
        assert!(matches!(refused, Err(Failure::Refused("door-letter-too-large"))));
        assert_eq!(status(&town.social.room, &vec![b'x'; MOST + 1]).await, 413);
    }

    async fn a_letter_cannot_be_made_an_earlier_or_another_one(kind) {
        let town = Town::new(kind).await;
        let letter = String::from_utf8(town.written(1, "sommarlov").await).unwrap();
        let first = "skollinjen letter 1\n";
        for other in ["skollinjen letter 0\n", "skollinjen letter 01\n", "skollinjen letter +1\n", "skollinjen letter\n",
                      "skollinjen receipt 1\n", "skollinjen pairing 1\n", "Skollinjen letter 1\n"] {
            let changed = letter.replace(first, other);
            assert_eq!(status(&town.social.room, changed.as_bytes()).await, 403, "{other}");
        }
        assert_eq!(status(&town.social.room, letter.replace(first, "skollinjen letter 2\n").as_bytes()).await, 501);
        let body = body_of(letter.as_bytes());
        let other = letter.replace("\"v\":1,\"id\"", "\"v\":2,\"id\"");
        assert_ne!(other, letter);
        assert_eq!(status(&town.social.room, other.as_bytes()).await, 403, "the version is signed too");
        let earlier = signed(&town, &body.replace("\"v\":1,\"id\"", "\"v\":0,\"id\""));
        assert_eq!(status(&town.social.room, &earlier).await, 403);
    }

    async fn a_letter_of_a_later_version_or_with_unknown_items_is_kept_and_stops_nobody(kind) {
        let town = Town::new(kind).await;
        let body = body_of(&town.written(1, "sommarlov").await);
        let later_body = body.replace("\"v\":1,\"id\"", "\"v\":2,\"id\"").replace("\"gate\"", "\"through\"");
        let newer = signed(&town, &later_body);
        assert_eq!(answered(&town, 1, &newer).await, Answer::Received);
        let mut unknown = draft(2, "sommarlov");
        unknown.items = vec![Item::new("hologram", 9, b"{ \"z\" : [1, 2.50] }").unwrap()];
        let to = peers::find(&town.school.room, town.social.room.id()).await.unwrap().unwrap();
        let unknown = letter::write(&town.school.room, &to, unknown).unwrap();
        assert_eq!(answered(&town, 2, &unknown).await, Answer::Received);
        assert_eq!(town.arrived().await, [id(1), id(2)]);
        assert!(matches!(letter::read(&newer), Ok(Opened::Newer(head)) if head.v == 2));
        let taken = town.take(2).await.unwrap();
        let Ok(Opened::Letter(read)) = letter::read(&taken) else { panic!("not read") };
        assert_eq!(read.items[0].value.get(), "{ \"z\" : [1, 2.50] }", "byte for byte");
        assert_eq!(town.arrived().await, [id(1)], "it waits for a newer program");
    }

    async fn a_letter_that_is_signed_and_no_letter_is_refused_for_good(kind) {
        let town = Town::new(kind).await;
        let body = body_of(&town.written(1, "sommarlov").await).replace("\"gate\"", "\"grind\"");
        assert_eq!(answered(&town, 1, &signed(&town, &body)).await, Answer::Refused("door-unreadable"));
    }

    async fn an_answer_is_believed_only_for_its_letter_and_from_its_room(kind) {
        let town = Town::new(kind).await;
        let (one, two) = (town.written(1, "sommarlov").await, town.written(2, "sommarlov").await);
        let receipt = answer(&town.social.room, &one, start()).await.unwrap().body;
        let peer = peers::find(&town.school.room, town.social.room.id()).await.unwrap().unwrap();
        let read = |bytes: &[u8], number, letter: &[u8]| receipt::read(bytes, &town.school.room, &peer, id(number), letter);
        assert_eq!(read(&receipt, 1, &one).unwrap(), Answer::Received);
        assert!(read(&receipt, 2, &two).is_err());
        assert!(read(&receipt, 1, &two).is_err());
        assert!(read(&one, 1, &one).is_err(), "a letter is no answer");
        for at in 0..receipt.len() {
            let mut changed = receipt.clone();
            changed[at] ^= 1;
            assert!(read(&changed, 1, &one).is_err(), "byte {at}");
        }
        // The school cannot answer itself.
        let body = String::from_utf8(envelope::open(Sort::Receipt, &receipt).unwrap().body.to_vec()).unwrap();
        let own = envelope::seal(&town.school.room, Sort::Receipt, body.as_bytes()).unwrap();
        assert!(read(&own, 1, &one).is_err());
        assert!(inbox::waiting(&town.school.room).await.unwrap().is_empty());
        assert_eq!(answer(&town.social.room, &one, later(9)).await.unwrap().body, receipt, "nine hours later too");
    }
}
