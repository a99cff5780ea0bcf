//! Letters of this room: written in the transaction of what they tell, carried in order, each with what became of it.

use access::{Act, Permit, Subject, Write, WriteAct, Zone};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::change::Change;
use crate::failure::{Result, broken, fault, refuse};
use crate::journal::{self, Draft, Kind};
use crate::room::Room;
use crate::seal::Place;
use crate::statements::zone_hash;
use crate::store::{on_read, on_tx};

const FAILED: &str = "a letter on its way out";
/// Wait after the first try; it doubles with each, up to the longest.
const FIRST_WAIT: SignedDuration = SignedDuration::from_mins(1);
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(1);

/// What has become of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is to leave, or has left and nobody has answered.
    Waiting,
    /// It lies in the other room's inbox: there is a signed receipt.
    Delivered,
    /// It was stopped on this side.
    Cancelled,
    /// The other room will not take it: there is a signed answer.
    Refused,
}

impl State {
    /// Every one.
    pub const ALL: [State; 4] = [State::Waiting, State::Delivered, State::Cancelled, State::Refused];

    /// The word in the database.
    pub fn code(self) -> &'static str {
        match self {
            State::Waiting => "waiting",
            State::Delivered => "delivered",
            State::Cancelled => "cancelled",
            State::Refused => "refused",
        }
    }
}

/// A letter to be sent. About which episode, and from which zone, stands in the permit.
#[derive(Clone, Copy)]
pub struct New<'a> {
    /// A UUID of version 7; it stands in the letter.
    pub id: Uuid,
    /// To which room.
    pub peer: Uuid,
    /// The letter, signed.
    pub letter: &'a [u8],
}

/// A letter that waits. Its bytes are for the door: they are carried, and not read.
#[derive(Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Id.
    pub id: Uuid,
    /// To which room.
    pub peer: Uuid,
    /// About which episode.
    pub episode: Uuid,
    /// About whom.
    pub person: Uuid,
    /// Who sent it, as the journal writes it.
    pub made_by: String,
    /// How often it has been tried.
    pub tries: u32,
    /// Whether it may have reached the other room, in an earlier try.
    pub may_have_left: bool,
    /// The letter, signed.
    pub letter: Zeroizing<Vec<u8>>,
}

