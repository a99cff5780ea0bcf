//! Taking in one person whom a referral is about, in a room without a roster.

use uuid::Uuid;

use super::{Identity, name_place, number_place};
use crate::change::Change;
use crate::failure::{Result, fault, refuse};
use crate::seal::number;
use crate::store::on_tx;

const FAILED: &str = "taking in a person";

/// Writes a person with name and number. The number in the attendance history, which the room has none of, is the next
/// that is free.
///
/// # Errors
/// Refused: somebody else in the room has that personal number. The database.
pub(crate) async fn put_new(change: &mut Change<'_>, person: Uuid, who: &Identity) -> Result<()> {
    let (room, at) = (change.room(), change.now().as_microsecond());
    let written = who.personal_number.as_deref().filter(|it| !it.is_empty());
    let hash = written.and_then(|it| number::hash(&room.keys().hash, it)).map(|hash| hash.to_vec());
    let name = room.keys().seal(name_place(&person), who.name.as_bytes())?.0;
    let number = written.map(|it| room.keys().seal(number_place(&person), it.as_bytes()).map(|sealed| sealed.0));
    let number = number.transpose()?;
    let (version,): (i64,) = on_tx!(&mut change.tx, on => sqlx::query_as(
        "UPDATE room SET people_version = people_version + 1 WHERE one = 1 RETURNING people_version").fetch_one(on).await)
    .map_err(fault(FAILED))?;
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO person (id, pupil, number_hash, protected, changed_at, touched) SELECT $1, COALESCE(MAX(pupil), 0) + 1, \
         $2, $3, $4, $5 FROM person").bind(person).bind(hash).bind(false).bind(at).bind(version).execute(on).await.map(drop))
    .map_err(|error: sqlx::Error| match error.as_database_error() {
        Some(database) if database.is_unique_violation() => refuse("room-number-twice"),
        _ => fault(FAILED)(error),
    })?;
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO identity (person, sealed_name, sealed_number) VALUES ($1, $2, $3)")
        .bind(person).bind(name).bind(number).execute(on).await.map(drop))
    .map_err(fault(FAILED))
}
