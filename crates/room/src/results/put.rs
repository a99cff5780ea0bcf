//! Writing how pupils stand: in chunks, under a number that nobody sees yet.

use std::collections::HashMap;

use sqlx::QueryBuilder;
use uuid::Uuid;

use super::{Generation, Standing};
use crate::failure::{Result, fault};
use crate::room::Room;
use crate::seal::Place;
use crate::store::{Tx, on_read, on_tx};

const FAILED: &str = "writing how pupils stand";
/// Pupils in one transaction: some ten milliseconds.
const CHUNK: usize = 500;

/// Where a pupil is enrolled: person, pupil number, school, class.
type At = (Uuid, i64, i64, String);

/// A row to be written, and the digest of all that it says. `P` is what is known of others: plain, or sealed.
pub(super) struct Digested<P> {
    pub(super) person: Uuid,
    pub(super) unit: i64,
    class: String,
    standing: Standing,
    pub(super) digest: i64,
    peers: P,
}

/// Writes how pupils stand: one row for each school where the pupil is enrolled on the day of the generation, so that a
/// list shows just those who belong there. Pupils who are enrolled nowhere, unknown or protected get none. The same pupil
/// again is written over.
///
/// # Errors
/// The database.
pub async fn put(room: &Room, generation: &Generation, standings: &[Standing]) -> Result<()> {
    for chunk in standings.chunks(CHUNK) {
        let rows = digested(room, generation, chunk).await?;
        let rows = rows.into_iter().map(|row| sealed(room, generation.number, row)).collect::<Result<Vec<_>>>()?;
        let mut tx = room.store().begin().await?;
        insert(&mut tx, generation.number, &rows).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The rows of some pupils, 500 at most.
pub(super) async fn digested(
    room: &Room,
    generation: &Generation,
    standings: &[Standing],
) -> Result<Vec<Digested<()>>> {
    let by_pupil: HashMap<i64, &Standing> = standings.iter().map(|it| (i64::from(it.pupil), it)).collect();
    let mut places = enrolled(room, generation, by_pupil.keys().copied()).await?;
    // Two enrolments at one school on one day are one row.
    places.dedup_by_key(|(person, _, unit, _)| (*person, *unit));
    let row = |(person, pupil, unit, class): At| {
        let standing = (*by_pupil.get(&pupil)?).clone();
        let digest = digest(room, unit, &class, &standing);
        Some(Digested { person, unit, class, standing, digest, peers: () })
    };
    Ok(places.into_iter().filter_map(row).collect())
}

/// The row with what it knows of others sealed.
pub(super) fn sealed(room: &Room, generation: i64, row: Digested<()>) -> Result<Digested<Option<Vec<u8>>>> {
    let at = row_of(generation, &row.person, row.unit);
    let peers = row.standing.peers.as_deref().map(|plain| room.keys().seal(place(&at), plain)).transpose()?;
    let Digested { person, unit, class, standing, digest, .. } = row;
    Ok(Digested { person, unit, class, standing, digest, peers: peers.map(|sealed| sealed.0) })
}

/// A digest of all that a row says: keyed, for it also covers what is sealed.
fn digest(room: &Room, unit: i64, class: &str, it: &Standing) -> i64 {
    let numbers = [
        i64::from(it.school == i32::try_from(unit).unwrap_or(-1)),
        i64::from(it.level),
        i64::from(it.signals.0),
        i64::from(it.band),
        i64::from(it.level5),
        it.since.map_or(i64::MIN, |day| i64::from(day.0)),
        it.place_school.unwrap_or(i64::MIN),
        it.place_team.unwrap_or(i64::MIN),
        it.first.number(),
        it.absent,
        it.reported,
        i64::from(it.stale),
        i64::from(it.peers.is_some()),
    ];
    let numbers: Vec<u8> = numbers.iter().flat_map(|number| number.to_be_bytes()).collect();
    let peers = it.peers.as_deref().unwrap_or(&[]);
    let hash = room.keys().hash.of(&[b"standing", class.as_bytes(), &numbers, &it.recent, peers]);
    let (first, _) = hash.split_at(8);
    first.try_into().map_or(0, i64::from_be_bytes)
}

async fn enrolled(room: &Room, generation: &Generation, pupils: impl Iterator<Item = i64>) -> Result<Vec<At>> {
    let as_of = i64::from(generation.as_of.0);
    on_read!(room.store(), on => {
        let mut sql = QueryBuilder::new(
            "SELECT p.id, p.pupil, e.unit, e.class FROM person p JOIN enrolment e ON e.person = p.id WHERE NOT \
             p.protected AND e.from_day <= ");
        sql.push_bind(as_of).push(" AND (e.to_day IS NULL OR e.to_day >= ").push_bind(as_of);
        sql.push(") AND p.pupil IN (");
        let mut ids = sql.separated(", ");
        for pupil in pupils {
            ids.push_bind(pupil);
        }
        sql.push(") ORDER BY p.id, e.unit, e.from_day");
        sql.build_query_as().persistent(false).fetch_all(on).await
    })
    .map_err(fault(FAILED))
}

/// Writes rows, over those of the same pupil and school.
pub(super) async fn insert(tx: &mut Tx, generation: i64, rows: &[Digested<Option<Vec<u8>>>]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    on_tx!(tx, on => {
        let mut sql = QueryBuilder::new(
            "INSERT INTO standing (generation, person, unit, class, home, level, signals, band, level5, since_day, \
             place_school, place_team, first_reader, absent, reported, stale, recent, sealed_peers, digest) ");
        sql.push_values(rows, |mut row, Digested { person, unit, class, standing: it, digest, peers }| {
            row.push_bind(generation).push_bind(*person).push_bind(*unit).push_bind(class.as_str());
            row.push_bind(i64::from(it.school) == *unit).push_bind(i64::from(it.level));
            row.push_bind(i64::from(it.signals.0)).push_bind(i64::from(it.band)).push_bind(i64::from(it.level5));
            row.push_bind(it.since.map(|day| i64::from(day.0))).push_bind(it.place_school).push_bind(it.place_team);
            row.push_bind(it.first.number()).push_bind(it.absent).push_bind(it.reported).push_bind(it.stale);
            row.push_bind(it.recent.as_slice()).push_bind(peers.as_deref()).push_bind(*digest);
        });
        sql.push(
            " ON CONFLICT (generation, person, unit) DO UPDATE SET class = excluded.class, home = excluded.home, level \
             = excluded.level, signals = excluded.signals, band = excluded.band, level5 = excluded.level5, since_day = \
             excluded.since_day, place_school = excluded.place_school, place_team = excluded.place_team, first_reader \
             = excluded.first_reader, absent = excluded.absent, reported = excluded.reported, stale = \
             excluded.stale, recent = excluded.recent, sealed_peers = excluded.sealed_peers, digest = excluded.digest");
        sql.build().persistent(false).execute(on).await.map(drop)
    })
    .map_err(fault(FAILED))
}

/// The row as part of the seal.
pub(super) fn row_of(generation: i64, person: &Uuid, unit: i64) -> Vec<u8> {
    [&generation.to_be_bytes(), person.as_bytes().as_slice(), &unit.to_be_bytes()].concat()
}

/// Where the figures of others lie.
pub(super) fn place(row: &[u8]) -> Place<'_> {
    Place { table: "standing", column: "sealed_peers", row }
}
