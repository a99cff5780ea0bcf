//! Letters of other rooms: kept as they came, each with the receipt that was given, and opened once.

use std::collections::BTreeSet;

use access::{Act, Permit, PupilId, Read, ReadAct, Subject, Write, WriteAct, Zone};
use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::change::Change;
use crate::failure::{Result, broken, fault};
use crate::journal::{self, Draft, Kind};
use crate::reading::Reading;
use crate::room::Room;
use crate::seal::{Place, number};
use crate::store::{on_read, on_tx};

const FAILED: &str = "a letter that came";

/// A letter that came, verified.
#[derive(Clone, Copy)]
pub struct Came<'a> {
    /// Id.
    pub id: Uuid,
    /// From which room.
    pub peer: Uuid,
    /// About which episode, if about one.
    pub episode: Option<Uuid>,
    /// The letter as it came, with its signature.
    pub letter: &'a [u8],
    /// The signed receipt that is to be given for it, now and whenever it comes again.
    pub receipt: &'a [u8],
}

/// What became of a letter that came.
#[derive(Clone, PartialEq, Eq)]
pub enum Put {
    /// It is on disk.
    Stored,
    /// It lay there before, byte for byte: the receipt that was given then.
    Before(Vec<u8>),
    /// Another letter has that id.
    IdTaken,
    /// The room is not paired, or not any more.
    NotPaired,
}

impl std::fmt::Debug for Put {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Put::Stored => "Stored",
            Put::Before(_) => "Before",
            Put::IdTaken => "IdTaken",
            Put::NotPaired => "NotPaired",
        })
    }
}

