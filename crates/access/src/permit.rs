//! A permit: the yes of a decision. Made here only, used up by the room, then journalled.

use std::{fmt, marker::PhantomData};

use crate::{Scope, Subject, Zone};

mod sealed {
    /// Only the kinds of this crate are kinds.
    pub trait Sealed {}
}

/// What a permit is good for.
pub trait Kind: sealed::Sealed {
    /// The word in the journal.
    const WORD: &'static str;
}

/// Reading about one subject.
#[derive(Debug)]
pub struct Read;
/// Seeing several pupils at once.
#[derive(Debug)]
pub struct List;
/// Changing something.
#[derive(Debug)]
pub struct Write;

impl sealed::Sealed for Read {}
impl sealed::Sealed for List {}
impl sealed::Sealed for Write {}

impl Kind for Read {
    const WORD: &'static str = "read";
}
impl Kind for List {
    const WORD: &'static str = "list";
}
impl Kind for Write {
    const WORD: &'static str = "write";
}

/// A yes to one act on one subject. It cannot be copied; the room uses it up and journals what it was.
#[must_use = "a permit that is not used has not been needed"]
pub struct Permit<K: Kind> {
    used: Used,
    kind: PhantomData<K>,
}

/// Why something was permitted: a policy that decided it, and its ground in law.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reason {
    /// The `@id` of the policy.
    pub policy: String,
    /// Its `@basis`: the paragraph.
    pub basis: String,
}

/// What a permit was, as plain data for the journal and the SQL. It opens nothing by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Used {
    /// Who: `person:<id>`, `job:<code>`, `token:<id>:<purpose>` or `operator:<name>`.
    pub actor: String,
    /// The kind of permit: `read`, `list` or `write`.
    pub kind: &'static str,
    /// The code of the act.
    pub act: &'static str,
    /// About whom or what.
    pub subject: Subject,
    /// The zone whose content was opened, if any was.
    pub zone: Option<Zone>,
    /// The policies that decided, sorted by id. Never empty.
    pub reasons: Vec<Reason>,
}

impl<K: Kind> Permit<K> {
    /// The only way to a permit.
    pub(crate) fn new(used: Used) -> Permit<K> {
        Permit { used, kind: PhantomData }
    }

    /// What it is for.
    pub fn subject(&self) -> &Subject {
        &self.used.subject
    }

    /// The zone whose content it opens, if any.
    pub fn zone(&self) -> Option<Zone> {
        self.used.zone
    }

    /// The code of the act.
    pub fn act(&self) -> &'static str {
        self.used.act
    }

    /// Uses it up, and gives what goes into the journal.
    pub fn into_used(self) -> Used {
        self.used
    }
}

impl Permit<List> {
    /// Which pupils the list may hold. A list permit always has one.
    pub fn scope(&self) -> Option<&Scope> {
        match &self.used.subject {
            Subject::Scope(scope) => Some(scope),
            _ => None,
        }
    }
}

impl<K: Kind> fmt::Debug for Permit<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.used.fmt(f)
    }
}
