//! Edlevo Absence API, version 2: XML of persons with events and aggregations.
//!
//! One service gives absence and another presence, and neither gives lessons that nobody has reported. The events of a
//! lesson are therefore put together here: minutes of each kind are added, and absence goes before presence, within a
//! file and over the files of a reading.

mod person;
mod xml;

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use domain::bad_row::{File, Problem};
use domain::lesson::Lesson;

use crate::failure::Result;
use crate::known::Known;
use crate::numbers::Key;
use crate::out::Out;
use crate::profile::{Field, Profile};
use crate::sink::Sum;
use crate::source::Source;
use crate::take::{LONGEST_SUBJECT, MOST_MINUTES};
use crate::value::{Status, date, number, time};
use person::{Aggregation, Event, Person};

/// Reads a file. `row` in the list of bad rows is the number of the event or aggregation in the file.
pub(crate) fn read(
    source: &mut Source<'_>,
    profile: Option<&Profile>,
    known: &mut Known,
    out: &mut Out<'_>,
) -> Result<()> {
    person::each(source, &mut |person, bytes| take(person, bytes, profile, known, out))
}

type Slip = (Field, Problem);

fn take(person: Person, bytes: u64, profile: Option<&Profile>, known: &mut Known, out: &mut Out<'_>) -> Result<()> {
    let key = Key::read(&person.id, known.today).and_then(|key| known.pupil_of_lesson(&[key]));
    let pupil = match key {
        Ok(pupil) => pupil,
        Err(problem) => {
            for row in person.events.iter().map(|it| it.row).chain(person.aggregations.iter().map(|it| it.row)) {
                out.row(bytes)?;
                out.bad(File::Lessons, row, (Field::Pupil, problem), false);
            }
            return Ok(());
        }
    };
    let protected = known.is_protected(pupil);
    // the lessons of one person, by day and start; of two at the same time the lesson id tells
    let mut lessons: BTreeMap<(i32, i32, String), (u64, Told)> = BTreeMap::new();
    for event in &person.events {
        out.row(bytes)?;
        if protected {
            continue;
        }
        match told(event, pupil, profile, known) {
            Ok(None) => {}
            Ok(Some(told)) => {
                let at = (told.lesson.date.0, told.lesson.start, event.lesson_id.clone());
                lessons.entry(at).and_modify(|(_, before)| before.add(&told)).or_insert((event.row, told));
            }
            Err(slip) => out.bad(File::Lessons, event.row, slip, false),
        }
    }
    for ((date, start, id), (row, told)) in lessons {
        let key = fingerprint(pupil, date, start, &id);
        if told.is_absence {
            known.told.insert(key);
        } else if known.told.contains(&key) {
            continue;
        }
        out.lesson(row, &told.subject, told.lesson)?;
    }
    sums(&person.aggregations, pupil, protected, bytes, out)
}

fn fingerprint(pupil: i32, date: i32, start: i32, id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (pupil, date, start, id).hash(&mut hasher);
    hasher.finish()
}

/// What one or more events tell of a lesson.
struct Told {
    lesson: Lesson,
    subject: String,
    is_absence: bool,
}

impl Told {
    fn add(&mut self, other: &Told) {
        let sum = |a: Option<i32>, b: Option<i32>| Some(a.unwrap_or(0).saturating_add(b.unwrap_or(0)));
        self.lesson.valid = sum(self.lesson.valid, other.lesson.valid);
        self.lesson.invalid = sum(self.lesson.invalid, other.lesson.invalid);
        self.is_absence |= other.is_absence;
    }
}

