//! Writing how pupils stand: in chunks, under a number that nobody sees yet.

use std::collections::HashMap;

use sqlx::QueryBuilder;
use uuid::Uuid;

use super::{Generation, Standing};
use crate::failure::{Result, fault};
use crate::room::Room;
use crate::seal::Place;
use crate::store::{Tx, on_tx};

const FAILED: &str = "writing how pupils stand";
/// Pupils in one transaction: some ten milliseconds.
const CHUNK: usize = 500;

/// Where a pupil is enrolled: person, pupil number, school, class.
type At = (Uuid, i64, i64, String);

/// Writes how pupils stand: one row for each school where the pupil is enrolled on the day of the generation, so that a
/// list shows just those who belong there. Pupils who are enrolled nowhere, unknown or protected get none. The same pupil
/// again is written over.
///
/// # Errors
/// The database.
pub async fn put(room: &Room, generation: &Generation, standings: &[Standing]) -> Result<()> {
    for chunk in standings.chunks(CHUNK) {
        let mut tx = room.store().begin().await?;
        let by_pupil: HashMap<i64, &Standing> = chunk.iter().map(|it| (i64::from(it.pupil), it)).collect();
        let places = enrolled(&mut tx, generation, by_pupil.keys().copied()).await?;
        let mut rows = Vec::with_capacity(places.len());
        for (person, pupil, unit, class) in places {
            let Some(standing) = by_pupil.get(&pupil).copied() else { continue };
            let row = row_of(generation.number, &person, unit);
            let peers = standing.peers.as_deref().map(|plain| room.keys().seal(place(&row), plain)).transpose()?;
            rows.push((person, unit, class, standing, peers.map(|sealed| sealed.0)));
        }
        insert(&mut tx, generation.number, &rows).await?;
        tx.commit().await?;
    }
    Ok(())
}

async fn enrolled(tx: &mut Tx, generation: &Generation, pupils: impl Iterator<Item = i64>) -> Result<Vec<At>> {
    let as_of = i64::from(generation.as_of.0);
    on_tx!(tx, on => {
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

/// A row to be written: person, school, class, figures, and the sealed figures of others.
type Row<'a> = (Uuid, i64, String, &'a Standing, Option<Vec<u8>>);

async fn insert(tx: &mut Tx, generation: i64, rows: &[Row<'_>]) -> Result<()> {
    // Two enrolments at one school on one day are one row.
    let mut rows: Vec<_> = rows.iter().collect();
    rows.dedup_by_key(|(person, unit, ..)| (*person, *unit));
    if rows.is_empty() {
        return Ok(());
    }
    on_tx!(tx, on => {
        let mut sql = QueryBuilder::new(
            "INSERT INTO standing (generation, person, unit, class, home, level, signals, band, level5, since_day, \
             place_school, place_team, first_reader, absent, reported, stale, recent, sealed_peers) ");
        sql.push_values(rows, |mut row, (person, unit, class, it, peers)| {
            row.push_bind(generation).push_bind(*person).push_bind(*unit).push_bind(class.as_str());
            row.push_bind(i64::from(it.school) == *unit).push_bind(i64::from(it.level));
            row.push_bind(i64::from(it.signals.0)).push_bind(i64::from(it.band)).push_bind(i64::from(it.level5));
            row.push_bind(it.since.map(|day| i64::from(day.0))).push_bind(it.place_school).push_bind(it.place_team);
            row.push_bind(it.first.number()).push_bind(it.absent).push_bind(it.reported).push_bind(it.stale);
            row.push_bind(it.recent.as_slice()).push_bind(peers.as_deref());
        });
        sql.push(
            " ON CONFLICT (generation, person, unit) DO UPDATE SET class = excluded.class, home = excluded.home, level \
             = excluded.level, signals = excluded.signals, band = excluded.band, level5 = excluded.level5, since_day = \
             excluded.since_day, place_school = excluded.place_school, place_team = excluded.place_team, first_reader \
             = excluded.first_reader, absent = excluded.absent, reported = excluded.reported, stale = \
             excluded.stale, recent = excluded.recent, sealed_peers = excluded.sealed_peers");
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
