//! What a scan says, as the room stores it.

use absence::overview::peer_weeks::PeerWeek;
use absence::overview::running::Row;
use absence::overview::worklist::{First, listed, place};
use absence::scan::Question;
use domain::Signals;
use pack::{Thresholds, WorkList};
use room::results;

use super::odd;
use crate::Result;

/// A pupil. Once a timetable has stopped (P15) no signal is left to tell of.
pub(super) fn stored(
    row: &Row,
    lists: &[Option<WorkList>; 2],
    question: &Question,
    thresholds: &Thresholds,
) -> Result<results::Standing> {
    let told = &row.told;
    let [school, team] = lists.each_ref().map(|list| {
        let list = list.as_ref()?;
        Some((place(told, list, question.days()), listed(told, list, thresholds)?))
    });
    let first = school.is_none_or(|(_, first)| first == First::PupilHealth);
    let (absent, reported) = row.term;
    Ok(results::Standing {
        pupil: told.pupil,
        school: row.school,
        level: small(i64::from(told.grade))?,
        signals: Signals(u16::try_from(told.mask()).map_err(odd)?),
        band: small(if told.stale { 0 } else { told.band })?,
        level5: small(if told.stale { 0 } else { told.level5 })?,
        since: if told.stale { None } else { told.since },
        place_school: school.map(|(place, _)| place),
        place_team: team.map(|(place, _)| place),
        first: if first { results::Reader::PupilHealth } else { results::Reader::Mentor },
        absent,
        reported,
        stale: told.stale,
        recent: row.recent,
        peers: Some(row.stored.to_json()?.into_bytes()),
    })
}

/// A week of others.
pub(super) fn week(it: &PeerWeek) -> Result<results::PeerWeek> {
    let permille = |number: i32| u16::try_from(number).map_err(odd);
    Ok(results::PeerWeek {
        school: it.school,
        level: small(i64::from(it.level))?,
        week: it.week,
        low: permille(it.low)?,
        mid: permille(it.mid)?,
        high: permille(it.high)?,
    })
}

fn small(number: i64) -> Result<u8> {
    u8::try_from(number).map_err(odd)
}
