//! Consent that lifts secrecy: what may go to whom on a day, and everything that stops it.

#![expect(clippy::unwrap_used, reason = "test helpers fail by panicking, as tests do")]

use std::collections::BTreeSet;

use domain::{
    Day, Side,
    consent::disclosure::{
        Authority, Body, Circumstances, ConsentId, DisclosureConsent, DisclosureWithdrawn, Disclosures, ItemKind,
        Method, Missing, Signature, Signer, Why, check, check_withdrawal, fold, proposed_last, proposed_reminder,
    },
    step::Statement,
};
use proptest::prelude::*;

const SOCIAL: &str = "bjorkstad-social";
const SCHOOL: &str = "bjorkstad-skola";

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn uuid(id: u128) -> String {
    format!("{id:032x}")
}

fn guardians(numbers: &[u128]) -> BTreeSet<String> {
    numbers.iter().map(|number| uuid(*number)).collect()
}

fn authority(id: &str, side: Side) -> Authority {
    Authority { id: id.to_owned(), name: "Björkstads nämnd".to_owned(), side }
}

fn signature(who: Signer, id: u128) -> Signature {
    Signature { who, id: uuid(id), name: "Maria Lind".to_owned(), day: day("2026-10-01") }
}

/// From the school to the social board, October to March, signed by both guardians and the child of 13.
fn consent() -> DisclosureConsent {
    DisclosureConsent {
        from: authority(SCHOOL, Side::School),
        to: authority(SOCIAL, Side::Social),
        items: vec![ItemKind::Attendance, ItemKind::Referral, ItemKind::Plan],
        first: day("2026-10-01"),
        last: day("2027-03-31"),
        remind: day("2027-03-03"),
        method: Method::Paper,
        signatures: vec![signature(Signer::Guardian, 1), signature(Signer::Guardian, 2), signature(Signer::Child, 3)],
        assessment: String::new(),
        school: "Björkskolan".to_owned(),
        replaces: None,
    }
}

fn withdrawn(of: u128, on: &str) -> Body {
    let words = "Vi vill inte.".to_owned();
    let it =
        DisclosureWithdrawn { of: uuid(of), day: day(on), who: Signer::Guardian, name: "Maria Lind".into(), words };
    Body::Withdrawn(it)
}

/// Bodies as statements, numbered from 1 in the order given.
fn folded(bodies: &[Vec<u8>]) -> Disclosures {
    let ids = (1_u128..).zip(1_u32..).zip(bodies);
    let all: Vec<_> = ids.map(|((id, lamport), body)| Statement { id, lamport, side: "school", body }).collect();
    fold(&all)
}

fn json(body: &Body) -> Vec<u8> {
    body.to_json().unwrap()
}

/// Whether attendance may go to the social board, for a child born in 2013 whose guardians are 1 and 2.
#[track_caller]
fn check_flow(bodies: &[Body], on: &str, expected: Result<u128, Why>) {
    let all = folded(&bodies.iter().map(json).collect::<Vec<_>>());
    let guardians = guardians(&[1, 2]);
    let got = all.allows(SOCIAL, ItemKind::Attendance, day(on), &now(&guardians));
    assert_eq!(got, expected.map(ConsentId), "on {on}");
}

fn now(guardians: &BTreeSet<String>) -> Circumstances<'_> {
    let born = Some(day("2013-05-01"));
    Circumstances { authority: SCHOOL, born, guardians, school: "Björkskolan", protected: false }
}

#[test]
fn what_is_named_may_go_from_the_first_day_to_the_last() {
    let given = [Body::Consent(consent())];
    check_flow(&given, "2026-09-30", Err(Why::NotYet { first: day("2026-10-01") }));
    check_flow(&given, "2026-10-01", Ok(1));
    check_flow(&given, "2027-03-31", Ok(1));
    check_flow(&given, "2027-04-01", Err(Why::Ended { last: day("2027-03-31") }));
    check_flow(&[], "2026-11-22", Err(Why::NoConsent));
}

