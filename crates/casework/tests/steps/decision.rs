//! The head teacher's decision on an inquiry (skollagen 7 kap. 19 a §).

use access::{ListAct, Zone};
use casework::verb::document::{self, Document};
use casework::view::step_form;
use domain::Signal::S01;
use domain::step::{State, StepKind};
use room::tasks;

use crate::home::{Home, denied, refused, talk, today, user};

fn decision(number: u128, pupil: access::PupilId, kind: StepKind) -> Document {
    let text = "Frånvaron har en medicinsk förklaring.".to_owned();
    Document { kind, zone: Zone::SchoolSupport, text, ..talk(number, pupil) }
}

testkit::on_both! {
    async fn the_head_teacher_decides_with_a_reason_and_nobody_else_does(on) {
        let home = Home::new(on).await;
        let elsa = home.pupil("Elsa").await;
        home.scan(&[("Elsa", &[S01], 15, 0)]).await;
        for kind in [StepKind::InquiryOpened, StepKind::InquiryNotNeeded] {
            for short in ["jonas", "maria", "amir"] {
                assert_eq!(denied(document::run(&home.cx(short), decision(1, elsa, kind)).await), "denied-inquiry");
            }
            let bare = Document { text: String::new(), ..decision(1, elsa, kind) };
            assert_eq!(refused(document::run(&home.cx("birgitta"), bare).await), [("text", "step-text-missing")]);
            let elsewhere = Document { zone: Zone::SchoolGeneral, ..decision(1, elsa, kind) };
            let wrong = refused(document::run(&home.cx("birgitta"), elsewhere).await);
            assert_eq!(wrong, [("zone", "step-zone-inquiry")]);
        }
        document::run(&home.cx("birgitta"), decision(2, elsa, StepKind::InquiryNotNeeded)).await.unwrap();
        assert_eq!(home.state(elsa, today()).await, State::Cleared { until: today().plus(21) });
    }
}

testkit::on_both! {
    async fn a_proposal_gives_the_head_teacher_a_task(on) {
        let home = Home::new(on).await;
        let elsa = home.pupil("Elsa").await;
        let proposal = decision(1, elsa, StepKind::InquiryProposed);
        document::run(&home.cx("maria"), proposal.clone()).await.unwrap();
        document::run(&home.cx("maria"), proposal).await.unwrap();
        let cx = home.cx("birgitta");
        let before = step_form::view(&cx, elsa, StepKind::InquiryOpened).await.unwrap().steps;
        let kinds: Vec<_> = before.iter().filter_map(|it| it.content.as_ref()).map(|it| it.kind).collect();
        assert_eq!(kinds, [Some(StepKind::InquiryProposed)], "the form of the decision shows what it answers");
        let permit = cx.access().scope(cx.actor(), ListAct::ListPupils).unwrap();
        let mut reading = cx.room().reading(cx.now());
        let tasks = tasks::of_account(&mut reading, permit, user("birgitta"), today()).await.unwrap();
        let tasks = reading.show(tasks).await.unwrap();
        let found: Vec<_> = tasks.iter().map(|it| (it.person, it.kind, it.due)).collect();
        assert_eq!(found, [(elsa, Some(StepKind::InquiryProposed), today().plus(21))]);
    }
}
