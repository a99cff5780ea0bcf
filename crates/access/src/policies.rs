//! The policies and their schema, embedded, read and validated strictly before anything is decided.

use std::collections::BTreeMap;

use cedar_policy::{Effect, PolicyId, PolicySet, Schema, ValidationMode, Validator};

use crate::Reason;

/// Why policies cannot be used. The program does not start then.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadPolicies {
    /// A file is not Cedar.
    #[error("policies/{file}: {details}")]
    Unreadable {
        /// The file.
        file: String,
        /// What Cedar says.
        details: String,
    },
    /// A policy lacks `@id` or `@basis`, so that it could not be a reason.
    #[error("policies/{file}: a policy without @id and @basis, or whose @id is taken")]
    NoReason {
        /// The file.
        file: String,
    },
    /// A policy speaks of what the schema does not have.
    #[error("policies do not fit the schema: {details}")]
    Invalid {
        /// What Cedar says.
        details: String,
    },
}

/// What decisions are made from.
pub(crate) struct Policies {
    pub(crate) schema: Schema,
    pub(crate) set: PolicySet,
    /// The `@basis` of each `@id`.
    pub(crate) basis: BTreeMap<String, String>,
}

impl Policies {
    /// A policy as a reason.
    pub(crate) fn reason(&self, policy: String) -> Option<Reason> {
        Some(Reason { basis: self.basis.get(&policy)?.clone(), policy })
    }

    /// Every policy that can permit something, sorted.
    pub(crate) fn permitting(&self) -> Vec<Reason> {
        let permits = self.set.policies().filter(|policy| policy.effect() == Effect::Permit);
        let mut all: Vec<Reason> = permits.filter_map(|policy| self.reason(policy.id().to_string())).collect();
        all.sort();
        all
    }
}

const SCHEMA: &str = include_str!("../policies/schema.cedarschema");

/// Name and text of each file.
macro_rules! files {
    ($($name:literal),+ $(,)?) => { [ $( ($name, include_str!(concat!("../policies/", $name))) ),+ ] };
}

const FILES: [(&str, &str); 16] = files![
    "administrator.cedar",
    "concern.cedar",
    "coordinator.cedar",
    "family_therapist.cedar",
    "head_teacher.cedar",
    "jobs.cedar",
    "lead_group.cedar",
    "mentor.cedar",
    "operator.cedar",
    "protected.cedar",
    "pupil_health.cedar",
    "records.cedar",
    "school_nurse.cedar",
    "school_social_worker.cedar",
    "token.cedar",
    "unit_manager.cedar",
];

/// The embedded policies.
pub(crate) fn embedded() -> Result<Policies, BadPolicies> {
    load(SCHEMA, &FILES)
}

pub(crate) fn load(schema: &str, files: &[(&str, &str)]) -> Result<Policies, BadPolicies> {
    let unreadable = |file: &str, details: &dyn std::fmt::Display| BadPolicies::Unreadable {
        file: file.to_owned(),
        details: details.to_string(),
    };
    let (schema, _) = Schema::from_cedarschema_str(schema).map_err(|why| unreadable("schema.cedarschema", &why))?;
    let (mut set, mut basis) = (PolicySet::new(), BTreeMap::new());
    for (file, text) in files {
        let read: PolicySet = text.parse().map_err(|why| unreadable(file, &why))?;
        for policy in read.policies() {
            let no_reason = || BadPolicies::NoReason { file: (*file).to_owned() };
            let named = |name| policy.annotation(name).filter(|text| !text.is_empty()).ok_or_else(no_reason);
            let (id, ground) = (named("id")?, named("basis")?);
            basis.insert(id.to_owned(), ground.to_owned());
            set.add(policy.new_id(PolicyId::new(id))).map_err(|_| no_reason())?;
        }
    }
    let validator = Validator::new(schema.clone());
    let result = validator.validate(&set, ValidationMode::Strict);
    if !result.validation_passed_without_warnings() {
        return Err(BadPolicies::Invalid { details: result.to_string() });
    }
    Ok(Policies { schema, set, basis })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(policy: &str) -> Result<usize, BadPolicies> {
        load(SCHEMA, &[("it.cedar", policy)]).map(|policies| policies.basis.len())
    }

    #[test]
    fn the_embedded_policies_hold_together() {
        assert!(embedded().is_ok_and(|policies| policies.basis.len() == policies.set.policies().count()));
    }

    #[test]
    fn every_file_in_the_folder_is_embedded() {
        let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/policies")).unwrap();
        let names = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.filter(|name| name.ends_with(".cedar")).collect();
        names.sort();
        assert_eq!(names, FILES.map(|(name, _)| name));
    }

    #[test]
    fn a_policy_without_a_reason_is_refused() {
        let no_reason = Err(BadPolicies::NoReason { file: "it.cedar".to_owned() });
        assert_eq!(check(r#"@id("a") @basis("b") permit (principal, action == Action::"Import", resource);"#), Ok(1));
        assert_eq!(check(r#"@id("a") permit (principal, action == Action::"Import", resource);"#), no_reason);
        assert_eq!(
            check(r#"@id("a") @basis("") permit (principal, action == Action::"Import", resource);"#),
            no_reason
        );
        let one = r#"@id("a") @basis("b") permit (principal, action == Action::"Import", resource);"#;
        assert_eq!(check(&format!("{one}\n{one}")), no_reason);
    }

    #[test]
    fn a_policy_outside_the_schema_is_refused() {
        let invalid = |policy| matches!(check(policy), Err(BadPolicies::Invalid { .. }));
        assert!(invalid(r#"@id("a") @basis("b") permit (principal, action == Action::"Improt", resource);"#));
        assert!(invalid(r#"@id("a") @basis("b") permit (principal == Job::"other", action, resource);"#));
        assert!(matches!(check("permit"), Err(BadPolicies::Unreadable { .. })));
    }
}
