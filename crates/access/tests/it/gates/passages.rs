//! What a passage carries to the letter, and that no question at all is a fault.

use access::{
    EpisodeId, ItemId, PeerId, UserId, Zone,
    gate::{Evidence, Gate, ItemKind, Regime},
};
use serde_json::json;

use super::ask::{Asked, asked, of};
use crate::ask::ACCESS;

#[test]
fn a_passage_carries_what_through_which_gate_to_whom_and_why() {
    let question = json!({
        "gate": "own-task", "from": "open-care", "to": "municipal-school", "day": "2026-11-22",
        "item": { "kind": "progress", "zone": "SocialOpenCare" },
        "evidence": { "own_task": { "weighed": "2026-11-20", "own": true, "necessary": true } }
    });
    let Asked { actor, gate, crossing, item, evidence, day } = asked(&question);
    let passage = ACCESS.weigh(&actor, gate, &crossing, &item, &evidence, day).unwrap();
    assert_eq!((passage.gate(), passage.item()), (Gate::OwnTask, ItemId(3)));
    assert_eq!((passage.recipient(), passage.episode()), (PeerId(2), EpisodeId(1)));
    let passed = passage.into_passed();
    assert_eq!(passed.actor, "person:00000000-0000-0000-0000-000000000007");
    assert_eq!((passed.kind, passed.zone, passed.day), (ItemKind::Progress, Zone::SocialOpenCare, of("2026-11-22")));
    assert_eq!((passed.weighed_by, passed.evidence), (Some(UserId(8)), None));
    assert_eq!(passed.reasons[0].basis, "OSL 10 kap. 2 §");
}

#[test]
fn what_documents_the_evidence_is_told() {
    let question = json!({
        "gate": "feedback", "from": "inquiries", "to": "municipal-school", "day": "2026-11-22",
        "item": { "kind": "concern-feedback", "zone": "Concern" },
        "evidence": { "feedback": { "notified_by": "recipient" } }
    });
    let Asked { actor, gate, crossing, item, evidence, day } = asked(&question);
    let passed = ACCESS.weigh(&actor, gate, &crossing, &item, &evidence, day).unwrap().into_passed();
    assert_eq!((passed.weighed_by, passed.evidence), (None, Some(6)));
}

#[test]
fn whatever_is_asked_the_answer_is_a_reason_and_never_a_fault() {
    let question = json!({
        "gate": "consent", "from": "open-care", "to": "open-care", "day": "2026-11-22",
        "item": { "kind": "plan", "zone": "Shared" }, "evidence": {}
    });
    let Asked { actor, mut crossing, mut item, .. } = asked(&question);
    let full = super::table::everything();
    let mut asked = 0;
    for (from, to) in Regime::ALL.iter().flat_map(|from| Regime::ALL.iter().map(move |to| (*from, *to))) {
        (crossing.from, crossing.to) = (from, to);
        for same in [true, false] {
            (crossing.same_authority, crossing.same_municipality) = (same, same);
            for zone in Zone::ALL {
                item.zone = *zone;
                for (evidence, day) in
                    [(&full, "2026-12-31"), (&full, "2027-01-01"), (&Evidence::default(), "2027-01-01")]
                {
                    for tried in ACCESS.tried(&actor, &crossing, &item, evidence, of(day)) {
                        asked += 1;
                        match tried.outcome {
                            Ok(reasons) => assert!(!reasons.is_empty()),
                            Err(no) => assert_ne!(no.code(), "gate-fault", "{crossing:?} {item:?} {day} {no:?}"),
                        }
                    }
                }
            }
        }
    }
    assert_eq!(asked, 36 * 2 * 7 * 3 * 13);
}
