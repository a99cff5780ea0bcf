//! Whom one phones at a school: the head teacher's office.

use std::collections::BTreeMap;

use access::{Act, Permit, Read, ReadAct, Subject, UnitId, Write, WriteAct};
use serde::{Deserialize, Serialize};

use super::FAILED;
use crate::change::Change;
use crate::failure::{Result, broken, fault, refuse};
use crate::reading::Reading;
use crate::seal::Place;
use crate::store::{on_read, on_tx};

/// A name and a telephone number. Somebody's working life, but a name all the same: it lies sealed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Name of a person or an office.
    pub name: String,
    /// Telephone number, as it is written.
    pub telephone: String,
}

impl std::fmt::Debug for Contact {
    /// Nothing: a name must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Contact")
    }
}

/// Writes whom one phones at a school; nobody when both are empty.
///
/// # Errors
/// Refused: the room has no such school. A permit for something else than configuring; the database.
pub async fn put_contact(
    change: &mut Change<'_>,
    permit: Permit<Write>,
    unit: UnitId,
    contact: &Contact,
) -> Result<()> {
    change.take(permit, WriteAct::Configure.code())?;
    let row = row(unit);
    let sealed = (*contact != Contact::default())
        .then(|| {
            let plain = serde_json::to_vec(contact).map_err(fault(FAILED))?;
            change.room().keys().seal(place(&row), &plain).map(|sealed| sealed.0)
        })
        .transpose()?;
    let rows = on_tx!(&mut change.tx, on => sqlx::query("UPDATE unit SET sealed_contact = $2 WHERE code = $1")
        .bind(i64::from(unit.0)).bind(sealed).execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    if rows == 1 { Ok(()) } else { Err(refuse("unit-not-there")) }
}

/// Whom one phones at the school of the permit, or at each school when it is for the room.
///
/// # Errors
/// A permit for something else than seeing data quality; the database; a row that was tampered with.
pub async fn contacts(reading: &mut Reading<'_>, permit: Permit<Read>) -> Result<BTreeMap<UnitId, Contact>> {
    let used = reading.take(permit, ReadAct::SeeDataQuality.code())?;
    let only = match &used.subject {
        Subject::Room => None,
        Subject::Unit(unit) => Some(*unit),
        _ => return Err(broken("a contact is a school's")),
    };
    let room = reading.room();
    let rows: Vec<(i64, Vec<u8>)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT code, sealed_contact FROM unit WHERE sealed_contact IS NOT NULL ORDER BY code").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let mut found = BTreeMap::new();
    for (code, sealed) in rows {
        let unit = UnitId(i32::try_from(code).map_err(fault(FAILED))?);
        if only.is_some_and(|only| only != unit) {
            continue;
        }
        let plain = room.keys().open_value(place(&row(unit)), &sealed)?;
        found.insert(unit, serde_json::from_slice(&plain).map_err(fault(FAILED))?);
    }
    Ok(found)
}

fn row(unit: UnitId) -> [u8; 8] {
    i64::from(unit.0).to_be_bytes()
}

fn place(row: &[u8]) -> Place<'_> {
    Place { table: "unit", column: "sealed_contact", row }
}
