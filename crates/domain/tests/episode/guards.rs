//! The guards: what is refused, and with every reason.

use domain::{
    SchoolForm, SchoolYear,
    Side::{School, Social},
    episode::{Episode, TargetRule, body::*, guard, next},
    plan::Toolbox,
};

use crate::words::*;

fn at(kinds: &[(domain::Side, &str)]) -> Episode {
    let all: Vec<_> =
        (1..).zip(1..).zip(kinds).map(|((id, n), (side, kind))| said(id, n, *side, &plain(kind, day(0)))).collect();
    folded(&all, day(5), School)
}

fn queued() -> Vec<(domain::Side, &'static str)> {
    vec![(School, "referral"), (Social, "received"), (School, "accepted"), (Social, "accepted")]
}

fn active() -> Vec<(domain::Side, &'static str)> {
    let more =
        [(School, "intervention_consent"), (Social, "start_held"), (Social, "mapping_done"), (School, "plan_proposed")];
    queued().into_iter().chain(more).collect()
}

#[track_caller]
fn check<T>(answer: Result<T, Vec<guard::Reason>>, expected: &[&str]) {
    let codes: Vec<_> = answer.err().unwrap_or_default().iter().map(|it| it.code()).collect();
    assert_eq!(codes, expected);
}

#[test]
fn a_referral_is_for_the_target_group_and_says_what_and_why() {
    let target = [TargetRule { from: SchoolYear(2018), forms: vec![SchoolForm::CompulsorySchool], levels: (4, 9) }];
    let empty = Episode::empty();
    check(guard::refer(&empty, School, referral(true, day(0)), day(0), &target), &[]);
    let mut thin = referral(true, day(0));
    (thin.grade.level, thin.asks, thin.tried) = (3, String::new(), " ".to_owned());
    check(
        guard::refer(&empty, School, thin, day(0), &target),
        &["episode-out-of-target", "episode-ask-missing", "episode-tried-missing"],
    );
    check(guard::refer(&empty, Social, referral(true, day(0)), day(0), &target), &["episode-other-side"]);
    check(guard::refer(&at(&queued()), School, referral(true, day(0)), day(0), &target), &["episode-not-now"]);
}

#[test]
fn a_start_says_everything_that_is_missing() {
    let episode = at(&queued());
    let bare = StartHeld {
        came: Vec::new(),
        told_of_application: false,
        told_of_duty: false,
        told_how_to_say_no: false,
        ..start(None, day(1))
    };
    let all = [
        "episode-nobody-came",
        "episode-application-not-told",
        "episode-duty-not-told",
        "episode-no-not-told",
        "episode-consent-missing",
    ];
    check(guard::hold_start(&episode, Social, bare, day(1)), &all);
    check(
        guard::hold_start(&episode, Social, start(Some(consent(false, &[], day(1))), day(1)), day(1)),
        &["consent-guardian-says-no"],
    );
    check(guard::hold_start(&episode, School, start(Some(consent(true, &[], day(1))), day(1)), day(1)), &[]);
    check(
        guard::hold_start(&episode, School, start(Some(consent(true, &[], day(1))), day(1)), day(0)),
        &["episode-day-ahead"],
    );
}

#[test]
fn a_yes_names_every_no_before_it() {
    let no = [queued(), vec![(School, "intervention_consent"), (School, "consent_withdrawn")]].concat();
    check(guard::consent(&at(&no), Social, consent(true, &[], day(1)), day(1)), &["episode-no-not-named"]);
    check(guard::consent(&at(&no), Social, consent(true, &[6], day(1)), day(1)), &[]);
    check(guard::consent(&at(&active()), Social, consent(false, &[], day(1)), day(1)), &["episode-withdraw-instead"]);
}

#[test]
fn a_pause_stops_what_moves_on_and_never_a_withdrawal() {
    let paused = at(&[active(), vec![(School, "paused")]].concat());
    check(guard::review(&paused, Social, review(day(1)), day(1)), &["episode-is-paused"]);
    let by = by();
    check(guard::withdraw(&paused, Social, Withdrawn { by: by.clone(), day: day(1) }, day(1)), &[]);
    let long = Paused { by, day: day(1), recheck: day(32) };
    check(guard::pause(&at(&active()), School, long, day(1)), &["episode-recheck-too-late"]);
    assert!(!next(&paused, Social).contains(&"review_held") && next(&paused, Social).contains(&"resumed"));
}

#[test]
fn a_prolongation_is_two_months_at_most() {
    let prolong = |until: &str| {
        guard::prolong(
            &at(&active()),
            School,
            Prolonged { by: by(), day: day(1), until: until.parse().unwrap() },
            day(1),
        )
    };
    // Started 2026-09-04: six months end on 2027-03-04, two more on 2027-05-04.
    check(prolong("2027-03-04"), &["episode-until-too-early"]);
    check(prolong("2027-05-04"), &[]);
    check(prolong("2027-05-05"), &["episode-until-too-late"]);
}

#[test]
fn a_plan_is_checked_and_confirmed_by_the_other_side() {
    let mapping: Vec<_> = active().into_iter().take(7).collect();
    check(
        guard::propose_plan(&at(&mapping), School, plan(true, day(1)), day(1), &Toolbox::default()),
        &["plan-category-unknown"],
    );
    let confirmed = || PlanConfirmed { by: by(), day: day(1), of: uuid(8) };
    check(guard::confirm_plan(&at(&active()), School, confirmed(), day(1)), &["episode-own-plan"]);
    check(guard::confirm_plan(&at(&active()), Social, confirmed(), day(1)), &[]);
}

#[test]
fn what_others_build_on_is_not_taken_back() {
    let back = |of| Retracted { by: by(), day: day(1), of: uuid(of), reason: "Fel".to_owned() };
    check(guard::retract(&at(&active()), School, back(8), day(1)), &[]);
    check(guard::retract(&at(&active()), Social, back(7), day(1)), &["episode-built-upon"]);
    check(guard::retract(&at(&active()), School, back(5), day(1)), &["episode-not-retractable"]);
    check(guard::retract(&at(&active()), School, back(7), day(1)), &["episode-not-your-statement"]);
}
