//! Making a statement: written once, never changed.

use access::{Act, Permit, Write, WriteAct};
use uuid::Uuid;

use super::{from_permit, place, zone_hash};
use crate::change::Change;
use crate::failure::{Result, broken, fault};
use crate::store::on_tx;

/// A statement to be made. Whom it is about and in which zone stands in the permit.
pub struct Said<'a> {
    /// A UUID of version 7: it may travel.
    pub id: Uuid,
    /// The support episode, when it belongs to one.
    pub episode: Option<Uuid>,
    /// Highest number seen in the episode, plus one.
    pub lamport: u32,
    /// Which side makes it: a short code.
    pub side: &'a str,
    /// JSON with `kind` and `v`, kept byte for byte.
    pub body: &'a [u8],
}

impl std::fmt::Debug for Said<'_> {
    /// The id only: what was said must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Said").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Makes a statement about the pupil and in the zone of the permit. The same id again, with whatever content, changes
/// nothing.
///
/// # Errors
/// A permit for something else than documenting about a pupil in a zone; the database.
pub async fn append(change: &mut Change<'_>, permit: Permit<Write>, said: &Said<'_>) -> Result<()> {
    let zone = permit.zone().ok_or_else(|| broken("a statement is about a pupil, in a zone"))?;
    let used = change.take(permit, WriteAct::DocumentStep(zone).code())?;
    let (person, zone) = from_permit(&used)?;
    let (room, at) = (change.room(), change.now().as_microsecond());
    let sealed = room.keys().seal(place(&said.id), said.body)?.0;
    on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO statement (id, person, zone_hash, episode, lamport, side, sealed_body, recorded_at, made_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING")
        .bind(said.id).bind(person).bind(zone_hash(&room.keys().hash, person, zone)).bind(said.episode)
        .bind(i64::from(said.lamport)).bind(said.side).bind(sealed).bind(at).bind(used.actor)
        .execute(on).await.map(drop))
    .map_err(fault("making a statement"))
}
