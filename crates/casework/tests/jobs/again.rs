//! Jobs that come again: on time, once when they were missed, and told of when they bring nothing.

use casework::job::{Alarm, Done, asked, standing, step};
use casework::view;
use room::jobs::recurring::{self, Often, Recurring};
use testkit::on_both;
use text::Message;

use crate::home::{Home, id};

async fn put(home: &Home, often: Often, expect: Option<u32>) {
    let job = Recurring {
        id: id(50),
        kind: "import".to_owned(),
        args: vec![id(77)],
        often,
        enabled: true,
        next: home.now(),
        since: home.now(),
        ok: None,
        new: None,
        expect,
    };
    let mut change = home.room().change(home.now()).await.unwrap();
    recurring::put(&mut change, &job).await.unwrap();
    change.commit().await.unwrap();
}

async fn runs(home: &Home) -> usize {
    let mut ran = 0;
    while step(&home.worker, None).await.unwrap().is_some() {
        ran += 1;
    }
    ran
}

on_both! {
    async fn what_comes_each_minute_comes_each_minute_and_once_for_all_that_was_missed(on) {
        let home = Home::new(on).await.doing(|_| async { Ok(Done::Said(Message::new("job-lost"))) });
        put(&home, Often::Every(60), None).await;
        assert_eq!(runs(&home).await, 1);
        home.later(59);
        assert_eq!(runs(&home).await, 0);
        home.later(1);
        assert_eq!(runs(&home).await, 1);
        home.later(86_400);
        assert_eq!(runs(&home).await, 1, "a day without the program is made up for once");
    }

    async fn a_run_that_failed_is_not_asked_for_once_more_beside_it(on) {
        let home = Home::new(on).await.doing(|_| async { Err(casework::job::Stopped::Later(Message::new("job-fault"))) });
        put(&home, Often::Every(1), None).await;
        assert_eq!(runs(&home).await, 1);
        home.later(5);
        assert_eq!(runs(&home).await, 0, "it waits for its second attempt");
        assert_eq!(room::jobs::runs::waiting(home.room()).await.unwrap().len(), 1);
    }

    async fn a_source_that_brings_nothing_in_time_is_told_of_until_it_does(on) {
        let new = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
        let says = new.clone();
        let home = Home::new(on).await.doing(move |_| {
            let new = says.load(std::sync::atomic::Ordering::SeqCst);
            async move { Ok(if new { Done::Said(Message::new("job-lost")) } else { Done::Nothing }) }
        });
        put(&home, Often::Every(3600), Some(86_400)).await;
        assert_eq!(runs(&home).await, 1);
        home.later(86_400);
        runs(&home).await;
        assert!(view::jobs::view(&home.administrator()).await.unwrap().alarms.is_empty());
        home.later(3600);
        runs(&home).await;
        let alarms = view::jobs::view(&home.administrator()).await.unwrap().alarms;
        assert!(matches!(&alarms[..], [Alarm::Late { .. }]), "{alarms:?}");
        new.store(true, std::sync::atomic::Ordering::SeqCst);
        home.later(3600);
        runs(&home).await;
        assert!(view::jobs::view(&home.administrator()).await.unwrap().alarms.is_empty());
    }

    async fn an_alarm_about_a_run_goes_when_a_later_run_has_gone_well(on) {
        let well = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
        let says = well.clone();
        let home = Home::new(on).await.doing(move |_| {
            let well = says.load(std::sync::atomic::Ordering::SeqCst);
            async move { if well { Ok(Done::Nothing) } else { Err(casework::Refusal::new("file-not-found").into()) } }
        });
        put(&home, Often::Every(60), None).await;
        runs(&home).await;
        assert_eq!(view::jobs::view(&home.administrator()).await.unwrap().alarms.len(), 1);
        well.store(true, std::sync::atomic::Ordering::SeqCst);
        home.later(60);
        runs(&home).await;
        assert!(view::jobs::view(&home.administrator()).await.unwrap().alarms.is_empty());
    }

    async fn every_room_tidies_at_night_and_when_asked(on) {
        let home = Home::new(on).await;
        standing(&home.worker.office, home.now()).await.unwrap();
        standing(&home.worker.office, home.now()).await.unwrap();
        assert_eq!(runs(&home).await, 0);
        home.later(14 * 3600 + 15 * 60 - 1);
        assert_eq!(runs(&home).await, 0, "02:14:59 in UTC is 03:14:59");
        home.later(1);
        assert_eq!(runs(&home).await, 1);
        assert_eq!(asked(&home.worker, "sweep").await.unwrap(), 1);
        assert_eq!(runs(&home).await, 1);
        assert_eq!(runs(&home).await, 0);
    }
}