#[test]
fn nothing_goes_that_is_not_named_nor_to_or_from_anybody_else() {
    let all = folded(&[json(&Body::Consent(consent()))]);
    let guardians = guardians(&[1, 2]);
    let ask = |to, kind, now: &Circumstances<'_>| all.allows(to, kind, day("2026-11-22"), now);
    let here = now(&guardians);
    for kind in ItemKind::ALL {
        let named = [ItemKind::Attendance, ItemKind::Referral, ItemKind::Plan].contains(kind);
        assert_eq!(ask(SOCIAL, *kind, &here), if named { Ok(ConsentId(1)) } else { Err(Why::NotNamed) }, "{kind:?}");
    }
    assert_eq!(ask("fristad-skola", ItemKind::Plan, &here), Err(Why::NoConsent));
    // The social board's part is another: this one lets nothing out of its room.
    let there = Circumstances { authority: SOCIAL, ..here };
    assert_eq!(ask(SOCIAL, ItemKind::Plan, &there), Err(Why::NoConsent));
    assert_eq!(ask(SCHOOL, ItemKind::Plan, &there), Err(Why::NoConsent));
}

#[test]
fn a_withdrawal_holds_from_its_day_whatever_comes_in_which_order() {
    let both = [Body::Consent(consent()), withdrawn(1, "2026-11-20")];
    check_flow(&both, "2026-11-19", Ok(1));
    check_flow(&both, "2026-11-20", Err(Why::Withdrawn { on: day("2026-11-20") }));
    check_flow(&both, "2027-04-01", Err(Why::Withdrawn { on: day("2026-11-20") }));
    // Stated before what it withdraws, and twice: the earlier holds.
    let early = [withdrawn(3, "2026-11-20"), withdrawn(3, "2026-11-10"), Body::Consent(consent())];
    check_flow(&early, "2026-11-10", Err(Why::Withdrawn { on: day("2026-11-10") }));
    check_flow(&[Body::Consent(consent()), withdrawn(9, "2026-11-20")], "2026-11-22", Ok(1));
}

#[test]
fn a_withdrawal_is_never_dated_ahead() {
    let ask = |on: &str, today: &str| match withdrawn(1, on) {
        Body::Withdrawn(it) => check_withdrawal(&it, day(today)),
        Body::Consent(_) => Ok(()),
    };
    assert_eq!(ask("2026-11-22", "2026-11-22"), Ok(()));
    assert_eq!(ask("2026-11-20", "2026-11-22"), Ok(()));
    assert_eq!(ask("2026-11-23", "2026-11-22"), Err(Missing::WithdrawnLater));
}

#[test]
fn a_new_consent_takes_the_place_of_the_old_from_its_first_day() {
    let new = DisclosureConsent {
        first: day("2026-12-01"),
        items: vec![ItemKind::Plan],
        replaces: Some(uuid(1)),
        ..consent()
    };
    let both = [Body::Consent(consent()), Body::Consent(new.clone())];
    check_flow(&both, "2026-11-30", Ok(1));
    check_flow(&both, "2026-12-01", Err(Why::Replaced));
    // A renewal that is withdrawn does not bring the old one back.
    let renewed = DisclosureConsent { items: consent().items, ..new };
    let all = [Body::Consent(consent()), Body::Consent(renewed), withdrawn(2, "2026-12-05")];
    check_flow(&all, "2026-12-04", Ok(2));
    check_flow(&all, "2026-12-05", Err(Why::Withdrawn { on: day("2026-12-05") }));
}

