//! Who may write where, and what a form is told.

use access::Zone;
use casework::verb::document::{self, Document};
use casework::view::{start, step_form};
use domain::step::StepKind;

use crate::home::{Home, denied, refused, talk, today, user};

testkit::on_both! {
    async fn a_mentor_does_not_write_in_pupil_health_and_a_head_teacher_neither(on) {
        let home = Home::new(on).await;
        let elsa = home.pupil("Elsa").await;
        let review =
            |number| Document { kind: StepKind::PupilHealthReview, zone: Zone::PupilHealth, ..talk(number, elsa) };
        for short in ["jonas", "birgitta", "olle"] {
            assert_eq!(denied(document::run(&home.cx(short), review(1)).await), "denied-content", "{short}");
        }
        document::run(&home.cx("maria"), review(2)).await.unwrap();
    }
}

testkit::on_both! {
    async fn the_form_offers_the_zones_that_the_writer_may_choose_the_usual_one_first(on) {
        let home = Home::new(on).await;
        let elsa = home.pupil("Elsa").await;
        let zones = async |short: &str, kind| step_form::view(&home.cx(short), elsa, kind).await.map(|it| it.zones);
        assert_eq!(zones("jonas", StepKind::PupilTalk).await.unwrap(), [Zone::SchoolGeneral]);
        assert_eq!(
            zones("maria", StepKind::PupilHealthReview).await.unwrap(),
            [Zone::PupilHealth, Zone::SchoolGeneral, Zone::SchoolSupport]
        );
        for (short, kind) in [("maria", StepKind::PupilTalk), ("amir", StepKind::GuardianContact)] {
            let expected = [Zone::PupilHealth, Zone::SchoolGeneral, Zone::SchoolSupport];
            assert_eq!(zones(short, kind).await.unwrap(), expected, "{short}");
        }
        assert_eq!(zones("birgitta", StepKind::PupilTalk).await.unwrap(), [Zone::SchoolGeneral, Zone::SchoolSupport]);
        assert_eq!(denied(zones("maria", StepKind::InquiryOpened).await), "denied-content");
        let form = step_form::view(&home.cx("maria"), elsa, StepKind::Assigned).await.unwrap();
        assert_eq!(form.zones, [Zone::SchoolSupport, Zone::SchoolGeneral, Zone::PupilHealth]);
        let names: Vec<_> = form.colleagues.iter().map(|it| (it.name.as_str(), it.not_in.as_slice())).collect();
        let (support, health) = (Zone::SchoolSupport, Zone::PupilHealth);
        let expected: [(&str, &[Zone]); 4] = [
            ("Amir Haddad", &[]),
            ("Birgitta Åström", &[health]),
            ("Jonas Ekdahl", &[support, health]),
            ("Maria Lindgren", &[]),
        ];
        assert_eq!(names, expected, "whoever may read one of the zones, and which not");
        assert_eq!(form.name, "Elsa Nordin");
        assert_eq!(form.follow_ups[0], (1, today().plus(7)));
        assert_eq!(form.usual, Some("2026-12-11".parse().unwrap()));
    }
}

testkit::on_both! {
    async fn whoever_is_given_something_to_do_may_read_what(on) {
        let home = Home::new(on).await;
        let (elsa, maria) = (home.pupil("Elsa").await, home.cx("maria"));
        home.scan(&[("Elsa", &[domain::Signal::S01], 15, 0)]).await;
        let assigned = |number, zone, short| Document {
            kind: StepKind::Assigned,
            zone,
            assignee: Some(user(short)),
            ..talk(number, elsa)
        };
        let wrong = refused(document::run(&maria, assigned(1, Zone::SchoolSupport, "jonas")).await);
        assert_eq!(wrong, [("assignee", "step-assignee-elsewhere")]);
        document::run(&maria, assigned(1, Zone::SchoolGeneral, "jonas")).await.unwrap();
        document::run(&maria, assigned(2, Zone::SchoolSupport, "amir")).await.unwrap();
        let kinds = async |cx: casework::Cx| -> Vec<_> {
            start::view(&cx).await.unwrap().tasks.iter().map(|it| it.kind).collect()
        };
        assert_eq!(kinds(home.cx("jonas")).await, [Some(StepKind::Assigned)]);
        assert_eq!(kinds(home.cx("amir")).await, [Some(StepKind::Assigned)]);
        let who = casework::Who {
            roles: home.cx("jonas").who().unwrap().roles.clone(),
            ..home.cx("amir").who().unwrap().clone()
        };
        let now_mentor = home.office.person(who, crate::home::now(), today());
        assert_eq!(kinds(now_mentor).await, [None], "the role that could read it is gone");
    }
}

testkit::on_both! {
    async fn another_schools_pupil_a_protected_one_and_nobody_are_the_same_no(on) {
        let home = Home::new(on).await;
        let protected = cast::pupils::PUPILS.iter().find(|it| it.protected).unwrap();
        let protected = home.pupil(protected.name).await;
        for pupil in [home.pupil("Tindra").await, protected, access::PupilId(7)] {
            assert_eq!(denied(document::run(&home.cx("amir"), talk(1, pupil)).await), "denied-content");
            assert_eq!(denied(step_form::view(&home.cx("amir"), pupil, StepKind::PupilTalk).await), "denied-content");
        }
    }
}

testkit::on_both! {
    async fn everything_that_is_wrong_is_told_at_once(on) {
        let home = Home::new(on).await;
        let elsa = home.pupil("Elsa").await;
        let form = Document {
            kind: StepKind::Assigned,
            zone: Zone::SchoolSupport,
            day: today().plus(1),
            text: String::new(),
            follow_up: None,
            assignee: Some(user("olle")),
            ..talk(1, elsa)
        };
        assert_eq!(
            refused(document::run(&home.cx("maria"), form).await),
            [
                ("day", "step-day-future"),
                ("text", "step-text-what"),
                ("follow_up", "step-follow-up-missing"),
                ("assignee", "step-assignee-elsewhere"),
            ]
        );
    }
}
