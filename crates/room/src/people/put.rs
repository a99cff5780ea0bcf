//! Taking roster rows into the room.

use access::{Act, Permit, Subject, Write, WriteAct};
use domain::pupil::Pupil;
use serde_json::json;
use uuid::Uuid;

use super::{name_place, number_place};
use crate::change::Change;
use crate::failure::{Result, broken, fault, refuse};
use crate::seal::{Place, number};
use crate::store::on_tx;

/// Takes roster rows into the room: each with the id that the pupil gets if the pupil number is new. A row replaces
/// what stood about that pupil, school and first day. The mark of protected identity is set, never lifted. Hand over
/// some fifty rows at a time: other writers wait meanwhile.
///
/// # Errors
/// Refused: a row of a school that the permit is not for, or two pupils with one personal number. A permit for
/// something else than importing; the database.
pub async fn put(change: &mut Change<'_>, permit: Permit<Write>, rows: &[(Uuid, &Pupil)]) -> Result<()> {
    let used = change.take(permit, WriteAct::Import.code())?;
    match used.subject {
        Subject::Room => {}
        Subject::Unit(unit) if rows.iter().all(|(_, row)| row.school == unit.0) => {}
        Subject::Unit(_) => return Err(refuse("room-other-school")),
        _ => return Err(broken("a roster is a school's or the room's")),
    }
    for (new, row) in rows {
        let person = put_person(change, *new, row).await?;
        put_enrolment(change, person, row).await?;
    }
    on_tx!(&mut change.tx, on => sqlx::query("UPDATE room SET people_version = people_version + 1 WHERE one = 1")
        .execute(on).await.map(drop))
    .map_err(fault("raising the version of the people"))
}

async fn put_person(change: &mut Change<'_>, new: Uuid, row: &Pupil) -> Result<Uuid> {
    let (room, at, failed) = (change.room(), change.now().as_microsecond(), "writing a pupil");
    let hash = number::hash(&room.keys().hash, &row.personal_number).map(|hash| hash.to_vec());
    let put: std::result::Result<(Uuid,), sqlx::Error> = on_tx!(&mut change.tx, on => sqlx::query_as(
        "INSERT INTO person (id, pupil, number_hash, protected, changed_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT \
         (pupil) DO UPDATE SET number_hash = excluded.number_hash, protected = person.protected OR excluded.protected, \
         changed_at = excluded.changed_at RETURNING id")
        .bind(new).bind(i64::from(row.pupil)).bind(hash).bind(row.protected).bind(at).fetch_one(on).await);
    let (person,) = put.map_err(|error| match error.as_database_error() {
        Some(database) if database.is_unique_violation() => refuse("room-number-twice"),
        _ => fault(failed)(error),
    })?;
    let name = room.keys().seal(name_place(&person), row.name.as_bytes())?.0;
    let number = (!row.personal_number.is_empty())
        .then(|| room.keys().seal(number_place(&person), row.personal_number.as_bytes()).map(|sealed| sealed.0));
    let number = number.transpose()?;
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO identity (person, sealed_name, sealed_number) VALUES ($1, $2, $3) ON CONFLICT (person) DO UPDATE \
         SET sealed_name = excluded.sealed_name, sealed_number = excluded.sealed_number")
        .bind(person).bind(name).bind(number).execute(on).await.map(drop))
    .map_err(fault(failed))?;
    Ok(person)
}

async fn put_enrolment(change: &mut Change<'_>, person: Uuid, row: &Pupil) -> Result<()> {
    let (room, failed) = (change.room(), "writing an enrolment");
    let span = |span: domain::pupil::Span| (span.from.0, span.to.map(|day| day.0));
    let schooling = json!({
        "form": row.grade.form.code(),
        "level": row.grade.level,
        "school_year": row.grade.school_year.0,
        "reduced_timetable": row.reduced_timetable.map(span),
    });
    let (unit, from) = (i64::from(row.school), i64::from(row.enrolled.from.0));
    let at = [person.as_bytes().as_slice(), &unit.to_be_bytes(), &from.to_be_bytes()].concat();
    let place = Place { table: "enrolment", column: "sealed_schooling", row: &at };
    let schooling = room.keys().seal(place, schooling.to_string().as_bytes())?.0;
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO unit (code, name) VALUES ($1, $2) ON CONFLICT (code) DO NOTHING")
        .bind(unit).bind(unit.to_string()).execute(on).await.map(drop))
    .map_err(fault(failed))?;
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO enrolment (person, unit, from_day, to_day, class, sealed_schooling) VALUES ($1, $2, $3, $4, $5, \
         $6) ON CONFLICT (person, unit, from_day) DO UPDATE SET to_day = excluded.to_day, class = excluded.class, \
         sealed_schooling = excluded.sealed_schooling")
        .bind(person).bind(unit).bind(from).bind(row.enrolled.to.map(|day| i64::from(day.0))).bind(row.class.as_str())
        .bind(schooling).execute(on).await.map(drop))
    .map_err(fault(failed))
}
