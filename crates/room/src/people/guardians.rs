//! Guardians: whom the school may have to call. Sealed, and read with the pupil's own permit.

use std::collections::BTreeMap;

use access::{Act, Permit, Read, ReadAct, Subject, Write, WriteAct, Zone};
use domain::guardian::{Guardian, Relation};
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::failure::{Result, broken, fault};
use crate::reading::Reading;
use crate::room::Room;
use crate::seal::Place;
use crate::store::{on_read, on_tx};

const FAILED: &str = "guardians";
/// Pupils in one transaction.
const CHUNK: usize = 200;

const RELATIONS: [(Relation, &str); 5] = [
    (Relation::Guardian, "guardian"),
    (Relation::OtherResponsible, "other-responsible"),
    (Relation::Trustee, "trustee"),
    (Relation::Appointed, "appointed"),
    (Relation::Unknown, "unknown"),
];

/// Writes the guardians of some pupils, in the place of those they had. Pupils whom the room does not know, or who have
/// protected identity, get none.
///
/// # Errors
/// A permit for something else than importing; the database.
pub async fn put_guardians(room: &Room, now: Timestamp, permit: Permit<Write>, all: &[Guardian]) -> Result<()> {
    let mut by_pupil: BTreeMap<i32, Vec<&Guardian>> = BTreeMap::new();
    for guardian in all {
        by_pupil.entry(guardian.pupil).or_default().push(guardian);
    }
    let pupils: Vec<(i32, Vec<&Guardian>)> = by_pupil.into_iter().collect();
    let mut permit = Some(permit);
    for chunk in pupils.chunks(CHUNK) {
        let mut change = room.change(now).await?;
        if let Some(permit) = permit.take() {
            change.take(permit, WriteAct::Import.code())?;
        }
        for (pupil, guardians) in chunk {
            let person: Option<(Uuid,)> = on_tx!(&mut change.tx, on =>
                sqlx::query_as("SELECT id FROM person WHERE pupil = $1 AND NOT protected").bind(i64::from(*pupil))
                    .fetch_optional(on).await)
            .map_err(fault(FAILED))?;
            let Some((person,)) = person else { continue };
            on_tx!(&mut change.tx, on => sqlx::query("DELETE FROM guardian WHERE person = $1").bind(person).execute(on)
                .await.map(drop))
            .map_err(fault(FAILED))?;
            for (at, guardian) in (0_i64..).zip(guardians) {
                let body = written(guardian).to_string();
                let sealed = room.keys().seal(place(&row(person, at)), body.as_bytes())?.0;
                on_tx!(&mut change.tx, on => sqlx::query(
                    "INSERT INTO guardian (person, place, sealed_guardian) VALUES ($1, $2, $3)")
                    .bind(person).bind(at).bind(sealed).execute(on).await.map(drop))
                .map_err(fault(FAILED))?;
            }
        }
        change.commit().await?;
    }
    Ok(())
}

/// The guardians of the pupil of the permit, as the source orders them.
///
/// # Errors
/// A permit for something else than a pupil's absence or the support zone of an episode; the database; a row that was tampered with.
pub async fn guardians(reading: &mut Reading<'_>, permit: Permit<Read>) -> Result<Vec<Guardian>> {
    let used = reading.take_any(permit)?;
    let pupil = match (used.subject, used.zone) {
        (Subject::Pupil(pupil), _) if used.act == ReadAct::SeeAbsenceFigures.code() => pupil,
        (Subject::Episode { pupil, .. }, Some(Zone::SchoolSupport)) => pupil,
        _ => return Err(broken("guardians are a pupil's")),
    };
    of_person(reading.room(), Uuid::from_u128(pupil.0)).await
}

/// What a guardian is known by in this room: the same as long as it is the same person, and telling nothing.
pub fn guardian_id(room: &Room, guardian: &Guardian) -> Uuid {
    let who = if guardian.personal_number.is_empty() { &guardian.name } else { &guardian.personal_number };
    let mac = room.keys().hash.of(&[b"guardian", who.as_bytes()]);
    let mut half = [0; 16];
    half.iter_mut().zip(mac).for_each(|(to, from)| *to = from);
    uuid::Builder::from_custom_bytes(half).into_uuid()
}

/// The guardians of a person, for what has used up a permit about her or him.
pub(crate) async fn of_person(room: &Room, person: Uuid) -> Result<Vec<Guardian>> {
    let rows: Vec<(i64, Vec<u8>)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT place, sealed_guardian FROM guardian WHERE person = $1 ORDER BY place").bind(person).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let one = |(at, sealed): (i64, Vec<u8>)| {
        let plain = room.keys().open_value(place(&row(person, at)), &sealed)?;
        Ok(read(&serde_json::from_slice(&plain).map_err(fault(FAILED))?))
    };
    rows.into_iter().map(one).collect()
}

fn written(it: &Guardian) -> Value {
    let relation = RELATIONS.iter().find(|(relation, _)| *relation == it.relation).map_or("unknown", |(_, code)| code);
    json!({ "number": it.personal_number, "name": it.name, "email": it.email, "telephone": it.telephone,
            "relation": relation })
}

fn read(value: &Value) -> Guardian {
    let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let code = text("relation");
    let relation =
        RELATIONS.iter().find(|(_, name)| *name == code).map_or(Relation::Unknown, |(relation, _)| *relation);
    Guardian {
        pupil: 0, // whoever reads knows whose they are
        personal_number: text("number"),
        name: text("name"),
        email: text("email"),
        telephone: text("telephone"),
        relation,
    }
}

fn row(person: Uuid, at: i64) -> Vec<u8> {
    [person.as_bytes().as_slice(), &at.to_be_bytes()].concat()
}

fn place(row: &[u8]) -> Place<'_> {
    Place { table: "guardian", column: "sealed_guardian", row }
}
