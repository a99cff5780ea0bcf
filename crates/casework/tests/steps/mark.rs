//! What clears a mark, and what brings it back.

use access::Zone;
use casework::verb::{document, draft, follow_up, known, retract};
use casework::view::step_form::{self, Draft};
use casework::view::worklist::{self, Acted, Ask};
use domain::Signal::{S01, S05, S12a};
use domain::step::{Seen, State, StepKind, Why};

use crate::home::{ALL, Home, SCHOOL, denied, id, refused, talk, today, user};

const UNTOUCHED: State = State::Untouched;

fn cleared(days: i32) -> State {
    State::Cleared { until: today().plus(days) }
}

fn back(why: Why) -> State {
    State::FollowUp { why }
}

testkit::on_both! {
    async fn a_step_clears_until_its_follow_up_and_then_the_pupil_is_back(on) {
        let home = Home::new(on).await;
        let elsa = home.pupil("Elsa").await;
        home.scan(&[("Elsa", &[S01], 15, 0)]).await;
        assert_eq!(home.state(elsa, today()).await, UNTOUCHED);
        document::run(&home.cx("jonas"), talk(1, elsa)).await.unwrap();
        assert_eq!(home.state(elsa, today()).await, cleared(21));
        assert_eq!(home.state(elsa, today().plus(20)).await, cleared(21));
        assert_eq!(home.state(elsa, today().plus(21)).await, back(Why::Due));
    }
}

testkit::on_both! {
    async fn a_new_signal_or_a_higher_level_brings_the_pupil_back(on) {
        let home = Home::new(on).await;
        let elsa = home.pupil("Elsa").await;
        home.scan(&[("Elsa", &[S01, S05], 15, 1)]).await;
        document::run(&home.cx("jonas"), talk(1, elsa)).await.unwrap();
        home.scan(&[("Elsa", &[S01, S12a], 10, 0)]).await;
        assert_eq!(home.state(elsa, today()).await, cleared(21), "lower, and a question about reporting");
        home.scan(&[("Elsa", &[S01, S05], 20, 1)]).await;
        assert_eq!(home.state(elsa, today()).await, back(Why::HigherLevel));
        home.scan(&[("Elsa", &[S01, S05], 15, 2)]).await;
        assert_eq!(home.state(elsa, today()).await, back(Why::HigherLevel));
        home.scan(&[("Elsa", &[S01, S05, domain::Signal::S03], 15, 1)]).await;
        assert_eq!(home.state(elsa, today()).await, back(Why::NewSignal));
    }
}

testkit::on_both! {
    async fn what_has_come_since_the_form_was_shown_is_not_cleared(on) {
        let home = Home::new(on).await;
        let (jonas, elsa) = (home.cx("jonas"), home.pupil("Elsa").await);
        home.scan(&[("Elsa", &[S01, S05], 15, 1)]).await;
        let shown = step_form::view(&jonas, elsa, StepKind::PupilTalk).await.unwrap().seen;
        assert_eq!(shown, Seen { signals: [S01, S05].into_iter().collect(), band: 15, level5: 1 });
        let check = async |number: u128, figures: &[domain::Signal], band, level5, expected: State| {
            home.scan(&[("Elsa", figures, band, level5)]).await;
            let step = document::Document { shown, ..talk(number, elsa) };
            document::run(&jonas, step).await.unwrap();
            assert_eq!(home.state(elsa, today()).await, expected, "{figures:?} {band} {level5}");
        };
        check(1, &[S01, S05], 15, 1, cleared(21)).await;
        check(2, &[S01, S05, domain::Signal::S03], 15, 1, back(Why::NewSignal)).await;
        check(3, &[S01, S05], 20, 1, back(Why::HigherLevel)).await;
        check(4, &[S01, S05], 15, 2, back(Why::HigherLevel)).await;
        check(5, &[S01], 15, 0, cleared(21)).await;
        home.scan(&[("Elsa", &[S01, S05], 15, 1)]).await;
        assert_eq!(home.state(elsa, today()).await, back(Why::NewSignal), "it was gone when the step was saved");

        let known = known::Known {
            school: SCHOOL,
            pupils: vec![(id(6), elsa, Seen::default())],
            assignee: user("maria"),
            follow_up: today().plus(28),
        };
        known::run(&home.cx("maria"), known).await.unwrap();
        assert_eq!(home.state(elsa, today()).await, back(Why::NewSignal), "a row that showed nothing clears nothing");
    }
}

