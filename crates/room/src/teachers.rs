//! Who teaches a class a subject, as the deliveries say. The attendance history knows no teacher, and a name is shown
//! only to the head teacher of the school, who leads the work there (skollagen 2 kap. 9–10 §§).

use access::{Act, Permit, Read, ReadAct, Subject, UnitId, Write, WriteAct};

use crate::change::Change;
use crate::failure::{Result, broken, fault};
use crate::reading::Reading;
use crate::seal::Place;
use crate::store::{on_read, on_tx};

const FAILED: &str = "who teaches what";

/// One teacher of a class in a subject.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Teaches {
    /// Class, or the group when it is not one class.
    pub class: String,
    /// Code of the subject, as in the attendance history.
    pub subject: String,
    /// Name.
    pub name: String,
}

impl std::fmt::Debug for Teaches {
    /// Class and subject only: a name must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Teaches").field("class", &self.class).field("subject", &self.subject).finish_non_exhaustive()
    }
}

/// Takes in who teaches what at a school. What stood there about the same class and subject gives way; the rest stays,
/// since a delivery may hold only what has changed.
///
/// # Errors
/// A permit for something else than importing, or for another school; the database.
pub async fn put(change: &mut Change<'_>, permit: Permit<Write>, unit: UnitId, all: &[Teaches]) -> Result<()> {
    match change.take(permit, WriteAct::Import.code())?.subject {
        Subject::Room => {}
        Subject::Unit(of) if of == unit => {}
        _ => return Err(broken("a permit for another school")),
    }
    let code = i64::from(unit.0);
    let mut all = all.to_vec();
    all.sort();
    all.dedup();
    let mut place_in = (None, 0);
    for it in &all {
        let course = Some((it.class.as_str(), it.subject.as_str()));
        place_in = if place_in.0 == course { (course, place_in.1 + 1) } else { (course, 0) };
        if place_in.1 == 0 {
            on_tx!(&mut change.tx, on =>
                sqlx::query("DELETE FROM teacher WHERE unit = $1 AND class = $2 AND subject = $3").bind(code)
                    .bind(it.class.as_str()).bind(it.subject.as_str()).execute(on).await.map(drop))
            .map_err(fault(FAILED))?;
        }
        let row = row(unit, &it.class, &it.subject, place_in.1);
        let sealed = change.room().keys().seal(place(&row), it.name.as_bytes())?.0;
        on_tx!(&mut change.tx, on => sqlx::query(
            "INSERT INTO teacher (unit, class, subject, place, sealed_name) VALUES ($1, $2, $3, $4, $5)")
            .bind(code).bind(it.class.as_str()).bind(it.subject.as_str()).bind(place_in.1).bind(sealed)
            .execute(on).await.map(drop))
        .map_err(fault(FAILED))?;
    }
    Ok(())
}

/// Who teaches what at the school of the permit, in order of class, subject and name.
///
/// # Errors
/// A permit for something else than seeing teachers; the database; a row that was tampered with.
pub async fn of_school(reading: &mut Reading<'_>, permit: Permit<Read>) -> Result<Vec<Teaches>> {
    let used = reading.take(permit, ReadAct::SeeTeacher.code())?;
    let Subject::Unit(unit) = used.subject else { return Err(broken("teachers are a school's")) };
    let room = reading.room();
    let rows: Vec<(String, String, i64, Vec<u8>)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT class, subject, place, sealed_name FROM teacher WHERE unit = $1")
        .bind(i64::from(unit.0)).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let one = |(class, subject, at, sealed): (String, String, i64, Vec<u8>)| {
        let name = room.keys().open_text(place(&row(unit, &class, &subject, at)), &sealed)?;
        Ok(Teaches { class, subject, name })
    };
    let mut all: Vec<Teaches> = rows.into_iter().map(one).collect::<Result<_>>()?;
    all.sort();
    Ok(all)
}

fn row(unit: UnitId, class: &str, subject: &str, at: i64) -> Vec<u8> {
    let unit = i64::from(unit.0).to_be_bytes();
    [unit.as_slice(), &at.to_be_bytes(), class.as_bytes(), &[0], subject.as_bytes()].concat()
}

fn place(row: &[u8]) -> Place<'_> {
    Place { table: "teacher", column: "sealed_name", row }
}
