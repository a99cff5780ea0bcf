//! Reading statements, in the order in which they are folded.

use access::{Act, Permit, Read, ReadAct};
use jiff::Timestamp;
use uuid::Uuid;

use super::{body_place, from_permit, zone_hash};
use crate::failure::{Result, broken, fault};
use crate::reading::Reading;
use crate::room::Room;
use crate::store::on_read;

/// A statement as it was made.
#[derive(Clone, PartialEq, Eq)]
pub struct Statement {
    /// Its id.
    pub id: Uuid,
    /// The support episode, when it belongs to one.
    pub episode: Option<Uuid>,
    /// Its Lamport number.
    pub lamport: u32,
    /// Which side made it.
    pub side: String,
    /// JSON with `kind` and `v`, byte for byte as it was written.
    pub body: Vec<u8>,
    /// When it was recorded here.
    pub recorded_at: Timestamp,
    /// Who made it, as the journal writes it.
    pub made_by: String,
}

impl std::fmt::Debug for Statement {
    /// The id only: what was said must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Statement").field("id", &self.id).finish_non_exhaustive()
    }
}

/// A row of a statement.
pub(crate) type Row = (Uuid, Option<Uuid>, i64, String, Vec<u8>, i64, String);

/// The statements about the pupil in the zone of the permit, by Lamport number, side and id.
///
/// # Errors
/// A permit for something else than reading what a pupil's steps in a zone say; the database; a row that was tampered
/// with.
pub async fn read(reading: &mut Reading<'_>, permit: Permit<Read>) -> Result<Vec<Statement>> {
    let zone = permit.zone().ok_or_else(|| broken("a statement is about a pupil, in a zone"))?;
    let used = reading.take(permit, ReadAct::ReadStepContent(zone).code())?;
    let (person, zone) = from_permit(&used)?;
    let (room, failed) = (reading.room(), "reading statements");
    let zone = zone_hash(&room.keys().hash, person, zone);
    let rows: Vec<Row> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT id, episode, lamport, side, sealed_body, recorded_at, made_by FROM statement WHERE person = $1 AND \
         zone_hash = $2 ORDER BY lamport, side, id").bind(person).bind(zone).fetch_all(on).await)
    .map_err(fault(failed))?;
    rows.into_iter().map(|row| opened(room, row)).collect()
}

/// A statement out of its row.
pub(crate) fn opened(room: &Room, (id, episode, lamport, side, sealed, at, made_by): Row) -> Result<Statement> {
    let failed = "reading statements";
    Ok(Statement {
        body: room.keys().open_value(body_place(&id), &sealed)?.to_vec(),
        lamport: u32::try_from(lamport).map_err(fault(failed))?,
        recorded_at: Timestamp::from_microsecond(at).map_err(fault(failed))?,
        id,
        episode,
        side,
        made_by,
    })
}