testkit::on_both! {
    async fn the_list_names_who_cleared_and_how_to_those_who_read_it(on) {
        let home = Home::new(on).await;
        let (maria, elsa) = (home.cx("maria"), home.pupil("Elsa").await);
        home.scan(&[("Elsa", &[S01], 15, 0)]).await;
        let how = async |short: &str| {
            let ask = Ask { acted: Acted::Cleared, ..Ask::default() };
            let list = worklist::view(&home.cx(short), ask).await.unwrap();
            let row = list.rows.into_iter().find(|row| row.pupil == elsa).unwrap();
            assert_eq!(row.acted, Some(today()), "that and when is for all");
            row.how.map(|how| (how.by, how.kind, how.zone))
        };
        document::run(&maria, talk(1, elsa)).await.unwrap();
        let general = Some(("Maria Lindgren".to_owned(), StepKind::PupilTalk, Zone::SchoolGeneral));
        assert_eq!([how("jonas").await, how("amir").await], [general.clone(), general]);
        let kind = StepKind::PupilHealthReview;
        let review = document::Document { kind, zone: Zone::PupilHealth, ..talk(2, elsa) };
        document::run(&maria, review).await.unwrap();
        let health = Some(("Maria Lindgren".to_owned(), kind, Zone::PupilHealth));
        assert_eq!([how("amir").await, how("jonas").await, how("birgitta").await], [health, None, None]);
    }
}

testkit::on_both! {
    async fn the_end_of_a_line_is_one_character_however_the_browser_sends_it(on) {
        let home = Home::new(on).await;
        let (jonas, elsa) = (home.cx("jonas"), home.pupil("Elsa").await);
        let sent = |number, text: &str| document::Document { text: text.to_owned(), ..talk(number, elsa) };
        document::run(&jonas, sent(1, "Mornarna.\r\nFredagarna.")).await.unwrap();
        document::run(&jonas, sent(1, "Mornarna.\nFredagarna.")).await.unwrap();
        // As many as the field of the page lets in, which counts an end of line as one.
        document::run(&jonas, sent(2, &"å\r\n".repeat(2000))).await.unwrap();
        let long = document::run(&jonas, sent(3, &"å\r\n".repeat(2001))).await;
        assert_eq!(refused(long), [("text", "step-text-long")]);
        let reason = "Fel elev.\r\nDet var Elsas syster.";
        retract::run(&jonas, id(4), elsa, id(1), reason).await.unwrap();
        let steps = casework::view::pupil::view(&jonas, elsa).await.unwrap().steps;
        let first = steps.iter().find(|it| it.id == id(1)).and_then(|it| it.content.as_ref()).unwrap();
        assert_eq!(first.text, "Mornarna.\nFredagarna.");
        assert_eq!(first.retracted, Some((today(), "Fel elev.\nDet var Elsas syster.".to_owned())));
    }
}

testkit::on_both! {
    async fn nobody_is_cleared_by_a_call_that_nobody_answered(on) {
        let home = Home::new(on).await;
        let elsa = home.pupil("Elsa").await;
        home.scan(&[("Elsa", &[S01], 15, 0)]).await;
        let call = document::Document { kind: StepKind::NoAnswer, follow_up: None, ..talk(1, elsa) };
        document::run(&home.cx("jonas"), call.clone()).await.unwrap();
        assert_eq!(home.state(elsa, today()).await, UNTOUCHED);
        let with_day = document::Document { follow_up: Some(today().plus(7)), id: id(2), ..call };
        let wrong = refused(document::run(&home.cx("jonas"), with_day).await);
        assert_eq!(wrong, [("follow_up", "step-follow-up-not-here")]);
    }
}

