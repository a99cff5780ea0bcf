//! Statements about steps: what was stored stays readable, and the fold depends on the set and not on its order.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "test helpers fail by panicking, as tests do")]

use domain::step::{
    Body, Cleared, Done, FollowUpMoved, Kind, Mark, Now, Retraction, Seen, State, Statement, Step, fold,
};
use domain::{Day, Signals};
use proptest::prelude::*;

const GOLDEN: &str = include_str!("golden/steps_v1.jsonl");
const TODAY: Day = Day(20_777);

/// A statement with what it needs to be folded.
#[derive(Clone, Debug)]
struct Said {
    id: u128,
    lamport: u32,
    side: &'static str,
    body: Vec<u8>,
}

fn folded(all: &[Said]) -> domain::step::Steps {
    let statements: Vec<_> =
        all.iter().map(|it| Statement { id: it.id, lamport: it.lamport, side: it.side, body: &it.body }).collect();
    fold(&statements)
}

/// Dashes are of no account.
fn uuid(id: u128) -> String {
    format!("{id:032x}")
}

fn said(id: u128, lamport: u32, body: &Body) -> Said {
    Said { id, lamport, side: "school", body: body.to_json().unwrap() }
}

fn step(kind: Kind, day: i32, follow_up: Option<i32>) -> Body {
    Body::Step(Step {
        kind,
        day: Day(TODAY.0 + day),
        text: "Samtal".to_owned(),
        by: "Maria Lindgren".to_owned(),
        by_id: uuid(7),
        role: "SchoolCounsellor".to_owned(),
        follow_up: follow_up.map(|day| Day(TODAY.0 + day)),
        seen: Seen { signals: Signals(1), band: 1, level5: 0 },
        assignee: None,
        meeting: None,
    })
}

fn retraction(of: u128) -> Body {
    Body::Retraction(Retraction { of: uuid(of), reason: "Fel elev".to_owned() })
}

fn moved(of: u128, day: i32) -> Body {
    Body::FollowUpMoved(FollowUpMoved { of: uuid(of), day: Day(TODAY.0 + day) })
}

#[track_caller]
fn check(all: &[Said], expected: State) {
    let now = Now { signals: Signals(1), band: 1, level5: 0 };
    assert_eq!(folded(all).mark.state(TODAY, now), expected);
}

#[test]
fn bodies_of_version_1_are_read_and_written_as_they_were() {
    let lines: Vec<_> = GOLDEN.lines().collect();
    for line in &lines {
        let body = Body::from_json(line.as_bytes()).unwrap();
        assert_eq!(String::from_utf8(body.to_json().unwrap()).unwrap(), *line);
    }
    let Some(Body::Step(assigned)) = Body::from_json(lines[2].as_bytes()) else { panic!("a step") };
    assert_eq!((assigned.kind, assigned.day.to_string().as_str()), (Kind::Assigned, "2026-11-18"));
    assert_eq!(assigned.assignee.unwrap().name, "Amir Haddad");
    assert_eq!(assigned.seen, Seen { signals: Signals(1 << 4), band: 3, level5: 2 });
    assert!(lines.len() == 5 && !format!("{:?}", Body::from_json(lines[0].as_bytes())).contains("fredagar"));
}

#[test]
fn an_unknown_kind_version_or_value_has_no_effect_and_is_told_of() {
    let known = GOLDEN.lines().next().unwrap();
    let talk = said(1, 1, &step(Kind::PupilTalk, 0, Some(21)));
    let unknown = [
        known.replace("\"v\":1", "\"v\":2"),
        known.replace("\"kind\":\"step\"", "\"kind\":\"referral\""),
        known.replace("pupil_talk", "home_visit"),
        known.replace("S01", "S99"),
        "{}".to_owned(),
        "not json".to_owned(),
    ];
    for (id, body) in (2..).zip(unknown) {
        let newer = Said { id, lamport: 9, side: "school", body: body.into_bytes() };
        let steps = folded(&[talk.clone(), newer]);
        assert_eq!((steps.steps.len(), steps.newer.as_slice()), (1, [id].as_slice()));
        assert_eq!(steps.mark, folded(std::slice::from_ref(&talk)).mark);
    }
}

#[test]
fn a_step_clears_the_mark_until_its_follow_up_unless_nobody_answered() {
    for kind in Kind::ALL {
        let expected = match kind {
            Kind::NoAnswer => State::Untouched,
            _ => State::Cleared { until: Day(TODAY.0 + 21) },
        };
        check(&[said(1, 1, &step(kind, 0, Some(21)))], expected);
        check(&[said(1, 1, &step(kind, 0, None))], State::Untouched);
    }
}

