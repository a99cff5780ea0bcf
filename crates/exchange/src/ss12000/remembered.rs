//! What one file of SS 12000 says that later files refer to. Kept small: a year's lessons of a city lie in memory.

use std::collections::{HashMap, HashSet};

use domain::guardian::Relation;

/// Entities by id.
#[derive(Default)]
pub(crate) struct Remembered {
    /// School unit codes of organisations.
    pub(super) schools: HashMap<u128, i32>,
    /// Classes: the name of the class by pupil.
    pub(super) classes: HashMap<u128, String>,
    /// Subject and organisation of activities.
    pub(super) activities: HashMap<u128, (u32, Option<u128>)>,
    /// Subjects of activities, by number.
    pub(super) subjects: Vec<String>,
    pub(super) subject_numbers: HashMap<String, u32>,
    /// Lessons.
    pub(super) events: HashMap<u128, Event>,
    /// Pupils with times of their own at a lesson: minutes, or nothing when they do not take part.
    pub(super) exceptions: HashMap<(u128, u128), Option<i32>>,
    /// Pupils by person.
    pub(super) pupils: HashMap<u128, i32>,
    /// Persons who may be guardians.
    pub(super) contacts: HashMap<u128, Contact>,
    /// Who answers for which pupil.
    pub(super) responsible: Vec<(i32, u128, Relation)>,
    /// Persons with protected identity, pupils or not.
    pub(super) protected: HashSet<u128>,
}

/// A lesson without its pupils.
#[derive(Clone, Copy)]
pub(crate) struct Event {
    pub(super) date: i32,
    pub(super) start: i16,
    pub(super) minutes: i16,
    pub(super) cancelled: bool,
    pub(super) activity: u128,
}

/// A person who is no pupil.
pub(crate) struct Contact {
    pub(super) personal_number: String,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) telephone: String,
}

impl Remembered {
    /// The number of a subject.
    pub(super) fn subject(&mut self, name: &str) -> u32 {
        if let Some(number) = self.subject_numbers.get(name) {
            return *number;
        }
        let number = u32::try_from(self.subjects.len()).unwrap_or(u32::MAX);
        self.subjects.push(name.to_owned());
        self.subject_numbers.insert(name.to_owned(), number);
        number
    }
}

impl std::fmt::Debug for Remembered {
    /// Only how much: names of guardians are in here.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Remembered").field("events", &self.events.len()).finish_non_exhaustive()
    }
}
