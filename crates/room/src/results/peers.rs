//! The absence of others at the same school and level, week by week: of groups of ten pupils or more.

use domain::Week;
use sqlx::QueryBuilder;

use super::Generation;
use crate::failure::{Result, fault};
use crate::room::Room;
use crate::store::{on_read, on_tx};

const FAILED: &str = "the weeks of others";
const CHUNK: usize = 1000;

/// A week of a school and level: quartiles of the pupils' absence, in permille of reported minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeerWeek {
    /// School unit code.
    pub school: i32,
    /// Level of the grade.
    pub level: u8,
    /// The week.
    pub week: Week,
    /// Lower quartile.
    pub low: u16,
    /// Median.
    pub mid: u16,
    /// Upper quartile.
    pub high: u16,
}

/// Writes weeks of a generation that is not published yet. Only groups of ten pupils or more may be handed over.
///
/// # Errors
/// The database.
pub async fn put_peers(room: &Room, generation: &Generation, weeks: &[PeerWeek]) -> Result<()> {
    for chunk in weeks.chunks(CHUNK) {
        let mut tx = room.store().begin().await?;
        on_tx!(&mut tx, on => {
            let mut sql = QueryBuilder::new("INSERT INTO peer_week (generation, unit, level, week, low, mid, high) ");
            sql.push_values(chunk, |mut row, it| {
                row.push_bind(generation.number).push_bind(i64::from(it.school)).push_bind(i64::from(it.level));
                row.push_bind(i64::from(it.week.0)).push_bind(i64::from(it.low)).push_bind(i64::from(it.mid));
                row.push_bind(i64::from(it.high));
            });
            sql.push(
                " ON CONFLICT (generation, unit, level, week) DO UPDATE SET low = excluded.low, mid = excluded.mid, \
                 high = excluded.high");
            sql.build().persistent(false).execute(on).await.map(drop)
        })
        .map_err(fault(FAILED))?;
        tx.commit().await?;
    }
    Ok(())
}

/// The weeks of a school and level in the current generation. Groups only, so it needs no permit.
///
/// # Errors
/// The database.
pub async fn peers(room: &Room, school: i32, level: u8) -> Result<Vec<PeerWeek>> {
    let rows: Vec<(i64, i64, i64, i64)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT week, low, mid, high FROM peer_week WHERE generation = (SELECT current_generation FROM room) AND unit = \
         $1 AND level = $2 ORDER BY week").bind(i64::from(school)).bind(i64::from(level)).fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let permille = |number: i64| u16::try_from(number).map_err(fault(FAILED));
    let week = |(week, low, mid, high): (i64, i64, i64, i64)| {
        let week = Week(i32::try_from(week).map_err(fault(FAILED))?);
        Ok(PeerWeek { school, level, week, low: permille(low)?, mid: permille(mid)?, high: permille(high)? })
    };
    rows.into_iter().map(week).collect()
}
