//! Every transition and every variant: what is said, in order, and where it leads.

use domain::{
    Side::{School, Social},
    closing::Neutral,
    episode::{Body, Episode, Idle, State, body::*},
};

use crate::words::*;

type Told = (domain::Side, Body);

/// Statements one day apart, with ids 1, 2, 3 … and Lamport numbers in the same order.
fn told(all: &[Told], as_of: i32) -> Episode {
    let all: Vec<_> =
        (1..).zip(1..).zip(all).map(|((id, lamport), (side, body))| said(id, lamport, *side, body)).collect();
    folded(&all, day(as_of), School)
}

#[track_caller]
fn check(all: &[Told], expected: State) {
    let episode = told(all, 5);
    assert_eq!(episode.state, expected, "{episode:?}");
    assert!(episode.without_effect.is_empty(), "{:?}", episode.without_effect);
}

/// The state stays, and the last statement is set aside.
#[track_caller]
fn check_idle(all: &[Told], expected: State, why: Idle) {
    let episode = told(all, 5);
    assert_eq!((episode.state, episode.without_effect.values().last()), (expected, Some(&why)));
}

fn school(kind: &str) -> Told {
    (School, plain(kind, day(0)))
}

fn social(kind: &str) -> Told {
    (Social, plain(kind, day(0)))
}

fn with(mut all: Vec<Told>, more: impl IntoIterator<Item = Told>) -> Vec<Told> {
    all.extend(more);
    all
}

fn referred() -> Vec<Told> {
    vec![school("referral")]
}
fn intake() -> Vec<Told> {
    with(referred(), [social("received")])
}
fn queued() -> Vec<Told> {
    with(intake(), [social("accepted"), school("accepted")])
}
fn started() -> Vec<Told> {
    with(queued(), [school("intervention_consent"), school("start_planned"), social("start_held")])
}
fn mapping() -> Vec<Told> {
    with(started(), [social("mapping_done")])
}
/// Its last statement is number 9.
fn active() -> Vec<Told> {
    with(mapping(), [social("plan_proposed")])
}
fn closing() -> Vec<Told> {
    with(active(), [school("closing_begun")])
}
fn closed() -> Vec<Told> {
    with(closing(), [school("file_closed"), social("file_closed")])
}
fn alone() -> Vec<Told> {
    vec![(School, Body::Referral(referral(false, day(0)))), school("received"), school("accepted")]
}

#[test]
fn each_step_leads_to_the_next() {
    check(&[], State::New);
    check(&referred(), State::Referred);
    check(&intake(), State::Intake);
    check(&with(intake(), [social("accepted")]), State::Intake);
    check(&with(intake(), [school("accepted")]), State::Intake);
    check(&queued(), State::Queued);
    check(&with(queued(), [school("start_planned")]), State::StartPlanned);
    check(&started(), State::Started);
    check(&mapping(), State::Mapping);
    check(&active(), State::Active);
    check(&with(active(), [school("review_held")]), State::Active);
    check(&with(active(), [school("prolonged")]), State::Active);
    check(&with(active(), [school("maintenance_begun")]), State::Maintenance);
    check(&with(active(), [school("maintenance_begun"), social("closing_begun")]), State::Closing);
    check(&closing(), State::Closing);
    check(&with(closing(), [social("file_closed")]), State::Closing);
    check(&closed(), State::Closed);
}

#[test]
fn a_declined_referral_tells_only_that_it_cannot_start_now() {
    for before in [referred(), intake(), queued(), with(queued(), [school("start_planned")])] {
        check(&with(before.clone(), [social("declined")]), State::Declined);
        check(&with(before.clone(), [school("declined")]), State::Declined);
        assert_eq!(told(&with(before, [social("declined")]), 0).reason, Some(Neutral::CannotStartNow));
    }
    check_idle(&with(started(), [social("declined")]), State::Started, Idle::NotNow);
}

#[test]
fn a_start_without_consent_has_no_effect() {
    check_idle(&with(queued(), [social("start_held")]), State::Queued, Idle::NotMet);
    let at_once = (Social, Body::StartHeld(start(Some(consent(true, &[], day(0))), day(0))));
    check(&with(queued(), [at_once]), State::Started);
    let no = (Social, Body::StartHeld(start(Some(consent(false, &[], day(0))), day(0))));
    check_idle(&with(queued(), [no]), State::Queued, Idle::NotMet);
}

