//! Activities, calendar events and attendances: the lessons.

use domain::Day;
use domain::bad_row::{File, Problem};
use domain::lesson::Lesson;
use serde_json::Value;

use super::remembered::Event;
use super::{field, teachers};
use crate::failure::Result;
use crate::known::Known;
use crate::limits::MOST_REMEMBERED;
use crate::numbers::Key;
use crate::out::Out;
use crate::profile::Field;
use crate::take::{DAY_MINUTES, LONGEST_SUBJECT, MOST_MINUTES};
use crate::value::time::Local;

type Slip = (Field, Problem);

/// An activity: its subject, and where it is given.
pub(super) fn activity(value: &Value, known: &mut Known, out: &mut Out<'_>) {
    if let Some(id) = field::id(value, "id") {
        remember_activity(id, value, known);
        teachers::of_activity(value, known, out);
        out.kept();
    }
}

fn remember_activity(id: u128, value: &Value, known: &mut Known) {
    let syllabus = value.get("_embedded").and_then(|it| it.get("syllabus"));
    let code = |name: &str| syllabus.and_then(|syllabus| field::text(syllabus, name));
    let reference = || value.get("syllabus").and_then(|it| field::text(it, "displayName"));
    let subject = code("subjectCode").or_else(|| code("courseCode")).or_else(reference);
    let subject = subject.or_else(|| field::text(value, "displayName")).unwrap_or_default();
    let number = known.remembered.activity_number(id);
    let groups =
        field::list(value, "groups").iter().filter_map(|group| Some(field::number_of(&field::text(group, "id")?)));
    let groups: Vec<u128> = groups.collect();
    if !groups.is_empty() {
        known.remembered.groups.insert(number, groups);
    }
    known.remembered.keep_activity(id, short(&subject), field::id(value, "organisation"));
}

/// As much of a name as a subject code may be.
fn short(name: &str) -> &str {
    let mut end = name.len().min(LONGEST_SUBJECT);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    name.get(..end).unwrap_or_default().trim()
}

/// A calendar event, with the attendance that is embedded in it.
pub(super) fn event(row: u64, value: &Value, known: &mut Known, out: &mut Out<'_>) -> Result<()> {
    let id = field::id(value, "id");
    let mut read = || {
        let id = id.ok_or((Field::Subject, Problem::Missing))?;
        let activity = field::id(value, "activity").ok_or((Field::Subject, Problem::Missing))?;
        Ok((id, activity, read_event(value, known.remembered.activity_number(activity))?))
    };
    let (id, activity_id, event) = match read() {
        Ok(read) => read,
        Err(slip) => {
            out.bad(File::Lessons, row, slip, false);
            return Ok(());
        }
    };
    let embedded = value.get("_embedded");
    if let Some(activity) = embedded.and_then(|it| it.get("activity")) {
        remember_activity(activity_id, activity, known);
    }
    if known.remembered.events.len() >= MOST_REMEMBERED {
        return Err(crate::failure::Failure::Refused(text::Message::new("exchange-too-much-at-once")));
    }
    for exception in field::list(value, "studentExceptions") {
        if let Some(student) = field::id(exception, "student") {
            let takes_part = field::flag(exception, "participates") != Some(false);
            let own = || field::whole(exception, "teachingLength").or_else(|| length(exception));
            let minutes = takes_part.then(|| own().unwrap_or(i32::from(event.minutes)));
            known.remembered.exceptions.insert((id, student), minutes);
        }
    }
    known.remembered.events.insert(id, event);
    let attendances = embedded.map_or(&[][..], |it| field::list(it, "attendance"));
    if attendances.is_empty() {
        out.kept();
    }
    for attendance in attendances {
        take(row, id, attendance, known, out)?;
    }
    Ok(())
}

