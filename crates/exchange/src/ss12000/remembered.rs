//! What one file of SS 12000 says that later files refer to. Kept small: a year's lessons of a city lie in memory.

use std::collections::{HashMap, HashSet};

use domain::Day;
use domain::guardian::Relation;

/// Entities by id.
#[derive(Default)]
pub(crate) struct Remembered {
    /// School unit codes of organisations.
    pub(super) schools: HashMap<u128, i32>,
    /// Classes: the name of the class by pupil.
    pub(super) classes: HashMap<u128, String>,
    /// Numbers of activities, so that a lesson is small.
    activity_numbers: HashMap<u128, u32>,
    /// Activities by number, once they have been read.
    activities: Vec<Option<Activity>>,
    /// The groups of activities, by number of the activity.
    pub(super) groups: HashMap<u32, Vec<u128>>,
    /// The members of groups, with first and last day.
    pub(super) members: HashMap<u128, Vec<(u128, Day, Day)>>,
    /// Subjects of activities, by number.
    subjects: Vec<String>,
    subject_numbers: HashMap<String, u32>,
    /// Lessons.
    pub(super) events: HashMap<u128, Event>,
    /// Pupils with times of their own at a lesson: minutes, or nothing when they do not take part.
    pub(super) exceptions: HashMap<(u128, u128), Option<i32>>,
    /// Pupils by person.
    pub(super) pupils: HashMap<u128, i32>,
    /// Persons who may be guardians.
    pub(super) contacts: HashMap<u128, Contact>,
    /// Whose a duty is.
    pub(super) duties: HashMap<u128, u128>,
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
    /// Somebody's attendance has been read.
    pub(super) attended: bool,
    pub(super) activity: u32,
}

/// What an activity says of its lessons.
#[derive(Clone, Copy)]
pub(crate) struct Activity {
    /// Number of the subject.
    subject: u32,
    /// The organisation that gives it.
    pub(super) organisation: Option<u128>,
}

/// A person who is no pupil.
pub(crate) struct Contact {
    pub(super) personal_number: String,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) telephone: String,
}

impl Remembered {
    /// The number of an activity, whether it has been read or not.
    pub(super) fn activity_number(&mut self, id: u128) -> u32 {
        let next = u32::try_from(self.activities.len()).unwrap_or(u32::MAX);
        let number = *self.activity_numbers.entry(id).or_insert(next);
        if number == next {
            self.activities.push(None);
        }
        number
    }

    /// Keeps an activity.
    pub(super) fn keep_activity(&mut self, id: u128, subject: &str, organisation: Option<u128>) {
        let subject = self.subject_number(subject);
        let number = self.activity_number(id);
        let place = usize::try_from(number).ok().and_then(|at| self.activities.get_mut(at));
        if let Some(place) = place {
            *place = Some(Activity { subject, organisation });
        }
    }

    /// An activity that has been read, by number.
    pub(super) fn activity(&self, number: u32) -> Option<Activity> {
        self.activities.get(usize::try_from(number).ok()?).copied().flatten()
    }

    /// An activity that has been read, by id.
    pub(super) fn activity_by_id(&self, id: u128) -> Option<Activity> {
        self.activity_numbers.get(&id).and_then(|number| self.activity(*number))
    }

    /// The subject of an activity, unless it is empty.
    pub(super) fn subject_of(&self, activity: Activity) -> Option<&str> {
        let name = self.subjects.get(usize::try_from(activity.subject).ok()?)?;
        (!name.is_empty()).then_some(name)
    }

    fn subject_number(&mut self, name: &str) -> u32 {
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
