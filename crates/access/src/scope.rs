//! Which pupils or episodes a list may hold, as data that the room turns into SQL.

use std::collections::BTreeSet;

use crate::{Class, EpisodeAt, PupilAt, UnitId, UserId};

/// The pupils that a list may hold: all, or those at one of `units` **or** in one of `classes`; never a pupil with
/// protected identity when `excludes_protected`. A list of episodes may also hold those at one of `assigned_units` that `assignee` is
/// assigned to today. Only a decision can make one: the fields are read, not set.
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
    pub(crate) assigned_units: BTreeSet<UnitId>,
    pub(crate) assignee: Option<UserId>,
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

    /// Units whose episodes are within when `assignee` is assigned to them today. Empty in lists of pupils.
    pub fn assigned_units(&self) -> &BTreeSet<UnitId> {
        &self.assigned_units
    }

    /// Who has to be assigned. Always there when `assigned_units` is not empty.
    pub fn assignee(&self) -> Option<UserId> {
        self.assignee
    }

    /// Pupils with protected identity are left out.
    pub fn excludes_protected(&self) -> bool {
        self.excludes_protected
    }

    /// What the SQL must say of each row: for tests of that SQL. Content is never filtered in memory.
    pub fn contains(&self, pupil: &PupilAt) -> bool {
        self.reaches(pupil.unit, pupil.class()) && !(self.excludes_protected && pupil.protected)
    }

    /// The same of an episode, of which the room says whether the one who asks is assigned to it.
    pub fn contains_episode(&self, episode: &EpisodeAt) -> bool {
        let assigned = episode.assigned && self.assigned_units.contains(&episode.unit);
        (assigned || self.reaches(episode.unit, episode.class())) && !(self.excludes_protected && episode.protected)
    }

    fn reaches(&self, unit: UnitId, class: Option<Class>) -> bool {
        self.everywhere || self.units.contains(&unit) || class.is_some_and(|class| self.classes.contains(&class))
    }

    /// The same pupils, without schools and classes that lie within something larger.
    pub(crate) fn simplified(mut self) -> Scope {
        if self.everywhere {
            self.units.clear();
        }
        let covered = |class: &Class| self.everywhere || self.units.contains(&class.unit);
        self.classes.retain(|class| !covered(class));
        self.assigned_units.retain(|unit| !self.everywhere && !self.units.contains(unit));
        if self.assigned_units.is_empty() {
            self.assignee = None;
        }
        self
    }
}
