//! The season: what the pupils of each stage of the whole room did, week by week. Of groups of 21 pupils or more.

use domain::Week;

use super::Generation;
use super::numbers::SEASON;
use crate::failure::{Result, fault};
use crate::room::Room;
use crate::store::on_read;

const FAILED: &str = "the season";

/// A week of a stage, in minutes of all its pupils.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeasonWeek {
    /// The week.
    pub week: Week,
    /// The stage: 0 to 2.
    pub stage: u8,
    /// Absence minutes.
    pub absent: i64,
    /// Reported minutes.
    pub reported: i64,
    /// Pupils.
    pub pupils: i64,
}

/// Writes the season of a generation that is not published yet.
///
/// # Errors
/// The database.
pub async fn put_season(room: &Room, generation: &Generation, weeks: &[SeasonWeek]) -> Result<()> {
    SEASON.put(room, generation.number, &rows(weeks)).await
}

/// The season of the current generation. Groups only, so it needs no permit.
///
/// # Errors
/// The database.
pub async fn season(room: &Room) -> Result<Vec<SeasonWeek>> {
    let rows: Vec<(i64, i64, i64, i64, i64)> = on_read!(room.store(), on => sqlx::query_as(
        "SELECT week, stage, absent, reported, pupils FROM season WHERE generation = (SELECT current_generation FROM \
         room) ORDER BY week, stage").fetch_all(on).await)
    .map_err(fault(FAILED))?;
    let week = |(week, stage, absent, reported, pupils): (i64, i64, i64, i64, i64)| {
        let week = Week(i32::try_from(week).map_err(fault(FAILED))?);
        Ok(SeasonWeek { week, stage: u8::try_from(stage).map_err(fault(FAILED))?, absent, reported, pupils })
    };
    rows.into_iter().map(week).collect()
}

pub(super) fn rows(weeks: &[SeasonWeek]) -> Vec<Vec<i64>> {
    let row = |it: &SeasonWeek| vec![i64::from(it.week.0), i64::from(it.stage), it.absent, it.reported, it.pupils];
    weeks.iter().map(row).collect()
}
