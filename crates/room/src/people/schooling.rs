//! What the roster says of one pupil's schooling: grade and a reduced timetable, school by school.

use access::{Act, Permit, Read, ReadAct, Subject, UnitId};
use domain::pupil::Span;
use domain::{Day, Grade, SchoolForm, SchoolYear};
use serde::Deserialize;
use uuid::Uuid;

use crate::failure::{Result, broken, fault};
use crate::reading::Reading;
use crate::seal::Place;
use crate::store::on_read;

const FAILED: &str = "reading a pupil's schooling";

/// A pupil's enrolment at a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schooling {
    /// The school.
    pub unit: UnitId,
    /// The class there; empty when there is none.
    pub class: String,
    /// Enrolled from and to.
    pub enrolled: Span,
    /// Grade, with form and school year.
    pub grade: Grade,
    /// Decision on a reduced timetable, if there is one.
    pub reduced: Option<Span>,
}

#[derive(Deserialize)]
struct Written {
    form: String,
    level: u8,
    school_year: i16,
    reduced_timetable: Option<(i32, Option<i32>)>,
}

/// Unit, first day, last day, class, and what is sealed.
type EnrolmentRow = (i64, i64, Option<i64>, String, Vec<u8>);

/// The enrolments of the pupil of the permit, oldest first.
///
/// # Errors
/// A permit for something else than a pupil's absence; the database; a row that was tampered with.
pub async fn schooling(reading: &mut Reading<'_>, permit: Permit<Read>) -> Result<Vec<Schooling>> {
    let used = reading.take(permit, ReadAct::SeeAbsenceFigures.code())?;
    let Subject::Pupil(pupil) = used.subject else { return Err(broken("schooling is a pupil's")) };
    let (room, id) = (reading.room(), Uuid::from_u128(pupil.0));
    let rows: Vec<EnrolmentRow> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT unit, from_day, to_day, class, sealed_schooling FROM enrolment WHERE person = $1 ORDER BY from_day, unit")
        .bind(id).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let small = |number: i64| i32::try_from(number).map_err(fault(FAILED));
    let one = |(unit, from, to, class, sealed): (i64, i64, Option<i64>, String, Vec<u8>)| {
        let plain = room.keys().open_value(place(&row(&id, unit, from)), &sealed)?;
        let written: Written = serde_json::from_slice(&plain).map_err(fault(FAILED))?;
        let reduced = written.reduced_timetable.map(|(from, to)| Span { from: Day(from), to: to.map(Day) });
        let enrolled = Span { from: Day(small(from)?), to: to.map(small).transpose()?.map(Day) };
        let form = SchoolForm::from_code(&written.form).ok_or_else(|| broken("a grade of no form"))?;
        let grade = Grade { form, level: written.level, school_year: SchoolYear(written.school_year) };
        Ok(Schooling { unit: UnitId(small(unit)?), class, enrolled, grade, reduced })
    };
    rows.into_iter().map(one).collect()
}

/// The row as part of the seal.
pub(super) fn row(person: &Uuid, unit: i64, from: i64) -> Vec<u8> {
    [person.as_bytes().as_slice(), &unit.to_be_bytes(), &from.to_be_bytes()].concat()
}

/// Where what is said of an enrolment lies.
pub(super) fn place(row: &[u8]) -> Place<'_> {
    Place { table: "enrolment", column: "sealed_schooling", row }
}
