//! The fold: from the set of statements about one pupil to the steps to show and the mark. Order of arrival is of no
//! account.

use std::collections::BTreeMap;

use super::{Body, Fact, Mark, Step};
use crate::{Day, statement::Statement};

/// A step, with what later statements did to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// Id of the statement.
    pub id: u128,
    /// What was stated.
    pub step: Step,
    /// When to look again, as it was last set.
    pub follow_up: Option<Day>,
    /// Why it was taken back, if it was.
    pub retracted: Option<String>,
}

/// What statements come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// The steps, oldest statement first, with those taken back.
    pub steps: Vec<Done>,
    /// Statements that need a newer program: kept, without effect.
    pub newer: Vec<u128>,
    /// The mark that these statements leave.
    pub mark: Mark,
}

impl Done {
    /// What the step means for the mark; nothing when it was taken back.
    pub fn fact(&self) -> Option<Fact> {
        if self.retracted.is_some() {
            return None;
        }
        let mut fact = self.step.fact(self.id);
        fact.until = self.follow_up.filter(|_| self.step.kind.clears());
        Some(fact)
    }
}

/// Folds statements in the order Lamport number, side, id. A retraction holds also when it comes before its step, and of
/// several moves of a follow-up the last holds. What refers to a step that is not among them has no effect.
pub fn fold(statements: &[Statement<'_>]) -> Steps {
    let mut ordered: Vec<_> = statements.iter().collect();
    ordered.sort_by(|a, b| (a.lamport, a.side, a.id).cmp(&(b.lamport, b.side, b.id)));
    ordered.dedup_by_key(|statement| statement.id);

    let (mut steps, mut newer) = (Vec::new(), Vec::new());
    let (mut retracted, mut moved) = (BTreeMap::new(), BTreeMap::new());
    for statement in ordered {
        match Body::from_json(statement.body) {
            Some(Body::Step(step)) => steps.push((statement.id, step)),
            Some(Body::Retraction(it)) => _ = id(&it.of).map(|of| retracted.entry(of).or_insert(it.reason)),
            Some(Body::FollowUpMoved(it)) => _ = id(&it.of).map(|of| moved.insert(of, it.day)),
            None => newer.push(statement.id),
        }
    }
    let done = |(id, step): (u128, Step)| Done {
        follow_up: moved.get(&id).copied().or(step.follow_up),
        retracted: retracted.get(&id).cloned(),
        id,
        step,
    };
    let steps: Vec<Done> = steps.into_iter().map(done).collect();
    let mark = Mark::of(steps.iter().filter_map(Done::fact));
    Steps { steps, newer, mark }
}

/// The number of a UUID as it is written.
fn id(text: &str) -> Option<u128> {
    let digits: String = text.chars().filter(|c| *c != '-').collect();
    let written = digits.len() == 32 && digits.chars().all(|c| c.is_ascii_hexdigit());
    written.then(|| u128::from_str_radix(&digits, 16).ok()).flatten()
}
