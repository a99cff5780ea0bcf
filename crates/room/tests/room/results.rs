//! What a scan leaves is seen whole or not at all, and fits the history that it was scanned from.

use access::{Target, UnitId};
use domain::{Signal, Week};
use jiff::SignedDuration;
use room::attendance::{self, Manifest};
use room::results::{self, Generation, OfUnit, OfWeek, PeerWeek, Reader, Reporting, Standing};
use room::{Failure, Room};

use crate::home::{now, refusal};
use crate::permits::{
    SCHOOL, many, may_import, may_scan, may_see, may_see_quality, pupil, put, put_many, roster, settle, today,
};

/// A pupil with a high absence, at a place on the school's list.
pub fn standing(pupil: i32, school: i32, place: Option<i64>) -> Standing {
    Standing {
        pupil,
        school,
        level: 7,
        signals: [Signal::S01].into_iter().collect(),
        band: 2,
        level5: 0,
        since: Some(today().plus(-30)),
        place_school: place,
        place_team: None,
        first: Reader::Mentor,
        absent: 2_000,
        reported: 10_000,
        stale: false,
        recent: [10, 20, 30, 255, 0, 0, 0, 50, 60, 100],
        peers: Some(b"figures of others".to_vec()),
    }
}

pub async fn publish(room: &Room, generation: &Generation) -> room::Result<()> {
    let before = attendance::load(room).await?;
    let mut change = room.change(now()).await?;
    results::publish(&mut change, may_scan(), generation).await?;
    attendance::replace(&mut change, &before, &Manifest::default()).await?;
    change.commit().await
}

/// Writes and publishes a generation.
pub async fn scan(room: &Room, standings: &[Standing]) -> Generation {
    let generation = results::begin(room, today(), 1, now()).await.unwrap();
    results::put(room, &generation, standings).await.unwrap();
    publish(room, &generation).await.unwrap();
    room::versions(room).await.unwrap().generation.unwrap()
}

