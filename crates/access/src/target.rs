//! What is asked about, and what a permit is for.

use crate::{Class, PupilId, Scope, UnitId};

/// What `room::relations` says about a pupil: ids and flags, no content. A pupil at two schools is asked about at one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PupilAt {
    /// The pupil.
    pub id: PupilId,
    /// The school.
    pub unit: UnitId,
    /// The name of the class at that school, if there is one.
    pub class: Option<String>,
    /// Protected identity (skyddade personuppgifter).
    pub protected: bool,
    /// There is a valid consent to an extract from the school medical service (OSL 12 kap. 2 §).
    pub extract_consented: bool,
}

impl PupilAt {
    /// The class, with its school.
    pub fn class(&self) -> Option<Class> {
        self.class.as_ref().map(|name| Class { unit: self.unit, name: name.clone() })
    }
}

/// What is asked about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// One pupil.
    Pupil(PupilAt),
    /// One school.
    Unit(UnitId),
    /// The room as such.
    Room,
}

/// What a permit is for. The room takes the subject from here, and from nowhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// One pupil.
    Pupil(PupilId),
    /// One school.
    Unit(UnitId),
    /// The room as such.
    Room,
    /// The pupils within a scope.
    Scope(Scope),
}