/// The lesson of an event; `None` for preschool.
fn told(
    event: &Event,
    pupil: i32,
    profile: Option<&Profile>,
    known: &Known,
) -> std::result::Result<Option<Told>, Slip> {
    if !event.is_school {
        return Ok(None);
    }
    let at = |field: Field| move |problem| (field, problem);
    let (date, start) = time::Local::sweden().read(&event.start).map_err(at(Field::Start))?;
    let named = profile.and_then(|profile| school_of(profile, event));
    let given = match named {
        Some(code) => Ok(code),
        None => known.school(&event.unit_id).or_else(|first| known.school(&event.unit_name).map_err(|_| first)),
    };
    let enrolled = known.enrolled(pupil, given.as_ref().ok().copied(), date);
    // where the unit says nothing the roster does
    let school = given.ok().or(enrolled.map(|it| it.0)).ok_or((Field::School, Problem::UnknownSchool))?;
    let grade = enrolled.map(|it| it.1).ok_or((Field::Grade, Problem::Missing))?;
    let scheduled = number::whole(&event.lesson_minutes).map_err(at(Field::Scheduled))?;
    if !(-MOST_MINUTES..=crate::take::DAY_MINUTES).contains(&scheduled) {
        return Err((Field::Scheduled, Problem::OutOfRange));
    }
    let subject = [&event.subject_code, &event.subject_id, &event.subject_name].into_iter().find(|it| !it.is_empty());
    let subject = crate::value::present(subject.map_or("", |it| it)).map_err(at(Field::Subject))?;
    if subject.len() > LONGEST_SUBJECT {
        return Err((Field::Subject, Problem::OutOfRange));
    }
    let minutes = number::whole(&event.minutes).map_err(at(Field::Absent))?;
    if !(-MOST_MINUTES..=MOST_MINUTES).contains(&minutes) {
        return Err((Field::Absent, Problem::OutOfRange));
    }
    let word = profile.and_then(|profile| profile.statuses.get(&event.reason).copied());
    let (valid, invalid) = match word.or_else(|| crate::value::status::status(&event.reason)) {
        Some(Status::Present) => (Some(0), Some(0)),
        Some(Status::Valid) => (Some(minutes), Some(0)),
        Some(Status::Invalid | Status::Late) => (Some(0), Some(minutes)),
        _ => (None, None),
    };
    let is_absence = valid.unwrap_or(0) != 0 || invalid.unwrap_or(0) != 0;
    let lesson = Lesson { pupil, school, grade, date, start, subject: 0, scheduled, valid, invalid, cancelled: false };
    Ok(Some(Told { lesson, subject: subject.to_owned(), is_absence }))
}

fn school_of(profile: &Profile, event: &Event) -> Option<i32> {
    let names = [&event.unit_id, &event.unit_name];
    let named = profile.schools.iter().find(|(name, _)| names.contains(name)).map(|(_, code)| *code);
    named.or(profile.school)
}

/// One sum for each subject and period, from one aggregation for each reason.
fn sums(aggregations: &[Aggregation], pupil: i32, protected: bool, bytes: u64, out: &mut Out<'_>) -> Result<()> {
    let mut found: HashMap<(String, i32, i32), Sum> = HashMap::new();
    let mut order = Vec::new();
    for aggregation in aggregations {
        out.row(bytes)?;
        if protected {
            continue;
        }
        match sum(aggregation, pupil) {
            Err(slip) => out.bad(File::Lessons, aggregation.row, slip, false),
            Ok(sum) => {
                let key = (sum.subject.clone(), sum.from.0, sum.to.0);
                match found.get_mut(&key) {
                    Some(before) => {
                        before.valid = add(before.valid, sum.valid);
                        before.invalid = add(before.invalid, sum.invalid);
                    }
                    None => {
                        order.push(key.clone());
                        found.insert(key, sum);
                    }
                }
            }
        }
    }
    for sum in order.iter().filter_map(|key| found.remove(key)) {
        out.sum(sum);
    }
    Ok(())
}

fn add(a: Option<i32>, b: Option<i32>) -> Option<i32> {
    match (a, b) {
        (None, None) => None,
        (a, b) => Some(a.unwrap_or(0).saturating_add(b.unwrap_or(0))),
    }
}

fn sum(aggregation: &Aggregation, pupil: i32) -> std::result::Result<Sum, Slip> {
    let at = |field: Field| move |problem| (field, problem);
    let minutes = number::whole(&aggregation.minutes).map_err(at(Field::Absent))?;
    let (valid, invalid) = match crate::value::status::status(&aggregation.reason) {
        Some(Status::Valid) => (Some(minutes), None),
        Some(Status::Invalid | Status::Late) => (None, Some(minutes)),
        _ => (None, None),
    };
    Ok(Sum {
        pupil,
        school: None,
        subject: aggregation.subject_code.clone(),
        from: date::day(&aggregation.start).map_err(at(Field::From))?,
        to: date::day(&aggregation.stop).map_err(at(Field::To))?,
        offered: Some(number::whole(&aggregation.offered).map_err(at(Field::Scheduled))?),
        valid,
        invalid,
        reported: None,
    })
}
