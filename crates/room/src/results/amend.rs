//! Changing the current generation where another scan of the same day says something else: only rows that are new, gone
//! or others are written, all in one change. Above some thousand a new generation is written instead.

use std::collections::{BTreeMap, BTreeSet};

use access::{Act, Permit, Write, WriteAct};
use sqlx::QueryBuilder;
use uuid::Uuid;

use super::numbers::{Changes, PEER_WEEK, REPORTING, REPORTING_UNIT, SEASON};
use super::put::{Digested, digested, insert, sealed};
use super::{Generation, PeerWeek, Reporting, SeasonWeek, Standing};
use super::{peers, reporting, season};
use crate::change::Change;
use crate::failure::{Result, fault, refuse};
use crate::room::Room;
use crate::store::{Tx, on_read, on_tx};

const FAILED: &str = "changing what a scan left";
/// Pupils in one question.
const CHUNK: usize = 500;
/// Rows that are written in one change: beyond this other writers would wait too long.
const MOST: usize = 2_000;

/// The current generation, for whoever wants to change it.
#[derive(Clone, Debug)]
pub struct Current {
    /// The generation.
    pub generation: Generation,
    /// The version of the results.
    pub version: i64,
    /// The pupils who were taken in or left a school since it heard of the people.
    pub touched: BTreeSet<i32>,
    /// What the scan was asked, as [`super::asked`] noted it; empty when that is not known.
    pub rule: Vec<u8>,
    people: i64,
}

/// What another scan says.
#[derive(Clone, Copy, Debug)]
pub struct Fresh<'a> {
    /// How pupils stand: all of them, or those among [`Fresh::among`].
    pub standings: &'a [Standing],
    /// The pupils that can have changed: the rows of those who do not stand are removed. All, when none are named.
    pub among: Option<&'a BTreeSet<i32>>,
    /// The schools that can have changed, of which `peers` and the weeks of `reporting` are. All, when none are named.
    pub schools: Option<&'a BTreeSet<i32>>,
    /// The weeks of others.
    pub peers: &'a [PeerWeek],
    /// How much is reported; its units are all there are.
    pub reporting: &'a Reporting,
    /// The season, whole.
    pub season: &'a [SeasonWeek],
}

/// What is to be written. It holds as long as nobody else changes the results.
pub struct Difference {
    number: i64,
    version: i64,
    people: i64,
    put: Vec<Digested<Option<Vec<u8>>>>,
    gone: Vec<(Uuid, i64)>,
    /// Pupils more, or fewer.
    pupils: i64,
    numbers: [Changes; 4],
}

