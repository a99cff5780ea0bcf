//! What was sent about an episode, for whoever may read in the zone that it was written in: the page that is printed.

use access::{Act, Permit, Read, ReadAct, Subject};
use jiff::Timestamp;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::outbox::{self, State};
use crate::failure::{Result, broken, fault};
use crate::reading::Reading;
use crate::seal::Place;
use crate::statements::zone_hash;
use crate::store::on_read;

const FAILED: &str = "reading what was sent";

/// A letter that was sent, is to be, or was stopped.
#[derive(Clone, PartialEq, Eq)]
pub struct Sent {
    /// Id.
    pub id: Uuid,
    /// To which room.
    pub peer: Uuid,
    /// What has become of it.
    pub state: State,
    /// When it was written.
    pub made: Timestamp,
    /// By whom, as the journal writes it.
    pub made_by: String,
    /// When it may first have reached the other room.
    pub left: Option<Timestamp>,
    /// When it was delivered, refused or stopped.
    pub ended: Option<Timestamp>,
    /// The letter, signed.
    pub letter: Zeroizing<Vec<u8>>,
    /// The signed answer.
    pub receipt: Option<Vec<u8>>,
    /// The code of why it was refused or stopped.
    pub reason: Option<String>,
}

impl std::fmt::Debug for Sent {
    /// The id only.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sent").field("id", &self.id).finish_non_exhaustive()
    }
}

type Row = (Uuid, Uuid, String, i64, String, Option<i64>, Option<i64>, Vec<u8>, Option<Vec<u8>>, Option<Vec<u8>>);

/// The letters about the episode and from the zone of the permit, in the order in which they were written.
///
/// # Errors
/// A permit for something else than reading an episode in a zone; the database; a row that was tampered with.
pub async fn read(reading: &mut Reading<'_>, permit: Permit<Read>) -> Result<Vec<Sent>> {
    let zone = permit.zone().ok_or_else(|| broken("a letter is about an episode, from a zone"))?;
    let used = reading.take(permit, ReadAct::ReadEpisode(zone).code())?;
    let Subject::Episode { id, pupil } = &used.subject else {
        return Err(broken("a letter is about an episode, from a zone"));
    };
    let room = reading.room();
    let zone = zone_hash(&room.keys().hash, Uuid::from_u128(pupil.0), zone);
    let rows: Vec<Row> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT id, peer, state, made_at, made_by, left_at, ended_at, sealed_letter, sealed_receipt, sealed_reason FROM \
         outbox WHERE episode = $1 AND zone_hash = $2 ORDER BY made_at, peer, place").bind(Uuid::from_u128(id.0)).bind(zone)
        .fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let at = |at| Timestamp::from_microsecond(at).map_err(fault(FAILED));
    let sent = |(id, peer, state, made, made_by, left, ended, letter, receipt, reason): Row| {
        let place = |column| Place { table: "outbox", column, row: id.as_bytes() };
        let open = |column, sealed: Vec<u8>| room.keys().open_value(place(column), &sealed);
        let reason = reason.map(|sealed| room.keys().open_text(place("sealed_reason"), &sealed));
        Ok(Sent {
            peer,
            state: outbox::state_of(&state)?,
            made: at(made)?,
            made_by,
            left: left.map(at).transpose()?,
            ended: ended.map(at).transpose()?,
            letter: open("sealed_letter", letter)?,
            receipt: receipt.map(|it| open("sealed_receipt", it)).transpose()?.map(|it| it.to_vec()),
            reason: reason.transpose()?,
            id,
        })
    };
    rows.into_iter().map(sent).collect()
}
