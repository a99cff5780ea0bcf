//! The policies of the gates, embedded: a set of their own, since the question is another than who may do what.

use crate::policies::{BadPolicies, Policies, load};

const SCHEMA: &str = include_str!("../../policies/gates/schema.cedarschema");

/// Name and text of each file.
macro_rules! files {
    ($($name:literal),+ $(,)?) => { [ $( ($name, include_str!(concat!("../../policies/gates/", $name))) ),+ ] };
}

const FILES: [(&str, &str); 15] = files![
    "care_of_child.cedar",
    "consent.cedar",
    "duty_to_inform.cedar",
    "duty_to_notify.cedar",
    "every_gate.cedar",
    "feedback.cedar",
    "general_clause.cedar",
    "harmless.cedar",
    "health_care_of_child.cedar",
    "other_board.cedar",
    "own_task.cedar",
    "pupil_health.cedar",
    "reservation.cedar",
    "same_board.cedar",
    "weighing.cedar",
];

/// The embedded policies of the gates.
pub(crate) fn embedded() -> Result<Policies, BadPolicies> {
    load(SCHEMA, &FILES)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use cedar_policy::Effect;

    use super::*;
    use crate::gate::{Gate, Refused};

    #[test]
    fn every_file_of_the_gates_is_embedded_and_every_gate_has_one() {
        let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/policies/gates")).unwrap();
        let names = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.filter(|name| name.ends_with(".cedar")).collect();
        names.sort();
        assert_eq!(names, FILES.map(|(name, _)| name));
        for gate in Gate::ALL {
            assert!(names.contains(&format!("{}.cedar", gate.code().replace('-', "_"))), "{gate:?}");
        }
    }

    #[test]
    fn what_forbids_is_told_by_its_id_and_what_permits_is_not() {
        let policies = embedded().unwrap();
        let of = |effect| {
            let these = policies.set.policies().filter(move |policy| policy.effect() == effect);
            these.map(|policy| policy.id().to_string()).collect::<BTreeSet<_>>()
        };
        let mut told: BTreeSet<String> = Refused::CODES.iter().map(|code| (*code).to_owned()).collect();
        assert!(told.remove("gate-fault"));
        assert_eq!(of(Effect::Forbid), told);
        assert!(of(Effect::Permit).iter().all(|id| !id.starts_with("gate-")));
    }
}
