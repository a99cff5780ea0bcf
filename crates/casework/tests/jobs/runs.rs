//! One run: under a permit, journalled, told, and handed back when it does not go well.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use access::Role;
use casework::job::{At, Done, Stopped, progress, step};
use casework::{Failure, Refusal, verb, view};
use room::jobs::Outcome;
use testkit::on_both;
use text::{Arg, Message};

use crate::home::{Home, id};

fn went_well() -> Message {
    Message::new("job-swept").with("files", Arg::Count(3))
}

on_both! {
    async fn a_job_is_done_once_and_stands_in_the_history_and_in_the_journal(on) {
        let times = Arc::new(AtomicUsize::new(0));
        let counted = times.clone();
        let home = Home::new(on).await.doing(move |run| {
            counted.fetch_add(1, Ordering::SeqCst);
            async move {
                assert_eq!(run.args, [id(77)]);
                Ok(Done::Said(went_well()))
            }
        });
        assert_eq!(step(&home.worker, None).await.unwrap(), None, "nothing is due");
        home.ask(1).await;
        home.ask(1).await;
        let ran = step(&home.worker, None).await.unwrap().unwrap();
        assert_eq!((ran.well, ran.said), (true, vec![went_well()]));
        assert_eq!(step(&home.worker, None).await.unwrap(), None);
        assert_eq!(times.load(Ordering::SeqCst), 1);
        assert_eq!(home.journalled().await.get("job:import"), Some(&1));
        let page = view::jobs::view(&home.administrator()).await.unwrap();
        assert_eq!(page.history.len(), 1);
        assert_eq!((page.history[0].outcome, &page.history[0].said), (Outcome::Done, &vec![went_well()]));
        assert!(page.running.is_empty() && page.waiting.is_empty() && page.alarms.is_empty());
    }

    async fn a_run_that_finds_nothing_leaves_no_trace(on) {
        let home = Home::new(on).await.doing(|_| async { Ok(Done::Nothing) });
        home.ask(1).await;
        assert!(step(&home.worker, None).await.unwrap().unwrap().well);
        assert_eq!(home.journalled().await.get("job:import"), None);
        assert_eq!(view::jobs::view(&home.administrator()).await.unwrap().history.len(), 0);
    }

    async fn pages_see_how_far_a_job_has_come_while_it_runs(on) {
        let home = Home::new(on).await.doing(|run| async move {
            run.tell(At { code: "import-stage-reading", done: 3, of: Some(5) });
            tokio::time::sleep(std::time::Duration::from_millis(700)).await;
            Ok(Done::Nothing)
        });
        home.ask(1).await;
        let worker = home.worker.clone();
        let running = tokio::spawn(async move { step(&worker, None).await.unwrap() });
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let at = progress(&home.worker.office, id(1)).unwrap().at.unwrap();
        assert_eq!((at.done, at.of), (3, Some(5)));
        let page = view::jobs::view(&home.administrator()).await.unwrap();
        assert_eq!((page.running.len(), page.running[0].at), (1, Some(at)));
        running.await.unwrap();
        assert_eq!(progress(&home.worker.office, id(1)), None);
    }

    async fn what_a_person_must_see_to_is_not_tried_again_by_itself(on) {
        let home = Home::new(on).await.doing(|_| async { Err(Stopped::from(Refusal::new("file-not-found"))) });
        home.ask(1).await;
        assert!(!step(&home.worker, None).await.unwrap().unwrap().well);
        home.later(100_000);
        assert_eq!(step(&home.worker, None).await.unwrap(), None);
        let page = view::jobs::view(&home.administrator()).await.unwrap();
        assert_eq!(page.given_up[0].why, vec![Message::new("file-not-found")]);
        assert_eq!(page.alarms.len(), 1);
        verb::jobs::again(&home.administrator(), id(1)).await.unwrap();
        assert!(step(&home.worker, None).await.unwrap().is_some(), "tried again by a person");
    }

    async fn another_machine_that_does_not_answer_is_asked_again_later_and_later(on) {
        let home = Home::new(on).await.doing(|_| async { Err(Stopped::Later(Message::new("job-fault"))) });
        home.ask(1).await;
        for wait in [10, 20, 40] {
            assert!(!step(&home.worker, None).await.unwrap().unwrap().well);
            home.later(wait - 1);
            assert_eq!(step(&home.worker, None).await.unwrap(), None);
            home.later(1);
        }
        let page = view::jobs::view(&home.administrator()).await.unwrap();
        assert_eq!((page.waiting[0].failed, page.history.len()), (3, 3));
        assert!(page.alarms.is_empty(), "nobody has to hear of it yet");
        for _ in 3..10 {
            home.later(21_600);
            assert!(step(&home.worker, None).await.unwrap().is_some());
        }
        home.later(100_000);
        assert_eq!(step(&home.worker, None).await.unwrap(), None, "given up");
        assert_eq!(view::jobs::view(&home.administrator()).await.unwrap().alarms.len(), 1);
    }

    async fn a_panic_is_a_failure_like_any_other_and_says_nothing_of_why(on) {
        let home = Home::new(on).await.doing(|_| async { panic!("Alva Lindqvist") });
        home.ask(1).await;
        let ran = step(&home.worker, None).await.unwrap().unwrap();
        assert_eq!((ran.well, ran.said), (false, vec![Message::new("job-broke")]));
        assert_eq!(*home.log.lock().unwrap(), ["job import: a panic"]);
        home.later(10);
        assert!(step(&home.worker, None).await.unwrap().is_some(), "it is tried again");
    }

    async fn a_fault_is_logged_by_what_was_done_and_never_by_what_it_was_about(on) {
        let source = || Box::new(std::io::Error::other("Alva Lindqvist"));
        let home = Home::new(on).await.doing(move |_| async move {
            Err(Stopped::Failed(Failure::Fault { context: "reading a file", source: source() }))
        });
        home.ask(1).await;
        step(&home.worker, None).await.unwrap().unwrap();
        assert_eq!(*home.log.lock().unwrap(), ["job import: reading a file"]);
    }

    async fn a_kind_that_nobody_knows_waits_for_a_person(on) {
        let home = Home::new(on).await;
        home.ask_kind(1, "conjure").await;
        let ran = step(&home.worker, None).await.unwrap().unwrap();
        assert_eq!((ran.well, ran.said), (false, vec![Message::new("job-kind-unknown")]));
    }

    async fn a_job_whose_program_died_is_shown_as_cut_off_and_done_again(on) {
        let home = Home::new(on).await.doing(|_| async { Ok(Done::Said(went_well())) });
        home.ask(1).await;
        // Taken by a program that dies at once.
        room::jobs::claim(home.room(), home.now(), jiff::SignedDuration::from_secs(60), None).await.unwrap().unwrap();
        home.later(30);
        assert_eq!(view::jobs::view(&home.administrator()).await.unwrap().running.len(), 1, "as far as anyone knows");
        assert_eq!(step(&home.worker, None).await.unwrap(), None);
        home.later(31);
        assert!(view::jobs::view(&home.administrator()).await.unwrap().waiting[0].cut_off);
        assert!(step(&home.worker, None).await.unwrap().unwrap().well);
        let page = view::jobs::view(&home.administrator()).await.unwrap();
        let outcomes: Vec<Outcome> = page.history.iter().map(|run| run.outcome).collect();
        assert_eq!(outcomes, [Outcome::Done, Outcome::CutOff]);
    }

    async fn a_program_that_is_to_end_hands_its_job_back_at_once(on) {
        let home = Home::new(on).await.doing(|_| async {
            tokio::time::sleep(std::time::Duration::from_secs(3600)).await;
            Ok(Done::Nothing)
        });
        home.ask(1).await;
        home.worker.stop.store(true, Ordering::SeqCst);
        let ran = step(&home.worker, None).await.unwrap().unwrap();
        assert_eq!((ran.well, ran.said), (false, vec![Message::new("job-cut-off")]));
        assert!(room::jobs::waits(home.room(), home.now()).await.unwrap(), "free for the next program");
    }

    async fn only_who_configures_the_room_sees_its_jobs(on) {
        let home = Home::new(on).await;
        home.ask(1).await;
        for role in [Role::Coordinator, Role::RecordsManager, Role::AccessReviewer, Role::ProtectedDataOfficer] {
            assert!(matches!(view::jobs::view(&home.person(role)).await, Err(Failure::Denied(_))), "{role:?}");
            assert!(matches!(verb::jobs::again(&home.person(role), id(1)).await, Err(Failure::Denied(_))), "{role:?}");
        }
    }
}
