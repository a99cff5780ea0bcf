//! Reading what has been said in an episode.

use access::{Act, Permit, Read, ReadAct};

use super::of_permit;
use crate::failure::{Result, broken, fault};
use crate::reading::Reading;
use crate::statements::{Row, Statement, opened, zone_hash};
use crate::store::on_read;

/// The statements of the episode in the zone of the permit, by Lamport number, side and id.
///
/// # Errors
/// A permit for something else than reading in an episode; the database; a row that was tampered with.
pub async fn read(reading: &mut Reading<'_>, permit: Permit<Read>) -> Result<Vec<Statement>> {
    let zone = permit.zone().ok_or_else(|| broken("what is said in an episode is said in a zone"))?;
    let (episode, person) = of_permit(&reading.take(permit, ReadAct::ReadEpisode(zone).code())?)?;
    let room = reading.room();
    let hash = zone_hash(&room.keys().hash, person, zone);
    let rows: Vec<Row> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT id, episode, lamport, side, sealed_body, recorded_at, made_by FROM statement WHERE episode = $1 AND \
         zone_hash = $2 ORDER BY lamport, side, id").bind(episode).bind(hash).fetch_all(on).await)
    .map_err(fault("reading statements"))?;
    rows.into_iter().map(|row| opened(room, row)).collect()
}
