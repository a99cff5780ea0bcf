//! The room's own thresholds: set, taken back before they begin, and kept for ever.

use access::{Permit, Place, Read, ReadAct, Role, Target, UserId};
use room::thresholds::{self, New, Version};
use room::{Room, figures, versions};
use uuid::Uuid;

use crate::home::{now, refusal};
use crate::permits::{ACCESS, may_configure, may_scan, person, today};

const REASON: &str = "Beslut i nämnden, hejsanhoppsan";

fn may_see_counts() -> Permit<Read> {
    ACCESS.decide(&person(Role::Coordinator, Place::Room), ReadAct::SeeCounts, &Target::Room).unwrap()
}

async fn set(room: &Room, id: u128, days: i32) {
    let mut change = room.change(now()).await.unwrap();
    let new = New {
        id: Uuid::from_u128(id),
        from: today().plus(days),
        thresholds: "s02.percent = 30\n",
        preset: Some("boras"),
        by: Some(UserId(7)),
        reason: REASON,
    };
    thresholds::put(&mut change, may_configure(), &new).await.unwrap();
    change.commit().await.unwrap();
}

async fn take_back(room: &Room, id: u128, days: i32) -> room::Result<()> {
    let mut change = room.change(now()).await.unwrap();
    thresholds::take_back(&mut change, may_configure(), Uuid::from_u128(id), None, today().plus(days)).await?;
    change.commit().await
}

on_both! {
    async fn what_is_set_stays_with_who_when_and_why(home) {
        let room = home.create().await;
        assert_eq!(thresholds::all(&room).await.unwrap(), []);
        let before = versions(&room).await.unwrap().settings;
        set(&room, 1, 0).await;
        set(&room, 2, 30).await;
        set(&room, 1, 0).await; // sent twice
        assert!(versions(&room).await.unwrap().settings > before);
        let version = |id: u128, days| Version {
            id: Uuid::from_u128(id),
            from: today().plus(days),
            thresholds: "s02.percent = 30\n".to_owned(),
            preset: Some("boras".to_owned()),
            set: (now(), Some(UserId(7))),
            taken_back: None,
        };
        assert_eq!(thresholds::all(&room).await.unwrap(), [version(1, 0), version(2, 30)]);
        let mut reading = room.reading(now());
        let reasons = thresholds::reasons(&mut reading, may_see_counts()).await.unwrap();
        let reasons = reading.show(reasons).await.unwrap();
        assert_eq!(reasons.len(), 2);
        assert_eq!(reasons[&Uuid::from_u128(2)].as_str(), REASON);
    }

    async fn only_what_has_not_begun_is_taken_back_and_once(home) {
        let room = home.create().await;
        set(&room, 1, 0).await;
        set(&room, 2, 30).await;
        assert_eq!(refusal(take_back(&room, 1, 0).await), "thresholds-begun");
        assert_eq!(refusal(take_back(&room, 2, 30).await), "thresholds-begun");
        assert_eq!(refusal(take_back(&room, 3, 0).await), "thresholds-begun");
        take_back(&room, 2, 29).await.unwrap();
        assert_eq!(refusal(take_back(&room, 2, 29).await), "thresholds-begun");
        let all = thresholds::all(&room).await.unwrap();
        assert_eq!(all.iter().map(|it| it.counted(now())).collect::<Vec<_>>(), [true, false]);
        let before = now() - jiff::SignedDuration::from_secs(1);
        assert!(!all.iter().any(|it| it.counted(before)), "not before they were set");
    }

    async fn it_takes_the_permit_to_configure(home) {
        let room = home.create().await;
        let mut change = room.change(now()).await.unwrap();
        let new = New { id: Uuid::from_u128(1), from: today(), thresholds: "", preset: None, by: None, reason: "" };
        assert!(thresholds::put(&mut change, may_scan(), &new).await.is_err());
    }

    async fn the_list_of_figures_is_the_one_shown_last(home) {
        let room = home.create().await;
        assert_eq!(figures::current(&room).await.unwrap(), None);
        for name in ["one", "other"] {
            let mut change = room.change(now()).await.unwrap();
            figures::show(&mut change, name).await.unwrap();
            change.commit().await.unwrap();
            assert_eq!(figures::current(&room).await.unwrap().as_deref(), Some(name));
        }
        let mut change = room.change(now()).await.unwrap();
        figures::show(&mut change, "never").await.unwrap();
        drop(change);
        assert_eq!(figures::current(&room).await.unwrap().as_deref(), Some("other"));
    }
}
