//! A row about a guardian of a pupil.

use domain::bad_row::Problem;
use domain::guardian::{Guardian, Relation};

use super::{Map, Slip};
use crate::known::Known;
use crate::profile::Field;
use crate::profile::guess::personal_number;
use crate::table::Row;
use crate::value;

/// The guardian; `None` when the pupil is protected.
pub(super) fn read(row: &Row<'_>, map: &Map<'_>, known: &mut Known) -> Result<Option<Guardian>, Slip> {
    let keys = map.keys(row, known)?;
    let pupil = known.pupil_of_lesson(&keys).map_err(|problem| (Field::Pupil, problem))?;
    if known.is_protected(pupil) {
        return Ok(None);
    }
    let number = map.maybe(row, Field::GuardianNumber, |text| {
        personal_number(text, known.today).ok_or(Problem::NotAPersonalNumber)
    })?;
    let plain = |text: &str| value::present(text).map(str::to_owned);
    Ok(Some(Guardian {
        pupil,
        personal_number: number.map(|it| it.as_str().to_owned()).unwrap_or_default(),
        name: map.name(row, Field::GuardianName, Field::GuardianGivenName, Field::GuardianFamilyName)?,
        email: map.maybe(row, Field::Email, plain)?.unwrap_or_default(),
        telephone: map.maybe(row, Field::Telephone, plain)?.unwrap_or_default(),
        relation: Relation::Guardian,
    }))
}
