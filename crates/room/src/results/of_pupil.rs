//! How one pupil stands, with what an explanation needs.

use access::{Act, Permit, PupilId, Read, ReadAct, Subject};
use domain::{Day, Signals};
use sqlx::{ColumnIndex, Database, Decode, FromRow, Row, Type};
use uuid::Uuid;

use super::put::{place, row_of};
use super::{Reader, Standing, WEEKS};
use crate::failure::{Result, broken, fault};
use crate::reading::Reading;
use crate::store::on_read;

const FAILED: &str = "reading how a pupil stands";

/// How one pupil stands in the current generation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfPupil {
    /// The pupil.
    pub person: PupilId,
    /// The class, at the school of the standing when the pupil is enrolled there.
    pub class: String,
    /// The day that the figures are for.
    pub as_of: Day,
    /// The figures. Its school is where they are counted or, when the pupil is not enrolled there, where she or he is.
    pub standing: Standing,
}

/// A row as it lies in the tables: more columns than a tuple takes.
struct Raw {
    generation: i64,
    as_of: i64,
    pupil: i64,
    unit: i64,
    class: String,
    level: i64,
    signals: i64,
    band: i64,
    level5: i64,
    since: Option<i64>,
    places: [Option<i64>; 2],
    first: i64,
    absent: i64,
    reported: i64,
    stale: bool,
    recent: Vec<u8>,
    peers: Option<Vec<u8>>,
}

impl<'r, R: Row> FromRow<'r, R> for Raw
where
    usize: ColumnIndex<R>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
    String: Decode<'r, R::Database> + Type<R::Database>,
    bool: Decode<'r, R::Database> + Type<R::Database>,
    Vec<u8>: Decode<'r, R::Database> + Type<R::Database>,
    R::Database: Database,
{
    fn from_row(row: &'r R) -> sqlx::Result<Raw> {
        Ok(Raw {
            generation: row.try_get(0)?,
            as_of: row.try_get(1)?,
            pupil: row.try_get(2)?,
            unit: row.try_get(3)?,
            class: row.try_get(4)?,
            level: row.try_get(5)?,
            signals: row.try_get(6)?,
            band: row.try_get(7)?,
            level5: row.try_get(8)?,
            since: row.try_get(9)?,
            places: [row.try_get(10)?, row.try_get(11)?],
            first: row.try_get(12)?,
            absent: row.try_get(13)?,
            reported: row.try_get(14)?,
            stale: row.try_get(15)?,
            recent: row.try_get(16)?,
            peers: row.try_get(17)?,
        })
    }
}

/// How the pupil of the permit stands; nothing when the current generation does not hold her or him.
///
/// # Errors
/// A permit for something else than a pupil's absence; the database; a row that was tampered with.
pub async fn of_pupil(reading: &mut Reading<'_>, permit: Permit<Read>) -> Result<Option<OfPupil>> {
    let used = reading.take(permit, ReadAct::SeeAbsenceFigures.code())?;
    let Subject::Pupil(pupil) = used.subject else { return Err(broken("figures are a pupil's")) };
    let (room, id) = (reading.room(), Uuid::from_u128(pupil.0));
    // One statement: a row may be written over meanwhile, and half of each would say what no scan has said.
    let raw: Option<Raw> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT s.generation, g.as_of, p.pupil, s.unit, s.class, s.level, s.signals, s.band, s.level5, s.since_day, \
         s.place_school, s.place_team, s.first_reader, s.absent, s.reported, s.stale, s.recent, s.sealed_peers FROM room \
         r JOIN generation g ON g.number = r.current_generation JOIN standing s ON s.generation = g.number JOIN person p \
         ON p.id = s.person WHERE s.person = $1 AND NOT p.protected ORDER BY s.home DESC, s.unit LIMIT 1")
        .bind(id).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    let Some(raw) = raw else { return Ok(None) };
    let row = row_of(raw.generation, &id, raw.unit);
    let peers = raw.peers.map(|sealed| room.keys().open_value(place(&row), &sealed).map(|plain| plain.to_vec()));
    let [place_school, place_team] = raw.places;
    Ok(Some(OfPupil {
        person: pupil,
        class: raw.class,
        as_of: day(raw.as_of)?,
        standing: Standing {
            pupil: i32::try_from(raw.pupil).map_err(fault(FAILED))?,
            school: i32::try_from(raw.unit).map_err(fault(FAILED))?,
            level: small(raw.level)?,
            signals: mask(raw.signals)?,
            band: small(raw.band)?,
            level5: small(raw.level5)?,
            since: raw.since.map(day).transpose()?,
            place_school,
            place_team,
            first: Reader::from_number(raw.first),
            absent: raw.absent,
            reported: raw.reported,
            stale: raw.stale,
            recent: weeks(&raw.recent)?,
            peers: peers.transpose()?,
        },
    }))
}

pub(super) fn day(number: i64) -> Result<Day> {
    Ok(Day(i32::try_from(number).map_err(fault(FAILED))?))
}

pub(super) fn small(number: i64) -> Result<u8> {
    u8::try_from(number).map_err(fault(FAILED))
}

pub(super) fn mask(number: i64) -> Result<Signals> {
    Ok(Signals(u16::try_from(number).map_err(fault(FAILED))?))
}

pub(super) fn weeks(bytes: &[u8]) -> Result<[u8; WEEKS]> {
    bytes.try_into().map_err(|_| broken("the latest weeks are ten"))
}