fn read_event(value: &Value, activity: u32) -> std::result::Result<Event, Slip> {
    let start = field::text(value, "startTime").unwrap_or_default();
    let (date, start) = Local::sweden().read(&start).map_err(|problem| (Field::Start, problem))?;
    let planned = field::whole(value, "teachingLengthStudent").or_else(|| length(value));
    let minutes = planned.ok_or((Field::End, Problem::NotATime))?;
    let fits = (-MOST_MINUTES..=DAY_MINUTES).contains(&minutes);
    let minutes = i16::try_from(minutes).ok().filter(|_| fits).ok_or((Field::Scheduled, Problem::OutOfRange))?;
    Ok(Event {
        date: date.0,
        start: i16::try_from(start).map_err(|_| (Field::Start, Problem::OutOfRange))?,
        minutes,
        cancelled: field::flag(value, "cancelled") == Some(true),
        attended: false,
        activity,
    })
}

/// The lessons that nobody has said anything about, of each member of their groups: they are unreported, and without
/// them it would look as if everything were reported. Run when all files of a reading have been read.
pub(super) fn unreported(known: &mut Known, out: &mut Out<'_>) -> Result<()> {
    let ids = known.remembered.events.iter().filter(|(_, event)| !event.attended && !event.cancelled);
    let mut ids: Vec<u128> = ids.map(|(id, _)| *id).collect();
    ids.sort_unstable();
    for id in ids {
        let Some(event) = known.remembered.events.get_mut(&id) else { continue };
        event.attended = true;
        let event = *event;
        let groups = known.remembered.groups.get(&event.activity).cloned().unwrap_or_default();
        let day = Day(event.date);
        let members = groups.iter().filter_map(|group| known.remembered.members.get(group)).flatten();
        let on_day = members.filter(|(_, from, to)| *from <= day && day <= *to).map(|(person, ..)| *person);
        let mut persons: Vec<u128> = on_day.collect();
        persons.sort_unstable();
        persons.dedup();
        for person in persons {
            if let Some((subject, lesson)) = planned(id, event, person, known) {
                out.lesson(0, &subject, lesson)?;
            }
        }
    }
    Ok(())
}

/// A member's lesson that nobody has reported; `None` when the pupil is not known, protected or does not take part.
fn planned(id: u128, event: Event, person: u128, known: &Known) -> Option<(String, Lesson)> {
    let pupil = *known.remembered.pupils.get(&person)?;
    let minutes = known.remembered.exceptions.get(&(id, person)).copied();
    if known.is_protected(pupil) || minutes == Some(None) {
        return None;
    }
    let activity = known.remembered.activity(event.activity)?;
    let place = activity.organisation.and_then(|it| known.remembered.schools.get(&it).copied());
    let (school, grade) = known.enrolled(pupil, place, Day(event.date))?;
    let subject = known.remembered.subject_of(activity)?.to_owned();
    let lesson = Lesson {
        pupil,
        school,
        grade,
        date: Day(event.date),
        start: i32::from(event.start),
        subject: 0,
        scheduled: minutes.flatten().unwrap_or(i32::from(event.minutes)),
        valid: None,
        invalid: None,
        cancelled: false,
    };
    Some((subject, lesson))
}

/// The minutes from start to end, also over a change of time.
fn length(value: &Value) -> Option<i32> {
    let local = Local::sweden();
    let at = |name: &str| {
        let (day, minutes) = local.read(&field::text(value, name)?).ok()?;
        Some(day.0.saturating_mul(DAY_MINUTES).saturating_add(minutes))
    };
    Some(at("endTime")?.saturating_sub(at("startTime")?))
}

/// An attendance by itself: the lesson must have been read before.
pub(super) fn attendance(row: u64, value: &Value, known: &mut Known, out: &mut Out<'_>) -> Result<()> {
    match field::id(value, "calendarEvent") {
        Some(event) => take(row, event, value, known, out),
        None => {
            out.bad(File::Lessons, row, (Field::Subject, Problem::UnknownLesson), false);
            Ok(())
        }
    }
}

