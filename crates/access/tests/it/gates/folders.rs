//! The folders `policies/gates/allow` and `policies/gates/deny`: one question to one gate a file, whose name is a
//! sentence.
//!
//! `because` names the policies that let it through; `refused` the codes of what is missing. `otherwise` has JSON
//! pointers into the question and other values: with any one of them the decision must be the opposite, and for a no
//! that cannot be helped it is left out.

use std::collections::{BTreeMap, BTreeSet};

use access::gate::{Gate, Refused};
use serde_json::{Value, json};

use super::ask::ask;
use crate::{
    ask::ACCESS,
    folders::{files, with},
};

fn otherwise(question: &Value) -> impl Iterator<Item = (&String, Value)> {
    let changes = question["otherwise"].as_object().into_iter().flatten();
    changes.map(move |(pointer, value)| (pointer, with(question, pointer, value)))
}

#[test]
fn what_is_in_allow_passes_for_the_reason_given() {
    for (name, question) in files("gates/allow") {
        let because: Vec<String> = serde_json::from_value(question["because"].clone()).unwrap();
        assert_eq!(ask(&question), Ok(because), "{name}");
    }
}

#[test]
fn what_is_in_deny_is_refused_with_what_is_missing() {
    for (name, question) in files("gates/deny") {
        let refused: Vec<String> = serde_json::from_value(question["refused"].clone()).unwrap();
        assert_eq!(ask(&question).unwrap_err(), refused, "{name}");
    }
}

#[test]
fn with_the_decisive_evidence_changed_a_gate_decides_otherwise() {
    for (name, question) in files("gates/allow") {
        assert!(otherwise(&question).count() > 0, "{name}: what would decide otherwise");
        for (pointer, changed) in otherwise(&question) {
            assert!(ask(&changed).is_err(), "{name}: {pointer}");
        }
    }
    for (name, question) in files("gates/deny") {
        for (pointer, changed) in otherwise(&question) {
            assert!(ask(&changed).is_ok(), "{name}: {pointer}: {:?}", ask(&changed));
        }
    }
}

#[test]
fn without_evidence_nothing_passes_and_each_gate_says_what_it_asks_for() {
    for (name, question) in files("gates/allow") {
        let refused = ask(&with(&question, "/evidence", &json!({}))).unwrap_err();
        assert!(refused.iter().all(|code| *code != "gate-fault"), "{name}: {refused:?}");
    }
}

#[test]
fn the_evidence_of_one_gate_opens_no_other() {
    for (name, question) in files("gates/allow") {
        let own: BTreeSet<&String> = question["evidence"].as_object().unwrap().keys().collect();
        assert_eq!(own.len(), 1, "{name}: a gate asks for one piece of evidence");
        let gate = question["gate"].as_str().unwrap();
        for other in Gate::ALL.iter().filter(|other| other.code() != gate) {
            let care = ["care-of-child", "health-care-of-child"];
            if care.contains(&gate) && care.contains(&other.code()) {
                continue;
            }
            assert!(ask(&with(&question, "/gate", &json!(other.code()))).is_err(), "{name}: {other:?}");
        }
    }
}

#[test]
fn about_a_protected_pupil_nothing_passes_but_the_two_duties() {
    let open = |question: &Value| question["item"]["protected"] != true;
    for (name, question) in files("gates/allow").into_iter().filter(|(_, question)| open(question)) {
        let duty = ["duty-to-notify", "duty-to-inform"].contains(&question["gate"].as_str().unwrap());
        let asked = with(&question, "/item/protected", &json!(true));
        assert_eq!(ask(&asked).is_ok(), duty, "{name}");
    }
}

#[test]
fn nothing_but_a_standing_consent_passes_without_a_person() {
    for (name, question) in files("gates/allow") {
        for who in ["operator", "token", "import", "scan", "names", "protected-reminder", "purge", "backup"] {
            let refused = ask(&with(&question, "/who", &json!(who))).unwrap_err();
            assert_eq!(refused, ["gate-person-only"], "{name}: {who}");
        }
        if question["who"] != "door" {
            let by_job = ask(&with(&question, "/who", &json!("door")));
            assert_eq!(by_job.is_ok(), question["gate"] == "consent", "{name}");
        }
    }
}

#[test]
fn every_gate_has_an_allow_and_three_denies_and_every_policy_and_code_is_shown() {
    let count = |folder| {
        let mut of: BTreeMap<String, usize> = BTreeMap::new();
        for (_, question) in files(folder) {
            *of.entry(question["gate"].as_str().unwrap().to_owned()).or_default() += 1;
        }
        of
    };
    let (allow, deny) = (count("gates/allow"), count("gates/deny"));
    for gate in Gate::ALL {
        assert!(allow.get(gate.code()).is_some_and(|n| *n >= 1), "{gate:?} has no allow");
        assert!(deny.get(gate.code()).is_some_and(|n| *n >= 3), "{gate:?} has fewer than three denies");
    }
    let seen: BTreeSet<String> = files("gates/allow").iter().flat_map(|(_, question)| ask(question).unwrap()).collect();
    let all: BTreeSet<String> = ACCESS.gate_reasons().into_iter().map(|reason| reason.policy).collect();
    assert_eq!(seen, all);
    let told: BTreeSet<&str> =
        files("gates/deny").iter().flat_map(|(_, question)| ask(question).unwrap_err()).collect();
    let all: BTreeSet<&str> = Refused::CODES.into_iter().filter(|code| *code != "gate-fault").collect();
    assert_eq!(told, all);
}
