//! Pupils by number and how they stand, page by page in the order of their ids: for other systems. No names.

use access::{List, ListAct, Permit, PupilId, Scope, Subject, UnitId};
use domain::{Day, Signals};
use sqlx::{Database, Encode, QueryBuilder, Type};
use uuid::Uuid;

use super::of_pupil::{day, mask, small};
use crate::failure::{Result, broken, fault, refuse};
use crate::people::scope;
use crate::reading::Reading;
use crate::store::on_read;
use crate::versions::versions;

/// Rows on a page, at most.
const PAGE: u16 = 100;
const FAILED: &str = "reading pupils by number";

/// What is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NumberedAsk {
    /// One school only.
    pub unit: Option<UnitId>,
    /// Only pupils with one of these signals, about whom it is told; empty for all.
    pub signals: Signals,
    /// Those after this id: the next page.
    pub after: Option<PupilId>,
    /// Rows, 100 at most.
    pub limit: u16,
}

/// A page of pupils.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberedPage {
    /// The day that the figures are of; nothing before the first scan.
    pub as_of: Option<Day>,
    /// The rows, in the order of the ids.
    pub rows: Vec<Numbered>,
    /// What to ask for as `after` for the next page, if there is one.
    pub next: Option<PupilId>,
}

/// A pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// The pupil.
    pub person: PupilId,
    /// The number in the attendance history.
    pub pupil: i32,
    /// A school where the pupil is within the scope.
    pub unit: UnitId,
    /// The class there; empty when there is none.
    pub class: String,
    /// How the pupil stands there; nothing when the latest scan does not hold her or him.
    pub stands: Option<Stands>,
}

/// How a pupil stands at a school, in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stands {
    /// Level of the grade, 0 to 10.
    pub level: u8,
    /// The signals that fire.
    pub signals: Signals,
    /// Percent band of S01, 0 for none.
    pub band: u8,
    /// Level of S05, 0 for none.
    pub level5: u8,
    /// Day of the earliest signal that fires.
    pub since: Option<Day>,
    /// Absent minutes of S01: the term so far.
    pub absent: i64,
    /// Reported minutes of S01.
    pub reported: i64,
    /// Nothing has been reported about the pupil for long.
    pub stale: bool,
}

/// Who, number, school, class; level, signals, band of S01, level of S05, since, absent, reported, stale.
type Row = (Uuid, i64, i64, Option<String>, Number, Number, Number, Number, Number, Number, Number, Option<bool>);
/// Nothing when there is no standing.
type Number = Option<i64>;

/// A page of the pupils within the scope of the permit on a day. All on it are noted as shown.
///
/// # Errors
/// Refused: more than 100 rows. A permit for something else than listing pupils; the database.
pub async fn numbered(
    reading: &mut Reading<'_>,
    permit: Permit<List>,
    ask: &NumberedAsk,
    today: Day,
) -> Result<NumberedPage> {
    if ask.limit > PAGE {
        return Err(refuse("room-page-too-long"));
    }
    let used = reading.take(permit, ListAct::ListPupils.code())?;
    let Subject::Scope(within) = &used.subject else { return Err(broken("a list without a scope")) };
    let room = reading.room();
    let generation = versions(room).await?.generation;
    let number = generation.as_ref().map_or(-1, |it| it.number);
    let mut rows: Vec<Row> = on_read!(room.store(), on =>
        query(within, ask, number, today).build_query_as().persistent(false).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let more = rows.len() > usize::from(ask.limit);
    rows.truncate(usize::from(ask.limit));
    reading.shown(rows.iter().map(|(id, ..)| *id));
    let rows = rows.into_iter().map(row).collect::<Result<Vec<_>>>()?;
    let next = rows.last().map(|row| row.person).filter(|_| more);
    Ok(NumberedPage { as_of: generation.map(|it| it.as_of), rows, next })
}

fn query<DB: Database>(within: &Scope, ask: &NumberedAsk, generation: i64, today: Day) -> QueryBuilder<DB>
where
    for<'a> i64: Encode<'a, DB> + Type<DB>,
    for<'a> String: Encode<'a, DB> + Type<DB>,
    for<'a> Uuid: Encode<'a, DB> + Type<DB>,
{
    let day = i64::from(today.0);
    let mut sql = QueryBuilder::new(
        "SELECT k.id, k.pupil, k.unit, (SELECT MIN(c.class) FROM enrolment c WHERE c.person = k.id AND c.unit = k.unit \
         AND c.from_day <= ",
    );
    sql.push_bind(day).push(" AND (c.to_day IS NULL OR c.to_day >= ").push_bind(day);
    sql.push(
        ")), s.level, s.signals, s.band, s.level5, s.since_day, s.absent, s.reported, s.stale FROM (SELECT p.id AS \
         id, p.pupil AS pupil, MIN(e.unit) AS unit FROM person p JOIN enrolment e ON e.person = p.id WHERE p.id > ",
    );
    sql.push_bind(Uuid::from_u128(ask.after.map_or(0, |it| it.0)));
    scope::push_at(&mut sql, within, today);
    if let Some(unit) = ask.unit {
        sql.push(" AND e.unit = ").push_bind(i64::from(unit.0));
    }
    if !ask.signals.is_empty() {
        sql.push(" AND EXISTS (SELECT 1 FROM standing t WHERE t.person = p.id AND t.unit = e.unit AND t.generation = ");
        sql.push_bind(generation).push(" AND NOT t.stale AND (t.signals & ");
        sql.push_bind(i64::from(ask.signals.0)).push(") <> 0)");
    }
    sql.push(" GROUP BY p.id, p.pupil ORDER BY p.id LIMIT ").push_bind(i64::from(ask.limit) + 1);
    sql.push(") k LEFT JOIN standing s ON s.person = k.id AND s.unit = k.unit AND s.generation = ");
    sql.push_bind(generation).push(" ORDER BY k.id");
    sql
}

fn row(
    (id, pupil, unit, class, level, signals, band, level5, since, absent, reported, stale): Row,
) -> Result<Numbered> {
    let figures = level.zip(signals).zip(band.zip(level5)).zip(absent.zip(reported)).zip(stale);
    let stands = figures.map(|((((level, signals), (band, level5)), (absent, reported)), stale)| {
        Ok::<_, crate::Failure>(Stands {
            level: small(level)?,
            signals: mask(signals)?,
            band: small(band)?,
            level5: small(level5)?,
            since: since.map(day).transpose()?,
            absent,
            reported,
            stale,
        })
    });
    Ok(Numbered {
        person: PupilId(id.as_u128()),
        pupil: i32::try_from(pupil).map_err(fault(FAILED))?,
        unit: UnitId(day(unit)?.0),
        class: class.unwrap_or_default(),
        stands: stands.transpose()?,
    })
}
