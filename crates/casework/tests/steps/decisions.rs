//! Mina beslut: who waits for the head teacher's decision, whose they are, and what a decision can be begun with.

use access::{PupilId, Zone};
use casework::verb::document::{self, Document};
use casework::verb::retract;
use casework::view::decisions;
use domain::Signal::S01;
use domain::step::StepKind;

use crate::home::{Home, denied, id, now, talk, today};

fn step(number: u128, pupil: PupilId, kind: StepKind, zone: Zone, text: &str) -> Document {
    Document { kind, zone, text: text.to_owned(), ..talk(number, pupil) }
}

/// Somebody proposes an inquiry.
async fn propose(home: &Home, short: &str, number: u128, pupil: PupilId, zone: Zone) {
    let proposal = step(number, pupil, StepKind::InquiryProposed, zone, "Borta varje fredag.");
    document::run(&home.cx(short), proposal).await.unwrap();
}

/// Those who wait for the head teacher, as the list and the menu have them.
async fn waiting(home: &Home) -> Vec<PupilId> {
    let cx = home.cx("birgitta");
    let found: Vec<_> = decisions::view(&cx).await.unwrap().waiting.iter().map(|it| it.pupil.id).collect();
    assert_eq!(decisions::waiting(&cx).await.unwrap(), i64::try_from(found.len()).ok(), "the menu tells the same");
    found
}

testkit::on_both! {
    async fn who_decides_on_no_inquiry_has_no_list_and_no_number(on) {
        let home = Home::new(on).await;
        let elsa = home.pupil("Elsa").await;
        home.scan(&[("Elsa", &[S01], 15, 0)]).await;
        propose(&home, "maria", 1, elsa, Zone::SchoolSupport).await;
        for short in ["maria", "amir", "jonas", "olle"] {
            let cx = home.cx(short);
            assert_eq!(denied(decisions::view(&cx).await), "denied-inquiry", "{short}");
            assert_eq!(denied(decisions::item(&cx, elsa).await), "denied-inquiry", "{short}");
            assert_eq!(denied(decisions::report(&cx, elsa).await), "denied-inquiry", "{short}");
            assert_eq!(decisions::waiting(&cx).await.unwrap(), None, "{short}");
        }
        assert_eq!(waiting(&home).await, [elsa]);
    }
}

testkit::on_both! {
    async fn one_waits_from_the_proposal_until_the_decision_and_again_when_that_is_taken_back(on) {
        let home = Home::new(on).await;
        let (elsa, yusuf) = (home.pupil("Elsa").await, home.pupil("Yusuf").await);
        home.scan(&[("Elsa", &[S01], 15, 0), ("Yusuf", &[S01], 15, 0)]).await;
        assert_eq!(waiting(&home).await, [], "a signal is no proposal");
        document::run(&home.on("maria", today().plus(-9)), Document {
            day: today().plus(-9),
            ..step(1, yusuf, StepKind::InquiryProposed, Zone::SchoolSupport, "Borta sedan hösten.")
        }).await.unwrap();
        propose(&home, "maria", 2, elsa, Zone::SchoolSupport).await;
        propose(&home, "amir", 3, elsa, Zone::SchoolSupport).await;
        assert_eq!(waiting(&home).await, [yusuf, elsa], "each once, the longest first");
        let birgitta = home.cx("birgitta");
        let first = decisions::item(&birgitta, yusuf).await.unwrap().unwrap();
        assert_eq!((first.at, first.previous, first.next), ((1, 2), None, Some(elsa)));
        assert_eq!(first.since, today().plus(-9));

        document::run(&birgitta, talk(4, yusuf)).await.unwrap();
        assert_eq!(waiting(&home).await, [yusuf, elsa], "a talk is no decision");
        let decision = step(5, yusuf, StepKind::InquiryOpened, Zone::SchoolSupport, "Frånvaron är lång.");
        document::run(&birgitta, decision).await.unwrap();
        assert_eq!(waiting(&home).await, [elsa]);
        assert!(decisions::item(&birgitta, yusuf).await.unwrap().is_none());
        let decided = decisions::view(&birgitta).await.unwrap().decided;
        let told: Vec<_> = decided.iter().map(|it| (it.pupil.id, it.kind, it.step, it.own)).collect();
        assert_eq!(told, [(yusuf, StepKind::InquiryOpened, id(5), true)]);

        retract::run(&birgitta, id(6), yusuf, id(5), "Fel elev.").await.unwrap();
        assert_eq!(waiting(&home).await, [yusuf, elsa]);
        assert!(decisions::view(&birgitta).await.unwrap().decided.is_empty());
        retract::run(&home.cx("maria"), id(7), yusuf, id(1), "Det behövs inte.").await.unwrap();
        assert_eq!(waiting(&home).await, [elsa], "nor does one wait whose proposal was taken back");
    }
}

