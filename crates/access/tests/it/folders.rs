//! The folders `policies/allow` and `policies/deny`: one question a file, whose name is a sentence.
//!
//! `who` has roles, a job, a token or an operator; `does` is the code of an act, with its `zone` if it has several; `about` is a
//! pupil in a class or school, an episode there or at a unit of the social services, a school, or the room. `because` names the policies that permit it. `otherwise` has
//! JSON pointers into the question and other values: with any one of them the decision must be the opposite.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::{Value, json};

use crate::ask::{ACCESS, ask};

/// Name and content of every file in a folder.
pub fn files(folder: &str) -> Vec<(String, Value)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies").join(folder);
    let mut files: Vec<_> = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: &Path| serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    files.iter().map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), read(path))).collect()
}

/// The question with the value at one JSON pointer changed or added.
pub fn with(question: &Value, pointer: &str, value: &Value) -> Value {
    let mut changed = question.clone();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let parent = changed.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer} leads nowhere"));
    match (parent, key.parse::<usize>()) {
        (Value::Array(all), Ok(place)) => all[place] = value.clone(),
        (Value::Object(all), _) => _ = all.insert(key.to_owned(), value.clone()),
        _ => panic!("{pointer} leads nowhere"),
    }
    assert_ne!(&changed, question, "{pointer} changes nothing");
    changed
}

fn otherwise(question: &Value) -> impl Iterator<Item = (&String, Value)> {
    let changes = question["otherwise"].as_object().expect("what would decide otherwise");
    assert!(!changes.is_empty(), "what would decide otherwise");
    changes.iter().map(move |(pointer, value)| (pointer, with(question, pointer, value)))
}

#[test]
fn what_is_in_allow_is_permitted_for_the_reason_given() {
    for (name, question) in files("allow") {
        let because: Vec<String> = serde_json::from_value(question["because"].clone()).unwrap();
        assert_eq!(ask(&question), Some(because), "{name}");
    }
}

#[test]
fn what_is_in_deny_is_denied() {
    for (name, question) in files("deny") {
        assert_eq!(ask(&question), None, "{name}");
    }
}

#[test]
fn with_the_decisive_attribute_changed_it_is_decided_otherwise() {
    for (name, question) in files("allow") {
        for (pointer, changed) in otherwise(&question) {
            assert_eq!(ask(&changed), None, "{name}: {pointer}");
        }
    }
    for (name, question) in files("deny") {
        for (pointer, changed) in otherwise(&question) {
            assert!(ask(&changed).is_some(), "{name}: {pointer}");
        }
    }
}

#[test]
fn whatever_is_permitted_is_denied_to_one_without_roles() {
    for (name, question) in files("allow") {
        assert_eq!(ask(&with(&question, "/who", &json!({ "roles": [] }))), None, "{name}");
    }
}

#[test]
fn whatever_is_permitted_about_a_pupil_is_denied_about_a_protected_one() {
    for (name, question) in files("allow") {
        if question["about"]["pupil"].is_null() && question["about"]["episode"].is_null() {
            continue;
        }
        // What the officer does by hand, and letters that are taken in and not read.
        let apart = ["SeeProtected", "HandleProtected", "MarkProtected", "ReceiveLetter"];
        if !apart.contains(&question["does"].as_str().unwrap()) && question["about"]["protected"] != true {
            assert_eq!(ask(&with(&question, "/about/protected", &json!(true))), None, "{name}");
        }
    }
}

#[test]
fn whatever_is_permitted_by_a_role_at_a_school_is_denied_at_another() {
    for (name, question) in files("allow") {
        let at = question["who"]["roles"][0]["at"].as_str().unwrap_or("room");
        if at != "room" {
            let elsewhere = if at.contains('/') { "Kvarnskolan/7B" } else { "Kvarnskolan" };
            assert_eq!(ask(&with(&question, "/who/roles/0/at", &json!(elsewhere))), None, "{name}");
        }
    }
}

#[test]
fn every_policy_that_permits_is_the_reason_of_some_file() {
    let seen: BTreeSet<String> = files("allow").iter().flat_map(|(_, question)| ask(question).unwrap()).collect();
    let all: BTreeSet<String> = ACCESS.reasons().into_iter().map(|reason| reason.policy).collect();
    assert_eq!(seen, all);
}
