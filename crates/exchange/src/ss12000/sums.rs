//! Aggregated attendance: minutes of a pupil in an activity over a time, added up by the source.

use domain::bad_row::{File, Problem};
use serde_json::Value;

use super::field;
use crate::known::Known;
use crate::numbers::Key;
use crate::out::Out;
use crate::profile::Field;
use crate::sink::Sum;

/// Takes one sum.
pub(super) fn take(row: u64, value: &Value, known: &mut Known, out: &mut Out<'_>) {
    match sum(value, known) {
        Ok(Some(sum)) => out.sum(sum),
        Ok(None) => {}
        Err(slip) => out.bad(File::Lessons, row, slip, false),
    }
}

fn sum(value: &Value, known: &mut Known) -> Result<Option<Sum>, (Field, Problem)> {
    let student = value.get("student").ok_or((Field::Pupil, Problem::Missing))?;
    let key = field::text(student, "id").ok_or((Field::Pupil, Problem::Missing))?;
    let pupil = known.pupil_of_lesson(&[Key::Id(key.to_lowercase())]).map_err(|problem| (Field::Pupil, problem))?;
    let embedded = value.get("_embedded");
    let marks = [Some(student), embedded.and_then(|it| it.get("student"))];
    if marks.into_iter().flatten().any(|it| field::protected(it) == Some(true)) {
        known.protect(pupil);
    }
    if known.is_protected(pupil) {
        return Ok(None);
    }
    let from = field::day(value, "startDate").ok_or((Field::From, Problem::NotADate))?;
    let to = field::day(value, "endDate").ok_or((Field::To, Problem::NotADate))?;
    if to < from {
        return Err((Field::To, Problem::EndsBeforeStart));
    }
    let activity = field::id(value, "activity").and_then(|id| known.remembered.activity_by_id(id));
    let subject = activity.and_then(|it| known.remembered.subject_of(it)).map(str::to_owned);
    let named = || value.get("activity").and_then(|it| field::text(it, "displayName"));
    let school = activity.and_then(|it| known.remembered.schools.get(&it.organisation?).copied());
    Ok(Some(Sum {
        pupil,
        school,
        subject: subject.or_else(named).unwrap_or_default(),
        from,
        to,
        offered: field::whole(value, "offeredSum"),
        valid: field::whole(value, "validAbsenceSum"),
        invalid: field::whole(value, "invalidAbsenceSum"),
        reported: field::whole(value, "reportedSum"),
    }))
}
