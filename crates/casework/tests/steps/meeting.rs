//! A meeting of the pupil health team, from its queue to its minutes.

use casework::verb::meeting::{self, Choice, Shown};
use casework::verb::{document, known};
use casework::view::{meeting as screen, minutes};
use domain::Signal::S01;
use domain::step::{State, StepKind};

use crate::home::{Home, SCHOOL, denied, id, refused, talk, today, user};

fn about(pupil: access::PupilId, decided: Option<uuid::Uuid>) -> Shown {
    Shown { pupil, decided, seen: crate::home::ALL }
}

testkit::on_both! {
    async fn of_two_who_decide_about_the_same_pupil_the_second_reads_the_first(on) {
        let home = Home::new(on).await;
        let elsa = home.pupil("Elsa").await;
        home.scan(&[("Elsa", &[S01], 15, 0)]).await;
        let (maria, birgitta) = (home.cx("maria"), home.cx("birgitta"));
        meeting::begin(&maria, id(1), SCHOOL).await.unwrap();
        let (first, second) = (today().plus(7), today().plus(14));
        meeting::decide(&maria, id(10), id(1), about(elsa, None), Choice::Wait { until: first }).await.unwrap();
        let late = |number, decided| {
            meeting::decide(&birgitta, id(number), id(1), about(elsa, decided), Choice::Wait { until: second })
        };
        assert_eq!(refused(late(11, None).await), [("", "meeting-decided-meanwhile")]);
        assert_eq!(refused(late(10, None).await), [("", "step-id-taken")], "another choice with the form's id");
        assert_eq!(home.state(elsa, today()).await, State::Cleared { until: first });
        late(11, Some(id(10))).await.unwrap();
        assert_eq!(home.state(elsa, today()).await, State::Cleared { until: second });
        assert_eq!(minutes::view(&maria, id(1)).await.unwrap().decisions.len(), 1);
    }
}

testkit::on_both! {
    async fn a_meeting_takes_up_those_who_are_open_in_the_order_of_the_list(on) {
        let home = Home::new(on).await;
        let (elsa, yusuf) = (home.pupil("Elsa").await, home.pupil("Yusuf").await);
        home.scan(&[("Yusuf", &[S01], 15, 0), ("Elsa", &[S01], 20, 0)]).await;
        let maria = home.cx("maria");
        assert_eq!(denied(meeting::begin(&home.cx("jonas"), id(1), SCHOOL).await), "denied-content");
        let waiting = screen::begin(&maria).await.unwrap();
        assert_eq!(waiting.schools[0].1, 2);
        meeting::begin(&maria, id(1), SCHOOL).await.unwrap();
        meeting::begin(&maria, id(1), SCHOOL).await.unwrap();
        let open = screen::begin(&maria).await.unwrap().open.unwrap();
        assert_eq!((open.0, open.1.unit), (id(1), SCHOOL));

        let until = today().plus(14);
        meeting::decide(&maria, id(10), id(1), about(yusuf, None), Choice::Wait { until }).await.unwrap();
        assert_eq!(home.state(yusuf, today()).await, State::Cleared { until });
        let text = "Samtal med eleven om matten.".to_owned();
        let choice = Choice::Do { assignee: user("amir"), by: today().plus(7), text: text.clone() };
        meeting::decide(&maria, id(11), id(1), about(yusuf, Some(id(10))), choice.clone()).await.unwrap();
        meeting::decide(&maria, id(11), id(1), about(yusuf, Some(id(10))), choice).await.unwrap();
        assert_eq!(home.state(yusuf, today()).await, State::Cleared { until: today().plus(7) }, "the new one holds");
        let empty =
            meeting::decide(&maria, id(12), id(1), about(elsa, None), Choice::Inquiry { text: " ".to_owned() }).await;
        assert_eq!(refused(empty), [("text", "step-text-missing")]);
        let beyond =
            meeting::decide(&maria, id(12), id(1), about(access::PupilId(7), None), Choice::Wait { until }).await;
        assert_eq!(denied(beyond), "denied-content");

        let amir = home.cx("amir");
        assert_eq!(
            screen::begin(&amir).await.unwrap().open.map(|it| it.0),
            Some(id(1)),
            "a colleague may go on with it"
        );
        assert_eq!(denied(meeting::end(&home.cx("jonas"), id(1)).await), "denied-content");
        meeting::end(&amir, id(1)).await.unwrap();
        meeting::end(&maria, id(1)).await.unwrap();
        let late = meeting::decide(&maria, id(13), id(1), about(elsa, None), Choice::Wait { until }).await;
        assert_eq!(refused(late), [("", "meeting-ended")]);
        let found = minutes::view(&home.cx("birgitta"), id(1)).await.unwrap();
        assert_eq!((found.by.as_str(), found.ended, found.left, found.day), ("Maria Lindgren", true, 1, today()));
        let [only] = &found.decisions[..] else { panic!("one decision") };
        assert_eq!((only.pupil, only.name.as_str(), only.kind), (yusuf, "Yusuf Abdi", StepKind::Assigned));
        assert_eq!((only.text.clone(), only.assignee.as_deref()), (text, Some("Amir Haddad")));
        assert_eq!(denied(minutes::view(&home.cx("jonas"), id(1)).await), "denied-content");
        assert_eq!(denied(minutes::view(&maria, id(99)).await), "denied-content");
        assert_eq!(screen::begin(&maria).await.unwrap().before, [(id(1), today(), found.school, 2)]);
        assert_eq!(home.state(elsa, today()).await, State::Untouched);
    }
}

