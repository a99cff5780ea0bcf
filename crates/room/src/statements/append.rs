//! Making a statement: written once, never changed.

use access::{Act, Permit, PupilId, Write, WriteAct, Zone};
use domain::step::{Body, Seen, Step};
use uuid::Uuid;

use super::{body_place, from_permit, zone_hash};
use crate::change::Change;
use crate::failure::{Result, broken, fault, refuse};
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

/// Proof that a statement was made in this change: what follows from it, such as the mark and tasks, is written with it.
#[derive(Debug)]
#[must_use = "a step that leaves no mark is not seen on the work list"]
pub struct Written {
    pub(crate) id: Uuid,
    pub(crate) person: Uuid,
    pub(crate) zone: Zone,
}

/// Makes a statement about the pupil and in the zone of the permit. The same id again, about the same pupil, in the same
/// zone and saying the same, changes nothing and gives nothing: what follows from it was written then.
///
/// # Errors
/// Refused: the id is that of a statement that says something else. A permit for something else than documenting about a
/// pupil in a zone; the database; a row that was tampered with.
pub async fn append(change: &mut Change<'_>, permit: Permit<Write>, said: &Said<'_>) -> Result<Option<Written>> {
    let zone = permit.zone().ok_or_else(|| broken("a statement is about a pupil, in a zone"))?;
    let used = change.take(permit, WriteAct::DocumentStep(zone).code())?;
    let (person, zone) = from_permit(&used)?;
    insert(change, &used.actor, (person, zone), said).await
}

/// Writes a statement about a person in a zone, both out of a permit that was used up.
pub(crate) async fn insert(
    change: &mut Change<'_>,
    actor: &str,
    (person, zone): (Uuid, Zone),
    said: &Said<'_>,
) -> Result<Option<Written>> {
    let (room, at) = (change.room(), change.now().as_microsecond());
    let sealed = room.keys().seal(body_place(&said.id), said.body)?.0;
    let hash = zone_hash(&room.keys().hash, person, zone);
    let rows = on_tx!(&mut change.tx, on => sqlx::query(
        "INSERT INTO statement (id, person, zone_hash, episode, lamport, side, sealed_body, recorded_at, made_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING")
        .bind(said.id).bind(person).bind(&hash).bind(said.episode)
        .bind(i64::from(said.lamport)).bind(said.side).bind(sealed).bind(at).bind(actor)
        .execute(on).await.map(|it| it.rows_affected()))
    .map_err(fault("making a statement"))?;
    if rows == 1 {
        return Ok(Some(Written { id: said.id, person, zone }));
    }
    let (of, there, body): (Uuid, Vec<u8>, Vec<u8>) = on_tx!(&mut change.tx, on => sqlx::query_as(
        "SELECT person, zone_hash, sealed_body FROM statement WHERE id = $1").bind(said.id).fetch_one(on).await)
    .map_err(fault("making a statement"))?;
    let before = change.room().keys().open_value(body_place(&said.id), &body)?;
    // What is confirmed must be what stands: another text under the same id is not thrown away in silence.
    if of == person && there == hash && same(&before, said.body) { Ok(None) } else { Err(refuse("step-id-taken")) }
}

/// Whether two bodies say the same, whatever the figures said meanwhile.
fn same(before: &[u8], now: &[u8]) -> bool {
    let says = |body| match Body::from_json(body) {
        Some(Body::Step(step)) => Some(Body::Step(Step { seen: Seen::default(), ..step })),
        other => other,
    };
    before == now || says(before).is_some_and(|it| says(now) == Some(it))
}

/// The Lamport number of the next statement about a pupil: the highest in any zone, plus one. A number and no content, so
/// it needs no permit.
///
/// # Errors
/// The database.
pub async fn next_lamport(change: &mut Change<'_>, pupil: PupilId) -> Result<u32> {
    let failed = "numbering a statement";
    let (highest,): (Option<i64>,) = on_tx!(&mut change.tx, on => sqlx::query_as(
        "SELECT MAX(lamport) FROM statement WHERE person = $1").bind(Uuid::from_u128(pupil.0)).fetch_one(on).await)
    .map_err(fault(failed))?;
    u32::try_from(highest.unwrap_or(0) + 1).map_err(fault(failed))
}
