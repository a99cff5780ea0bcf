//! A row about a pupil at a lesson.

use std::borrow::Cow;

use domain::bad_row::Problem;
use domain::lesson::Lesson;

use super::{Map, Slip};
use crate::known::Known;
use crate::out::Out;
use crate::profile::Field;
use crate::table::Row;
use crate::value::number::Amount;
use crate::value::{self, Status, date, grade, number, time};

/// A school day has at most this many minutes.
pub(crate) const DAY_MINUTES: i32 = 24 * 60;
/// Absence beyond this is a slip; smaller is clipped to the lesson later (P5).
pub(crate) const MOST_MINUTES: i32 = 10 * DAY_MINUTES;
/// Subject codes are short.
pub(crate) const LONGEST_SUBJECT: usize = 60;

/// The lesson and its subject; `None` when the pupil is protected: then nothing of the row goes further.
pub(super) fn read<'r>(
    row: &Row<'r>,
    map: &Map<'_>,
    known: &mut Known,
    out: &mut Out<'_>,
) -> Result<Option<(Cow<'r, str>, Lesson)>, Slip> {
    let keys = map.keys(row, known)?;
    let pupil = known.pupil_of_lesson(&keys).map_err(|problem| (Field::Pupil, problem))?;
    if known.is_protected(pupil) {
        return Ok(None);
    }
    let date = map.read(row, Field::Date, date::day)?;
    let school = map.school(row, known)?;
    let level = match map.maybe(row, Field::Grade, grade::level)? {
        Some(level) => i8::try_from(level).map_err(|_| (Field::Grade, Problem::OutOfRange))?,
        None => known.enrolled(pupil, Some(school), date).map(|it| it.1).ok_or((Field::Grade, Problem::Missing))?,
    };
    let start = map.read(row, Field::Start, if map.profile.start_in_minutes { minutes_of_day } else { clock })?;
    let scheduled = scheduled(row, map, start)?;
    let (valid, invalid, cancelled) = absence(row, map, scheduled, out)?;
    let subject = match map.get(row, Field::Subject)? {
        Cow::Borrowed(text) => value::present(text).map(Cow::Borrowed),
        Cow::Owned(text) => value::present(&text).map(|text| Cow::Owned(text.to_owned())),
    };
    let subject = subject.map_err(|problem| (Field::Subject, problem))?;
    if subject.len() > LONGEST_SUBJECT {
        return Err((Field::Subject, Problem::OutOfRange));
    }
    for (field, minutes) in [(Field::Valid, valid), (Field::Invalid, invalid)] {
        if minutes.is_some_and(|it| !(-MOST_MINUTES..=MOST_MINUTES).contains(&it)) {
            return Err((field, Problem::OutOfRange));
        }
    }
    let lesson = Lesson { pupil, school, grade: level, date, start, subject: 0, scheduled, valid, invalid, cancelled };
    Ok(Some((subject, lesson)))
}

/// A time of day, alone or after a date.
fn clock(text: &str) -> value::Value<i32> {
    let text = value::present(text)?;
    let time = date::split(text).1;
    time::clock(if time.is_empty() { text } else { time })
}

/// Minutes after midnight.
fn minutes_of_day(text: &str) -> value::Value<i32> {
    let minutes = number::whole(text)?;
    if (0..DAY_MINUTES).contains(&minutes) { Ok(minutes) } else { Err(Problem::OutOfRange) }
}

fn scheduled(row: &Row<'_>, map: &Map<'_>, start: i32) -> Result<i32, Slip> {
    let read = |text: &str| Amount::read(text, map.unit(Field::Scheduled)).and_then(|it| it.minutes(None));
    let minutes = match map.maybe(row, Field::Scheduled, read)? {
        Some(minutes) => minutes,
        None => map.read(row, Field::End, clock)? - start,
    };
    let fits = (-MOST_MINUTES..=DAY_MINUTES).contains(&minutes);
    if fits { Ok(minutes) } else { Err((Field::Scheduled, Problem::OutOfRange)) }
}

type Absence = (Option<i32>, Option<i32>, bool);

/// Valid and invalid minutes, both `None` when unreported, and whether the lesson was called off.
fn absence(row: &Row<'_>, map: &Map<'_>, scheduled: i32, out: &mut Out<'_>) -> Result<Absence, Slip> {
    let cancelled = map.maybe(row, Field::Cancelled, value::flag)?.unwrap_or(false);
    if map.maybe(row, Field::Reported, value::flag)? == Some(false) {
        return Ok((None, None, cancelled));
    }
    let minutes =
        |field: Field| map.maybe(row, field, |text| Amount::read(text, map.unit(field))?.minutes(Some(scheduled)));
    let (valid, invalid) = (minutes(Field::Valid)?, minutes(Field::Invalid)?);
    let (late, absent) = (minutes(Field::Late)?, minutes(Field::Absent)?);
    let word = map.get(row, Field::Status)?;
    if !map.profile.has(Field::Status) {
        let invalid = match (invalid, late) {
            (None, None) => None,
            (invalid, late) => Some(invalid.unwrap_or(0).saturating_add(late.unwrap_or(0))),
        };
        // as in the canonical file: unreported when either is missing, unless the source is known to leave out zeros
        let zero = (map.profile.blank_is_zero || map.profile.has(Field::Reported)).then_some(0);
        return Ok((valid.or(zero), invalid.or(zero), cancelled));
    }
    let whole = absent.unwrap_or(scheduled);
    let extra = late.unwrap_or(0).saturating_add(invalid.unwrap_or(0));
    Ok(match map.status(&word) {
        _ if value::trim(&word).is_empty() => (valid, invalid, cancelled),
        Some(Status::Present) => (Some(valid.unwrap_or(0)), Some(extra), cancelled),
        Some(Status::Valid) => (Some(valid.unwrap_or(whole)), Some(extra), cancelled),
        Some(Status::Invalid) => (Some(valid.unwrap_or(0)), Some(invalid.unwrap_or(whole)), cancelled),
        Some(Status::Late) => {
            // without minutes it is known that the pupil was late, not how late: a whole lesson would be untrue
            let minutes = late.or(invalid).or(absent);
            (minutes.map(|_| valid.unwrap_or(0)), minutes, cancelled)
        }
        Some(Status::Unreported) => (None, None, cancelled),
        Some(Status::Cancelled) => (None, None, true),
        None => {
            out.unknown_word();
            (None, None, cancelled)
        }
    })
}