testkit::on_both! {
    async fn taking_a_step_back_restores_what_was_before(on) {
        let home = Home::new(on).await;
        let elsa = home.pupil("Elsa").await;
        home.scan(&[("Elsa", &[S01], 15, 0)]).await;
        let jonas = home.cx("jonas");
        document::run(&jonas, talk(1, elsa)).await.unwrap();
        let later = document::Document { follow_up: Some(today().plus(42)), ..talk(2, elsa) };
        document::run(&jonas, later).await.unwrap();
        assert_eq!(home.state(elsa, today()).await, cleared(42));
        assert_eq!(refused(retract::run(&jonas, id(3), elsa, id(2), " ").await), [("reason", "step-reason-missing")]);
        retract::run(&jonas, id(3), elsa, id(2), "Fel elev.").await.unwrap();
        assert_eq!(home.state(elsa, today()).await, cleared(21));
        retract::run(&jonas, id(3), elsa, id(2), "Fel elev.").await.unwrap();
        let twice = refused(retract::run(&jonas, id(4), elsa, id(2), "Fel elev.").await);
        assert_eq!(twice, [("", "step-retracted-already")]);
        retract::run(&jonas, id(5), elsa, id(1), "Fel elev.").await.unwrap();
        assert_eq!(home.state(elsa, today()).await, UNTOUCHED);
    }
}

testkit::on_both! {
    async fn a_step_is_changed_only_at_the_address_of_its_own_pupil(on) {
        let home = Home::new(on).await;
        let (maria, elsa, yusuf) = (home.cx("maria"), home.pupil("Elsa").await, home.pupil("Yusuf").await);
        home.scan(&[("Elsa", &[S01], 15, 0), ("Yusuf", &[S01], 20, 0)]).await;
        document::run(&maria, talk(1, elsa)).await.unwrap();
        let back = retract::run(&maria, id(2), yusuf, id(1), "Fel elev.").await;
        assert_eq!(denied(back), "denied-content");
        let moved = follow_up::run(&maria, id(3), yusuf, id(1), today().plus(28)).await;
        assert_eq!(denied(moved), "denied-content");
        assert_eq!(home.state(elsa, today()).await, cleared(21));
        assert_eq!(home.state(yusuf, today()).await, UNTOUCHED);
    }
}

testkit::on_both! {
    async fn a_follow_up_is_moved_by_whoever_set_it(on) {
        let home = Home::new(on).await;
        let elsa = home.pupil("Elsa").await;
        home.scan(&[("Elsa", &[S01], 15, 0)]).await;
        document::run(&home.cx("jonas"), talk(1, elsa)).await.unwrap();
        let to = today().plus(10);
        let other = follow_up::run(&home.cx("maria"), id(2), elsa, id(1), to).await;
        assert_eq!(denied(other), "denied-content");
        let none = follow_up::run(&home.cx("jonas"), id(2), elsa, id(99), to).await;
        assert_eq!(denied(none), "denied-content", "as if it were somebody else's");
        assert_eq!(denied(retract::run(&home.cx("maria"), id(2), elsa, id(1), "x").await), "denied-content");
        follow_up::run(&home.cx("jonas"), id(2), elsa, id(1), to).await.unwrap();
        assert_eq!(home.state(elsa, today()).await, cleared(10));
        let past = refused(follow_up::run(&home.cx("jonas"), id(3), elsa, id(1), today()).await);
        assert_eq!(past, [("follow_up", "step-follow-up-passed")]);
    }
}

testkit::on_both! {
    async fn a_form_sent_twice_is_one_step_and_takes_the_draft_with_it(on) {
        let home = Home::new(on).await;
        let (elsa, jonas) = (home.pupil("Elsa").await, home.cx("jonas"));
        home.scan(&[("Elsa", &[S01], 15, 0)]).await;
        let typed = Draft { fields: vec![("text".to_owned(), "Vi prat".to_owned())] };
        draft::run(&jonas, elsa, StepKind::PupilTalk, &typed).await.unwrap();
        draft::run(&jonas, elsa, StepKind::GuardianContact, &typed).await.unwrap();
        let kept = |kind| step_form::view(&jonas, elsa, kind);
        assert_eq!(kept(StepKind::PupilTalk).await.unwrap().draft, Some(typed.clone()));
        document::run(&jonas, talk(1, elsa)).await.unwrap();
        home.scan(&[("Elsa", &[S01], 20, 0)]).await;
        document::run(&jonas, talk(1, elsa)).await.unwrap();
        let found = casework::verb::retract::run(&jonas, id(2), elsa, id(1), "En gång räcker.").await;
        found.unwrap();
        assert_eq!(home.state(elsa, today()).await, UNTOUCHED, "there was one");
        assert_eq!(kept(StepKind::PupilTalk).await.unwrap().draft, None);
        assert_eq!(kept(StepKind::GuardianContact).await.unwrap().draft, Some(typed), "another form's draft stays");
    }
}

