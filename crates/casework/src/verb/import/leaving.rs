//! Pupils who have left: a roster that has everybody at a school says so by no longer having them.

use std::collections::{BTreeMap, BTreeSet};

use absence::canonical::Roster;
use absence::history::held::{self, Held};
use domain::Day;
use room::relations::Enrolled;

/// What a roster ends.
#[derive(Default)]
pub(super) struct Leaving {
    /// Enrolments in the room that the roster no longer has.
    pub(super) ended: Vec<Enrolled>,
    /// Schools that so many leave that the file may hold a part of them only.
    pub(super) held: Vec<Held>,
}

/// What a roster ends of the enrolments that last on a day or later. It is asked only about schools where it has somebody
/// on that day or later, and says nothing of a pupil with a row that could not be read.
pub(super) fn of(roster: &Roster, enrolled: &[Enrolled], day: Day) -> Leaving {
    let lasts = roster.rows().filter(|row| row.enrolled.to.is_none_or(|to| day <= to));
    let covered: BTreeSet<i32> = lasts.map(|row| row.school).collect();
    let is_ended = |it: &Enrolled| {
        let has = roster.of_pupil(it.pupil).iter().any(|row| row.school == it.school && row.enrolled.from == it.from);
        covered.contains(&it.school) && !has && !roster.is_unread(it.pupil)
    };
    let ended: Vec<Enrolled> = enrolled.iter().filter(|it| is_ended(it)).copied().collect();
    // a row that begins on another day than before is no pupil who leaves
    let has_left = |it: &&Enrolled| roster.of_pupil(it.pupil).iter().all(|row| row.school != it.school);
    let (left, before) = (pupils(ended.iter().filter(has_left)), pupils(enrolled.iter()));
    let count = |school: &i32| before.get(school).map_or(0, BTreeSet::len);
    let held = left.iter().filter_map(|(school, left)| held::leaving(*school, left.len(), count(school))).collect();
    Leaving { ended, held }
}

/// The pupils of each school.
fn pupils<'a>(enrolled: impl Iterator<Item = &'a Enrolled>) -> BTreeMap<i32, BTreeSet<i32>> {
    let mut pupils: BTreeMap<i32, BTreeSet<i32>> = BTreeMap::new();
    for it in enrolled {
        pupils.entry(it.school).or_default().insert(it.pupil);
    }
    pupils
}
