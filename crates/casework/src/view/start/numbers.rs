//! Schools in numbers, for head teachers and coordinators: never a pupil, and small numbers are not shown.

use std::collections::{BTreeMap, BTreeSet};

use access::{Actor, Permit, Place, Read, ReadAct, Target, UnitId};
use domain::{Day, Week};
use room::Reading;
use room::results::{self, OfWeek};

use super::SchoolNumbers;
use crate::schools::Schools;
use crate::{Cx, Result};

/// Fewer than this could point at somebody.
const LEAST: i64 = 5;
/// Weeks of reporting.
const WEEKS: i32 = 4;

/// The schools that the reader may see in numbers, in order of name. Nothing before the first import.
pub(super) async fn of(
    cx: &Cx,
    reading: &mut Reading<'_>,
    as_of: Option<Day>,
    schools: &Schools,
) -> Result<Vec<SchoolNumbers>> {
    let Some(as_of) = as_of else { return Ok(Vec::new()) };
    let (mut units, mut weeks, mut open) = (BTreeMap::new(), Vec::new(), BTreeMap::new());
    for (counts, quality) in permits(cx) {
        let reporting = results::reporting(reading, quality).await?;
        units.extend(reporting.units.into_iter().map(|it| (UnitId(it.school), it)));
        weeks.extend(reporting.weeks);
        open.extend(results::open(reading, counts, cx.today()).await?);
    }
    let known = schools.all().into_iter().filter_map(|school| Some((units.get(&school.unit)?, school)));
    let numbers = known.map(|(unit, school)| SchoolNumbers {
        pupils: shown(unit.pupils),
        open: shown(open.get(&school.unit).copied().unwrap_or(0)),
        reported: shown(unit.pupils).map(|_| reported(&weeks, school.unit, as_of.week())),
        questions: shown(unit.questions),
        school,
    });
    Ok(numbers.collect())
}

/// Permits to see counts and data quality: of the room, or else of each school where the reader has a role.
fn permits(cx: &Cx) -> Vec<(Permit<Read>, Permit<Read>)> {
    let ask = |target: &Target| {
        let decide = |act| cx.access().decide(cx.actor(), act, target);
        Some((decide(ReadAct::SeeCounts).ok()?, decide(ReadAct::SeeDataQuality).ok()?))
    };
    if let Some(whole) = ask(&Target::Room) {
        return vec![whole];
    }
    let Actor::Person { roles, .. } = cx.actor() else { return Vec::new() };
    let units: BTreeSet<UnitId> = roles
        .iter()
        .filter_map(|held| match &held.place {
            Place::Unit(unit) => Some(*unit),
            Place::Room | Place::Class(_) => None,
        })
        .collect();
    units.into_iter().filter_map(|unit| ask(&Target::Unit(unit))).collect()
}

/// Reported and scheduled minutes of the last weeks.
fn reported(weeks: &[OfWeek], unit: UnitId, last: Week) -> (i64, i64) {
    let of_unit = weeks.iter().filter(|it| it.school == unit.0 && last.0 - WEEKS < it.week.0 && it.week <= last);
    of_unit.fold((0, 0), |(reported, scheduled), it| (reported + it.reported, scheduled + it.scheduled))
}

/// A number, unless it is so small that it could point at somebody.
fn shown(number: i64) -> Option<i64> {
    Some(number).filter(|number| *number == 0 || *number >= LEAST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_to_four_are_not_shown() {
        let seen = [0, 1, 4, 5, 900].map(shown);
        assert_eq!(seen, [Some(0), None, None, Some(5), Some(900)]);
    }

    #[test]
    fn four_weeks_of_one_school_are_added_up() {
        let week = |school, week, reported| OfWeek { school, week: Week(week), scheduled: 100, reported };
        let weeks = [week(1, 6, 1), week(1, 7, 10), week(1, 10, 20), week(1, 11, 4), week(2, 10, 9)];
        assert_eq!(reported(&weeks, UnitId(1), Week(10)), (30, 200));
    }
}
