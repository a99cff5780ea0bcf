//! Jobs are done once: by whoever comes first, again when that one dies, and not for ever.

use jiff::{SignedDuration, Timestamp};
use room::{Room, jobs};
use uuid::Uuid;

use crate::home::now;
use crate::permits::id;

const LEASE: SignedDuration = SignedDuration::from_secs(60);

fn later(seconds: i64) -> Timestamp {
    now() + SignedDuration::from_secs(seconds)
}

async fn enqueue(room: &Room, number: u128, args: &[Uuid], run_at: Timestamp) {
    let mut change = room.change(now()).await.unwrap();
    jobs::enqueue(&mut change, id(number), "scan", args, run_at).await.unwrap();
    change.commit().await.unwrap();
}

async fn claim(room: &Room, at: Timestamp) -> Option<jobs::Claimed> {
    jobs::claim(room, at, LEASE, None).await.unwrap()
}

on_both! {
    async fn the_job_that_has_been_due_the_longest_comes_first(home) {
        let room = home.create().await;
        enqueue(&room, 1, &[id(7), id(8)], later(2)).await;
        enqueue(&room, 2, &[], later(1)).await;
        enqueue(&room, 2, &[id(9)], later(0)).await;
        assert_eq!(claim(&room, now()).await, None, "none is due");
        assert_eq!(claim(&room, later(3)).await.map(|it| (it.id, it.args)), Some((id(2), vec![])));
        let job = claim(&room, later(3)).await.unwrap();
        assert_eq!((job.id, job.kind.as_str(), job.args, job.attempt), (id(1), "scan", vec![id(7), id(8)], 1));
        assert_eq!(claim(&room, later(3)).await, None, "both are taken");
    }

    async fn many_workers_never_take_the_same_job(home) {
        let room = home.create().await;
        for number in 0..20 {
            enqueue(&room, number, &[], now()).await;
        }
        let workers: Vec<_> = (0..8).map(|_| {
            let room = room.clone();
            tokio::spawn(async move {
                let mut taken = Vec::new();
                while let Some(job) = claim(&room, now()).await {
                    taken.push(job.id);
                }
                taken
            })
        }).collect();
        let mut all = Vec::new();
        for worker in workers {
            all.extend(worker.await.unwrap());
        }
        all.sort();
        assert_eq!(all, (0..20).map(id).collect::<Vec<_>>());
    }

    async fn a_job_whose_worker_died_is_taken_again_and_counts_once(home) {
        let room = home.create().await;
        enqueue(&room, 1, &[], now()).await;
        let dead = claim(&room, now()).await.unwrap();
        assert_eq!(claim(&room, later(59)).await, None);
        let alive = claim(&room, later(61)).await.unwrap();
        assert_eq!((alive.id, alive.attempt), (dead.id, 2));
        let mut change = room.change(later(62)).await.unwrap();
        assert!(!jobs::done(&mut change, &dead, b"{}").await.unwrap(), "the first worker wakes up too late");
        assert!(jobs::done(&mut change, &alive, b"{}").await.unwrap());
        change.commit().await.unwrap();
        assert_eq!(claim(&room, later(600)).await, None);
    }

    async fn what_a_job_did_and_that_it_is_done_are_one_change(home) {
        let room = home.create().await;
        enqueue(&room, 1, &[], now()).await;
        let job = claim(&room, now()).await.unwrap();
        let mut change = room.change(now()).await.unwrap();
        jobs::done(&mut change, &job, b"{}").await.unwrap();
        drop(change);
        // A dropped change is rolled back a moment later; until then its rows are passed by.
        let mut again = None;
        for _ in 0..500 {
            again = claim(&room, later(61)).await;
            if again.is_some() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        assert_eq!(again.map(|it| it.id), Some(job.id));
    }

    async fn a_job_that_fails_waits_longer_each_time_and_is_given_up(home) {
        let room = home.create().await;
        enqueue(&room, 1, &[], now()).await;
        let (mut at, mut waits) = (now(), Vec::new());
        while let Some(job) = claim(&room, at).await {
            let Some(again) = jobs::retry(&room, &job, at, b"{}", false).await.unwrap() else { break };
            waits.push((again - at).get_seconds() + 60 * (again - at).get_minutes() + 3600 * i64::from((again - at).get_hours()));
            assert_eq!(claim(&room, at).await, None, "not before it is due");
            at = again;
        }
        assert_eq!(waits, [10, 20, 40, 80, 160, 320, 640, 1280, 2560]);
        assert_eq!(home.count("SELECT COUNT(*) FROM job WHERE given_up_at IS NOT NULL").await, 1);
        assert_eq!(claim(&room, later(1_000_000)).await, None);
    }
}