on_both! {
    async fn a_generation_is_seen_when_it_is_published_and_not_before(home) {
        let room = home.create().await;
        let elsa = settle(&room).await.remove(0);
        let number = roster()[0].pupil;
        assert_eq!(room::versions(&room).await.unwrap().generation, None);
        let see = async || {
            let mut reading = room.reading(now());
            let found = results::of_pupil(&mut reading, may_see(&elsa)).await.unwrap();
            reading.show(found).await.unwrap()
        };
        let first = results::begin(&room, today(), 1, now()).await.unwrap();
        results::put(&room, &first, &[standing(number, SCHOOL, Some(1))]).await.unwrap();
        assert_eq!(see().await, None);
        publish(&room, &first).await.unwrap();
        let seen = see().await.unwrap();
        assert_eq!((seen.person, seen.class.as_str(), seen.as_of), (elsa.id, "7B", today()));
        assert_eq!(seen.standing, standing(number, SCHOOL, Some(1)));
        let current = room::versions(&room).await.unwrap().generation.unwrap();
        assert_eq!((current.number, current.pupils, current.attendance_version), (first.number, 1, 1));

        // The next one is written, and the process dies before it is published.
        let second = results::begin(&room, today(), 2, now()).await.unwrap();
        results::put(&room, &second, &[Standing { band: 4, ..standing(number, SCHOOL, Some(1)) }]).await.unwrap();
        assert_eq!(see().await.unwrap().standing.band, 2);
        // Later it is cleared away, and can no longer be published.
        results::discard_old(&room, now()).await.unwrap();
        assert_eq!(home.count("SELECT COUNT(*) FROM standing").await, 2, "it may still be being written");
        results::discard_old(&room, now() + SignedDuration::from_hours(6)).await.unwrap();
        assert_eq!(home.count("SELECT COUNT(*) FROM standing").await, 1);
        assert_eq!(refusal(publish(&room, &second).await), "history-changed-meanwhile");
        assert_eq!(see().await.unwrap().standing.band, 2);
    }

    async fn what_came_before_goes_and_nothing_else(home) {
        let room = home.create().await;
        settle(&room).await;
        let number = roster()[0].pupil;
        for _ in 0..3 {
            let generation = results::begin(&room, today(), 1, now()).await.unwrap();
            results::put(&room, &generation, &[standing(number, SCHOOL, None)]).await.unwrap();
            let week = PeerWeek { school: SCHOOL, level: 7, week: Week(1), low: 1, mid: 2, high: 3 };
            results::put_peers(&room, &generation, &[week]).await.unwrap();
            publish(&room, &generation).await.unwrap();
        }
        results::discard_old(&room, now()).await.unwrap();
        for table in ["standing", "peer_week", "generation"] {
            assert_eq!(home.count(&format!("SELECT COUNT(*) FROM {table}")).await, 1, "{table}");
        }
        assert_eq!(room::versions(&room).await.unwrap().generation.unwrap().number, 3);
    }

    async fn list_and_history_change_together_or_not_at_all(home) {
        let room = home.create().await;
        let generation = results::begin(&room, today(), 1, now()).await.unwrap();
        let stale = attendance::load(&room).await.unwrap();
        publish(&room, &results::begin(&room, today(), 1, now()).await.unwrap()).await.unwrap();
        let later = results::begin(&room, today(), 1, now()).await.unwrap();
        let mut change = room.change(now()).await.unwrap();
        results::publish(&mut change, may_scan(), &later).await.unwrap();
        assert_eq!(refusal(attendance::replace(&mut change, &stale, &stale).await), "history-changed-meanwhile");
        drop(change);
        assert_eq!(room::versions(&room).await.unwrap().generation.unwrap().number, 2, "the list did not change alone");
        assert_eq!(refusal(publish(&room, &generation).await), "history-changed-meanwhile", "an older one comes too late");
        let mut change = room.change(now()).await.unwrap();
        assert!(matches!(results::publish(&mut change, may_import(), &later).await, Err(Failure::Fault { .. })));
    }

    async fn a_pupil_at_two_schools_stands_at_both_and_one_who_left_at_none(home) {
        let room = home.create().await;
        let mut rows = many(1, 3, &[SCHOOL]);
        let mut second = rows[0].clone();
        second.school = 90_000_102;
        rows.push(second);
        rows[1].enrolled.to = Some(today().plus(-1));
        rows[2].protected = true;
        put(&room, may_import(), &rows).await.unwrap();
        let standings: Vec<_> = (1..=4).map(|number| standing(number, SCHOOL, Some(i64::from(number)))).collect();
        assert_eq!(scan(&room, &standings).await.pupils, 1, "one has left, one is protected, one is unknown");
        assert_eq!(home.count("SELECT COUNT(*) FROM standing WHERE home").await, 1);
        assert_eq!(home.count("SELECT COUNT(*) FROM standing").await, 2);
    }

    async fn who_becomes_protected_is_gone_at_once(home) {
        let room = home.create().await;
        let elsa = settle(&room).await.remove(0);
        let mut rows = roster();
        scan(&room, &[standing(rows[0].pupil, SCHOOL, Some(1))]).await;
        assert_eq!(pupil(&rows[0]), elsa.id);
        rows[0].protected = true;
        put(&room, may_import(), &rows[..1]).await.unwrap();
        let mut reading = room.reading(now());
        assert_eq!(results::of_pupil(&mut reading, may_see(&elsa)).await.unwrap(), None);
    }

    async fn figures_of_others_moved_to_another_pupil_do_not_open(home) {
        let room = home.create().await;
        let elsa = settle(&room).await.remove(0);
        let rows = roster();
        scan(&room, &[standing(rows[0].pupil, SCHOOL, Some(1)), standing(rows[1].pupil, rows[1].school, Some(2))]).await;
        home.tamper(&["UPDATE standing SET sealed_peers = (SELECT s.sealed_peers FROM standing s WHERE s.place_school = 2)"])
            .await;
        let mut reading = room.reading(now());
        assert!(results::of_pupil(&mut reading, may_see(&elsa)).await.is_err());
    }

    async fn weeks_of_others_and_reporting_are_those_of_the_current_generation(home) {
        let room = home.create().await;
        settle(&room).await;
        let week = |school, week, mid| PeerWeek { school, level: 7, week: Week(week), low: 1, mid, high: 900 };
        let of_week = |school, week| OfWeek { school, week: Week(week), scheduled: 900_000, reported: 850_000 };
        let of_unit = |school| OfUnit { school, pupils: 400, questions: 6 };
        let other = 90_000_102;
        let all = Reporting {
            units: vec![of_unit(SCHOOL), of_unit(other)],
            weeks: vec![of_week(SCHOOL, 1), of_week(SCHOOL, 2), of_week(other, 1)],
        };
        for mid in [50, 70] {
            let generation = results::begin(&room, today(), 1, now()).await.unwrap();
            let weeks = [week(SCHOOL, 1, mid), week(SCHOOL, 2, mid), week(other, 1, mid)];
            results::put_peers(&room, &generation, &weeks).await.unwrap();
            results::put_reporting(&room, &generation, &all).await.unwrap();
            publish(&room, &generation).await.unwrap();
        }
        let peers = results::peers(&room, SCHOOL, 7).await.unwrap();
        assert_eq!(peers, [week(SCHOOL, 1, 70), week(SCHOOL, 2, 70)]);
        let read = async |target: Target| {
            let mut reading = room.reading(now());
            let found = results::reporting(&mut reading, may_see_quality(&target)).await.unwrap();
            reading.show(found).await.unwrap()
        };
        assert_eq!(read(Target::Room).await, all);
        let own = read(Target::Unit(UnitId(other))).await;
        assert_eq!((own.units, own.weeks), (vec![of_unit(other)], vec![of_week(other, 1)]));
    }

    async fn no_transaction_holds_more_than_some_hundred_pupils(home) {
        let room = home.create().await;
        put_many(&room, &many(1, 1_200, &[SCHOOL])).await;
        assert_eq!(home.count("SELECT COUNT(*) FROM person").await, 1_200);
        assert_eq!(home.count("SELECT COUNT(*) FROM journal").await, 1, "one entry for the whole delivery");
        assert_eq!(home.count("SELECT people_version FROM room").await, 5, "in five parts");
    }
}
