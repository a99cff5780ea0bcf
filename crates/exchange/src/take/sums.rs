//! A row about a pupil's minutes over a time, added up by the source.

use domain::bad_row::Problem;

use super::{Map, Slip};
use crate::known::Known;
use crate::profile::Field;
use crate::sink::Sum;
use crate::table::Row;
use crate::value::number::Amount;
use crate::value::{self, date};

/// The sum; `None` when the pupil is protected.
pub(super) fn read(row: &Row<'_>, map: &Map<'_>, known: &mut Known) -> Result<Option<Sum>, Slip> {
    let keys = map.keys(row, known)?;
    let pupil = known.pupil_of_lesson(&keys).map_err(|problem| (Field::Pupil, problem))?;
    if known.is_protected(pupil) {
        return Ok(None);
    }
    let (from, to) = (map.read(row, Field::From, date::day)?, map.read(row, Field::To, date::day)?);
    if to < from {
        return Err((Field::To, Problem::EndsBeforeStart));
    }
    let offered =
        map.maybe(row, Field::Scheduled, |text| Amount::read(text, map.unit(Field::Scheduled))?.minutes(None))?;
    let minutes = |field: Field| map.maybe(row, field, |text| Amount::read(text, map.unit(field))?.minutes(offered));
    Ok(Some(Sum {
        pupil,
        school: map.school(row, known).ok(),
        subject: map.maybe(row, Field::Subject, |text| value::present(text).map(str::to_owned))?.unwrap_or_default(),
        from,
        to,
        offered,
        valid: minutes(Field::Valid)?,
        invalid: minutes(Field::Invalid)?,
        reported: None,
    }))
}
