//! Every letter arrives, once and in order, however requests and answers are lost, repeated and mixed up.

use std::sync::Mutex;

use access::Zone;
use door::deliver::{Round, StillLawful, deliver};
use door::transport::{Loopback, Transport, Trouble};
use jiff::Timestamp;
use room::door::outbox::{State, Waiting};
use room::door::peers::Peer;
use room::door::{inbox, outbox, sent};
use room::{Room, journal};
use testkit::on_both;

use crate::town::{Always, Lots, Town, id, later, may_read, may_receive, may_review, may_send, put, start};

/// A way on which requests and answers are lost, repeated, held back, brought to the wrong question and changed.
struct Flaky {
    to: Loopback,
    lots: Mutex<Lots>,
    /// What has passed: letters and answers.
    passed: Mutex<Vec<(Vec<u8>, Vec<u8>)>>,
}

impl Transport for Flaky {
    async fn send(&self, to: &Peer, letter: &[u8], now: Timestamp) -> Result<Vec<u8>, Trouble> {
        let lot = self.lots.lock().unwrap().below(9);
        if lot == 0 {
            return Err(Trouble::NotSent("door-unreachable"));
        }
        let old = self.passed.lock().unwrap().first().cloned();
        if let (1 | 2, Some((old, _))) = (lot, &old) {
            // A request of long ago arrives, before this one.
            self.to.send(to, old, now).await.ok();
        }
        let mut answer = self.to.send(to, letter, now).await?;
        if lot == 3 {
            let again = self.to.send(to, letter, now).await?;
            assert!(again == answer, "the same letter is answered the same, byte for byte");
        }
        self.passed.lock().unwrap().push((letter.to_vec(), answer.clone()));
        match (lot, old) {
            (4, _) => Err(Trouble::NoAnswer("door-no-answer")),
            (5, Some((_, old))) => Ok(old),
            (6, _) => {
                let at = usize::try_from(self.lots.lock().unwrap().below(answer.len() as u64)).unwrap();
                answer[at] ^= 1;
                Ok(answer)
            }
            (7, _) => Ok(answer[..answer.len() / 2].to_vec()),
            _ => Ok(answer),
        }
    }
}

/// Consent was withdrawn.
struct Withdrawn;

impl StillLawful for Withdrawn {
    async fn still_lawful(&self, _: &Room, _: &Waiting) -> room::Result<Option<&'static str>> {
        Ok(Some("consent-withdrawn"))
    }
}

/// The kinds of the latest entries of a journal, the latest first.
async fn entries(room: &Room) -> Vec<String> {
    let mut reading = room.reading(later(900));
    let found = journal::review(&mut reading, may_review(), None, 100).await.unwrap();
    reading.show(found).await.unwrap().into_iter().map(|entry| entry.kind).collect()
}

