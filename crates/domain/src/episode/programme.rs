//! What a programme means for an episode: values that travel with the referral, and whom the programme is for.

use serde::{Deserialize, Serialize};

use crate::{Grade, SchoolForm, SchoolYear};

/// The values of a programme that the state of an episode depends on. They are fixed by the referral, so that a change
/// of the method pack never changes an episode that has begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme {
    /// The code in the method pack.
    pub code: String,
    /// Whether the social services take part.
    pub two_sided: bool,
    /// Whether consent to the support is needed (SoL 21 kap. 2 §). The school's own measure needs consultation only.
    pub consent: bool,
    /// Working days from referral to answer.
    pub answer_days: u16,
    /// Working days from acceptance to the start meeting.
    pub start_days: u16,
    /// Working days from the start meeting to a plan.
    pub plan_days: u16,
    /// Weeks until a plan is looked at again, at most.
    pub review_weeks: u8,
    /// Calendar months that the support may last.
    pub most_months: u8,
    /// Calendar months that one prolongation adds, at most.
    pub prolong_months: u8,
    /// How often it may be prolonged.
    pub prolong_times: u8,
    /// Calendar days until a pause is looked at again, at most.
    pub pause_days: u16,
}

/// Whom a programme is for, from a school year on until the next rule begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetRule {
    /// The first school year.
    pub from: SchoolYear,
    /// School forms.
    pub forms: Vec<SchoolForm>,
    /// Lowest and highest grade, both included.
    pub levels: (u8, u8),
}

/// Whether a grade is in the target group: the last rule that has begun by the grade's own school year decides. From
/// 2028/29 every grade has a number one higher, which is only another rule.
pub fn is_target(rules: &[TargetRule], grade: Grade) -> bool {
    let begun = rules.iter().filter(|rule| rule.from <= grade.school_year);
    begun.max_by_key(|rule| rule.from).is_some_and(|rule| {
        let (lowest, highest) = rule.levels;
        rule.forms.contains(&grade.form) && (lowest..=highest).contains(&grade.level)
    })
}