#[test]
fn whatever_changes_about_the_child_stops_it() {
    let all = folded(&[json(&Body::Consent(consent()))]);
    let both = guardians(&[1, 2]);
    let check = |on: &str, now: Circumstances<'_>, why| {
        assert_eq!(all.allows(SOCIAL, ItemKind::Plan, day(on), &now), Err(why));
    };
    let here = now(&both);
    check("2026-11-22", Circumstances { protected: true, ..here }, Why::Protected);
    check("2026-11-22", Circumstances { school: "Lindskolan", ..here }, Why::SchoolChanged);
    check("2026-11-22", Circumstances { born: None, ..here }, Why::AgeUnknown);
    for others in [&[1][..], &[1, 2, 4], &[1, 4], &[]] {
        let others = guardians(others);
        check("2026-11-22", Circumstances { guardians: &others, ..here }, Why::GuardiansChanged);
    }
    for (born, age) in [("2014-11-22", 12), ("2011-11-22", 15), ("2008-11-22", 18)] {
        let child = Circumstances { born: Some(day(born)), ..here };
        assert!(all.allows(SOCIAL, ItemKind::Plan, day("2026-11-21"), &child).is_ok(), "the day before the birthday");
        check("2026-11-22", child, Why::AgeStep { age });
    }
    let eleven = Circumstances { born: Some(day("2015-11-22")), ..here };
    assert!(all.allows(SOCIAL, ItemKind::Plan, day("2026-11-22"), &eleven).is_ok(), "no step is taken at eleven");
}

#[test]
fn guardians_are_of_no_account_once_the_pupil_is_of_age() {
    let own = DisclosureConsent { signatures: vec![signature(Signer::Child, 3)], ..consent() };
    let all = folded(&[json(&Body::Consent(own.clone()))]);
    let none = guardians(&[]);
    let adult = Circumstances { born: Some(day("2008-01-01")), ..now(&none) };
    assert_eq!(all.allows(SOCIAL, ItemKind::Plan, day("2026-11-22"), &adult), Ok(ConsentId(1)));
    assert_eq!(check(&own, &adult, &Disclosures::default()), Ok(()));
    let child = Circumstances { born: Some(day("2013-01-01")), ..adult };
    assert_eq!(all.allows(SOCIAL, ItemKind::Plan, day("2026-11-22"), &child), Err(Why::GuardiansChanged));
}

#[test]
fn what_cannot_be_read_stops_everything_and_what_is_not_about_disclosure_nothing() {
    let given = json(&Body::Consent(consent()));
    let text = String::from_utf8(json(&withdrawn(1, "2026-11-20"))).unwrap();
    let guardians = guardians(&[1, 2]);
    let with = |more: &str| {
        let all = folded(&[given.clone(), more.as_bytes().to_vec()]);
        all.allows(SOCIAL, ItemKind::Plan, day("2026-11-22"), &now(&guardians))
    };
    for unreadable in [
        text.replace("\"v\":1", "\"v\":2"),
        text.replace("2026-11-20", "i går"),
        text.replace(&uuid(1), "the first"),
        text.replace("guardian", "coordinator"),
        String::from_utf8(given.clone()).unwrap().replace("\"plan\"", "\"diary\""),
        "not json".to_owned(),
    ] {
        assert_eq!(with(&unreadable), Err(Why::Unreadable), "{unreadable}");
    }
    for other in ["{\"kind\":\"note\",\"v\":7}", "{\"kind\":\"step\",\"v\":1}"] {
        assert_eq!(with(other), Ok(ConsentId(1)));
    }
}

#[track_caller]
fn check_form(change: impl Fn(&mut DisclosureConsent), born: &str, expected: &[Missing]) {
    let mut form = consent();
    change(&mut form);
    let guardians = guardians(&[1, 2]);
    let now = Circumstances { born: Some(day(born)), ..now(&guardians) };
    assert_eq!(check(&form, &now, &Disclosures::default()).err().unwrap_or_default(), expected);
}

#[test]
fn a_consent_is_recorded_when_everybody_who_decides_has_signed() {
    const AT_11: &str = "2015-01-01";
    const AT_13: &str = "2013-01-01";
    const AT_15: &str = "2011-10-01";
    let signed = |numbers: &'static [u128], child: bool, judged: &'static str| {
        move |form: &mut DisclosureConsent| {
            form.signatures = numbers.iter().map(|number| signature(Signer::Guardian, *number)).collect();
            form.signatures.extend(child.then(|| signature(Signer::Child, 3)));
            form.assessment = judged.to_owned();
        }
    };
    for (born, child, judged) in
        [(AT_11, false, ""), (AT_11, true, ""), (AT_13, true, ""), (AT_13, false, "Mogen?"), (AT_15, true, "")]
    {
        check_form(signed(&[1, 2], child, judged), born, &[]);
    }
    check_form(signed(&[1], true, ""), AT_13, &[Missing::GuardianSignatureMissing]);
    check_form(signed(&[1, 1], true, ""), AT_13, &[Missing::GuardianSignatureMissing]);
    check_form(signed(&[1, 2, 4], true, ""), AT_13, &[Missing::StrangerSigned]);
    check_form(signed(&[1, 2], false, " "), AT_13, &[Missing::AssessmentMissing]);
    check_form(signed(&[1, 2], false, "Mogen?"), AT_15, &[Missing::ChildSignatureMissing]);
    check_form(signed(&[1, 2], false, ""), "2011-10-02", &[Missing::AssessmentMissing]); // 15 the day after
}

