//! How one pupil stands, with what an explanation needs.

use access::{Act, Permit, PupilId, Read, ReadAct, Subject};
use domain::{Day, Signals};
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

/// One and the same type in sixteen columns or fewer for each of the two: what is clear.
type Row = (i64, i64, i64, i64, String, i64, i64, i64, i64, Option<i64>, Option<i64>, Option<i64>, i64);
type Rest = (i64, i64, bool, Vec<u8>, Option<Vec<u8>>);

/// How the pupil of the permit stands; nothing when the current generation does not hold her or him.
///
/// # Errors
/// A permit for something else than a pupil's absence; the database; a row that was tampered with.
pub async fn of_pupil(reading: &mut Reading<'_>, permit: Permit<Read>) -> Result<Option<OfPupil>> {
    let used = reading.take(permit, ReadAct::SeeAbsenceFigures.code())?;
    let Subject::Pupil(pupil) = used.subject else { return Err(broken("figures are a pupil's")) };
    let (room, id) = (reading.room(), Uuid::from_u128(pupil.0));
    let row: Option<Row> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT s.generation, g.as_of, p.pupil, s.unit, s.class, s.level, s.signals, s.band, s.level5, s.since_day, \
         s.place_school, s.place_team, s.first_reader FROM room r JOIN generation g ON g.number = r.current_generation \
         JOIN standing s ON s.generation = g.number JOIN person p ON p.id = s.person WHERE s.person = $1 AND NOT \
         p.protected ORDER BY s.home DESC, s.unit LIMIT 1").bind(id).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    let Some((generation, as_of, number, unit, class, level, signals, band, level5, since, school, team, first)) = row
    else {
        return Ok(None);
    };
    let rest: Option<Rest> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT absent, reported, stale, recent, sealed_peers FROM standing WHERE generation = $1 AND person = $2 AND \
         unit = $3").bind(generation).bind(id).bind(unit).fetch_optional(on).await)
    .map_err(fault(FAILED))?;
    // Cleared away between the two: there is a newer generation, which whoever asks again will see.
    let Some((absent, reported, stale, recent, peers)) = rest else { return Ok(None) };
    let row = row_of(generation, &id, unit);
    let peers = peers.map(|sealed| room.keys().open_value(place(&row), &sealed).map(|plain| plain.to_vec()));
    Ok(Some(OfPupil {
        person: pupil,
        class,
        as_of: day(as_of)?,
        standing: Standing {
            pupil: i32::try_from(number).map_err(fault(FAILED))?,
            school: i32::try_from(unit).map_err(fault(FAILED))?,
            level: small(level)?,
            signals: mask(signals)?,
            band: small(band)?,
            level5: small(level5)?,
            since: since.map(day).transpose()?,
            place_school: school,
            place_team: team,
            first: Reader::from_number(first),
            absent,
            reported,
            stale,
            recent: weeks(&recent)?,
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