/// Puts a letter that came into the inbox, with its entry in the journal: both are on disk when this returns.
///
/// # Errors
/// The database; a row that was tampered with.
pub async fn put(room: &Room, came: &Came<'_>, now: Timestamp) -> Result<Put> {
    let letter = room.keys().seal(place("sealed_letter", &came.id), came.letter)?.0;
    let receipt = room.keys().seal(place("sealed_receipt", &came.id), came.receipt)?.0;
    let mut tx = room.store().begin().await?;
    let counted: Option<(i64,)> = on_tx!(&mut tx, on => sqlx::query_as(
        "UPDATE peer SET received = received + 1 WHERE id = $1 AND unpaired_at IS NULL RETURNING received").bind(came.peer)
        .fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    let Some((number,)) = counted else { return Ok(Put::NotPaired) };
    let rows = on_tx!(&mut tx, on => sqlx::query(
        "INSERT INTO inbox (id, peer, place, episode, sealed_letter, sealed_receipt, received_at) VALUES ($1, $2, $3, $4, \
         $5, $6, $7) ON CONFLICT (id) DO NOTHING")
        .bind(came.id).bind(came.peer).bind(number).bind(came.episode).bind(letter).bind(receipt)
        .bind(now.as_microsecond()).execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    if rows == 1 {
        let entry = Draft::door(now, Kind::LetterReceived, came.id, came.peer, None);
        journal::append(&mut tx, room.keys(), &[entry]).await?;
        tx.commit().await?;
        return Ok(Put::Stored);
    }
    // Not committed: a letter that comes again is not counted.
    let (peer, letter, receipt): (Uuid, Vec<u8>, Vec<u8>) = on_tx!(&mut tx, on => sqlx::query_as(
        "SELECT peer, sealed_letter, sealed_receipt FROM inbox WHERE id = $1").bind(came.id).fetch_one(on).await)
    .map_err(fault(FAILED))?;
    let before = room.keys().open_value(place("sealed_letter", &came.id), &letter)?;
    if peer != came.peer || before.as_slice() != came.letter {
        return Ok(Put::IdTaken);
    }
    Ok(Put::Before(room.keys().open_value(place("sealed_receipt", &came.id), &receipt)?.to_vec()))
}

/// Notes that a letter of a paired room was turned away.
///
/// # Errors
/// The database.
pub async fn turned_away(room: &Room, letter: Uuid, peer: Uuid, now: Timestamp) -> Result<()> {
    let mut tx = room.store().begin().await?;
    let entry = Draft::door(now, Kind::LetterTurnedAway, letter, peer, None);
    journal::append(&mut tx, room.keys(), &[entry]).await?;
    tx.commit().await
}

/// A letter that has not taken effect: ids, no content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waits {
    /// Id.
    pub id: Uuid,
    /// From which room.
    pub peer: Uuid,
    /// About which episode, if about one.
    pub episode: Option<Uuid>,
    /// When it came.
    pub received: Timestamp,
}

/// Letters that have not taken effect, in the order in which they came. One that needs a newer program stays among them and
/// stops nobody else.
///
/// # Errors
/// The database.
pub async fn waiting(room: &Room) -> Result<Vec<Waits>> {
    let rows: Vec<(Uuid, Uuid, Option<Uuid>, i64)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT id, peer, episode, received_at FROM inbox WHERE applied_at IS NULL ORDER BY received_at, peer, place")
        .fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let waits = |(id, peer, episode, at)| {
        let received = Timestamp::from_microsecond(at).map_err(fault(FAILED))?;
        Ok(Waits { id, peer, episode, received })
    };
    rows.into_iter().map(waits).collect()
}

/// Letters about episodes that the room does not have: referrals that nobody has said whom they are about. The first of
/// each episode, in the order in which they came.
///
/// # Errors
/// The database.
pub async fn unmatched(room: &Room) -> Result<Vec<Waits>> {
    let all = waiting(room).await?;
    let known: Vec<Uuid> =
        on_read!(room.store(), on => sqlx::query_scalar("SELECT id FROM episode").fetch_all(on).await)
            .map_err(fault(FAILED))?;
    let mut seen: BTreeSet<Uuid> = known.into_iter().collect();
    Ok(all.into_iter().filter(|it| it.episode.is_some_and(|id| seen.insert(id))).collect())
}

/// What a letter says that waits for somebody to say whom it is about, and who in the room has the personal number that
/// `number` finds in it. It waits as before; the journal tells that it was opened. Nothing when it does not wait.
///
/// # Errors
/// A permit for something else than saying whom a referral is about; the database; a row that was tampered with.
pub async fn show(
    change: &mut Change<'_>,
    permit: Permit<Write>,
    id: Uuid,
    number: impl FnOnce(&[u8]) -> Option<String>,
) -> Result<Option<(Taken, Option<PupilId>)>> {
    let Subject::Episode { id: episode, .. } = *permit.subject() else {
        return Err(broken("a referral is about an episode"));
    };
    let told = json!({ "letter": id.to_string(), "did": "opened" });
    change.take_about(permit, WriteAct::MatchPerson.code(), told)?;
    let row: Option<(Uuid, Vec<u8>)> = on_tx!(&mut change.tx, on => sqlx::query_as(
        "SELECT peer, sealed_letter FROM inbox WHERE id = $1 AND applied_at IS NULL AND episode = $2")
        .bind(id).bind(Uuid::from_u128(episode.0)).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    let Some((peer, sealed)) = row else { return Ok(None) };
    let letter = change.room().keys().open_value(place("sealed_letter", &id), &sealed)?;
    let hash = number(&letter).and_then(|it| number::hash(&change.room().keys().hash, &it)).map(|hash| hash.to_vec());
    let known: Option<(Uuid,)> = on_tx!(&mut change.tx, on => sqlx::query_as(
        "SELECT id FROM person WHERE number_hash = $1").bind(hash).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    Ok(Some((Taken { id, peer, letter }, known.map(|(id,)| PupilId(id.as_u128())))))
}

/// The letters about the episode of the permit that have taken effect, in the order in which they came, each with when.
///
/// # Errors
/// A permit for something else than reading what an episode shares; the database; a row that was tampered with.
pub async fn came(reading: &mut Reading<'_>, permit: Permit<Read>) -> Result<Vec<(Taken, Timestamp)>> {
    let shared = permit.zone() == Some(Zone::Shared);
    let used = reading.take(permit, ReadAct::ReadEpisode(Zone::Shared).code())?;
    let (Subject::Episode { id, .. }, true) = (&used.subject, shared) else {
        return Err(broken("letters that came are about an episode, and shared"));
    };
    let room = reading.room();
    let rows: Vec<(Uuid, Uuid, Vec<u8>, i64)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT id, peer, sealed_letter, received_at FROM inbox WHERE episode = $1 AND applied_at IS NOT NULL ORDER BY \
         received_at, peer, place").bind(Uuid::from_u128(id.0)).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let one = |(id, peer, sealed, at): (Uuid, Uuid, Vec<u8>, i64)| {
        let letter = room.keys().open_value(place("sealed_letter", &id), &sealed)?;
        Ok((Taken { id, peer, letter }, Timestamp::from_microsecond(at).map_err(fault(FAILED))?))
    };
    rows.into_iter().map(one).collect()
}

/// A letter, opened.
#[derive(Clone, PartialEq, Eq)]
pub struct Taken {
    /// Id.
    pub id: Uuid,
    /// From which room.
    pub peer: Uuid,
    /// The letter as it came, with its signature. It was verified then.
    pub letter: Zeroizing<Vec<u8>>,
}

impl std::fmt::Debug for Taken {
    /// The id only.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Taken").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Opens a letter and marks it as applied, in the transaction of what it leads to: when the change is committed it has taken
/// effect, once; when the change is dropped, it waits as before. Nothing when it has taken effect already, or is about
/// another episode than the permit.
///
/// # Errors
/// A permit for something else than receiving a letter, or by the room or an episode; the database; a row that was tampered with.
pub async fn take(change: &mut Change<'_>, permit: Permit<Write>, id: Uuid) -> Result<Option<Taken>> {
    // The first letter of an episode is taken by the room as such; later ones may be by the episode.
    let only = match permit.subject() {
        Subject::Room => None,
        Subject::Episode { id, .. } => Some(Uuid::from_u128(id.0)),
        _ => return Err(broken("a letter is taken by an episode, or by the room")),
    };
    change.take_about(permit, WriteAct::ReceiveLetter.code(), json!({ "letter": id.to_string() }))?;
    let at = change.now().as_microsecond();
    let row: Option<(Uuid, Vec<u8>)> = on_tx!(&mut change.tx, on => sqlx::query_as(
        "UPDATE inbox SET applied_at = $2 WHERE id = $1 AND applied_at IS NULL AND ($3 IS NULL OR episode = $3) \
         RETURNING peer, sealed_letter").bind(id).bind(at).bind(only).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    let Some((peer, sealed)) = row else { return Ok(None) };
    let letter = change.room().keys().open_value(place("sealed_letter", &id), &sealed)?;
    Ok(Some(Taken { id, peer, letter }))
}

fn place<'a>(column: &'static str, id: &'a Uuid) -> Place<'a> {
    Place { table: "inbox", column, row: id.as_bytes() }
}