#[test]
fn a_consent_is_named_kind_by_kind_for_one_recipient_and_a_time() {
    const BORN: &str = "2013-01-01";
    check_form(|form| form.items.clear(), BORN, &[Missing::NoItems]);
    check_form(|form| form.items.push(ItemKind::Home), BORN, &[Missing::ItemsOfOther]);
    check_form(|form| form.to.id = SCHOOL.to_owned(), BORN, &[Missing::SameAuthority]);
    check_form(|form| form.last = day("2027-10-01"), BORN, &[]);
    check_form(|form| form.last = day("2027-10-02"), BORN, &[Missing::TooLong]);
    check_form(|form| form.remind = day("2027-04-01"), BORN, &[Missing::ReminderTooLate]);
    check_form(|form| form.first = day("2026-09-30"), BORN, &[Missing::SignedTooLate]);
    let backwards = |form: &mut DisclosureConsent| form.last = day("2026-09-30");
    check_form(backwards, BORN, &[Missing::EndsBeforeItBegins, Missing::ReminderTooLate]);
    let guardians = guardians(&[1, 2]);
    let hidden = Circumstances { born: None, protected: true, ..now(&guardians) };
    assert_eq!(check(&consent(), &hidden, &Disclosures::default()), Err(vec![Missing::AgeUnknown, Missing::Protected]));
}

#[test]
fn beside_a_consent_that_holds_there_is_only_one_that_replaces_it() {
    let guardians = guardians(&[1, 2]);
    let ask = |bodies: &[Body], replaces: Option<u128>| {
        let known = folded(&bodies.iter().map(json).collect::<Vec<_>>());
        let form = DisclosureConsent { first: day("2026-11-22"), replaces: replaces.map(uuid), ..consent() };
        check(&form, &now(&guardians), &known)
    };
    let given = [Body::Consent(consent())];
    assert_eq!(ask(&given, None), Err(vec![Missing::ReplacesMissing]));
    assert_eq!(ask(&given, Some(9)), Err(vec![Missing::ReplacesMissing]));
    assert_eq!(ask(&given, Some(1)), Ok(()));
    assert_eq!(ask(&[Body::Consent(consent()), withdrawn(1, "2026-11-20")], None), Ok(()));
    let to_another = DisclosureConsent { to: authority("fristad-social", Side::Social), ..consent() };
    assert_eq!(ask(&[Body::Consent(to_another)], None), Ok(()));
}

#[test]
fn each_side_offers_what_it_has() {
    let of = |side| ItemKind::held_by(side).collect::<BTreeSet<_>>();
    let (school, social) = (of(Side::School), of(Side::Social));
    assert!(!school.contains(&ItemKind::Home) && !school.contains(&ItemKind::Observations));
    assert!(!social.contains(&ItemKind::Attendance) && !social.contains(&ItemKind::PupilHealth));
    assert!(school.contains(&ItemKind::Plan) && social.contains(&ItemKind::Plan));
    assert_eq!(school.union(&social).count(), ItemKind::ALL.len());
}