#[test]
fn a_no_holds_until_a_yes_names_it() {
    let no = (School, Body::InterventionConsent(consent(false, &[], day(0))));
    let blind = (Social, Body::InterventionConsent(consent(true, &[], day(0))));
    let fresh = (Social, Body::InterventionConsent(consent(true, &[5], day(0))));
    check_idle(&with(queued(), [no.clone(), blind, social("start_held")]), State::Queued, Idle::NotMet);
    check(&with(queued(), [no, fresh, social("start_held")]), State::Started);
    let withdrawn = [school("intervention_consent"), school("consent_withdrawn"), social("start_held")];
    check_idle(&with(queued(), withdrawn), State::Queued, Idle::NotMet);
}

#[test]
fn withdrawal_holds_from_every_state() {
    for before in [vec![], referred(), intake(), queued(), started(), mapping(), active(), closing(), closed()] {
        check(&with(before.clone(), [social("withdrawn")]), State::Withdrawn);
        if before.len() < closed().len() {
            check(&with(before, [school("withdrawn"), social("file_closed"), school("file_closed")]), State::Withdrawn);
        }
    }
    for before in [started(), mapping(), active(), closing()] {
        check(&with(before.clone(), [social("consent_withdrawn")]), State::Withdrawn);
        let one_says_no = (School, Body::InterventionConsent(consent(false, &[], day(0))));
        check(&with(before, [one_says_no]), State::Withdrawn);
    }
    check_idle(&with(active(), [school("withdrawn"), social("review_held")]), State::Withdrawn, Idle::AfterWithdrawal);
}

#[test]
fn withdrawal_beats_what_was_done_at_the_same_time_whatever_its_number() {
    let mut all: Vec<_> =
        (1..).zip(1..).zip(active()).map(|((id, n), (side, body))| said(id, n, side, &body)).collect();
    all.push(said(50, 10, School, &plain("withdrawn", day(1))));
    for (n, kind) in [(9, "item_followed"), (10, "review_held"), (11, "closing_begun"), (12, "file_closed")] {
        all.push(said(u128::from(60 + n), n, Social, &plain(kind, day(1))));
        assert_eq!(folded(&all, day(2), Social).state, State::Withdrawn);
    }
    all.retain(|it| it.id != 50);
    all.push(said(50, 99, School, &plain("withdrawn", day(1))));
    assert_eq!(folded(&all, day(2), Social).state, State::Withdrawn);
}

#[test]
fn a_plan_not_agreed_at_a_meeting_waits_for_the_other_side() {
    let proposed = (School, Body::PlanProposed(plan(false, day(0))));
    let confirmed = |side, of| (side, Body::PlanConfirmed(PlanConfirmed { by: by(), day: day(1), of: uuid(of) }));
    check(&with(mapping(), [proposed.clone()]), State::Planned);
    check(&with(mapping(), [proposed.clone(), confirmed(Social, 9)]), State::Active);
    check_idle(&with(mapping(), [proposed, confirmed(School, 9)]), State::Planned, Idle::NotMet);
    // Agreed at the meeting the work begins, and the confirmation is only a flag.
    assert!(told(&active(), 0).confirmation_waits());
    let later = told(&with(active(), [confirmed(School, 9)]), 0);
    assert!(later.state == State::Active && !later.confirmation_waits());
}

#[test]
fn a_new_plan_replaces_the_old_one_once_it_is_agreed() {
    let second = with(active(), [(School, Body::PlanProposed(plan(false, day(3))))]);
    let waits = told(&second, 4);
    assert_eq!((waits.plan.unwrap().id, waits.proposed.unwrap().id, waits.plans.len()), (9, 10, 2));
    let confirmed = Body::PlanConfirmed(PlanConfirmed { by: by(), day: day(4), of: uuid(10) });
    let runs = told(&with(second, [(Social, confirmed)]), 4);
    assert_eq!((runs.plan.unwrap().id, runs.proposed, runs.state), (10, None, State::Active));
}

#[test]
fn a_review_is_due_on_its_day() {
    let at = |as_of| told(&active(), as_of).review_due;
    assert_eq!([at(27), at(28), at(29)], [false, true, true]);
    let held = with(active(), [(Social, Body::ReviewHeld(review(day(28))))]);
    assert_eq!((told(&held, 28).review_due, told(&held, 56).review_due), (false, true));
}

#[test]
fn a_pause_lies_over_the_state_until_it_is_resumed() {
    let paused = with(active(), [school("paused")]);
    check(&paused, State::Active);
    assert_eq!((told(&paused, 19).recheck_due, told(&paused, 20).recheck_due), (false, true));
    let resumed = told(&with(paused, [social("resumed")]), 30);
    assert_eq!((resumed.pause, resumed.pauses.len(), resumed.recheck_due), (None, 1, false));
    check_idle(&with(active(), [social("resumed")]), State::Active, Idle::NotMet);
}

