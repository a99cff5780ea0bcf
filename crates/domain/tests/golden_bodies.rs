//! What was stored by version 1 is read as it was, and written the same to the last byte.

#![expect(clippy::unwrap_used, reason = "test helpers fail by panicking, as tests do")]

use std::collections::BTreeSet;

use domain::{
    concern,
    consent::{
        disclosure,
        intervention::{Asked, Outcome, outcome},
    },
    inquiry,
    plan::{Agreement, Followed, Plan},
};
use serde::{Serialize, de::DeserializeOwned};

/// Reads every line and writes it again.
#[track_caller]
fn check<T>(golden: &str, lines: usize, read: impl Fn(&[u8]) -> Option<T>, write: impl Fn(&T) -> Vec<u8>) {
    assert_eq!(golden.lines().count(), lines);
    for line in golden.lines() {
        let body = read(line.as_bytes());
        assert!(body.is_some(), "not read: {line}");
        assert_eq!(String::from_utf8(write(&body.unwrap())).unwrap(), line);
    }
}

fn check_type<T: Serialize + DeserializeOwned>(golden: &str, lines: usize) {
    check::<T>(golden, lines, |line| serde_json::from_slice(line).ok(), |it| serde_json::to_vec(it).unwrap());
}

fn kinds(golden: &str) -> BTreeSet<String> {
    let kind = |line: &str| {
        let body: serde_json::Value = serde_json::from_str(line).unwrap();
        body.get("kind").unwrap().as_str().unwrap().to_owned()
    };
    golden.lines().map(kind).collect()
}

#[test]
fn disclosures_are_read_and_written_as_they_were() {
    const GOLDEN: &str = include_str!("golden/v1/disclosure.jsonl");
    check(GOLDEN, 3, disclosure::Body::from_json, |it| it.to_json().unwrap());
    assert_eq!(kinds(GOLDEN), disclosure::Body::KINDS.iter().map(|it| (*it).to_owned()).collect());
}

#[test]
fn inquiries_are_read_and_written_as_they_were() {
    const GOLDEN: &str = include_str!("golden/v1/inquiry.jsonl");
    check(GOLDEN, 4, inquiry::Body::from_json, |it| it.to_json().unwrap());
    assert_eq!(kinds(GOLDEN), inquiry::Body::KINDS.iter().map(|it| (*it).to_owned()).collect());
}

#[test]
fn concerns_are_read_and_written_as_they_were() {
    const GOLDEN: &str = include_str!("golden/v1/concern.jsonl");
    check(GOLDEN, 3, concern::Body::from_json, |it| it.to_json().unwrap());
    assert_eq!(kinds(GOLDEN), concern::Body::KINDS.iter().map(|it| (*it).to_owned()).collect());
}

#[test]
fn plans_are_read_and_written_as_they_were() {
    check_type::<Plan>(include_str!("golden/v1/plan.jsonl"), 1);
    check_type::<Agreement>(include_str!("golden/v1/agreement.jsonl"), 1);
    check_type::<Followed>(include_str!("golden/v1/followed.jsonl"), 2);
}

#[test]
fn consents_to_the_support_are_read_and_written_as_they_were() {
    const ASKED: &str = include_str!("golden/v1/intervention_asked.jsonl");
    const OUTCOME: &str = include_str!("golden/v1/intervention_outcome.jsonl");
    check_type::<Asked>(ASKED, 2);
    check_type::<Outcome>(OUTCOME, 2);
    let came_to = ASKED.lines().map(|line| outcome(&serde_json::from_str(line).unwrap()));
    let stored = OUTCOME.lines().map(|line| serde_json::from_str::<Outcome>(line).unwrap());
    assert_eq!(came_to.collect::<Vec<_>>(), stored.collect::<Vec<_>>());
}

#[test]
fn an_unknown_version_or_kind_is_not_read() {
    for line in include_str!("golden/v1/inquiry.jsonl").lines() {
        assert_eq!(inquiry::Body::from_json(line.replace("\"v\":1", "\"v\":2").as_bytes()), None);
        assert_eq!(inquiry::Body::from_json(line.replace("inquiry_", "enquiry_").as_bytes()), None);
        assert_eq!(concern::Body::from_json(line.as_bytes()), None);
    }
}
