//! What is asked about, and what a permit is for.

use crate::{Class, EpisodeId, PupilId, Scope, Side, UnitId};

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

/// What the room says about an episode and the person who asks: ids and flags, no content.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EpisodeAt {
    /// The episode.
    pub id: EpisodeId,
    /// The pupil, as this room knows her or him.
    pub pupil: PupilId,
    /// The side of this room.
    pub side: Side,
    /// On the school's side the school where the pupil goes today, on the social side the team's unit.
    pub unit: UnitId,
    /// On the school's side the name of the class, if there is one.
    pub class: Option<String>,
    /// The one who asks is assigned to the episode today.
    pub assigned: bool,
    /// The one who asks wrote the notification of concern that is asked about.
    pub notifier: bool,
    /// Protected identity (skyddade personuppgifter).
    pub protected: bool,
}

impl EpisodeAt {
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
    /// One episode.
    Episode(EpisodeAt),
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
    /// One episode.
    Episode {
        /// The episode.
        id: EpisodeId,
        /// The pupil that it is about.
        pupil: PupilId,
    },
    /// One school.
    Unit(UnitId),
    /// The room as such.
    Room,
    /// The pupils or episodes within a scope.
    Scope(Scope),
}