testkit::on_both! {
    async fn a_reason_is_begun_with_the_proposal_and_the_figures_and_nothing_of_pupil_health(on) {
        let home = Home::new(on).await;
        let (elsa, yusuf) = (home.pupil("Elsa").await, home.pupil("Yusuf").await);
        home.scan(&[("Elsa", &[S01], 15, 0), ("Yusuf", &[S01], 15, 0)]).await;
        propose(&home, "maria", 1, elsa, Zone::SchoolSupport).await;
        propose(&home, "maria", 2, yusuf, Zone::PupilHealth).await;
        let review = step(3, elsa, StepKind::PupilHealthReview, Zone::PupilHealth, "Sover dåligt.");
        document::run(&home.cx("maria"), review).await.unwrap();
        propose(&home, "maria", 4, elsa, Zone::PupilHealth).await;

        assert_eq!(waiting(&home).await, [elsa], "what is proposed in pupil health is neither listed nor counted");
        let item = decisions::item(&home.cx("birgitta"), elsa).await.unwrap().unwrap();
        let proposed = item.basis.proposed.unwrap();
        assert_eq!((proposed.by.as_str(), proposed.text.as_str()), ("Maria Lindgren", "Borta varje fredag."));
        assert_eq!(item.basis.absent, (600, 3000));
        assert_eq!(item.basis.period.map(|(_, to)| to), Some(today()));
        let steps: Vec<_> = item.page.steps.iter().map(|it| it.id).collect();
        assert_eq!(steps, [id(1)], "not even that something was done there");
    }
}

testkit::on_both! {
    async fn the_report_says_what_was_decided_and_there_is_none_before(on) {
        let home = Home::new(on).await;
        let elsa = home.pupil("Elsa").await;
        home.scan(&[("Elsa", &[S01], 15, 0)]).await;
        let birgitta = home.cx("birgitta");
        assert_eq!(denied(decisions::report(&birgitta, elsa).await), "denied-content");
        let opened = step(1, elsa, StepKind::InquiryOpened, Zone::SchoolSupport, "Frånvaron är lång.");
        document::run(&birgitta, opened).await.unwrap();
        let report = decisions::report(&birgitta, elsa).await.unwrap();
        assert_eq!((report.to.as_str(), report.by.as_str()), ("Björkstads utbildningsnämnd", "Birgitta Åström"));
        assert_eq!((report.pupil.id, report.day, report.reason.as_str()), (elsa, today(), "Frånvaron är lång."));
        let day = today().plus(1);
        let not = Document { day, follow_up: Some(day.plus(21)), ..step(2, elsa, StepKind::InquiryNotNeeded, Zone::SchoolSupport, "Löst.") };
        document::run(&home.on("birgitta", day), not).await.unwrap();
        let later = decisions::report(&home.on("birgitta", day), elsa).await;
        assert_eq!(denied(later), "denied-content", "the latest decision holds");
    }
}

testkit::on_both! {
    async fn a_protected_pupil_leaves_the_list(on) {
        let home = Home::new(on).await;
        let elsa = home.pupil("Elsa").await;
        home.scan(&[("Elsa", &[S01], 15, 0)]).await;
        propose(&home, "maria", 1, elsa, Zone::SchoolSupport).await;
        assert_eq!(waiting(&home).await, [elsa]);
        home.protect("Elsa").await;
        assert_eq!(waiting(&home).await, []);
        let birgitta = home.cx("birgitta");
        assert!(decisions::item(&birgitta, elsa).await.unwrap().is_none());
        assert_eq!(denied(decisions::report(&birgitta, elsa).await), "denied-inquiry");
    }
}

testkit::on_both! {
    async fn a_head_teacher_has_the_pupils_of_her_own_school_only(on) {
        let home = Home::new(on).await;
        let elsa = home.pupil("Elsa").await;
        home.scan(&[("Elsa", &[S01], 15, 0)]).await;
        propose(&home, "maria", 1, elsa, Zone::SchoolSupport).await;
        let role = |role, unit| access::RoleAt { role, place: access::Place::Unit(unit) };
        let elsewhere = access::UnitId(crate::home::SCHOOL.0 + 1);
        // She works in pupil health at Elsa's school, and is head teacher of another.
        let roles = vec![role(access::Role::SchoolCounsellor, crate::home::SCHOOL), role(access::Role::HeadTeacher, elsewhere)];
        let who = casework::Who { user: crate::home::user("amir"), name: "Amir Haddad".to_owned(), roles };
        let cx = home.office.person(who, now(), today());
        assert!(decisions::view(&cx).await.unwrap().waiting.is_empty());
        assert_eq!(decisions::waiting(&cx).await.unwrap(), Some(0));
        assert!(decisions::item(&cx, elsa).await.unwrap().is_none());
    }
}
