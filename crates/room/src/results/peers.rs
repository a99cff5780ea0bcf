//! The absence of others at the same school and level, week by week: of groups of ten pupils or more.

use domain::Week;

use super::Generation;
use super::numbers::PEER_WEEK;
use crate::failure::{Result, fault};
use crate::room::Room;
use crate::store::on_read;

const FAILED: &str = "the weeks of others";

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
    PEER_WEEK.put(room, generation.number, &rows(weeks)).await
}

pub(super) fn rows(weeks: &[PeerWeek]) -> Vec<Vec<i64>> {
    let row = |it: &PeerWeek| {
        let (unit, week) = (i64::from(it.school), i64::from(it.week.0));
        vec![unit, i64::from(it.level), week, i64::from(it.low), i64::from(it.mid), i64::from(it.high)]
    };
    weeks.iter().map(row).collect()
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