fn take(row: u64, event: u128, value: &Value, known: &mut Known, out: &mut Out<'_>) -> Result<()> {
    if let Some(event) = known.remembered.events.get_mut(&event) {
        event.attended = true;
    }
    match lesson(event, value, known) {
        Ok(Some((subject, lesson))) => out.lesson(row, &subject, lesson),
        Ok(None) => Ok(()),
        Err(slip) => {
            let protected = value.get("student").is_some_and(|student| field::protected(student) == Some(true));
            out.bad(File::Lessons, row, slip, protected);
            Ok(())
        }
    }
}

/// The lesson of one pupil and its subject; `None` when the pupil is protected.
fn lesson(id: u128, value: &Value, known: &mut Known) -> std::result::Result<Option<(String, Lesson)>, Slip> {
    let student = value.get("student").ok_or((Field::Pupil, Problem::Missing))?;
    let person = field::id(value, "student").ok_or((Field::Pupil, Problem::Missing))?;
    let pupil = match known.remembered.pupils.get(&person) {
        Some(pupil) => *pupil,
        None => {
            let key = field::text(student, "id").ok_or((Field::Pupil, Problem::Missing))?;
            let found = known.pupil_of_lesson(&[Key::Id(key.to_lowercase())]);
            found.map_err(|problem| (Field::Pupil, problem))?
        }
    };
    if field::protected(student) == Some(true) {
        known.protect(pupil);
    }
    if known.is_protected(pupil) || known.remembered.protected.contains(&person) {
        return Ok(None);
    }
    let event = *known.remembered.events.get(&id).ok_or((Field::Subject, Problem::UnknownLesson))?;
    let date = Day(event.date);
    let activity = known.remembered.activity(event.activity);
    let place = activity.and_then(|it| known.remembered.schools.get(&it.organisation?).copied());
    let (school, grade) = known.enrolled(pupil, place, date).ok_or((Field::Grade, Problem::UnknownPupil))?;
    let subject = activity.and_then(|it| known.remembered.subject_of(it)).map(str::to_owned);
    let subject = subject.ok_or((Field::Subject, Problem::Missing))?;
    let exception = known.remembered.exceptions.get(&(id, person)).copied();
    let scheduled = match exception {
        Some(Some(minutes)) => minutes,
        _ => i32::from(event.minutes),
    };
    let (valid, invalid) = reported(value, scheduled)?;
    Ok(Some((
        subject,
        Lesson {
            pupil,
            school,
            grade,
            date,
            start: i32::from(event.start),
            subject: 0,
            scheduled,
            valid,
            invalid,
            // who does not take part is offered nothing
            cancelled: event.cancelled || exception == Some(None),
        },
    )))
}

/// Valid and invalid minutes; both `None` when nobody has reported.
fn reported(value: &Value, scheduled: i32) -> std::result::Result<(Option<i32>, Option<i32>), Slip> {
    if field::flag(value, "isReported") != Some(true) {
        return Ok((None, None));
    }
    let minutes = |name: &str, column: Field| match field::whole(value, name) {
        Some(minutes) if !(-MOST_MINUTES..=MOST_MINUTES).contains(&minutes) => Err((column, Problem::OutOfRange)),
        minutes => Ok(minutes),
    };
    let valid = minutes("validAbsenceMinutes", Field::Valid)?;
    let invalid = minutes("invalidAbsenceMinutes", Field::Invalid)?;
    let there = field::whole(value, "attendanceMinutes");
    let elsewhere = field::whole(value, "otherAttendanceMinutes").unwrap_or(0);
    // absent for some time, and nobody says of what kind: that is not known, and not presence
    let unexplained = there.is_some_and(|there| there.saturating_add(elsewhere) < scheduled);
    Ok(match (valid, invalid) {
        (None, None) if unexplained => (None, None),
        (valid, invalid) => (Some(valid.unwrap_or(0)), Some(invalid.unwrap_or(0))),
    })
}
