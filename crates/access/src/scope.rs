//! Which pupils a list may hold, as data that the room turns into SQL.

use std::collections::BTreeSet;

use crate::{Class, PupilAt, UnitId};

/// The pupils that a list may hold: all, or those at one of `units` **or** in one of `classes`; never a pupil with
/// protected identity when `excludes_protected`. Only a decision can make one: the fields are read, not set.
///
/// ```compile_fail,E0451
/// # use access::Scope;
/// fn widen(scope: Scope) -> Scope {
///     Scope { everywhere: true, ..scope } // private fields
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    pub(crate) everywhere: bool,
    pub(crate) units: BTreeSet<UnitId>,
    pub(crate) classes: BTreeSet<Class>,
    pub(crate) excludes_protected: bool,
}

impl Scope {
    /// Every school and class of the room: units and classes are then of no account.
    pub fn everywhere(&self) -> bool {
        self.everywhere
    }

    /// Schools whose pupils are all within.
    pub fn units(&self) -> &BTreeSet<UnitId> {
        &self.units
    }

    /// Classes whose pupils are within, though not all of their school.
    pub fn classes(&self) -> &BTreeSet<Class> {
        &self.classes
    }

    /// Pupils with protected identity are left out.
    pub fn excludes_protected(&self) -> bool {
        self.excludes_protected
    }

    /// What the SQL must say of each row: for tests of that SQL. Content is never filtered in memory.
    pub fn contains(&self, pupil: &PupilAt) -> bool {
        let there = self.everywhere
            || self.units.contains(&pupil.unit)
            || pupil.class().is_some_and(|class| self.classes.contains(&class));
        there && !(self.excludes_protected && pupil.protected)
    }

    /// The same pupils, without schools and classes that lie within something larger.
    pub(crate) fn simplified(mut self) -> Scope {
        if self.everywhere {
            self.units.clear();
        }
        let covered = |class: &Class| self.everywhere || self.units.contains(&class.unit);
        self.classes.retain(|class| !covered(class));
        self
    }
}
