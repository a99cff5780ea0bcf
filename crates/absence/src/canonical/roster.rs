//! The roster in memory: who is enrolled where, and who is protected.

use std::collections::{BTreeMap, BTreeSet};

use domain::Day;
use domain::pupil::{Pupil, Span};

/// What the roster says of a lesson.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The pupil is not in the roster.
    Unknown,
    /// The pupil has a protected identity: no row of theirs goes further.
    Protected,
    /// The pupil was not enrolled at that school on that day (P2).
    Elsewhere,
    /// The pupil was enrolled at that school on that day.
    Enrolled,
}

/// The rows of the `pupils` file, by pupil number.
#[derive(Clone, Debug, Default)]
pub struct Roster {
    pupils: BTreeMap<i32, Vec<Pupil>>,
    protected: BTreeSet<i32>,
    unread: BTreeSet<i32>,
    /// What was known before of pupils who are not in the file: school and enrolment.
    before: BTreeMap<i32, Vec<(i32, Span)>>,
}

impl Roster {
    /// A roster of the rows given.
    pub fn of(rows: impl IntoIterator<Item = Pupil>) -> Roster {
        let mut roster = Roster::default();
        for row in rows {
            roster.add(row);
        }
        roster
    }

    /// Adds a row. One protected row protects the pupil at every school.
    pub fn add(&mut self, row: Pupil) {
        if row.protected {
            self.protected.insert(row.pupil);
        }
        self.pupils.entry(row.pupil).or_default().push(row);
    }

    /// Adds another roster.
    pub fn append(&mut self, other: Roster) {
        other.pupils.into_values().flatten().for_each(|row| self.add(row));
        self.protected.extend(other.protected);
        self.unread.extend(other.unread);
        self.before.extend(other.before);
    }

    /// Protects a pupil, whatever else is known of them.
    pub fn protect(&mut self, pupil: i32) {
        self.protected.insert(pupil);
    }

    /// Adds an enrolment that was known before. It counts when the roster itself does not have the pupil.
    pub fn add_before(&mut self, pupil: i32, school: i32, enrolled: Span) {
        self.before.entry(pupil).or_default().push((school, enrolled));
    }

    /// Notes that a pupil has a row that could not be read.
    pub fn add_unread(&mut self, pupil: i32) {
        self.unread.insert(pupil);
    }

    /// Whether a pupil has a row that could not be read: then it is not known where the pupil is enrolled.
    pub fn is_unread(&self, pupil: i32) -> bool {
        self.unread.contains(&pupil)
    }

    /// Number of pupils.
    pub fn len(&self) -> usize {
        self.pupils.len()
    }

    /// Whether there are no pupils.
    pub fn is_empty(&self) -> bool {
        self.pupils.is_empty()
    }

    /// Every row, by pupil number.
    pub fn rows(&self) -> impl Iterator<Item = &Pupil> {
        self.pupils.values().flatten()
    }

    /// The enrolments of a pupil.
    pub fn of_pupil(&self, pupil: i32) -> &[Pupil] {
        self.pupils.get(&pupil).map_or(&[], Vec::as_slice)
    }

    /// The pupil's enrolment on a day: the one that covers it, else the latest that has begun.
    pub fn on(&self, pupil: i32, day: Day) -> Option<&Pupil> {
        let rows = self.of_pupil(pupil);
        let covering = rows.iter().find(|row| row.enrolled.contains(day));
        covering.or_else(|| rows.iter().filter(|row| row.enrolled.from <= day).max_by_key(|row| row.enrolled.from))
    }

    /// The decision on a reduced timetable that holds for a pupil on a day.
    pub fn reduced_on(&self, pupil: i32, day: Day) -> Option<Span> {
        self.of_pupil(pupil).iter().filter_map(|row| row.reduced_timetable).find(|span| span.contains(day))
    }

    /// The pupils with a protected identity.
    pub fn protected(&self) -> &BTreeSet<i32> {
        &self.protected
    }

    /// What the roster says of a lesson of a pupil at a school on a day.
    pub fn standing(&self, pupil: i32, school: i32, day: Day) -> Standing {
        if self.protected.contains(&pupil) {
            return Standing::Protected;
        }
        if !self.pupils.contains_key(&pupil) && !self.before.contains_key(&pupil) {
            return Standing::Unknown;
        }
        if self.span(pupil, school, day).is_some() { Standing::Enrolled } else { Standing::Elsewhere }
    }

    /// The enrolment of a pupil at a school that covers a day.
    pub(crate) fn span(&self, pupil: i32, school: i32, day: Day) -> Option<Span> {
        match self.pupils.get(&pupil) {
            Some(rows) => {
                rows.iter().find(|row| row.school == school && row.enrolled.contains(day)).map(|row| row.enrolled)
            }
            None => {
                let before = self.before.get(&pupil)?;
                before.iter().find(|(at, span)| *at == school && span.contains(day)).map(|(_, span)| *span)
            }
        }
    }

    /// Whether a new row overlaps one that the pupil already has at the same school.
    pub fn overlaps(&self, row: &Pupil) -> bool {
        let meets = |other: &Pupil| {
            let ends_before = |a: Span, b: Span| a.to.is_some_and(|to| to < b.from);
            other.school == row.school
                && !ends_before(other.enrolled, row.enrolled)
                && !ends_before(row.enrolled, other.enrolled)
        };
        self.of_pupil(row.pupil).iter().any(meets)
    }
}
