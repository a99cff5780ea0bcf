//! Tasks: given by a step, and done by what is documented about the pupil.

use access::PupilId;
use casework::verb::document::{self, Document};
use casework::verb::retract;
use casework::view::start;
use domain::Signal::S01;
use domain::step::StepKind;

use crate::home::{Home, id, talk, user};

/// What somebody finds on the start page to do about pupils.
async fn tasks(home: &Home, short: &str) -> Vec<(PupilId, StepKind)> {
    let found = start::view(&home.cx(short)).await.unwrap();
    found.tasks.iter().filter_map(|task| Some((task.pupil, task.kind?))).collect()
}

/// Amir is to do something about Elsa.
async fn given(home: &Home, number: u128, elsa: PupilId) {
    let text = "Ring hem.".to_owned();
    let zone = access::Zone::SchoolSupport;
    let step = Document { kind: StepKind::Assigned, zone, text, assignee: Some(user("amir")), ..talk(number, elsa) };
    document::run(&home.cx("maria"), step).await.unwrap();
}

testkit::on_both! {
    async fn what_one_does_about_a_pupil_is_the_task_done(on) {
        let home = Home::new(on).await;
        let (elsa, yusuf) = (home.pupil("Elsa").await, home.pupil("Yusuf").await);
        home.scan(&[("Elsa", &[S01], 15, 0), ("Yusuf", &[S01], 15, 0)]).await;
        given(&home, 1, elsa).await;
        let open = [(elsa, StepKind::Assigned)];
        assert_eq!(tasks(&home, "amir").await, open);
        document::run(&home.cx("maria"), talk(2, elsa)).await.unwrap();
        assert_eq!(tasks(&home, "amir").await, open, "somebody else did something");
        document::run(&home.cx("amir"), talk(3, yusuf)).await.unwrap();
        assert_eq!(tasks(&home, "amir").await, open, "about somebody else");
        let tried = Document { kind: StepKind::NoAnswer, follow_up: None, ..talk(4, elsa) };
        document::run(&home.cx("amir"), tried).await.unwrap();
        assert_eq!(tasks(&home, "amir").await, open, "nobody answered");
        given(&home, 5, elsa).await;
        assert_eq!(tasks(&home, "amir").await.len(), 2, "another one");
        document::run(&home.cx("amir"), talk(6, elsa)).await.unwrap();
        assert_eq!(tasks(&home, "amir").await, []);
    }
}

testkit::on_both! {
    async fn a_step_that_is_taken_back_leaves_the_task_to_be_done(on) {
        let home = Home::new(on).await;
        let elsa = home.pupil("Elsa").await;
        home.scan(&[("Elsa", &[S01], 15, 0)]).await;
        given(&home, 1, elsa).await;
        document::run(&home.cx("amir"), talk(2, elsa)).await.unwrap();
        assert_eq!(tasks(&home, "amir").await, []);
        retract::run(&home.cx("amir"), id(3), elsa, id(2), "Fel elev.").await.unwrap();
        assert_eq!(tasks(&home, "amir").await, [(elsa, StepKind::Assigned)]);
    }
}

testkit::on_both! {
    async fn the_head_teachers_decision_answers_the_proposal(on) {
        let home = Home::new(on).await;
        let elsa = home.pupil("Elsa").await;
        home.scan(&[("Elsa", &[S01], 15, 0)]).await;
        let of = |number, kind| {
            let text = "Frånvaron har varat länge.".to_owned();
            Document { kind, zone: access::Zone::SchoolSupport, text, ..talk(number, elsa) }
        };
        document::run(&home.cx("maria"), of(1, StepKind::InquiryProposed)).await.unwrap();
        let open = [(elsa, StepKind::InquiryProposed)];
        assert_eq!(tasks(&home, "birgitta").await, open);
        document::run(&home.cx("birgitta"), talk(2, elsa)).await.unwrap();
        assert_eq!(tasks(&home, "birgitta").await, open, "a talk is no decision");
        document::run(&home.cx("birgitta"), of(3, StepKind::InquiryOpened)).await.unwrap();
        assert_eq!(tasks(&home, "birgitta").await, []);
    }
}