on_both! {
    async fn a_letter_is_delivered_and_opened_once(kind) {
        let town = Town::new(kind).await;
        let letter = town.send(1).await;
        assert_eq!(town.round(&town.loopback(), start()).await, Round { delivered: 1, ..Round::default() });
        assert_eq!(town.state(1).await, State::Delivered);
        assert_eq!(town.arrived().await, [id(1)]);
        assert_eq!(town.take(1).await.unwrap(), letter, "byte for byte");
        assert_eq!(town.take(1).await, None);
        assert!(town.arrived().await.is_empty());
        assert_eq!(town.round(&town.loopback(), later(1)).await, Round::default(), "nothing is left to do");
        assert_eq!(entries(&town.school.room).await[0], "letter-delivered");
        assert_eq!(entries(&town.social.room).await[..3], ["write", "write", "letter-received"]);
    }

    async fn a_letter_that_is_opened_in_a_change_that_is_dropped_waits_as_before(kind) {
        let town = Town::new(kind).await;
        town.send(1).await;
        town.round(&town.loopback(), start()).await;
        let mut change = town.social.room.change(start()).await.unwrap();
        assert!(inbox::take(&mut change, may_receive(), id(1)).await.unwrap().is_some());
        drop(change);
        assert_eq!(town.arrived().await, [id(1)]);
        assert!(town.take(1).await.is_some());
    }

    async fn every_letter_arrives_once_and_in_order_over_a_way_that_loses_repeats_and_changes(kind) {
        let town = Town::new(kind).await;
        let flaky = Flaky { to: town.loopback(), lots: Mutex::new(Lots::new()), passed: Mutex::default() };
        let mut letters = Vec::new();
        for number in 0..12 {
            letters.push(town.send(number).await);
        }
        let mut hours = 0;
        while !outbox::waiting(&town.school.room).await.unwrap().is_empty() {
            hours += 1;
            assert!(hours < 500, "it never ends");
            town.round(&flaky, later(hours)).await;
        }
        assert_eq!(town.arrived().await, (0..12).map(id).collect::<Vec<_>>(), "once each, in order");
        for (number, letter) in letters.iter().enumerate() {
            assert_eq!(town.state(number as u128).await, State::Delivered);
            assert_eq!(town.take(number as u128).await.unwrap(), *letter);
        }
    }

    async fn two_doors_at_once_deliver_each_letter_once(kind) {
        let town = Town::new(kind).await;
        for number in 0..6 {
            town.send(number).await;
        }
        let over = town.loopback();
        let one = deliver(&town.school.room, &over, &Always, start());
        let other = deliver(&town.school.room, &over, &Always, start());
        let (one, other) = futures_util::join!(one, other);
        town.round(&over, later(2)).await;
        assert!(one.unwrap().delivered + other.unwrap().delivered <= 6);
        assert_eq!(town.arrived().await, (0..6).map(id).collect::<Vec<_>>());
    }

    async fn a_letter_waits_through_days_without_the_other_room_longer_each_time(kind) {
        let town = Town::new(kind).await;
        town.send(1).await;
        town.send(2).await;
        let nobody = Loopback::new(Vec::new());
        let (mut tries, mut now) = (0, start());
        while now < later(72) {
            let round = town.round(&nobody, now).await;
            tries += round.troubles.len();
            now = now.checked_add(jiff::SignedDuration::from_mins(1)).unwrap();
        }
        // At 0, 1, 3, 7, 15, 31 and 63 minutes, then each hour.
        assert_eq!(tries, 7 + 70);
        let waiting = outbox::waiting(&town.school.room).await.unwrap();
        assert_eq!(waiting, [(town.social.room.id(), 2, start())]);
        let round = town.round(&town.loopback(), later(74)).await;
        assert_eq!((round.delivered, town.arrived().await), (2, vec![id(1), id(2)]));
    }

    async fn a_letter_whose_consent_was_withdrawn_does_not_leave(kind) {
        let town = Town::new(kind).await;
        town.send(1).await;
        let round = deliver(&town.school.room, &town.loopback(), &Withdrawn, start()).await.unwrap();
        assert_eq!(round, Round { stopped: 1, ..Round::default() });
        assert_eq!(town.state(1).await, State::Cancelled);
        assert_eq!(entries(&town.school.room).await[0], "letter-stopped");
        town.round(&town.loopback(), later(1)).await;
        assert!(town.arrived().await.is_empty());
    }

    async fn a_letter_that_has_not_left_is_cancelled_for_certain(kind) {
        let town = Town::new(kind).await;
        town.send(1).await;
        town.round(&Loopback::new(Vec::new()), start()).await;
        assert!(cancel(&town.school.room, 1).await.unwrap(), "there was no connection");
        town.round(&town.loopback(), later(1)).await;
        assert!(town.arrived().await.is_empty());
        assert!(cancel(&town.school.room, 1).await.is_err(), "it waits no more");
    }

    async fn a_letter_that_may_have_arrived_is_cancelled_with_that_said(kind) {
        let town = Town::new(kind).await;
        town.send(1).await;
        town.round(&Unanswered(town.loopback()), start()).await;
        assert!(!cancel(&town.school.room, 1).await.unwrap());
        assert_eq!(town.arrived().await, [id(1)]);
    }

    async fn the_same_letter_is_written_twice_with_the_effect_of_once_and_another_with_its_id_is_refused(kind) {
        let town = Town::new(kind).await;
        let letter = town.send(1).await;
        put(&town.school.room, town.social.room.id(), 1, &letter).await.unwrap();
        let other = town.written(1, "jullov").await;
        let refused = put(&town.school.room, town.social.room.id(), 1, &other).await;
        assert!(matches!(refused, Err(room::Failure::Refused(it)) if it.code == "door-letter-id-taken"));
        assert_eq!(town.round(&town.loopback(), start()).await.delivered, 1);
    }

    async fn a_letter_of_a_change_that_is_dropped_is_not_sent(kind) {
        let town = Town::new(kind).await;
        let letter = town.written(1, "sommarlov").await;
        let mut change = town.school.room.change(start()).await.unwrap();
        let new = outbox::New { id: id(1), peer: town.social.room.id(), letter: &letter };
        outbox::put(&mut change, may_send(), &new).await.unwrap();
        drop(change);
        assert_eq!(town.round(&town.loopback(), start()).await, Round::default());
    }

    async fn what_was_sent_is_read_in_the_zone_that_it_was_written_in(kind) {
        let town = Town::new(kind).await;
        let letter = town.send(1).await;
        town.round(&town.loopback(), start()).await;
        let mut reading = town.school.room.reading(start());
        let all = sent::read(&mut reading, may_read(Zone::Shared)).await.unwrap();
        let elsewhere = sent::read(&mut reading, may_read(Zone::SchoolSupport)).await.unwrap();
        let (all, elsewhere) = reading.show((all, elsewhere)).await.unwrap();
        assert!(elsewhere.is_empty());
        assert_eq!((all.len(), all[0].state, all[0].letter.to_vec()), (1, State::Delivered, letter));
        assert!(all[0].receipt.is_some() && all[0].reason.is_none() && all[0].left == Some(start()));
    }
}

/// Brings every letter, and loses every answer.
struct Unanswered(Loopback);

impl Transport for Unanswered {
    async fn send(&self, to: &Peer, letter: &[u8], now: Timestamp) -> Result<Vec<u8>, Trouble> {
        self.0.send(to, letter, now).await?;
        Err(Trouble::NoAnswer("door-no-answer"))
    }
}

async fn cancel(room: &Room, number: u128) -> room::Result<bool> {
    let mut change = room.change(start()).await.unwrap();
    let certain = outbox::cancel(&mut change, may_send(), id(number), "consent-withdrawn").await?;
    change.commit().await?;
    Ok(certain)
}