#[test]
fn taking_back_the_only_step_that_clears_leaves_it_untouched() {
    let talk = said(1, 1, &step(Kind::PupilTalk, 0, Some(21)));
    check(&[talk.clone(), said(2, 2, &retraction(1))], State::Untouched);
    // Also when the retraction was numbered before its step: the other side had not seen it.
    check(&[talk.clone(), said(2, 1, &retraction(1)), said(3, 3, &moved(1, 30))], State::Untouched);
    check(&[talk.clone(), said(2, 2, &retraction(9))], State::Cleared { until: Day(TODAY.0 + 21) });
    let steps = folded(&[talk, said(2, 2, &retraction(1))]);
    assert_eq!(steps.steps[0].retracted.as_deref(), Some("Fel elev"), "it stays and is shown");
    assert_eq!(steps.mark, Mark::default());
}

#[test]
fn the_last_move_of_a_follow_up_holds() {
    let talk = said(1, 1, &step(Kind::PupilTalk, 0, Some(21)));
    let later = [talk.clone(), said(2, 2, &moved(1, 40)), said(3, 3, &moved(1, 30))];
    check(&later, State::Cleared { until: Day(TODAY.0 + 30) });
    assert_eq!(folded(&later).steps[0].follow_up, Some(Day(TODAY.0 + 30)));
    // Moving it gives a follow-up to a step that had none, but never to one that clears nothing.
    check(
        &[said(1, 1, &step(Kind::PupilTalk, 0, None)), said(2, 2, &moved(1, 9))],
        State::Cleared { until: Day(TODAY.0 + 9) },
    );
    check(&[said(1, 1, &step(Kind::NoAnswer, 0, None)), said(2, 2, &moved(1, 9))], State::Untouched);
}

fn any_body() -> impl Strategy<Value = Vec<u8>> {
    let kind = (0..Kind::ALL.len()).prop_map(|place| Kind::ALL[place]);
    let body = prop_oneof![
        4 => (kind, -30..1_i32, prop::option::of(-20..40_i32)).prop_map(|(kind, day, until)| step(kind, day, until)),
        1 => (0..12_u128).prop_map(retraction),
        1 => (0..12_u128, -20..40_i32).prop_map(|(of, day)| moved(of, day)),
    ];
    prop_oneof![
        9 => body.prop_map(|body| body.to_json().unwrap()),
        1 => Just(b"{\"kind\":\"agreement\",\"v\":3}".to_vec()),
    ]
}

fn any_set() -> impl Strategy<Value = Vec<Said>> {
    let one = (1..5_u32, prop::sample::select(vec!["school", "social"]), any_body());
    prop::collection::vec(one, 0..12).prop_map(|all| {
        let numbered = (0_u128..).zip(all);
        numbered.map(|(id, (lamport, side, body))| Said { id, lamport, side, body }).collect()
    })
}

proptest! {
    #[test]
    fn the_fold_does_not_depend_on_the_order_of_arrival((set, shuffled) in any_set().prop_flat_map(|set| {
        (Just(set.clone()), Just(set).prop_shuffle())
    })) {
        prop_assert_eq!(folded(&set), folded(&shuffled));
    }

    #[test]
    fn a_statement_that_arrives_twice_counts_once(set in any_set()) {
        let twice = [set.clone(), set.clone()].concat();
        prop_assert_eq!(folded(&set), folded(&twice));
    }

    #[test]
    fn what_is_not_known_changes_nothing(set in any_set()) {
        let known: Vec<_> = set.iter().filter(|it| Body::from_json(&it.body).is_some()).cloned().collect();
        let (all, without) = (folded(&set), folded(&known));
        prop_assert_eq!((&all.steps, all.mark), (&without.steps, without.mark));
        prop_assert_eq!(all.newer.len(), set.len() - known.len());
    }

    #[test]
    fn the_mark_is_that_of_the_steps_not_taken_back(set in any_set()) {
        let steps = folded(&set);
        let clears = |it: &&Done| it.retracted.is_none() && it.step.kind.clears() && it.follow_up.is_some();
        let all: Vec<_> = steps.steps.iter().filter(clears).collect();
        let last = all.last().map(|it| (it.step.day, it.follow_up));
        prop_assert_eq!(steps.mark.cleared.is_some(), last.is_some());
        if let (Some(cleared), Some((day, until))) = (steps.mark.cleared, last) {
            let by = all.iter().find(|it| it.id == cleared.id).unwrap();
            let expected = Cleared { id: by.id, day: by.step.day, until: by.follow_up.unwrap(), seen: by.step.seen };
            prop_assert_eq!(cleared, expected);
            prop_assert!(by.step.day >= day || Some(cleared.until) == until, "the last word, or one of a later day");
        }
        let last = steps.steps.iter().filter(|it| it.retracted.is_none()).map(|it| it.step.day).max();
        prop_assert_eq!(steps.mark.last.map(|it| it.day), last);
    }
}
