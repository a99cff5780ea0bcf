//! Taking roster rows into the room: many in one statement, so that a city takes less than a second.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use access::{Act, Permit, Subject, Used, Write, WriteAct};
use domain::pupil::{Pupil, Span};
use jiff::Timestamp;
use serde_json::json;
use sqlx::QueryBuilder;
use uuid::Uuid;

use super::{name_place, number_place, same};
use crate::change::Change;
use crate::failure::{Result, broken, fault, refuse};
use crate::room::Room;
use crate::seal::{Keyring, Place, number};
use crate::store::on_tx;

/// Rows in one statement, and in one transaction of [`put_all`]: some ten milliseconds.
const CHUNK: usize = 250;

/// Takes roster rows into the room: each with the id that the pupil gets if the pupil number is new. A row replaces what
/// stood about that pupil, school and first day. The mark of protected identity is set, never lifted. Other writers wait
/// until the change is committed: [`put_all`] is for more than some hundred rows.
///
/// # Errors
/// Refused: a row of a school that the permit is not for, or two pupils with one personal number. A permit for something
/// else than importing; the database.
pub async fn put(change: &mut Change<'_>, permit: Permit<Write>, rows: &[(Uuid, &Pupil)]) -> Result<()> {
    let used = change.take(permit, WriteAct::Import.code())?;
    check(&used, rows)?;
    for chunk in rows.chunks(CHUNK) {
        write(change, chunk).await?;
    }
    Ok(())
}

/// As [`put`], a little at a time, so that others can write in between. If it fails half-way, what came before is there;
/// the same rows again change nothing. The entry in the journal is written with the first of them.
///
/// # Errors
/// As [`put`].
pub async fn put_all(room: &Room, now: Timestamp, permit: Permit<Write>, rows: &[(Uuid, &Pupil)]) -> Result<()> {
    let mut permit = Some(permit);
    for chunk in rows.chunks(CHUNK) {
        let mut change = room.change(now).await?;
        if let Some(permit) = permit.take() {
            let used = change.take(permit, WriteAct::Import.code())?;
            check(&used, rows)?;
        }
        write(&mut change, chunk).await?;
        change.commit().await?;
    }
    Ok(())
}

fn check(used: &Used, rows: &[(Uuid, &Pupil)]) -> Result<()> {
    match used.subject {
        Subject::Room => Ok(()),
        Subject::Unit(unit) if rows.iter().all(|(_, row)| row.school == unit.0) => Ok(()),
        Subject::Unit(_) => Err(refuse("room-other-school")),
        _ => Err(broken("a roster is a school's or the room's")),
    }
}

/// Writes the rows of the pupils of whom something is new. Nothing of the others is touched: what is kept of them holds.
async fn write(change: &mut Change<'_>, rows: &[(Uuid, &Pupil)]) -> Result<()> {
    let rows = &same::others(change, rows).await?;
    if rows.is_empty() {
        return Ok(());
    }
    let (version,): (i64,) = on_tx!(&mut change.tx, on => sqlx::query_as(
        "UPDATE room SET people_version = people_version + 1, settings_version = settings_version + 1 WHERE one = 1 \
         RETURNING people_version").fetch_one(on).await)
    .map_err(fault("raising the version of the people"))?;
    let people = put_people(change, version, rows).await?;
    put_identities(change, &people, rows).await?;
    put_enrolments(change, &people, rows).await
}

/// Writes the people of some rows, and gives their ids by pupil number.
async fn put_people(change: &mut Change<'_>, version: i64, rows: &[(Uuid, &Pupil)]) -> Result<HashMap<i64, Uuid>> {
    let (keys, at) = (change.room().keys(), change.now().as_microsecond());
    let marked: BTreeSet<i32> = rows.iter().filter(|(_, row)| row.protected).map(|(_, row)| row.pupil).collect();
    let people = latest(rows, |row| row.pupil).into_iter().map(|(new, row)| {
        let hash = number::hash(&keys.hash, &row.personal_number).map(|hash| hash.to_vec());
        (new, i64::from(row.pupil), hash, marked.contains(&row.pupil))
    });
    let put: std::result::Result<Vec<(Uuid, i64)>, sqlx::Error> = on_tx!(&mut change.tx, on => {
        let mut sql = QueryBuilder::new("INSERT INTO person (id, pupil, number_hash, protected, changed_at, touched) ");
        sql.push_values(people, |mut row, (new, pupil, hash, protected)| {
            row.push_bind(new).push_bind(pupil).push_bind(hash).push_bind(protected).push_bind(at);
            row.push_bind(version);
        });
        sql.push(
            " ON CONFLICT (pupil) DO UPDATE SET number_hash = excluded.number_hash, protected = person.protected OR \
             excluded.protected, changed_at = excluded.changed_at, touched = excluded.touched RETURNING id, pupil");
        sql.build_query_as().persistent(false).fetch_all(on).await
    });
    let put = put.map_err(|error| match error.as_database_error() {
        Some(database) if database.is_unique_violation() => refuse("room-number-twice"),
        _ => fault("writing pupils")(error),
    })?;
    Ok(put.into_iter().map(|(id, pupil)| (pupil, id)).collect())
}