#[test]
fn the_reminder_is_four_weeks_before_and_the_end_before_the_next_age_step() {
    let first = day("2026-11-22");
    assert_eq!(proposed_reminder(first, day("2027-05-22")), day("2027-04-24"));
    assert_eq!(proposed_reminder(first, day("2026-12-01")), first);
    assert_eq!(proposed_last(first, 6, day("2013-05-01")), day("2027-05-22"));
    assert_eq!(proposed_last(first, 6, day("2012-02-10")), day("2027-02-09"), "15 in February");
    assert_eq!(proposed_last(first, 6, day("2012-02-29")), day("2027-02-28"), "15 on 1 March");
    assert_eq!(proposed_last(first, 12, day("2011-11-22")), day("2027-11-22"), "15 already");
}

#[test]
fn renewal_is_asked_for_from_the_reminder_as_long_as_the_consent_holds() {
    let ask = |bodies: &[Body], on: &str| {
        let all = folded(&bodies.iter().map(json).collect::<Vec<_>>());
        let guardians = guardians(&[1, 2]);
        all.given.first().unwrap().is_to_renew(day(on), &now(&guardians))
    };
    let given = [Body::Consent(consent())];
    let asked = ["2027-03-02", "2027-03-03", "2027-03-31", "2027-04-01"].map(|on| ask(&given, on));
    assert_eq!(asked, [false, true, true, false]);
    let gone = [Body::Consent(consent()), withdrawn(1, "2027-03-10")];
    assert_eq!(["2027-03-09", "2027-03-10"].map(|on| ask(&gone, on)), [true, false]);
    let renewed = DisclosureConsent { first: day("2027-03-15"), replaces: Some(uuid(1)), ..consent() };
    let both = [Body::Consent(consent()), Body::Consent(renewed)];
    assert_eq!(["2027-03-14", "2027-03-15"].map(|on| ask(&both, on)), [true, false]);
}

#[test]
fn a_consent_says_no_name_and_no_words_in_a_log() {
    let mut one = consent();
    one.assessment = "hemligt".to_owned();
    let said = format!("{:?}{:?}", Body::Consent(one), withdrawn(1, "2026-11-20"));
    assert!(!said.contains("Maria") && !said.contains("hemligt") && !said.contains("vill inte"), "{said}");
}

fn any_body() -> impl Strategy<Value = Vec<u8>> {
    let date = (0..200_i32).prop_map(|later| Day(day("2026-09-01").0 + later));
    let replaces = prop::option::of((1..9_u128).prop_map(uuid));
    let given = (date.clone(), date.clone(), replaces).prop_map(|(first, last, replaces)| {
        json(&Body::Consent(DisclosureConsent { first, last, replaces, ..consent() }))
    });
    let gone = (1..9_u128, date).prop_map(|(of, on)| json(&withdrawn(of, &on.to_string())));
    prop_oneof![3 => given, 2 => gone, 1 => Just(b"{\"kind\":\"note\",\"v\":1}".to_vec())]
}

proptest! {
    #[test]
    fn the_order_of_arrival_is_of_no_account((set, shuffled) in prop::collection::vec(any_body(), 0..9)
        .prop_map(|all| (1_u128..).zip(all).collect::<Vec<_>>())
        .prop_flat_map(|set| (Just(set.clone()), Just([set.clone(), set].concat()).prop_shuffle()))) {
        let fold_of = |all: &[(u128, Vec<u8>)]| {
            let number = |id: u128| u32::try_from(id).unwrap() / 2;
            let all: Vec<_> = all.iter().map(|(id, body)| Statement { id: *id, lamport: number(*id), side: "school", body }).collect();
            fold(&all)
        };
        prop_assert_eq!(fold_of(&set), fold_of(&shuffled));
    }

    #[test]
    fn a_withdrawal_never_lets_more_out(set in prop::collection::vec(any_body(), 0..9), of in 1..9_u128, later in 0..200_i32) {
        let guardians = guardians(&[1, 2]);
        let on = Day(day("2026-09-01").0 + later);
        let ask = |all: &[Vec<u8>]| folded(all).allows(SOCIAL, ItemKind::Plan, on, &now(&guardians));
        let more = [set.clone(), vec![json(&withdrawn(of, &on.to_string()))]].concat();
        let (before, after) = (ask(&set), ask(&more));
        prop_assert!(before.is_ok() || after.is_err());
        prop_assert_ne!(after, Ok(ConsentId(of)));
    }
}