testkit::on_both! {
    async fn another_text_with_the_id_of_a_form_is_refused_and_keeps_its_draft(on) {
        let home = Home::new(on).await;
        let (elsa, yusuf, jonas) = (home.pupil("Elsa").await, home.pupil("Yusuf").await, home.cx("jonas"));
        document::run(&jonas, talk(1, elsa)).await.unwrap();
        let typed = Draft { fields: vec![("text".to_owned(), "Mamma ringde.".to_owned())] };
        draft::run(&jonas, elsa, StepKind::PupilTalk, &typed).await.unwrap();
        let other = document::Document { text: "Mamma ringde.".to_owned(), ..talk(1, elsa) };
        let elsewhere = document::Document { zone: access::Zone::SchoolSupport, ..talk(1, elsa) };
        let maria = home.cx("maria");
        assert_eq!(refused(document::run(&jonas, other.clone()).await), [("", "step-id-taken")]);
        assert_eq!(refused(document::run(&maria, elsewhere).await), [("", "step-id-taken")]);
        assert_eq!(refused(document::run(&maria, talk(1, yusuf)).await), [("", "step-id-taken")]);
        let kept = step_form::view(&jonas, elsa, StepKind::PupilTalk).await.unwrap();
        assert_eq!(kept.draft, Some(typed));
        document::run(&jonas, document::Document { id: id(2), ..other }).await.unwrap();
        let steps = casework::view::pupil::view(&jonas, elsa).await.unwrap().steps;
        let texts: Vec<_> = steps.iter().filter_map(|it| it.content.as_ref()).map(|it| it.text.as_str()).collect();
        assert_eq!(texts, ["Mamma ringde.", "Vi pratade om fredagarna."]);

        let form = known::Known {
            school: SCHOOL,
            pupils: vec![(id(3), elsa, ALL)],
            assignee: user("maria"),
            follow_up: today().plus(28),
        };
        assert_eq!(known::run(&maria, form.clone()).await.unwrap(), 1);
        let other = known::Known { follow_up: today().plus(14), ..form };
        assert_eq!(refused(known::run(&maria, other).await), [("", "step-id-taken")]);
    }
}

testkit::on_both! {
    async fn the_first_sitting_marks_many_and_gives_each_a_task(on) {
        let home = Home::new(on).await;
        let (elsa, yusuf) = (home.pupil("Elsa").await, home.pupil("Yusuf").await);
        home.scan(&[("Elsa", &[S01], 15, 0), ("Yusuf", &[S01], 20, 0)]).await;
        let form = known::Known {
            school: SCHOOL,
            pupils: vec![(id(1), elsa, ALL), (id(2), yusuf, ALL)],
            assignee: user("maria"),
            follow_up: today().plus(28),
        };
        let maria = home.cx("maria");
        let mentor = known::Known { assignee: user("jonas"), ..form.clone() };
        let wrong = refused(known::run(&maria, mentor).await);
        assert_eq!(wrong, [("assignee", "step-assignee-elsewhere")], "Yusuf is not in the mentor's class");
        let nobody = known::Known { pupils: Vec::new(), ..form.clone() };
        assert_eq!(refused(known::run(&maria, nobody).await), [("pupils", "known-nobody")]);
        assert_eq!(known::run(&maria, form.clone()).await.unwrap(), 2);
        assert_eq!(known::run(&maria, form).await.unwrap(), 0, "the same form again");
        assert_eq!(home.state(elsa, today()).await, cleared(28));
        assert_eq!(home.state(yusuf, today()).await, cleared(28));
        known::end(&maria, SCHOOL).await.unwrap();
        assert_eq!(denied(known::end(&home.cx("jonas"), SCHOOL).await), "denied-content");
    }
}