async fn put_identities(change: &mut Change<'_>, people: &HashMap<i64, Uuid>, rows: &[(Uuid, &Pupil)]) -> Result<()> {
    let (keys, failed) = (change.room().keys(), "writing who pupils are");
    let mut sealed = Vec::with_capacity(rows.len());
    for (_, row) in latest(rows, |row| row.pupil) {
        let person = person(people, row)?;
        let name = keys.seal(name_place(&person), row.name.as_bytes())?.0;
        let number = (!row.personal_number.is_empty())
            .then(|| keys.seal(number_place(&person), row.personal_number.as_bytes()).map(|sealed| sealed.0));
        sealed.push((person, name, number.transpose()?));
    }
    on_tx!(&mut change.tx, on => {
        let mut sql = QueryBuilder::new("INSERT INTO identity (person, sealed_name, sealed_number) ");
        sql.push_values(sealed, |mut row, (person, name, number)| {
            row.push_bind(person).push_bind(name).push_bind(number);
        });
        sql.push(
            " ON CONFLICT (person) DO UPDATE SET sealed_name = excluded.sealed_name, sealed_number = \
             excluded.sealed_number");
        sql.build().persistent(false).execute(on).await.map(drop)
    })
    .map_err(fault(failed))
}

async fn put_enrolments(change: &mut Change<'_>, people: &HashMap<i64, Uuid>, rows: &[(Uuid, &Pupil)]) -> Result<()> {
    let (keys, failed) = (change.room().keys(), "writing enrolments");
    let units: BTreeSet<i64> = rows.iter().map(|(_, row)| i64::from(row.school)).collect();
    on_tx!(&mut change.tx, on => {
        let mut sql = QueryBuilder::new("INSERT INTO unit (code, name) ");
        sql.push_values(units, |mut row, unit| {
            row.push_bind(unit).push_bind(unit.to_string());
        });
        sql.push(" ON CONFLICT (code) DO NOTHING");
        sql.build().persistent(false).execute(on).await.map(drop)
    })
    .map_err(fault(failed))?;
    let mut sealed = Vec::with_capacity(rows.len());
    for (_, row) in latest(rows, |row| (row.pupil, row.school, row.enrolled.from)) {
        let person = person(people, row)?;
        sealed.push((person, row, schooling(keys, &person, row)?, same::digest(keys, row)));
    }
    on_tx!(&mut change.tx, on => {
        let mut sql =
            QueryBuilder::new("INSERT INTO enrolment (person, unit, from_day, to_day, class, sealed_schooling, digest) ");
        sql.push_values(sealed, |mut values, (person, row, schooling, digest)| {
            values.push_bind(person).push_bind(i64::from(row.school)).push_bind(i64::from(row.enrolled.from.0));
            values.push_bind(row.enrolled.to.map(|day| i64::from(day.0))).push_bind(row.class.as_str());
            values.push_bind(schooling).push_bind(digest);
        });
        sql.push(
            " ON CONFLICT (person, unit, from_day) DO UPDATE SET to_day = excluded.to_day, class = excluded.class, \
             sealed_schooling = excluded.sealed_schooling, digest = excluded.digest");
        sql.build().persistent(false).execute(on).await.map(drop)
    })
    .map_err(fault(failed))
}

/// Grade and reduced timetable, sealed for the enrolment.
fn schooling(keys: &Keyring, person: &Uuid, row: &Pupil) -> Result<Vec<u8>> {
    let span = |span: Span| (span.from.0, span.to.map(|day| day.0));
    let schooling = json!({
        "form": row.grade.form.code(),
        "level": row.grade.level,
        "school_year": row.grade.school_year.0,
        "reduced_timetable": row.reduced_timetable.map(span),
    });
    let (unit, from) = (i64::from(row.school), i64::from(row.enrolled.from.0));
    let at = [person.as_bytes().as_slice(), &unit.to_be_bytes(), &from.to_be_bytes()].concat();
    let place = Place { table: "enrolment", column: "sealed_schooling", row: &at };
    Ok(keys.seal(place, schooling.to_string().as_bytes())?.0)
}

fn person(people: &HashMap<i64, Uuid>, row: &Pupil) -> Result<Uuid> {
    people.get(&i64::from(row.pupil)).copied().ok_or_else(|| broken("a pupil who was just written is not there"))
}

/// The last of the rows with the same key: one statement must not write a row twice. The id is that of the first, as if
/// they had come one by one.
fn latest<'a, K: Ord>(rows: &[(Uuid, &'a Pupil)], key: impl Fn(&Pupil) -> K) -> Vec<(Uuid, &'a Pupil)> {
    let mut by_key: BTreeMap<K, (Uuid, &Pupil)> = BTreeMap::new();
    for (new, row) in rows {
        by_key.entry(key(row)).or_insert((*new, *row)).1 = *row;
    }
    by_key.into_values().collect()
}
