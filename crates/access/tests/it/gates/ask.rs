//! A question to a gate as a file has it, put to the code under test.

use access::Purpose;
use access::{
    Actor, EpisodeId, ItemId, Job, PeerId, TokenId, UserId, Zone,
    gate::{
        ByBoard, Care, ChildsSay, Consent, Crossing, Evidence, Feedback, Finding, Gate, HarmTest, Interest, ItemFacts,
        ItemKind, OpenInquiry, OwnTask, Refused, Regime, Request, Reservation, Support, Suspicion, Weighing,
    },
};
use domain::Day;
use serde_json::Value;

use crate::ask::ACCESS;

/// What a file asks: all but what it expects.
pub struct Asked {
    pub actor: Actor,
    pub gate: Gate,
    pub crossing: Crossing,
    pub item: ItemFacts,
    pub evidence: Evidence,
    pub day: Day,
}

/// The policies that let it through, or the codes of what is missing.
pub fn ask(question: &Value) -> Result<Vec<String>, Vec<&'static str>> {
    let Asked { actor, gate, crossing, item, evidence, day } = asked(question);
    let weighed = ACCESS.weigh(&actor, gate, &crossing, &item, &evidence, day);
    let of_all = ACCESS.tried(&actor, &crossing, &item, &evidence, day);
    let here = of_all.into_iter().find(|tried| tried.gate == gate).expect("every gate is tried");
    match weighed.map(|passage| passage.into_passed().reasons) {
        Ok(reasons) => {
            assert_eq!(here.outcome.as_ref(), Ok(&reasons), "the page says the same");
            assert!(reasons.iter().all(|reason| !reason.basis.is_empty()));
            Ok(reasons.into_iter().map(|reason| reason.policy).collect())
        }
        Err(refused) => {
            assert_eq!(here.outcome.as_ref(), Err(&refused), "the page says the same");
            Err(codes(&refused))
        }
    }
}

pub fn codes(refused: &Refused) -> Vec<&'static str> {
    assert_eq!(refused.code(), refused.codes()[0]);
    refused.codes().to_vec()
}

pub fn asked(question: &Value) -> Asked {
    let text = |pointer: &str| question.pointer(pointer).and_then(Value::as_str).expect(pointer).to_owned();
    let flag = |pointer: &str| question.pointer(pointer).and_then(Value::as_bool).unwrap_or(false);
    Asked {
        actor: match question["who"].as_str().unwrap_or("person") {
            "person" => person(),
            "operator" => Actor::Operator("drift".to_owned()),
            "token" => Actor::Token {
                token: TokenId(9),
                purpose: Purpose::FollowUp,
                zones: Zone::ALL.to_vec(),
                places: vec![access::Place::Room],
            },
            job => Actor::Job(Job::from_code(job).expect("a job")),
        },
        gate: Gate::from_code(&text("/gate")).expect("a gate"),
        crossing: Crossing {
            episode: EpisodeId(1),
            from: Regime::from_code(&text("/from")).expect("a regime"),
            to: Regime::from_code(&text("/to")).expect("a regime"),
            recipient: PeerId(2),
            same_authority: flag("/same_authority"),
            same_municipality: !flag("/other_municipality"),
        },
        item: ItemFacts {
            item: ItemId(3),
            kind: ItemKind::from_code(&text("/item/kind")).expect("a kind"),
            zone: Zone::from_code(&text("/item/zone")).expect("a zone"),
            drawn_up: day(&question["item"]["drawn_up"]).unwrap_or(of("2026-11-02")),
            protected: flag("/item/protected"),
        },
        evidence: evidence(&question["evidence"]),
        day: day(&question["day"]).expect("a day"),
    }
}

pub fn person() -> Actor {
    Actor::Person { user: UserId(7), roles: Vec::new() }
}

pub fn of(text: &str) -> Day {
    Day::of(text.parse().expect("a date"))
}

fn day(value: &Value) -> Option<Day> {
    value.as_str().map(of)
}

/// The room `recipient` is the one at the other end; any other name is another.
fn peer(value: &Value) -> PeerId {
    PeerId(if value == "recipient" { 2 } else { 99 })
}

fn weighing(value: &Value) -> Weighing {
    let reason_given = value["reason_given"].as_bool().unwrap_or(true);
    Weighing { by: UserId(8), day: day(&value["weighed"]).expect("the day of weighing"), reason_given }
}

/// What is at hand: one object for each piece of evidence.
pub fn evidence(all: &Value) -> Evidence {
    let flag = |of: &Value, name: &str| of[name].as_bool().expect(name);
    let at = |name: &str| all.get(name).filter(|it| it.is_object());
    Evidence {
        consent: at("consent").map(consent),
        interest: at("interest").map(|it| Interest { weighing: weighing(it), evident: flag(it, "evident") }),
        suspicion: at("suspicion").map(|it| Suspicion { since: day(&it["since"]).expect("since") }),
        inquiry: at("inquiry").map(|it| OpenInquiry {
            id: 5,
            opened: day(&it["opened"]).expect("opened"),
            closed: day(&it["closed"]),
            important: flag(it, "important"),
        }),
        own_task: at("own_task").map(|it| OwnTask {
            weighing: weighing(it),
            own: flag(it, "own"),
            necessary: flag(it, "necessary"),
        }),
        care: at("care").map(|it| Care {
            weighing: weighing(it),
            turns_18: day(&it["turns_18"]).expect("a birthday"),
            needed: flag(it, "needed"),
        }),
        feedback: at("feedback").map(|it| Feedback { notification: 6, notified_by: peer(&it["notified_by"]) }),
        support: at("support").map(|it| Support { weighing: weighing(it), required: flag(it, "required") }),
        harm_test: at("harm_test").map(|it| HarmTest {
            weighing: weighing(it),
            finding: match it["finding"].as_str() {
                Some("clear") => Finding::Clear,
                Some("unlikely") => Finding::Unlikely,
                Some("may-harm") => Finding::MayHarm,
                other => panic!("{other:?} is not a finding"),
            },
        }),
        reservation: at("reservation")
            .map(|it| Reservation { weighing: weighing(it), removes_risk: flag(it, "removes_risk") }),
        by_board: at("by_board").map(|it| ByBoard {
            weighing: weighing(it),
            needed: flag(it, "needed"),
            family_told: day(&it["family_told"]),
        }),
        request: at("request").map(|it| Request { id: 4, asked: day(&it["asked"]).expect("asked") }),
    }
}

fn consent(it: &Value) -> Consent {
    let flag = |name: &str| it[name].as_bool().unwrap_or(true);
    let kinds = match it["kinds"].as_array() {
        Some(all) => all.iter().map(|kind| kind.as_str().and_then(ItemKind::from_code).expect("a kind")).collect(),
        None => ItemKind::OF_CONSENT.into_iter().collect(),
    };
    Consent {
        id: 4,
        held_by_sender: flag("held_by_sender"),
        recipient: peer(&it["recipient"]),
        kinds,
        from: day(&it["from"]).expect("from"),
        until: day(&it["until"]).expect("until"),
        withdrawn: it["withdrawn"].as_bool().unwrap_or(false),
        guardians: flag("guardians"),
        child: match it["child"].as_str() {
            Some("yes") => ChildsSay::Yes,
            Some("no") => ChildsSay::No,
            Some("too-young") => ChildsSay::TooYoung,
            Some("not-asked") => ChildsSay::NotAsked,
            other => panic!("{other:?} is not what a child says"),
        },
        others: flag("others"),
    }
}