/// The current generation; none before the first scan.
///
/// # Errors
/// The database.
pub async fn current(room: &Room) -> Result<Option<Current>> {
    // The people first: whoever is taken in after this is touched for the next one too.
    let row: Option<(i64, i64, Option<Vec<u8>>)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT r.people_version, g.people_version, g.rule FROM room r JOIN generation g ON g.number = r.current_generation")
        .fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    let now = crate::versions(room).await?;
    let (Some((people, heard, rule)), Some(generation)) = (row, now.generation) else { return Ok(None) };
    let touched: Vec<(i64,)> = on_read!(room.store(), on =>
        sqlx::query_as("SELECT pupil FROM person WHERE touched > $1").bind(heard).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let touched = touched.into_iter().map(|(pupil,)| i32::try_from(pupil).map_err(fault(FAILED)));
    Ok(Some(Current {
        generation,
        version: now.results,
        touched: touched.collect::<Result<_>>()?,
        rule: rule.unwrap_or_default(),
        people,
    }))
}

/// What is to be written to make the current generation say what another scan of the same day says. `None` when that is
/// too much for one change.
///
/// # Errors
/// The database.
pub async fn difference(room: &Room, current: &Current, fresh: &Fresh<'_>) -> Result<Option<Difference>> {
    let generation = &current.generation;
    let mut have: BTreeMap<(Uuid, i64), i64> = BTreeMap::new();
    match fresh.among {
        None => have.extend(digests(room, generation.number, None).await?),
        Some(among) => {
            let among: Vec<i32> = among.iter().copied().collect();
            for chunk in among.chunks(CHUNK) {
                have.extend(digests(room, generation.number, Some(chunk)).await?);
            }
        }
    }
    let before = have.keys().map(|(person, _)| *person).collect::<BTreeSet<_>>().len();
    let (mut after, mut put) = (BTreeSet::new(), Vec::new());
    for chunk in fresh.standings.chunks(CHUNK) {
        for row in digested(room, generation, chunk).await? {
            after.insert(row.person);
            if have.remove(&(row.person, row.unit)) != Some(row.digest) {
                put.push(row);
            }
        }
        if put.len() > MOST {
            return Ok(None);
        }
    }
    if put.len() + have.len() > MOST {
        return Ok(None);
    }
    let whole = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let number = generation.number;
    let Reporting { units, weeks } = fresh.reporting;
    Ok(Some(Difference {
        number,
        version: current.version,
        people: current.people,
        put: put.into_iter().map(|row| sealed(room, number, row)).collect::<Result<_>>()?,
        gone: have.into_keys().collect(),
        pupils: whole(after.len()) - whole(before),
        numbers: [
            PEER_WEEK.changes(room, number, fresh.schools, peers::rows(fresh.peers)).await?,
            REPORTING.changes(room, number, fresh.schools, reporting::weeks(weeks)).await?,
            REPORTING_UNIT.changes(room, number, None, reporting::units(units)).await?,
            SEASON.changes(room, number, None, season::rows(fresh.season)).await?,
        ],
    }))
}

/// Writes a difference: everybody sees it when the change is committed. Call [`crate::attendance::replace`] in the same
/// change, so that lists and history always fit each other. Gives the version of the results that it makes.
///
/// # Errors
/// Refused: the results were changed meanwhile. A permit for something else than computing figures; the database.
pub async fn amend(
    change: &mut Change<'_>,
    permit: Permit<Write>,
    difference: &Difference,
    attendance_version: u64,
) -> Result<i64> {
    change.take(permit, WriteAct::ComputeFigures.code())?;
    let (number, at) = (difference.number, change.now().as_microsecond());
    let attendance = i64::try_from(attendance_version).map_err(fault(FAILED))?;
    let version: Option<(i64,)> = on_tx!(&mut change.tx, on => sqlx::query_as(
        "UPDATE room SET results_version = results_version + 1 WHERE one = 1 AND current_generation = $1 AND \
         results_version = $2 RETURNING results_version").bind(number).bind(difference.version)
        .fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    let Some((version,)) = version else { return Err(refuse("history-changed-meanwhile")) };
    on_tx!(&mut change.tx, on => sqlx::query(
        "UPDATE generation SET attendance_version = $2, made_at = $3, pupils = pupils + $4, people_version = $5 WHERE \
         number = $1").bind(number).bind(attendance).bind(at).bind(difference.pupils).bind(difference.people)
        .execute(on).await.map(drop))
    .map_err(fault(FAILED))?;
    for chunk in difference.gone.chunks(CHUNK) {
        remove(&mut change.tx, number, chunk).await?;
    }
    for chunk in difference.put.chunks(CHUNK) {
        insert(&mut change.tx, number, chunk).await?;
    }
    for (table, changes) in [PEER_WEEK, REPORTING, REPORTING_UNIT, SEASON].iter().zip(&difference.numbers) {
        table.apply(&mut change.tx, number, changes).await?;
    }
    Ok(version)
}

/// The digests of a generation, of some pupils or all: person and school.
async fn digests(room: &Room, generation: i64, pupils: Option<&[i32]>) -> Result<Vec<((Uuid, i64), i64)>> {
    let rows: Vec<(Uuid, i64, i64)> = on_read!(room.store(), on => {
        let mut sql = QueryBuilder::new("SELECT s.person, s.unit, s.digest FROM standing s");
        if pupils.is_some() {
            sql.push(" JOIN person p ON p.id = s.person");
        }
        sql.push(" WHERE s.generation = ").push_bind(generation);
        if let Some(pupils) = pupils {
            sql.push(" AND p.pupil IN (");
            let mut ids = sql.separated(", ");
            pupils.iter().for_each(|pupil| _ = ids.push_bind(i64::from(*pupil)));
            sql.push(")");
        }
        sql.build_query_as().persistent(false).fetch_all(on).await
    })
    .map_err(fault(FAILED))?;
    Ok(rows.into_iter().map(|(person, unit, digest)| ((person, unit), digest)).collect())
}

async fn remove(tx: &mut Tx, generation: i64, rows: &[(Uuid, i64)]) -> Result<()> {
    on_tx!(tx, on => {
        let mut sql = QueryBuilder::new("DELETE FROM standing WHERE generation = ");
        sql.push_bind(generation).push(" AND (person, unit) IN (");
        sql.push_values(rows, |mut row, (person, unit)| {
            row.push_bind(*person).push_bind(*unit);
        });
        sql.push(")");
        sql.build().persistent(false).execute(on).await.map(drop)
    })
    .map_err(fault(FAILED))
}