impl std::fmt::Debug for Waiting {
    /// The id only.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Waiting").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Writes a letter into the outbox, in the transaction of what it tells. Its place among the letters to that room is given
/// here. The same id again, with the same bytes, changes nothing.
///
/// # Errors
/// Refused: the room is not paired; the id is that of another letter. A permit for something else than sending a letter;
/// the database.
pub async fn put(change: &mut Change<'_>, permit: Permit<Write>, new: &New<'_>) -> Result<()> {
    let (episode, person, zone) = about(&permit)?;
    let told = json!({ "letter": new.id.to_string(), "peer": new.peer.to_string(), "episode": episode.to_string() });
    let by = change.take_about(permit, WriteAct::SendLetter(zone).code(), told)?.actor;
    let (room, at) = (change.room(), change.now().as_microsecond());
    // The update holds the peer until the commit, so letters get their places in the order in which they are committed.
    let counted: Option<(i64,)> = on_tx!(&mut change.tx, on => sqlx::query_as(
        "UPDATE peer SET sent = sent + 1 WHERE id = $1 AND unpaired_at IS NULL RETURNING sent").bind(new.peer)
        .fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    let (number,) = counted.ok_or_else(|| refuse("door-not-paired"))?;
    let sealed = room.keys().seal(place("sealed_letter", &new.id), new.letter)?.0;
    let zone = zone_hash(&room.keys().hash, person, zone);
    let rows = on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO outbox (id, peer, place, episode, person, sealed_letter, made_at, made_by, state, tries, next_at, \
         zone_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $7, $10) ON CONFLICT (id) DO NOTHING")
        .bind(new.id).bind(new.peer).bind(number).bind(episode).bind(person).bind(sealed).bind(at).bind(by)
        .bind(State::Waiting.code()).bind(zone).execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    if rows == 1 {
        return Ok(());
    }
    let (peer, before): (Uuid, Vec<u8>) = on_tx!(&mut change.tx, on => sqlx::query_as(
        "SELECT peer, sealed_letter FROM outbox WHERE id = $1").bind(new.id).fetch_one(on).await)
    .map_err(fault(FAILED))?;
    let before = change.room().keys().open_value(place("sealed_letter", &new.id), &before)?;
    if peer == new.peer && before.as_slice() == new.letter { Ok(()) } else { Err(refuse("door-letter-id-taken")) }
}

/// Stops a letter that waits, in the transaction of what makes it stop. `true` when it has certainly not left; `false` when
/// it may have reached the other room, though nobody has answered.
///
/// # Errors
/// Refused: no such letter about the episode of the permit waits. A permit for something else than sending a letter; the
/// database.
pub async fn cancel(change: &mut Change<'_>, permit: Permit<Write>, id: Uuid, reason: &'static str) -> Result<bool> {
    let (episode, _, zone) = about(&permit)?;
    change.take_about(
        permit,
        WriteAct::SendLetter(zone).code(),
        json!({ "letter": id.to_string(), "did": "cancelled" }),
    )?;
    let sealed = change.room().keys().seal(place("sealed_reason", &id), reason.as_bytes())?.0;
    let at = change.now().as_microsecond();
    let row: Option<(Option<i64>,)> = on_tx!(&mut change.tx, on => sqlx::query_as(
        "UPDATE outbox SET state = $2, ended_at = $3, sealed_reason = $4 WHERE id = $1 AND state = $5 AND episode = $6 \
         RETURNING left_at").bind(id).bind(State::Cancelled.code()).bind(at).bind(sealed).bind(State::Waiting.code())
        .bind(episode).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    row.map(|(left,)| left.is_none()).ok_or_else(|| refuse("door-letter-not-waiting"))
}

/// Stops every letter about an episode that waits, in the transaction of what makes them stop: how many certainly have not
/// left, and how many may have.
///
/// # Errors
/// A permit for something else than sending a letter; the database.
pub async fn cancel_all(change: &mut Change<'_>, permit: Permit<Write>, reason: &'static str) -> Result<(u32, u32)> {
    let (episode, _, zone) = about(&permit)?;
    let told = json!({ "episode": episode.to_string(), "did": "cancelled" });
    change.take_about(permit, WriteAct::SendLetter(zone).code(), told)?;
    let at = change.now().as_microsecond();
    let waiting: Vec<(Uuid, Option<i64>)> = on_tx!(&mut change.tx, on => sqlx::query_as(
        "SELECT id, left_at FROM outbox WHERE episode = $1 AND state = $2 ORDER BY place").bind(episode)
        .bind(State::Waiting.code()).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let (mut here, mut gone) = (0, 0);
    for (id, left) in waiting {
        let sealed = change.room().keys().seal(place("sealed_reason", &id), reason.as_bytes())?.0;
        let rows = on_tx!(&mut change.tx, on => sqlx::query(
            "UPDATE outbox SET state = $2, ended_at = $3, sealed_reason = $4 WHERE id = $1 AND state = $5")
            .bind(id).bind(State::Cancelled.code()).bind(at).bind(sealed).bind(State::Waiting.code())
            .execute(on).await.map(|it| it.rows_affected()))
        .map_err(fault(FAILED))?;
        match (rows, left) {
            (1, None) => here += 1,
            (1, Some(_)) => gone += 1,
            _ => {} // delivered meanwhile
        }
    }
    Ok((here, gone))
}

/// Stops every letter that waits for a room: how many.
pub(super) async fn stop_all(change: &mut Change<'_>, peer: Uuid, reason: &'static str) -> Result<u64> {
    let (room, now) = (change.room(), change.now());
    let waiting: Vec<(Uuid, Uuid)> = on_tx!(&mut change.tx, on => sqlx::query_as(
        "SELECT id, person FROM outbox WHERE peer = $1 AND state = $2 ORDER BY place").bind(peer)
        .bind(State::Waiting.code()).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let mut entries = Vec::with_capacity(waiting.len());
    for (id, person) in waiting {
        let sealed = room.keys().seal(place("sealed_reason", &id), reason.as_bytes())?.0;
        let rows = on_tx!(&mut change.tx, on => sqlx::query(
            "UPDATE outbox SET state = $2, ended_at = $3, sealed_reason = $4 WHERE id = $1 AND state = $5")
            .bind(id).bind(State::Cancelled.code()).bind(now.as_microsecond()).bind(sealed).bind(State::Waiting.code())
            .execute(on).await.map(|it| it.rows_affected()))
        .map_err(fault(FAILED))?;
        if rows == 1 {
            entries.push(Draft::door(now, Kind::LetterStopped, id, peer, Some(person)));
        }
    }
    let stopped = u64::try_from(entries.len()).map_err(fault(FAILED))?;
    change.also(entries);
    Ok(stopped)
}

/// The paired rooms whose first waiting letter is due.
///
/// # Errors
/// The database.
pub async fn due(room: &Room, now: Timestamp) -> Result<Vec<Uuid>> {
    on_read!(room.store(), on => sqlx::query_scalar(
        "SELECT p.id FROM peer p JOIN outbox o ON o.peer = p.id WHERE p.unpaired_at IS NULL AND o.state = 'waiting' AND \
         o.next_at <= $1 AND o.place = (SELECT MIN(f.place) FROM outbox f WHERE f.peer = p.id AND f.state = 'waiting') \
         ORDER BY p.pinned_at, p.id").bind(now.as_microsecond()).fetch_all(on).await)
    .map_err(fault(FAILED))
}

type Row = (Uuid, Uuid, Uuid, String, i64, Option<i64>, Vec<u8>, i64);

/// The first letter that waits for a room, when it is due. Those behind it wait for it, so that they keep their order.
///
/// # Errors
/// The database; a row that was tampered with.
pub async fn first(room: &Room, peer: Uuid, now: Timestamp) -> Result<Option<Waiting>> {
    let row: Option<Row> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT id, episode, person, made_by, tries, left_at, sealed_letter, next_at FROM outbox WHERE peer = $1 AND state = \
         'waiting' ORDER BY place LIMIT 1").bind(peer).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    let Some((id, episode, person, made_by, tries, left, sealed, next)) = row else { return Ok(None) };
    if next > now.as_microsecond() {
        return Ok(None);
    }
    Ok(Some(Waiting {
        id,
        peer,
        episode,
        person,
        made_by,
        tries: u32::try_from(tries).map_err(fault(FAILED))?,
        may_have_left: left.is_some(),
        letter: room.keys().open_value(place("sealed_letter", &id), &sealed)?,
    }))
}

/// Notes that a letter is about to leave. When to try again is set already here, so that a kill right after is a failed
/// try and nothing else. `false` when it waits no more, or another has just taken it: then it must not leave.
///
/// # Errors
/// The database.
pub async fn leave(room: &Room, letter: &Waiting, now: Timestamp) -> Result<bool> {
    let next = now.checked_add(wait(letter.tries.saturating_add(1))).map_err(fault(FAILED))?;
    let mut tx = room.store().begin().await?;
    let rows = on_tx!(&mut tx, on => sqlx::query(
        "UPDATE outbox SET tries = tries + 1, next_at = $2, left_at = COALESCE(left_at, $3) WHERE id = $1 AND state = $4 AND \
         tries = $5").bind(letter.id).bind(next.as_microsecond()).bind(now.as_microsecond())
        .bind(State::Waiting.code()).bind(i64::from(letter.tries)).execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    tx.commit().await?;
    Ok(rows == 1)
}

/// Notes that a letter which was about to leave did not: there was no connection. It changes nothing when an earlier try may
/// have reached the other room.
///
/// # Errors
/// The database.
pub async fn stayed(room: &Room, letter: &Waiting) -> Result<()> {
    if letter.may_have_left {
        return Ok(());
    }
    let mut tx = room.store().begin().await?;
    on_tx!(&mut tx, on => sqlx::query("UPDATE outbox SET left_at = NULL WHERE id = $1 AND state = $2 AND tries = $3")
        .bind(letter.id).bind(State::Waiting.code()).bind(i64::from(letter.tries) + 1).execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    tx.commit().await
}

/// Notes that a letter was delivered: a signed receipt is there. Also when it was cancelled meanwhile, for it was too late.
/// `false` when it was noted before.
///
/// # Errors
/// The database.
pub async fn delivered(room: &Room, letter: &Waiting, receipt: &[u8], now: Timestamp) -> Result<bool> {
    let end = End { state: State::Delivered, kind: Kind::LetterDelivered, receipt: Some(receipt), reason: None };
    end_with(room, letter, end, now).await
}

/// Notes that the other room will not take a letter, with its signed answer and the code in it.
///
/// # Errors
/// The database.
pub async fn refused(room: &Room, letter: &Waiting, receipt: &[u8], code: &str, now: Timestamp) -> Result<bool> {
    let end = End { state: State::Refused, kind: Kind::LetterRefused, receipt: Some(receipt), reason: Some(code) };
    end_with(room, letter, end, now).await
}

/// Stops a letter that must not leave any more, with the code of why.
///
/// # Errors
/// The database.
pub async fn stop(room: &Room, letter: &Waiting, code: &str, now: Timestamp) -> Result<bool> {
    let end = End { state: State::Cancelled, kind: Kind::LetterStopped, receipt: None, reason: Some(code) };
    end_with(room, letter, end, now).await
}

/// How a letter ends.
struct End<'a> {
    state: State,
    kind: Kind,
    receipt: Option<&'a [u8]>,
    reason: Option<&'a str>,
}

async fn end_with(room: &Room, letter: &Waiting, end: End<'_>, now: Timestamp) -> Result<bool> {
    let seal = |column, bytes: Option<&[u8]>| {
        bytes.map(|bytes| room.keys().seal(place(column, &letter.id), bytes).map(|it| it.0)).transpose()
    };
    let receipt = seal("sealed_receipt", end.receipt)?;
    let reason = seal("sealed_reason", end.reason.map(str::as_bytes))?;
    // A receipt is the truth, also about a letter that was cancelled while it was on its way.
    let also = if end.state == State::Delivered { State::Cancelled } else { State::Waiting };
    let mut tx = room.store().begin().await?;
    let rows = on_tx!(&mut tx, on => sqlx::query(
        "UPDATE outbox SET state = $2, ended_at = $3, sealed_receipt = $4, sealed_reason = $5 WHERE id = $1 AND state IN \
         ('waiting', $6)").bind(letter.id).bind(end.state.code()).bind(now.as_microsecond()).bind(receipt).bind(reason)
        .bind(also.code()).execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault(FAILED))?;
    if rows == 0 {
        return Ok(false);
    }
    let entry = Draft::door(now, end.kind, letter.id, letter.peer, Some(letter.person));
    journal::append(&mut tx, room.keys(), &[entry]).await?;
    tx.commit().await?;
    Ok(true)
}

/// What has become of a letter: ids and a code, no content.
///
/// # Errors
/// The database.
pub async fn state(room: &Room, id: Uuid) -> Result<Option<State>> {
    let row: Option<(String,)> = on_read!(room.store(), on =>
        sqlx::query_as("SELECT state FROM outbox WHERE id = $1").bind(id).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    row.map(|(code,)| state_of(&code)).transpose()
}

pub(super) fn state_of(code: &str) -> Result<State> {
    State::ALL.into_iter().find(|it| it.code() == code).ok_or_else(|| broken("a letter in an unknown state"))
}

/// Letters that wait, for each room that they wait for: how many, and since when the first has.
///
/// # Errors
/// The database.
pub async fn waiting(room: &Room) -> Result<Vec<(Uuid, u64, Timestamp)>> {
    let rows: Vec<(Uuid, i64, i64)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT peer, COUNT(*), MIN(made_at) FROM outbox WHERE state = 'waiting' GROUP BY peer ORDER BY peer")
        .fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let told = |(peer, count, since): (Uuid, i64, i64)| {
        let since = Timestamp::from_microsecond(since).map_err(fault(FAILED))?;
        Ok((peer, u64::try_from(count).map_err(fault(FAILED))?, since))
    };
    rows.into_iter().map(told).collect()
}

/// Wait after a try: 1 min, 2 min, 4 min … 1 h.
fn wait(tries: u32) -> SignedDuration {
    let doublings = tries.clamp(1, 30) - 1;
    FIRST_WAIT.checked_mul(2_i32.saturating_pow(doublings)).unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT)
}

/// The episode of a permit, the pupil and the zone: from there and nowhere else.
fn about(permit: &Permit<Write>) -> Result<(Uuid, Uuid, Zone)> {
    match (permit.subject(), permit.zone()) {
        (Subject::Episode { id, pupil }, Some(zone)) => Ok((Uuid::from_u128(id.0), Uuid::from_u128(pupil.0), zone)),
        _ => Err(broken("a letter is about an episode, from a zone")),
    }
}

fn place<'a>(column: &'static str, id: &'a Uuid) -> Place<'a> {
    Place { table: "outbox", column, row: id.as_bytes() }
}

#[test]
fn the_wait_doubles_up_to_an_hour() {
    assert_eq!([1, 2, 3, 6, 7, 8, 900].map(|tries| wait(tries).as_secs() / 60), [1, 2, 4, 32, 60, 60, 60]);
}