#[test]
fn it_is_prolonged_twice_at_most() {
    let twice = with(active(), [school("prolonged"), social("prolonged")]);
    check(&twice, State::Active);
    check_idle(&with(twice, [school("prolonged")]), State::Active, Idle::NotMet);
}

#[test]
fn within_three_months_it_may_go_on_with_fresh_consent() {
    let again = |after, consent| Reopened { by: by(), day: day(after), review: day(after + 14), consent };
    let yes = Some(consent(true, &[], day(60)));
    check(&with(closed(), [(School, Body::Reopened(again(60, yes.clone())))]), State::Active);
    check_idle(&with(closed(), [(School, Body::Reopened(again(60, None)))]), State::Closed, Idle::NotMet);
    // 2026-09-04 and three calendar months is 2026-12-04: 91 days.
    assert_eq!(day(0).to_string(), "2026-09-04");
    check(&with(closed(), [(School, Body::Reopened(again(91, yes.clone())))]), State::Active);
    check_idle(&with(closed(), [(School, Body::Reopened(again(92, yes)))]), State::Closed, Idle::NotMet);
    check_idle(&with(active(), [school("reopened")]), State::Active, Idle::NotNow);
}

#[test]
fn another_huvudman_ends_it_and_the_same_does_not() {
    let moved = |same_authority| (School, Body::SchoolChanged(SchoolChanged { by: by(), day: day(1), same_authority }));
    check(&with(active(), [moved(true)]), State::Active);
    check(&with(active(), [moved(false)]), State::Closing);
    check(&with(intake(), [moved(false)]), State::Declined);
    check_idle(&with(active(), [social("school_changed")]), State::Active, Idle::NotThatSide);
}

#[test]
fn an_attendance_team_is_the_schools_alone() {
    check(&alone(), State::Queued);
    check_idle(&with(alone(), [social("start_planned")]), State::Queued, Idle::NotThatSide);
    let runs = with(alone(), [school("start_held"), school("mapping_done")]);
    let plan = (School, Body::PlanProposed(plan(false, day(0))));
    let runs = with(runs, [plan]);
    check(&runs, State::Active);
    assert!(!told(&runs, 0).confirmation_waits());
    check(&with(runs.clone(), [school("closing_begun"), school("file_closed")]), State::Closed);
    check(&with(runs.clone(), [school("converted")]), State::Closed);
    assert_eq!(told(&with(runs.clone(), [school("converted")]), 0).continues_in, Some(uuid(99)));
    check_idle(&with(runs, [school("converted"), school("reopened")]), State::Closed, Idle::NotMet);
    check_idle(&with(active(), [school("converted")]), State::Active, Idle::NotMet);
}

#[test]
fn after_sharing_each_side_closes_alone() {
    for before in [
        with(active(), [school("sharing_ended"), school("file_closed")]),
        with(active(), [school("file_closed"), social("sharing_ended")]),
    ] {
        let all: Vec<_> = (1..).zip(1..).zip(before).map(|((id, n), (side, body))| said(id, n, side, &body)).collect();
        let ended = folded(&all, day(5), School).state;
        assert!(ended == State::Closed || all.len() == 11 && ended == State::Active, "{ended:?}");
        assert_eq!(folded(&all, day(5), Social).state, State::Active);
    }
    let late = with(closing(), [school("file_closed"), social("sharing_ended")]);
    check(&late, State::Closed);
    check_idle(&with(active(), [school("sharing_ended"), social("review_held")]), State::Active, Idle::SharingEnded);
}

#[test]
fn what_is_taken_back_falls_with_what_was_built_on_it() {
    let back = |of| {
        (Social, Body::Retracted(Retracted { by: by(), day: day(2), of: uuid(of), reason: "Fel elev".to_owned() }))
    };
    let without = told(&with(active(), [back(9)]), 3);
    assert_eq!((without.state, without.plan), (State::Mapping, None));
    assert_eq!(without.retracted.get(&9).map(String::as_str), Some("Fel elev"));
    assert_eq!(told(&with(active(), [back(7)]), 3).state, State::StartPlanned);
    // The school's own statement is not the social side's to take back, nor is a no.
    check_idle(&with(active(), [back(6)]), State::Active, Idle::NothingToTakeBack);
    check_idle(&with(active(), [social("withdrawn"), back(10)]), State::Withdrawn, Idle::NothingToTakeBack);
}