testkit::on_both! {
    async fn those_whom_the_reader_may_see_are_numbered_without_a_gap(on) {
        let home = Home::new(on).await;
        let (elsa, yusuf, maria) = (home.pupil("Elsa").await, home.pupil("Yusuf").await, home.cx("maria"));
        home.scan(&[("Yusuf", &[S01], 15, 0), ("Elsa", &[S01], 20, 0)]).await;
        meeting::begin(&maria, id(1), SCHOOL).await.unwrap();
        let at = async |number| screen::item(&maria, id(1), number).await.map(|it| (it.page.pupil, it.at));
        assert_eq!(at(1).await.unwrap(), (yusuf, (1, 2)));
        assert_eq!(at(2).await.unwrap(), (elsa, (2, 2)));
        for beyond in [0, 3, -1] {
            assert_eq!(denied(at(beyond).await), "denied-content", "{beyond}");
        }
        home.protect("Yusuf").await;
        assert_eq!(at(1).await.unwrap(), (elsa, (1, 1)));
        assert_eq!(denied(at(2).await), "denied-content");
        let until = today().plus(14);
        let gone = meeting::decide(&maria, id(10), id(1), about(yusuf, None), Choice::Wait { until }).await;
        assert_eq!(denied(gone), "denied-content", "a form that was shown before");
        meeting::end(&maria, id(1)).await.unwrap();
        let school = minutes::view(&maria, id(1)).await.unwrap().school;
        assert_eq!(
            screen::begin(&maria).await.unwrap().before,
            [(id(1), today(), school, 1)],
            "nor counted afterwards"
        );
    }
}

testkit::on_both! {
    async fn nobody_to_talk_about_is_no_meeting(on) {
        let home = Home::new(on).await;
        let elsa = home.pupil("Elsa").await;
        home.scan(&[("Elsa", &[S01], 15, 0)]).await;
        document::run(&home.cx("jonas"), talk(1, elsa)).await.unwrap();
        let begun = meeting::begin(&home.cx("maria"), id(2), SCHOOL).await;
        assert_eq!(refused(begun), [("", "meeting-nobody")]);
        let elsewhere = access::UnitId(90_000_107);
        assert_eq!(denied(meeting::begin(&home.cx("maria"), id(2), elsewhere).await), "denied-content");
        assert_eq!(denied(known::end(&home.cx("maria"), elsewhere).await), "denied-content");
    }
}
