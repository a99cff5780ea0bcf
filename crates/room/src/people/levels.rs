//! Who is enrolled where and at which level: for an import of lessons that come without a roster.

use access::{Act, Permit, Write, WriteAct};
use domain::Day;
use domain::pupil::Span;
use serde::Deserialize;
use uuid::Uuid;

use super::schooling::{place, row};
use crate::failure::{Result, broken, fault};
use crate::reading::Reading;
use crate::store::on_read;

const FAILED: &str = "reading who is enrolled";

/// An enrolment, by numbers only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AtLevel {
    /// The pupil's number in the attendance history.
    pub pupil: i32,
    /// School unit code.
    pub school: i32,
    /// Level of the grade, 0 to 10.
    pub level: i8,
    /// Enrolled from and to.
    pub enrolled: Span,
    /// Whether the pupil has protected identity.
    pub protected: bool,
}

#[derive(Deserialize)]
struct Written {
    level: i8,
}

/// Person, pupil number, protected, unit, first and last day, and what is sealed.
type Row = (Uuid, i64, bool, i64, i64, Option<i64>, Vec<u8>);

/// Every enrolment of the room. No name and no personal number is read.
///
/// # Errors
/// A permit for something else than importing; the database; a row that was tampered with.
pub async fn levels(reading: &mut Reading<'_>, permit: Permit<Write>) -> Result<Vec<AtLevel>> {
    if permit.act() != WriteAct::Import.code() {
        return Err(broken("a permit for another act"));
    }
    reading.take_any(permit)?;
    let room = reading.room();
    let rows: Vec<Row> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT p.id, p.pupil, p.protected, e.unit, e.from_day, e.to_day, e.sealed_schooling FROM person p JOIN enrolment \
         e ON e.person = p.id ORDER BY p.pupil, e.from_day").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let small = |number: i64| i32::try_from(number).map_err(fault(FAILED));
    let one = |(id, pupil, protected, unit, from, to, sealed): Row| {
        let plain = room.keys().open_value(place(&row(&id, unit, from)), &sealed)?;
        let written: Written = serde_json::from_slice(&plain).map_err(fault(FAILED))?;
        let enrolled = Span { from: Day(small(from)?), to: to.map(small).transpose()?.map(Day) };
        Ok(AtLevel { pupil: small(pupil)?, school: small(unit)?, level: written.level, enrolled, protected })
    };
    rows.into_iter().map(one).collect()
}
