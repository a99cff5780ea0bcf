//! A kill between any two steps of a delivery: nothing is lost, doubled or altered.
//!
//! `SKOLLINJEN_KILLS` says how many kills there are in a run, 30 by default; `SKOLLINJEN_SEED` repeats one.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use door::Failure;
use door::deliver::deliver_watched;
use door::step::{Step, Watch};
use door::transport::Loopback;
use room::door::outbox::{self, State};
use testkit::on_both;

use crate::town::{Always, Lots, Town, id, later};

/// Kills after so many steps.
struct After(AtomicU64);

impl Watch for After {
    fn goes_on(&self, _: Step) -> bool {
        self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok()
    }
}

/// Kills after one certain step.
struct At(Step);

impl Watch for At {
    fn goes_on(&self, after: Step) -> bool {
        after != self.0
    }
}

/// A round with somebody who watches both sides: whether it was cut off.
async fn round(town: &Town, watch: Arc<dyn Watch>, hours: i64) -> bool {
    let rooms = vec![town.school.room.clone(), town.social.room.clone()];
    let over = Loopback::watched(rooms, Arc::clone(&watch));
    match deliver_watched(&town.school.room, &over, &Always, later(hours), &*watch).await {
        Ok(_) => false,
        Err(Failure::CutOff) => true,
        Err(other) => panic!("{other}"),
    }
}

on_both! {
    async fn a_kill_after_any_step_loses_doubles_and_alters_nothing(kind) {
        let mut town = Town::new(kind).await;
        for (number, step) in (0..).zip(Step::ALL) {
            let hours = number * 10;
            let (first, second) = (2 * number as u128, 2 * number as u128 + 1);
            let letters = [town.send(first).await, town.send(second).await];
            assert!(round(&town, Arc::new(At(step)), hours).await, "{step:?} is a step of every delivery");
            town.restart().await;
            town.round(&town.loopback(), later(hours + 2)).await;
            assert_eq!((town.state(first).await, town.state(second).await), (State::Delivered, State::Delivered), "{step:?}");
            assert_eq!(town.arrived().await, [id(first), id(second)], "{step:?}");
            assert_eq!([town.take(first).await.unwrap(), town.take(second).await.unwrap()], letters, "{step:?}");
        }
    }

    async fn kills_at_random_lose_double_and_alter_nothing(kind) {
        let kills = std::env::var("SKOLLINJEN_KILLS").map_or(30, |count| count.parse().unwrap());
        let (mut town, mut lots) = (Town::new(kind).await, Lots::new());
        let (mut killed, mut number, mut hours) = (0, 0, 0);
        while killed < kills {
            let batch = number..number + 1 + u128::from(lots.below(3));
            let mut letters = Vec::new();
            for it in batch.clone() {
                letters.push(town.send(it).await);
            }
            while !outbox::waiting(&town.school.room).await.unwrap().is_empty() {
                hours += 2;
                if round(&town, Arc::new(After(AtomicU64::new(lots.below(20)))), hours).await {
                    killed += 1;
                    town.restart().await;
                }
            }
            assert_eq!(town.arrived().await, batch.clone().map(id).collect::<Vec<_>>(), "once each, in order");
            for (it, letter) in batch.clone().zip(&letters) {
                assert_eq!(town.state(it).await, State::Delivered);
                assert_eq!(town.take(it).await.unwrap(), *letter);
            }
            number = batch.end;
        }
        println!("{killed} kills, {number} letters");
    }
}
